/** Source Sans 3 (its figures are all of one width) in the four cuts that the PDFs use, parsed once per process (or worker thread). */
import { readFileSync } from 'node:fs';
import { create } from 'fontkit';
import type { Font, GlyphRun } from 'fontkit';
import type { FontName } from './tokens.ts';

const FILES: Readonly<Record<FontName, string>> = {
  regular: '400Regular/SourceSans3_400Regular.ttf',
  semibold: '600SemiBold/SourceSans3_600SemiBold.ttf',
  bold: '700Bold/SourceSans3_700Bold.ttf',
  italic: '400Regular_Italic/SourceSans3_400Regular_Italic.ttf',
};

export interface PdfFonts {
  readonly byName: Readonly<Record<FontName, Font>>;
  /** true if every cut has a glyph for the code point */
  readonly shows: (codePoint: number) => boolean;
}

let parsed: PdfFonts | undefined;

/** The four fonts. Parsing takes about 100 ms the first time, and pdfkit takes parsed fonts as they are. */
export function loadFonts(): PdfFonts {
  parsed ??= parseFonts();
  return parsed;
}

function parseFonts(): PdfFonts {
  const byName = {
    regular: parseFont('regular'),
    semibold: parseFont('semibold'),
    bold: parseFont('bold'),
    italic: parseFont('italic'),
  };
  const sets = Object.values(byName).map((font) => new Set(font.characterSet));
  return { byName, shows: (codePoint) => sets.every((set) => set.has(codePoint)) };
}

function parseFont(name: FontName): Font {
  const file = import.meta.resolve(`@expo-google-fonts/source-sans-3/${FILES[name]}`);
  const font = create(readFileSync(new URL(file)));
  if (!('layout' in font)) throw new Error(`${file} holds more than one font`);
  nameGlyphs(font);
  rememberLayouts(font);
  return font;
}

const LIGATURES = ['ff', 'fi', 'fl', 'ffi', 'ffl', 'ft', 'tt'];

/**
 * A parsed font remembers for each glyph the characters by which it first met it, and those are what a
 * reader copies out of the PDF. Met as a mere part of another glyph (the dot of "…"), it would stay without
 * any in every later document: so each meets its characters here. Ligatures come first, as their letters.
 */
function nameGlyphs(font: Font): void {
  for (const letters of LIGATURES) font.layout(letters);
  for (const codePoint of font.characterSet) font.glyphForCodePoint(codePoint);
}

/** longer texts rarely come twice */
const LONGEST_REMEMBERED = 40;
/** for each cut: about 5 MB; all reports of the demonstration together share fewer */
const MOST_REMEMBERED = 5000;

/**
 * Laying out text takes more time than all else in a PDF, and reports share most of their words: so a
 * layout serves again, in later documents too. pdfkit scales it in place by the units per em, which
 * leaves it as it is where there are 1,000.
 */
function rememberLayouts(font: Font): void {
  if (font.unitsPerEm !== 1000) throw new Error(`${font.postscriptName}: not 1,000 units per em`);
  const layOut = font.layout.bind(font);
  const known = new Map<string, GlyphRun>();
  font.layout = (text, features) => {
    if (text.length > LONGEST_REMEMBERED) return layOut(text, features);
    const key = `${JSON.stringify(features)} ${text}`;
    const run = known.get(key) ?? layOut(text, features);
    if (known.size >= MOST_REMEMBERED) known.clear();
    known.set(key, run);
    return run;
  };
}

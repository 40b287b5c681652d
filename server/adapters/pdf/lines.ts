/** Breaks text of mixed weights into lines: pdfkit itself can measure one font at a time only. */
import { splitGraphemes } from './characters.ts';
import { textWidth, toShowable } from './sheet.ts';
import type { Face, PdfDocument } from './sheet.ts';
import type { FontName, TextStyle } from './tokens.ts';
import { bindNumbers, breakOpportunities, withPlainSpaces } from './word-breaks.ts';

/** A stretch of text; what it leaves out it takes from the style of its block. */
export interface Run {
  readonly text: string;
  readonly font?: FontName;
  readonly size?: number;
  readonly colour?: string;
  /** an address on the web (http, https or mailto; anything else stays plain text) */
  readonly href?: string;
  /** a destination in this document, named by a heading */
  readonly goTo?: string;
}

/** "\n" starts a new line. */
export type Text = string | readonly Run[];

export interface Piece {
  text: string;
  x: number;
  width: number;
  readonly run: Run;
  readonly face: Face & { readonly colour: string };
}

export interface Line {
  readonly pieces: readonly Piece[];
  /** without the spaces at its end */
  readonly width: number;
  /** true where a word too long for a line was cut */
  readonly cutsWord: boolean;
}

interface Composer {
  readonly doc: PdfDocument;
  readonly width: number;
  readonly lines: Line[];
  pieces: Piece[];
  x: number;
}

/** A text as runs. */
export function toRuns(text: Text): readonly Run[] {
  return typeof text === 'string' ? [{ text }] : text;
}

/** The lines of a text in a column of `width` points. Every character of it is in one of them. */
export function breakLines(
  doc: PdfDocument,
  text: Text,
  width: number,
  style: TextStyle,
): readonly Line[] {
  const composer: Composer = { doc, width: Math.max(width, 1), lines: [], pieces: [], x: 0 };
  for (const run of toRuns(text)) addRun(composer, run, style);
  if (composer.pieces.length > 0) endLine(composer);
  return composer.lines;
}

function addRun(composer: Composer, run: Run, style: TextStyle): void {
  const face = {
    font: run.font ?? style.font,
    size: run.size ?? style.size,
    colour: run.colour ?? style.colour,
  };
  const paragraphs = bindNumbers(toShowable(composer.doc, run.text)).split('\n');
  for (const [index, paragraph] of paragraphs.entries()) {
    if (index > 0) endLine(composer);
    for (const token of breakOpportunities(paragraph)) {
      addToken(composer, withPlainSpaces(token), run, face);
    }
  }
}

function addToken(composer: Composer, token: string, run: Run, face: Piece['face']): void {
  if (composer.pieces.length > 0 && !fits(composer, token, face)) {
    endLine(composer);
    if (withoutEndSpaces(token) === '') return;
  }
  if (fits(composer, token, face)) append(composer, token, run, face);
  else addCutWord(composer, token, run, face);
}

/** float noise must not throw a word that fits exactly onto the next line */
const TOLERANCE = 0.05;
/** no line holds more characters than this at the smallest type; longer words need no measuring */
const LONGEST_LINE = 300;

function fits(composer: Composer, word: string, face: Piece['face']): boolean {
  if (word.length > LONGEST_LINE) return false;
  const spaces = word.length - withoutEndSpaces(word).length;
  // a word is measured with its space, as it is drawn: laying it out twice would take twice the time
  const width = textWidth(composer.doc, word, face) - spaces * textWidth(composer.doc, ' ', face);
  return composer.x + width <= composer.width + TOLERANCE;
}

function append(composer: Composer, text: string, run: Run, face: Piece['face']): void {
  const width = textWidth(composer.doc, text, face);
  const last = composer.pieces.at(-1);
  if (last?.run === run) {
    last.text += text;
    last.width += width;
  } else {
    composer.pieces.push({ text, x: composer.x, width, run, face });
  }
  composer.x += width;
}

/** A word wider than the column goes over as many lines as it takes; each takes at least one character. */
function addCutWord(composer: Composer, token: string, run: Run, face: Piece['face']): void {
  let rest = token;
  while (!fits(composer, rest, face)) {
    const head = longestFit(composer, rest, face);
    if (head.length >= rest.length) break;
    append(composer, head, run, face);
    endLine(composer, true);
    rest = rest.slice(head.length);
  }
  append(composer, rest, run, face);
}

function longestFit(composer: Composer, word: string, face: Piece['face']): string {
  const clusters = splitGraphemes(word.slice(0, LONGEST_LINE));
  let fitting = 1;
  let tooMany = clusters.length + 1;
  while (tooMany - fitting > 1) {
    const middle = Math.floor((fitting + tooMany) / 2);
    const width = textWidth(composer.doc, clusters.slice(0, middle).join(''), face);
    if (width <= composer.width + TOLERANCE) fitting = middle;
    else tooMany = middle;
  }
  return cutBehindSign(clusters.slice(0, fitting).join(''));
}

/** An address is best cut behind one of its signs, if one stands in the last third of the line. */
function cutBehindSign(head: string): string {
  const behind =
    Math.max(...['/', '-', '_', '.', '?', '&', '='].map((s) => head.lastIndexOf(s))) + 1;
  return behind > (head.length * 2) / 3 ? head.slice(0, behind) : head;
}

/** Closes a line; its pieces are measured once more as a whole, so that no rounding adds up. */
function endLine(composer: Composer, cutsWord = false): void {
  const { doc, pieces } = composer;
  let x = 0;
  for (const piece of pieces) {
    const isLast = piece === pieces.at(-1);
    piece.x = x;
    piece.width = textWidth(doc, isLast ? withoutEndSpaces(piece.text) : piece.text, piece.face);
    x += piece.width;
  }
  composer.lines.push({ pieces, width: x, cutsWord });
  composer.pieces = [];
  composer.x = 0;
}

function withoutEndSpaces(text: string): string {
  return text.replace(/ +$/u, '');
}

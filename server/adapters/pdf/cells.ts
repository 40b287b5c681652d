/** Table cells with a sign beside their words; the words come from the caller. */
import { changeMark, COUNTS_SIZE, countsStrip, steps, STEPS_WIDTH } from './glyphs.ts';
import type { Change, LevelCounts, StepsLevel } from './glyphs.ts';
import type { Run } from './lines.ts';
import type { PdfDocument } from './sheet.ts';
import { swatch } from './swatch.ts';
import type { TableCell } from './table.types.ts';
import { RAG, TYPE } from './tokens.ts';
import type { RagColour, TextStyle } from './tokens.ts';

/** from the top of a cell's text to its baseline, in the styles that tables use */
const BASELINE = 8.7;

/** A level: four steps and its word. */
export function levelCell(doc: PdfDocument, level: StepsLevel, word: string): TableCell {
  return {
    text: word,
    indent: STEPS_WIDTH + 6,
    art: ({ inner }) => steps(doc, level, { x: inner.x, y: inner.y + BASELINE }),
  };
}

const SWATCH = { width: 14, height: 12, gap: 6 };

/** A colour: its swatch, its word, and below it a few words more. */
export function ragCell(doc: PdfDocument, rag: RagColour, below = ''): TableCell {
  const { width, height, gap } = SWATCH;
  const more: Run[] = below === '' ? [] : [{ text: `\n${below}`, ...SMALL }];
  return {
    text: [{ text: RAG[rag].word, font: 'semibold' }, ...more],
    indent: width + gap,
    art: ({ inner }) => swatch(doc, rag, { x: inner.x, y: inner.y - 0.5, width, height }),
  };
}

const SMALL = { size: TYPE.note.size, colour: TYPE.note.colour } as const;

/** How many gave each level, as a strip of counts; `alt` says the same in words. */
export function countsCell(doc: PdfDocument, shown: LevelCounts, alt: string): TableCell {
  const draw = ({ x, y }: { x: number; y: number }): void => {
    countsStrip(doc, shown, { x, y: y - 0.5 });
  };
  return { figure: { alt, height: COUNTS_SIZE.height, draw } };
}

/** A change since last time: its mark and its words; without a mark the words are set small. */
export function changeCell(doc: PdfDocument, change: Change | null, words: string): TableCell {
  if (change === null) return { text: [{ text: words, ...SMALL }] };
  return {
    text: words,
    indent: 8.5,
    art: ({ inner }) => changeMark(doc, change, { x: inner.x, y: inner.y + BASELINE - 0.1 }),
  };
}

const FLAG = { width: 6.4, indent: 10, gap: 2.2 };

/** A cell of a matrix: tinted, a patterned flag down its left edge, a word and a small line below it. */
export function flagCell(
  doc: PdfDocument,
  rag: RagColour,
  word: string,
  below: string,
  style: TextStyle = TYPE.matrix,
): TableCell {
  return {
    text: [{ text: word }, { text: `\n${below}`, font: 'regular' }],
    style,
    indent: FLAG.indent,
    art: ({ whole }) => {
      const { x, y, width, height } = whole;
      doc.pdf.rect(x, y + 0.8, width - FLAG.gap, height - 1.6).fill(RAG[rag].tint);
      const flag = { x: x + 0.4, y: y + 1.2, width: FLAG.width, height: height - 2.4 };
      swatch(doc, rag, flag, 0);
    },
  };
}

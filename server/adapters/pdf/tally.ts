/** Tally, legend and choices: lists whose items carry a sign instead of a bullet. */
import { drawFigure } from './figure.ts';
import { tickBox } from './glyphs.ts';
import { fitLines } from './line-fit.ts';
import { breakLines } from './lines.ts';
import { labelWidth } from './label.ts';
import { drawLines } from './paint.ts';
import { ensureSpace, within } from './sheet.ts';
import type { Box, PdfDocument } from './sheet.ts';
import { addElement, artifact } from './structure.ts';
import type { StructElement } from './structure.ts';
import { swatch } from './swatch.ts';
import { flowLines, heightToStart } from './text.ts';
import { COLOUR, PAGE, RAG, TYPE } from './tokens.ts';
import type { RagColour, TextStyle } from './tokens.ts';

export interface TallyItem {
  readonly rag: RagColour;
  readonly count: number;
  /** what the colour stands for: "levels 2 to 3" */
  readonly meaning: string;
}

const TILE = { height: 34, gap: 7, flag: 12, textLeft: 18, padding: 24, after: 9 };
const COUNT_FACE = { font: 'bold', size: 15 } as const;
/** the largest size of the colours' words at which all tiles fit beside each other */
const WORD_SIZES = [11, 10, 9, 8.5];

/** Counts and legend in one row of tiles. */
export function tally(doc: PdfDocument, items: readonly TallyItem[]): void {
  const [wordSize, widths] = tileWidths(doc, items);
  ensureSpace(doc, TILE.height);
  let x: number = PAGE.left;
  within(doc, 'L', (element) => {
    for (const [index, item] of items.entries()) {
      const width = widths[index] ?? 0;
      drawTile(doc, element, item, { x, y: doc.y, width, height: TILE.height }, wordSize);
      x += width + TILE.gap;
    }
  });
  doc.y += TILE.height + TILE.after;
}

/** Equal widths where every word fits; else each tile takes what it needs and a share of the rest. */
function tileWidths(doc: PdfDocument, items: readonly TallyItem[]): [number, number[]] {
  const room = PAGE.measure - TILE.gap * (items.length - 1);
  const equal = room / items.length;
  for (const size of WORD_SIZES) {
    const needed = items.map((item) => neededWidth(doc, item, size));
    if (Math.max(...needed) <= equal) return [size, items.map(() => equal)];
    const spare = room - needed.reduce((sum, width) => sum + width, 0);
    if (spare >= 0) return [size, needed.map((width) => width + spare / items.length)];
  }
  return [WORD_SIZES.at(-1) ?? 0, items.map(() => equal)];
}

function neededWidth(doc: PdfDocument, item: TallyItem, size: number): number {
  const count = labelWidth(doc, `${item.count} `, COUNT_FACE);
  const word = labelWidth(doc, RAG[item.rag].word, { font: 'semibold', size });
  const meaning = labelWidth(doc, item.meaning, TYPE.note);
  return Math.max(count + word, meaning) + TILE.padding;
}

function drawTile(
  doc: PdfDocument,
  parent: StructElement,
  { rag, count, meaning }: TallyItem,
  box: Box,
  wordSize: number,
): void {
  artifact(doc.pdf, () => {
    doc.pdf.rect(box.x, box.y, box.width, box.height).fill(COLOUR.wash);
    swatch(doc, rag, { ...box, width: TILE.flag }, 0);
  });
  const width = box.width - TILE.padding + 1;
  const x = box.x + TILE.textLeft;
  const style = { ...TYPE.cell, leading: 16 };
  const words = [
    { text: `${count} `, ...COUNT_FACE },
    { text: RAG[rag].word, font: 'semibold' as const, size: wordSize },
  ];
  addElement(doc.pdf, parent, 'LI', {}, (item) => {
    addElement(doc.pdf, item, 'LBody', {}, (body) => {
      const first = breakLines(doc, words, width, style);
      drawLines(doc, body, first, { x, y: box.y + 3, width }, style);
      const second = breakLines(doc, meaning, width, TYPE.note);
      drawLines(doc, body, second, { x, y: box.y + 19.5, width }, TYPE.note);
    });
  });
}

export interface LegendItem {
  readonly rag: RagColour;
  /** "Amber: 2 to 3" */
  readonly text: string;
}

const LEGEND = { swatch: 10, textLeft: 14, gap: 13, row: 14, after: 5 };
const LEGEND_STYLE: TextStyle = { ...TYPE.note, leading: 10, colour: COLOUR.ink };

/** Swatches with their words in a row, or in several where one is too short. */
export function legend(doc: PdfDocument, items: readonly LegendItem[]): void {
  let x: number = PAGE.left;
  ensureSpace(doc, LEGEND.row);
  within(doc, 'L', (element) => {
    for (const { rag, text } of items) {
      const width = LEGEND.textLeft + labelWidth(doc, text, LEGEND_STYLE);
      if (x > PAGE.left && x + width > PAGE.right) {
        x = PAGE.left;
        doc.y += LEGEND.row;
      }
      const size = LEGEND.swatch;
      artifact(doc.pdf, () => swatch(doc, rag, { x, y: doc.y, width: size, height: size }, 0));
      drawLegendText(doc, element, text, x + LEGEND.textLeft);
      x += width + LEGEND.gap;
    }
  });
  doc.y += LEGEND.row + LEGEND.after;
}

function drawLegendText(doc: PdfDocument, list: StructElement, text: string, x: number): void {
  const width = PAGE.right - x;
  addElement(doc.pdf, list, 'LI', {}, (item) => {
    addElement(doc.pdf, item, 'LBody', {}, (body) => {
      const lines = breakLines(doc, text, width, LEGEND_STYLE);
      drawLines(doc, body, lines, { x, y: doc.y, width }, LEGEND_STYLE);
    });
  });
}

export interface Choice {
  readonly word: string;
  readonly meaning: string;
  readonly isChosen: boolean;
}

const CHOICE = { box: 12, indent: 18, gap: 2 };

/** Choices with a tick box each; assistive technology hears "Chosen:" or "Not chosen:" first. */
export function choices(doc: PdfDocument, items: readonly Choice[], style = TYPE.board): void {
  const column = { x: PAGE.left + CHOICE.indent, width: PAGE.measure - CHOICE.indent };
  within(doc, 'L', (element) => {
    for (const { word, meaning, isChosen } of items) {
      const font = isChosen ? ('bold' as const) : ('semibold' as const);
      const lines = fitLines(
        doc,
        [{ text: `${word}: `, font }, { text: meaning }],
        column.width,
        style,
      );
      ensureSpace(doc, heightToStart(lines.length, style));
      addElement(doc.pdf, element, 'LI', {}, (item) => {
        addElement(doc.pdf, item, 'Lbl', {}, (label) => drawTickBox(doc, label, isChosen));
        addElement(doc.pdf, item, 'LBody', {}, (body) => {
          flowLines(doc, body, lines, column, style);
        });
      });
      doc.y += CHOICE.gap;
    }
  });
}

function drawTickBox(doc: PdfDocument, parent: StructElement, isChosen: boolean): void {
  const box = { x: PAGE.left, y: doc.y, width: CHOICE.box, height: CHOICE.box };
  const alt = isChosen ? 'Chosen:' : 'Not chosen:';
  drawFigure(doc, parent, { alt, box, placement: 'Inline' }, () => {
    tickBox(doc, isChosen, { x: box.x + 0.7, y: box.y + 3 });
  });
}

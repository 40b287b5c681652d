/** The blocks that a document is written with: lede, paragraphs, lists, notes, quotes, a stamp. Headings: headings.ts. */
import { fitLines } from './line-fit.ts';
import { breakLines, toRuns } from './lines.ts';
import type { Text } from './lines.ts';
import { drawLines } from './paint.ts';
import { ensureSpace, within } from './sheet.ts';
import type { PdfDocument } from './sheet.ts';
import { addElement, artifact } from './structure.ts';
import type { StructElement } from './structure.ts';
import { flowLines, heightToStart, textBlock } from './text.ts';
import type { BlockOptions } from './text.ts';
import { COLOUR, PAGE, TYPE } from './tokens.ts';
import type { TextStyle } from './tokens.ts';

/** The line above the title: what kind of document this is. */
export function eyebrow(doc: PdfDocument, text: string): void {
  textBlock(doc, 'P', text, { style: TYPE.eyebrow, after: 3 });
}

export function paragraph(doc: PdfDocument, text: Text, options: BlockOptions = {}): void {
  textBlock(doc, 'P', text, { after: 6, ...options });
}

/** Small soft text that explains what is above or below it. */
export function note(doc: PdfDocument, text: Text, options: BlockOptions = {}): void {
  textBlock(doc, 'P', text, { style: TYPE.note, ...options });
}

const INDENT = 14;
const INDENTED = { x: PAGE.left + INDENT, width: PAGE.measure - INDENT };

/** The answer in two sentences: the first in semibold, behind the brand rule. */
export function lede(doc: PdfDocument, finding: string, rest = ''): void {
  const text = [{ text: finding, font: 'semibold' as const }, { text: rest && ` ${rest}` }];
  const sideRule = { width: 3.5, colour: COLOUR.brand };
  const runs = text.filter((run) => run.text !== '');
  textBlock(doc, 'P', runs, { style: TYPE.lede, ...INDENTED, sideRule, after: 2, balance: true });
}

export interface Quote {
  readonly text: string;
  /** language of `text`, where it is not English */
  readonly lang?: string;
  readonly translation?: string;
  /** who said it, and on what */
  readonly source: string;
}

/** Someone's own words, in italics, with a translation where they need one; one rule beside both. */
export function quote(doc: PdfDocument, { text, lang, translation, source }: Quote): void {
  const rule = { width: 2, colour: COLOUR.rule };
  const language = lang === undefined ? {} : { lang };
  textBlock(doc, 'P', text, {
    ...INDENTED,
    ...language,
    style: QUOTED,
    keep: TYPE.small.leading,
    sideRule: { ...rule, inset: { top: 2, bottom: 0 } },
  });
  const said = translation === undefined ? [] : [{ text: `${translation} ` }];
  textBlock(doc, 'P', [...said, { text: `${source}.`, colour: COLOUR.soft }], {
    ...INDENTED,
    style: TYPE.small,
    after: 9,
    sideRule: { ...rule, inset: { top: 0, bottom: 1 } },
  });
}

const QUOTED: TextStyle = { ...TYPE.body, font: 'italic', size: 11 };

export interface ListOptions {
  readonly style?: TextStyle;
  /** between two items */
  readonly gap?: number;
  /** the sign before an item: a bullet if left out */
  readonly label?: (index: number) => string;
  readonly labelWidth?: number;
}

const BULLET = '•';

/** A list; a long item goes on overleaf. */
export function list(doc: PdfDocument, items: readonly Text[], options: ListOptions = {}): void {
  const { style = TYPE.body, gap = 4, label = () => BULLET, labelWidth = INDENT } = options;
  const column = { x: PAGE.left + labelWidth, width: PAGE.measure - labelWidth };
  within(doc, 'L', (element) => {
    for (const [index, item] of items.entries()) {
      const lines = fitLines(doc, item, column.width, style);
      ensureSpace(doc, heightToStart(lines.length, style));
      addElement(doc.pdf, element, 'LI', {}, (itemElement) => {
        drawListLabel(doc, itemElement, label(index), labelWidth, style);
        addElement(doc.pdf, itemElement, 'LBody', {}, (body) => {
          flowLines(doc, body, lines, column, style);
        });
      });
      doc.y += gap;
    }
  });
}

function drawListLabel(
  doc: PdfDocument,
  item: StructElement,
  text: string,
  width: number,
  style: TextStyle,
): void {
  const bold: TextStyle = { ...style, font: 'semibold', colour: COLOUR.brand };
  addElement(doc.pdf, item, 'Lbl', {}, (element) => {
    const lines = breakLines(doc, toRuns(text), width, bold);
    drawLines(doc, element, lines, { x: PAGE.left, y: doc.y, width }, bold);
  });
}

const STAMP = { width: 84, height: 34, drop: 18, edge: 1.25 };

/** A boxed stamp at the right of the title; it outlives a print without the watermark. Call it after h1. */
export function stamp(doc: PdfDocument, word: string, meaning: string): void {
  const below = doc.y;
  const box = { x: PAGE.right - STAMP.width - 0.6, y: PAGE.firstTop + STAMP.drop };
  artifact(doc.pdf, () => {
    doc.pdf.lineWidth(STAMP.edge).strokeColor(COLOUR.ink);
    doc.pdf.rect(box.x, box.y, STAMP.width, STAMP.height).stroke();
  });
  const common = { x: box.x, width: STAMP.width, align: 'center' } as const;
  const small = { ...TYPE.note, colour: COLOUR.ink };
  doc.y = box.y + 3;
  const large: TextStyle = { ...small, font: 'bold', size: 12, leading: 14 };
  textBlock(doc, 'P', word, { ...common, style: large, after: 1 });
  textBlock(doc, 'P', meaning, { ...common, style: small });
  doc.y = below;
}

/** Blocks of text in the flow of the page: headings and paragraphs stay whole, long texts go on overleaf. */
import { fitLines } from './line-fit.ts';
import type { Line, Text } from './lines.ts';
import { drawLines } from './paint.ts';
import type { Align } from './paint.ts';
import { ensureSpace, skip, startPage } from './sheet.ts';
import type { PdfDocument } from './sheet.ts';
import { addElement, artifact } from './structure.ts';
import type { StructElement } from './structure.ts';
import { PAGE, TYPE } from './tokens.ts';
import type { TextStyle } from './tokens.ts';

/** A rule down the left of a block, as lede and quotes have. */
export interface SideRule {
  readonly width: number;
  readonly colour: string;
  /** how far it ends inside the block, above and below; 2 and 1 if left out */
  readonly inset?: { readonly top: number; readonly bottom: number };
}

export interface BlockOptions {
  readonly x?: number;
  readonly width?: number;
  readonly style?: TextStyle;
  /** the gap above, left out at the top of a page */
  readonly before?: number;
  /** the gap below */
  readonly after?: number;
  /** height that must fit on the page below this block, so that a heading stays with what it heads */
  readonly keep?: number;
  readonly align?: Align;
  /** lines of about equal length */
  readonly balance?: boolean;
  /** the language of this block, where it is not English: "cy", "pl" */
  readonly lang?: string;
  readonly sideRule?: SideRule;
}

/** A column of lines that may go over several pages. */
export interface FlowColumn {
  readonly x: number;
  readonly width: number;
  readonly align?: Align;
  readonly sideRule?: SideRule;
}

/** A block of up to so many lines is never parted. */
const LONGEST_WHOLE = 8;
/** lines that a parted block leaves at a foot, and takes to the next page, at least */
const FEWEST_APART = 2;

/**
 * Writes a block of text at the cursor and moves the cursor below it. Gives the top of the block on the
 * page where it starts, which is the current page for every block of up to eight lines.
 */
export function textBlock(
  doc: PdfDocument,
  tag: string,
  text: Text,
  options: BlockOptions = {},
): { top: number } {
  const style = options.style ?? TYPE.body;
  const column = { x: PAGE.left, width: PAGE.measure, ...options };
  const lines = fitLines(doc, text, column.width, style, options.balance);
  skip(doc, options.before ?? 0);
  ensureSpace(doc, heightToStart(lines.length, style) + (options.keep ?? 0));
  const top = doc.y;
  const lang = options.lang === undefined ? {} : { lang: options.lang };
  addElement(doc.pdf, doc.parent, tag, lang, (element) => {
    flowLines(doc, element, lines, column, style);
  });
  doc.y += options.after ?? 0;
  return { top };
}

/** Height that a text must find free to start on this page. */
export function heightToStart(lineCount: number, style: TextStyle): number {
  return (lineCount <= LONGEST_WHOLE ? lineCount : FEWEST_APART) * style.leading;
}

/** Draws lines from the cursor on, over as many pages as they take, and moves the cursor below them. */
export function flowLines(
  doc: PdfDocument,
  element: StructElement,
  lines: readonly Line[],
  column: FlowColumn,
  style: TextStyle,
): void {
  let drawn = 0;
  while (drawn < lines.length) {
    if (drawn > 0) startPage(doc);
    const count = linesForPage(lines.length - drawn, linesLeft(doc, style));
    drawLines(doc, element, lines.slice(drawn, drawn + count), { ...column, y: doc.y }, style);
    const height = count * style.leading;
    if (column.sideRule !== undefined) drawSideRule(doc, column.sideRule, height);
    drawn += count;
    doc.y += height;
  }
}

function linesLeft(doc: PdfDocument, style: TextStyle): number {
  return Math.floor((PAGE.bottom - doc.y) / style.leading + 0.001);
}

/** At least one, so that every page brings the text on; never all but one. */
function linesForPage(count: number, room: number): number {
  if (count <= room) return count;
  return Math.max(1, Math.min(room, count - FEWEST_APART));
}

function drawSideRule(doc: PdfDocument, rule: SideRule, height: number): void {
  const { top, bottom } = rule.inset ?? { top: 2, bottom: 1 };
  artifact(doc.pdf, () => {
    doc.pdf.rect(PAGE.left, doc.y + top, rule.width, height - top - bottom).fill(rule.colour);
  });
}

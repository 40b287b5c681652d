/** A table of contents: room for it is kept where it stands, and it is filled in once the pages are known. */
import { outermost } from './headings.ts';
import { breakLines } from './lines.ts';
import type { Line } from './lines.ts';
import { label, labelWidth } from './label.ts';
import { drawLines } from './paint.ts';
import { ensureSpace, pageNumber } from './sheet.ts';
import type { PdfDocument } from './sheet.ts';
import { addElement, artifact, openElement } from './structure.ts';
import type { StructElement } from './structure.ts';
import { COLOUR, PAGE, TYPE } from './tokens.ts';
import type { TextStyle } from './tokens.ts';

export interface ContentsEntry {
  readonly title: string;
  /** the destination that it leads to, as the whole document knows it */
  readonly goTo: string;
  /** one among several of a kind: set in, and lighter */
  readonly isInner?: boolean;
}

/** Fills the contents in. @param pageOf the first page of an entry's part, by its destination */
export type FillContents = (pageOf: (goTo: string) => number) => void;

interface Slot {
  readonly entry: ContentsEntry;
  readonly lines: readonly Line[];
  readonly style: TextStyle;
  readonly x: number;
  readonly page: number;
  readonly y: number;
}

const OUTER: TextStyle = { ...TYPE.body, font: 'semibold', size: 11, colour: COLOUR.brand };
const INNER: TextStyle = { ...TYPE.body, colour: COLOUR.brand };
const GAP = 6;
const INDENT = 14;
/** for the page's number, and clear space before it */
const NUMBER_WIDTH = 40;
const NUMBER = { font: 'semibold', size: 10.5, colour: COLOUR.ink } as const;
/** between the title, the dots and the number */
const CLEAR = 5;
/** up from the bottom of a line's box to where its letters stand */
const BASELINE = 4.2;

/** Keeps room at the cursor, on as many pages as the entries take. Call what it gives before the document is closed. */
export function contents(doc: PdfDocument, entries: readonly ContentsEntry[]): FillContents {
  // a section ends with its last block, and all that is in it: the contents outlive theirs
  const element = openElement(doc.pdf, outermost(doc), 'TOC');
  const slots = entries.map((entry): Slot => {
    const style = entry.isInner === true ? INNER : OUTER;
    const x = PAGE.left + (entry.isInner === true ? INDENT : 0);
    const run = { text: entry.title, goTo: entry.goTo };
    const lines = breakLines(doc, [run], PAGE.right - NUMBER_WIDTH - x, style);
    const height = lines.length * style.leading;
    ensureSpace(doc, height);
    const slot = { entry, lines, style, x, page: pageNumber(doc), y: doc.y };
    doc.y += height + GAP;
    return slot;
  });
  return (pageOf) => {
    const last = pageNumber(doc);
    for (const slot of slots) {
      doc.pdf.switchToPage(slot.page - 1);
      drawEntry(doc, element, slot, String(pageOf(slot.entry.goTo)));
    }
    element.end();
    doc.pdf.switchToPage(last - 1);
  };
}

function drawEntry(doc: PdfDocument, element: StructElement, slot: Slot, page: string): void {
  const { lines, style, x, y } = slot;
  const width = PAGE.right - NUMBER_WIDTH - x;
  const foot = y + lines.length * style.leading - BASELINE;
  addElement(doc.pdf, element, 'TOCI', {}, (item) => {
    drawLines(doc, item, lines, { x, y, width }, style);
    // the space keeps title and number apart when they are copied or read aloud
    item.add(() => {
      const at = { x: PAGE.right - labelWidth(doc, page, NUMBER), y: foot };
      label(doc, ` ${page}`, { x: at.x - labelWidth(doc, ' ', NUMBER), y: foot }, NUMBER);
    });
  });
  drawDots(doc, {
    from: x + (lines.at(-1)?.width ?? 0) + CLEAR,
    to: PAGE.right - labelWidth(doc, page, NUMBER) - CLEAR,
    y: foot,
  });
}

/** From the title to its number, for the eye alone. */
function drawDots(
  doc: PdfDocument,
  { from, to, y }: { from: number; to: number; y: number },
): void {
  if (to <= from) return;
  artifact(doc.pdf, () => {
    doc.pdf.lineWidth(0.75).strokeColor(COLOUR.rule).dash(0.75, { space: 3 });
    doc.pdf.moveTo(from, y).lineTo(to, y).stroke();
  });
}

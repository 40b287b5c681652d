/** An open PDF: the page being written, the cursor on it, and the element that new blocks join. */
import { showableText } from './characters.ts';
import type { OpenHeading } from './headings.ts';
import { showText } from './show-text.ts';
import { artifact, openElement } from './structure.ts';
import type { Pdf, StructElement } from './structure.ts';
import { PAGE } from './tokens.ts';
import type { FontName } from './tokens.ts';

export interface PdfDocument {
  readonly pdf: Pdf;
  /** where the next block starts, in points from the top of the page */
  y: number;
  /** the structure element that new blocks join */
  parent: StructElement;
  /** the heading under which new blocks stand */
  heading: OpenHeading;
  /** the part that is being written, where a document has several with headings of their own */
  chapter: Chapter;
  /** true once a character had to be replaced: the document then ends with a note */
  hasMissing: boolean;
  readonly shows: (codePoint: number) => boolean;
  /** widths measured so far, in ems */
  readonly widths: Map<string, number>;
}

/** Where headings and destinations of a part belong; a document without parts has one for all. */
export interface Chapter {
  /** stands before the names of its destinations, so that two parts may use the same; '' for none */
  readonly name: string;
  /** ranks by which its headings stand lower */
  readonly depth: 0 | 1;
}

export const WHOLE_DOCUMENT: Chapter = { name: '', depth: 0 };

/** A rectangle in points, from the top left of the page. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** What it takes to measure a text. */
export interface Face {
  readonly font: FontName;
  readonly size: number;
}

/** Goes on at the top of a new page. */
export function startPage(doc: PdfDocument): void {
  doc.pdf.addPage();
  doc.y = PAGE.top;
}

/** The number of the page that is being written, from 1. */
export function pageNumber({ pdf }: PdfDocument): number {
  return pdf.bufferedPageRange().count;
}

/** The name of a destination, as the whole document knows it. */
export function destination({ chapter }: PdfDocument, name: string): string {
  return chapter.name === '' ? name : `${chapter.name}/${name}`;
}

/** Starts a new page if less than `height` is left on this one. */
export function ensureSpace(doc: PdfDocument, height: number): void {
  const isAtTop = doc.y <= PAGE.top;
  if (!isAtTop && doc.y + height > PAGE.bottom) startPage(doc);
}

/** Leaves a gap, except at the top of a page. */
export function skip(doc: PdfDocument, gap: number): void {
  if (doc.y !== PAGE.top) doc.y += gap;
}

/** Gathers the blocks that `write` makes under one element: a Sect, an L, … */
export function within<T>(
  doc: PdfDocument,
  tag: string,
  write: (element: StructElement) => T,
  title?: string,
): T {
  const outer = doc.parent;
  const element = openElement(doc.pdf, outer, tag, title === undefined ? {} : { title });
  doc.parent = element;
  const result = write(element);
  doc.parent = outer;
  element.end();
  return result;
}

/** A straight line, as decoration. */
export function drawRule(
  doc: PdfDocument,
  line: { x: number; y: number; width: number },
  stroke: { width: number; colour: string },
): void {
  artifact(doc.pdf, () => {
    doc.pdf.lineWidth(stroke.width).strokeColor(stroke.colour);
    doc.pdf
      .moveTo(line.x, line.y)
      .lineTo(line.x + line.width, line.y)
      .stroke();
  });
}

/** The text as this document can draw it; remembers if something had to be marked as missing. */
export function toShowable(doc: PdfDocument, text: string): string {
  const shown = showableText(text, doc.shows);
  if (shown.hasMissing) doc.hasMissing = true;
  return shown.text;
}

/** longer texts are whole lines, which rarely come twice */
const LONGEST_REMEMBERED = 40;

/** Width of a showable text in points. */
export function textWidth(doc: PdfDocument, text: string, face: Face): number {
  const key = `${face.font} ${text}`;
  let ems = doc.widths.get(key);
  if (ems === undefined) {
    ems = doc.pdf.font(face.font).fontSize(1).widthOfString(text);
    if (text.length <= LONGEST_REMEMBERED) doc.widths.set(key, ems);
  }
  return ems * face.size;
}

/** Draws showable text with its baseline at `y`, inside marked content that the caller has opened. */
export function drawText(
  doc: PdfDocument,
  text: string,
  at: { x: number; y: number },
  face: Face & { colour: string },
): void {
  showText(doc.pdf, { text, ...at, ...face });
}

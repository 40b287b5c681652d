/** Headings: each opens a section of the structure and has its bookmark, so that both tell the same order. */
import { plainText } from './characters.ts';
import { breakLines } from './lines.ts';
import { destination, pageNumber, startPage, WHOLE_DOCUMENT } from './sheet.ts';
import type { PdfDocument } from './sheet.ts';
import { openElement } from './structure.ts';
import type { StructElement } from './structure.ts';
import { textBlock } from './text.ts';
import type { BlockOptions } from './text.ts';
import { PAGE, TYPE } from './tokens.ts';

/** 1 for the title, 2 for a section, 3 for a part of one. */
export type HeadingRank = 1 | 2 | 3;

/** A heading whose section is being written; before the title, the document itself with rank 0. */
export interface OpenHeading {
  readonly rank: number;
  readonly bookmark: PDFKit.PDFOutline;
  /** what it heads; the title heads the document itself */
  readonly section: StructElement;
  /** the heading under which it stands; null for the document */
  readonly above: OpenHeading | null;
}

export interface HeadingOptions extends BlockOptions {
  /** makes it a destination for a run's `goTo` */
  readonly name?: string;
}

/** A longer title is set smaller, so that the first page has room for what it heads. */
const MOST_TITLE_LINES = 2;
/** space above a heading that a bookmark shows with it */
const BOOKMARK_RISE = 10;

/** three lines of small type, and the space before them: a list's first item, or a whole short paragraph */
const H3_KEEP = 48;
/** a third heading with what it keeps */
const H2_KEEP = 26 + H3_KEEP;

/** The title of the document; the bookmarks of all second headings hang under it. */
export function h1(doc: PdfDocument, text: string, options: HeadingOptions = {}): void {
  const width = options.width ?? PAGE.measure;
  const isLong = breakLines(doc, text, width, TYPE.title).length > MOST_TITLE_LINES;
  const style = isLong ? TYPE.longTitle : TYPE.title;
  heading(doc, 1, text, { style, after: 4, ...options });
}

/** A second heading: what follows, up to the next one, is its section. */
export function h2(doc: PdfDocument, text: string, options: HeadingOptions = {}): void {
  heading(doc, 2, text, { style: TYPE.h2, before: 20, after: 5, keep: H2_KEEP, ...options });
}

/** A third heading, inside the section of a second one. Gives its top. */
export function h3(doc: PdfDocument, text: string, options: HeadingOptions = {}): number {
  return heading(doc, 3, text, { style: TYPE.h3, before: 8, after: 3, keep: H3_KEEP, ...options });
}

/**
 * A part with headings of its own, from the top of a page on: its title stands under the document's as a second
 * heading, and its links stay inside it. Gives the number of its first page.
 */
export function chapter(doc: PdfDocument, name: string, write: () => void): number {
  closeFrom(doc, 2);
  startPage(doc);
  const first = pageNumber(doc);
  doc.chapter = { name, depth: 1 };
  write();
  doc.chapter = WHOLE_DOCUMENT;
  return first;
}

/** The document itself, around all sections: what is added to it may stay open until the end. */
export function outermost({ heading }: PdfDocument): StructElement {
  let open = heading;
  while (open.above !== null) open = open.above;
  return open.section;
}

/** Ends the sections that are still open. */
export function closeSections(doc: PdfDocument): void {
  closeFrom(doc, 2);
  for (const top of doc.pdf.outline.children) {
    for (const second of top.children) foldBookmark(second);
  }
}

function heading(
  doc: PdfDocument,
  ownRank: HeadingRank,
  text: string,
  options: HeadingOptions,
): number {
  const rank = ownRank + doc.chapter.depth;
  closeFrom(doc, rank);
  const above = doc.heading;
  if (above.rank < rank - 1) throw new Error(`“${text}” skips a rank of heading`);
  const section = rank === 1 ? above.section : openElement(doc.pdf, above.section, 'Sect');
  doc.parent = section;
  // What has to follow on the page begins below the space under the heading.
  const keep = (options.keep ?? 0) + (options.after ?? 0);
  const { top } = textBlock(doc, `H${rank}`, text, { ...options, keep });
  const bookmark = addBookmark(doc, text, top);
  doc.heading = { rank, bookmark, section, above };
  if (options.name !== undefined) addDestination(doc, destination(doc, options.name), top);
  return top;
}

/** Ends the sections of this rank and below; new blocks then join what is around them. */
function closeFrom(doc: PdfDocument, rank: number): void {
  while (doc.heading.rank >= rank && doc.heading.above !== null) {
    const { section, above } = doc.heading;
    if (section !== above.section) section.end();
    doc.heading = above;
  }
  doc.parent = doc.heading.section;
}

function addBookmark({ heading: above }: PdfDocument, text: string, top: number) {
  // pdfkit counts `left` from the right edge: the page's width is its left edge
  const place = { top: Math.max(0, top - BOOKMARK_RISE), left: PAGE.width };
  return above.bookmark.addItem(plainText(text), { expanded: above.rank === 0, ...place });
}

/** A folded bookmark counts what it hides, with a minus; pdfkit counts for unfolded ones only. */
function foldBookmark({ children, outlineData }: PDFKit.PDFOutline): void {
  if (children.length > 0) outlineData.Count = -children.length;
  for (const below of children) foldBookmark(below);
}

function addDestination({ pdf }: PdfDocument, name: string, top: number): void {
  pdf.addNamedDestination(name, 'XYZ', 0, Math.max(0, top - BOOKMARK_RISE), null);
}

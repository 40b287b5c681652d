/**
 * Opens and closes a PDF: tagged, in British English, titled, bookmarked, each page framed.
 *
 * A document module exports `render(view)`, and the pool (pool.ts) runs it off the event loop:
 *
 *   export async function render(view: PlaceView): Promise<Buffer> {
 *     const doc = openDocument({
 *       title: 'Place summary: Clun Forest, autumn 2026',
 *       subject: 'Support for parent-infant relationships, by Place',
 *       author: view.system,
 *       createdAt: new Date(view.madeAt),
 *       isDraft: true,
 *       furniture: { runningHead, status, footer, credit },
 *     });
 *     eyebrow(doc, 'Place summary');
 *     h1(doc, 'Clun Forest', { width: 396, balance: true });
 *     lede(doc, 'Five domains moved up.', 'Agencies are split about services.');
 *     headedTable(doc, 'Gaps and actions', {
 *       title: 'Gaps and actions',
 *       columns: [{ label: 'Action', rowHeader: true }, { label: 'Due', width: 62 }],
 *       rows: view.actions.map((action) => ({ cells: [action.text, action.due] })),
 *     });
 *     return closeDocument(doc);
 *   }
 *
 * Blocks (headings.ts, blocks.ts, facts.ts, tally.ts, table.ts, panel.ts, figure.ts) write at the cursor `doc.y`, move it down
 * and start pages by themselves. Reading order is writing order.
 */
import PDFDocument from 'pdfkit';
import { plainText } from './characters.ts';
import { loadFonts } from './fonts.ts';
import { drawFurniture, drawWatermark } from './furniture.ts';
import type { Furniture } from './furniture.ts';
import { closeSections } from './headings.ts';
import { toShowable, WHOLE_DOCUMENT } from './sheet.ts';
import type { PdfDocument } from './sheet.ts';
import type { Pdf } from './structure.ts';
import { textBlock } from './text.ts';
import { PAGE, TYPE } from './tokens.ts';

export interface DocumentOptions {
  readonly title: string;
  readonly subject: string;
  readonly author: string;
  /** becomes the creation date; equal input then gives equal bytes */
  readonly createdAt: Date;
  /** a draft has its watermark on every page */
  readonly isDraft: boolean;
  readonly furniture: Furniture;
}

/** The last line of a document in which a character had to be marked. */
export const MISSING_NOTE = 'Characters that this PDF’s font can’t show are marked □.';

interface OpenDocument extends PdfDocument {
  readonly root: PDFKit.PDFStructureElement;
  readonly furniture: Furniture;
}

/** A new document with its first page, ready for blocks. */
export function openDocument(options: DocumentOptions): OpenDocument {
  const pdf = createPdf(options);
  const fonts = loadFonts();
  for (const [name, font] of Object.entries(fonts.byName)) pdf.registerFont(name, font);
  const root = pdf.struct('Document');
  pdf.addStructure(root);
  const doc: OpenDocument = {
    pdf,
    y: PAGE.firstTop,
    parent: root,
    root,
    heading: { rank: 0, bookmark: pdf.outline, section: root, above: null },
    chapter: WHOLE_DOCUMENT,
    hasMissing: false,
    shows: fonts.shows,
    widths: new Map(),
    furniture: options.furniture,
  };
  // every text of the frame is looked at now: the note at the end comes before the frame is drawn
  for (const text of Object.values(options.furniture)) toShowable(doc, String(text));
  if (options.isDraft) pdf.on('pageAdded', () => drawWatermark(doc));
  pdf.addPage();
  return doc;
}

/** Frames the pages and gives the finished file. Nothing may be written afterwards. */
export function closeDocument(doc: OpenDocument): Promise<Buffer> {
  if (doc.hasMissing) textBlock(doc, 'P', MISSING_NOTE, { style: TYPE.note, before: 10 });
  closeSections(doc);
  drawFurniture(doc, doc.furniture);
  doc.root.end();
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    doc.pdf.on('data', (chunk: Buffer) => chunks.push(chunk));
    doc.pdf.on('end', () => resolve(Buffer.concat(chunks)));
    doc.pdf.on('error', reject);
    doc.pdf.end();
  });
}

function createPdf(options: DocumentOptions): Pdf {
  const info = {
    Title: plainText(options.title),
    Subject: plainText(options.subject),
    Author: plainText(options.author),
    CreationDate: options.createdAt,
  };
  const settings = {
    size: [PAGE.width, PAGE.height],
    // pages are broken here, never by pdfkit: text below its margin would add pages by itself
    margins: { top: 0, bottom: 0, left: 0, right: 0 },
    // a first page made by the constructor would come before anyone listens
    autoFirstPage: false,
    bufferPages: true,
    pdfVersion: '1.7',
    // newer than its published types
    subset: 'PDF/UA' as string,
    tagged: true,
    lang: 'en-GB',
    displayTitle: true,
    // no standard font: it would not be embedded
    font: '',
    info,
  };
  const pdf = new PDFDocument(settings as PDFKit.PDFDocumentOptions);
  escapeMetadata(pdf);
  return pdf;
}

/** pdfkit copies title, author and subject into XML as they are: "&" or "<" would break it. */
function escapeMetadata(pdf: Pdf): void {
  const endMetadata = pdf.endMetadata.bind(pdf);
  pdf.endMetadata = () => {
    for (const key of ['Title', 'Subject', 'Author'] as const) {
      pdf.info[key] = escapeXml(pdf.info[key] ?? '');
    }
    endMetadata();
  };
}

function escapeXml(text: string): string {
  return text.replace(/&/gu, '&amp;').replace(/</gu, '&lt;').replace(/>/gu, '&gt;');
}

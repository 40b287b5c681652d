/** What frames every page: brand rule or running head, footer, page x of y, and the draft's watermark. */
import { label, labelWidth } from './label.ts';
import { drawText } from './sheet.ts';
import type { PdfDocument } from './sheet.ts';
import { artifact } from './structure.ts';
import { COLOUR, PAGE } from './tokens.ts';

export interface Furniture {
  /** at the left of every later page's head: what this document is about */
  readonly runningHead: string;
  /** at the right of it: "DRAFT for factual check", "Published 14 January 2027" */
  readonly status: string;
  /** first line of the foot: round, edition, when it was made */
  readonly footer: string;
  /** second line of the foot: whose work this rests on */
  readonly credit: string;
}

const HEAD = { font: 'semibold', size: 8.5, colour: COLOUR.soft } as const;
const FOOT = { font: 'regular', size: 8, colour: COLOUR.soft } as const;
const PAGE_NUMBER = { font: 'semibold', size: 8.5, colour: COLOUR.ink } as const;

const BRAND_RULE = { top: 28, height: 3 };
const HEAD_BASELINE = 41;
const HEAD_RULE = 47.5;
const FOOT_RULE = 792;
const FOOT_BASELINES = { first: 804, second: 815 };
/** between two texts on one line */
const GAP = 16;

const WATERMARK = { text: 'DRAFT', angle: -52, drop: 44 };
const WATERMARK_FACE = { font: 'bold', size: 132, colour: COLOUR.watermark } as const;

/** "DRAFT" across the page; text keeps 5.9:1 or more on it. Call it on the new page, before any text. */
export function drawWatermark(doc: PdfDocument): void {
  artifact(
    doc.pdf,
    () => {
      const centre = { x: PAGE.width / 2, y: PAGE.height / 2 };
      const width = labelWidth(doc, WATERMARK.text, WATERMARK_FACE);
      doc.pdf.rotate(WATERMARK.angle, { origin: [centre.x, centre.y] });
      const at = { x: centre.x - width / 2, y: centre.y + WATERMARK.drop };
      drawText(doc, WATERMARK.text, at, WATERMARK_FACE);
    },
    'Pagination',
  );
}

/** Frames all pages. Call it last: only then is the number of pages known. */
export function drawFurniture(doc: PdfDocument, furniture: Furniture): void {
  const { count } = doc.pdf.bufferedPageRange();
  for (let index = 0; index < count; index += 1) {
    doc.pdf.switchToPage(index);
    const drawHead = index === 0 ? drawBrandRule : drawRunningHead;
    artifact(doc.pdf, () => drawHead(doc, furniture), 'Pagination');
    const pageNumber = `Page ${index + 1} of ${count}`;
    artifact(doc.pdf, () => drawFoot(doc, furniture, pageNumber), 'Pagination');
  }
}

function drawBrandRule(doc: PdfDocument): void {
  doc.pdf.rect(PAGE.left, BRAND_RULE.top, PAGE.measure, BRAND_RULE.height).fill(COLOUR.brand);
}

function drawRunningHead(doc: PdfDocument, furniture: Furniture): void {
  const y = HEAD_BASELINE;
  const half = (PAGE.measure - GAP) / 2;
  const right = { ...HEAD, align: 'right', maxWidth: half } as const;
  const statusWidth = label(doc, furniture.status, { x: PAGE.right, y }, right);
  const maxWidth = PAGE.measure - statusWidth - GAP;
  label(doc, furniture.runningHead, { x: PAGE.left, y }, { ...HEAD, maxWidth });
  drawPageRule(doc, HEAD_RULE, 0.75);
}

function drawFoot(doc: PdfDocument, furniture: Furniture, pageNumber: string): void {
  drawPageRule(doc, FOOT_RULE, 0.5);
  const right = { x: PAGE.right, y: FOOT_BASELINES.first };
  const numberWidth = label(doc, pageNumber, right, { ...PAGE_NUMBER, align: 'right' });
  const left = { x: PAGE.left, y: FOOT_BASELINES.first };
  label(doc, furniture.footer, left, { ...FOOT, maxWidth: PAGE.measure - numberWidth - GAP });
  const below = { x: PAGE.left, y: FOOT_BASELINES.second };
  label(doc, furniture.credit, below, { ...FOOT, maxWidth: PAGE.measure });
}

function drawPageRule(doc: PdfDocument, y: number, width: number): void {
  doc.pdf.lineWidth(width).strokeColor(COLOUR.rule);
  doc.pdf.moveTo(PAGE.left, y).lineTo(PAGE.right, y).stroke();
}

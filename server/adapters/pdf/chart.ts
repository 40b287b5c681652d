/** Charts: path data drawn with pens, and words at their places. What a chart means is for its caller to know. */
import { label, labelWidth } from './label.ts';
import type { PdfDocument } from './sheet.ts';
import { keepingState } from './structure.ts';
import type { Pdf } from './structure.ts';
import type { FontName } from './tokens.ts';

/** How a path is drawn; widths and dashes in points, whatever the scale of the path. */
export interface Pen {
  readonly fill?: string;
  readonly opacity?: number;
  readonly stroke?: string;
  readonly width?: number;
  /** length of a dash, and of the space after it */
  readonly dash?: readonly [number, number];
  readonly isRound?: boolean;
}

export interface Lettering {
  readonly font: FontName;
  readonly size: number;
  readonly colour: string;
  /** of the paper behind the words, where lines run below them */
  readonly plate?: string;
}

interface PenPath {
  /** SVG path data */
  readonly d: string;
  readonly pen: Pen;
}
interface PlacedWords {
  readonly text: string;
  readonly x: number;
  /** of the baseline */
  readonly y: number;
  readonly anchor: 'start' | 'middle' | 'end';
  readonly face: Lettering;
}

/** Paths and words in units of their own, `x` and `y` being the left top corner. */
export interface Chart {
  readonly x: number;
  readonly y: number;
  readonly paths: readonly PenPath[];
  readonly words: readonly PlacedWords[];
}

const SHIFT = { start: 0, middle: 0.5, end: 1 } as const;
const ALIGN = { start: 'left', middle: 'center', end: 'right' } as const;

/**
 * Draws the chart with its left top corner at `at`, one of its units being `scale` points. It belongs in a
 * figure's drawing.
 */
export function drawChart(
  doc: PdfDocument,
  chart: Chart,
  at: { readonly x: number; readonly y: number },
  scale: number,
): void {
  const { pdf } = doc;
  const [left, top] = [at.x - chart.x * scale, at.y - chart.y * scale];
  keepingState(pdf, () => {
    pdf.translate(left, top).scale(scale);
    for (const path of chart.paths) keepingState(pdf, () => drawPath(pdf, path, scale));
  });
  for (const { x, y, ...words } of chart.words) {
    drawWords(doc, { ...words, x: left + x * scale, y: top + y * scale });
  }
}

function drawWords(doc: PdfDocument, { text, x, y, anchor, face }: PlacedWords): void {
  const { plate, size } = face;
  if (plate !== undefined) {
    const width = labelWidth(doc, text, face);
    const from = x - width * SHIFT[anchor];
    doc.pdf
      .rect(from - 1, y - 0.72 * size, width + 2, size)
      .fillColor(plate, 1)
      .fill();
  }
  label(doc, text, { x, y }, { ...face, align: ALIGN[anchor] });
}

function drawPath(pdf: Pdf, { d, pen }: PenPath, scale: number): void {
  const { fill, opacity = 1, stroke } = pen;
  if (fill !== undefined) pdf.path(d).fillColor(fill, opacity).fill();
  if (stroke === undefined) return;
  setLine(pdf, pen, scale);
  pdf.path(d).strokeColor(stroke).stroke();
}

function setLine(pdf: Pdf, { width = 1, dash, isRound = false }: Pen, scale: number): void {
  pdf.lineWidth(width / scale).lineJoin('round');
  if (isRound) pdf.lineCap('round');
  if (dash) pdf.dash(dash[0] / scale, { space: dash[1] / scale });
}

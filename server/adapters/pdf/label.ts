/** Short single-line text at a given place: in figures, in running heads, in column heads. */
import { drawText, textWidth, toShowable } from './sheet.ts';
import type { Face, PdfDocument } from './sheet.ts';
import type { Align } from './paint.ts';
import { COLOUR } from './tokens.ts';

export interface LabelOptions extends Partial<Face> {
  readonly colour?: string;
  /** which point of the text stands at `x` */
  readonly align?: Align;
  /** a longer text ends in "…" */
  readonly maxWidth?: number;
}

const SMALLEST: Face = { font: 'regular', size: 8 };

/** no page is wide enough for more characters */
const LONGEST = 300;

/**
 * Draws one line with its baseline at `y` and gives its width. It belongs inside a figure's drawing or
 * an artifact: the caller has opened the marked content.
 */
export function label(
  doc: PdfDocument,
  text: string,
  at: { x: number; y: number },
  options: LabelOptions = {},
): number {
  const face = { ...SMALLEST, colour: COLOUR.ink, ...options };
  const shown = shorten(doc, toOneLine(doc, text), face, options.maxWidth ?? Infinity);
  const width = textWidth(doc, shown, face);
  drawText(doc, shown, { x: at.x - anchor(width, options.align), y: at.y }, face);
  return width;
}

/** Width that a label takes, in points. */
export function labelWidth(doc: PdfDocument, text: string, face: Partial<Face> = {}): number {
  return textWidth(doc, toOneLine(doc, text), { ...SMALLEST, ...face });
}

function toOneLine(doc: PdfDocument, text: string): string {
  return toShowable(doc, text).replaceAll('\n', ' ');
}

function anchor(width: number, align: Align = 'left'): number {
  if (align === 'right') return width;
  return align === 'center' ? width / 2 : 0;
}

function shorten(doc: PdfDocument, text: string, face: Face, maxWidth: number): string {
  if (textWidth(doc, text, face) <= maxWidth) return text;
  let shorter = Array.from(text).slice(0, LONGEST);
  while (shorter.length > 0) {
    shorter = shorter.slice(0, -1);
    const tried = `${shorter.join('').trimEnd()}…`;
    if (textWidth(doc, tried, face) <= maxWidth) return tried;
  }
  return '';
}

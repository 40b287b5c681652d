/** Figures: a drawing with the words that replace it for those who cannot see it. */
import { plainText } from './characters.ts';
import { ensureSpace } from './sheet.ts';
import type { Box, PdfDocument } from './sheet.ts';
import { addElement, keepingState } from './structure.ts';
import type { StructElement } from './structure.ts';
import { PAGE } from './tokens.ts';

/** Draws inside the box with `doc.pdf` and `label()`; colours, dashes and clips are put back for it. */
export type Drawing = (box: Box) => void;

/** A figure in the flow, as wide as the text; `height` is kept together on one page. */
export function figure(doc: PdfDocument, alt: string, height: number, draw: Drawing): void {
  ensureSpace(doc, height);
  const box = { x: PAGE.left, y: doc.y, width: PAGE.measure, height };
  drawFigure(doc, doc.parent, { alt, box, placement: 'Block' }, draw);
  doc.y += height;
}

/** A figure at a given place, the cursor unmoved: beside a table, or in a cell. */
export function drawFigure(
  doc: PdfDocument,
  parent: StructElement,
  options: { alt: string; box: Box; placement: 'Block' | 'Inline' },
  draw: Drawing,
): void {
  const { box, placement } = options;
  const attributes = {
    alt: plainText(options.alt),
    bbox: corners(box),
    placement,
  };
  addElement(doc.pdf, parent, 'Figure', attributes, (element) => {
    element.add(() => keepingState(doc.pdf, () => draw(box)));
  });
}

function corners(box: Box): [number, number, number, number] {
  return [box.x, box.y, box.x + box.width, box.y + box.height];
}

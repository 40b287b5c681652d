/** What a person fills in with a pen: tick boxes and lines to write on, tagged as fields of a printed form. */
import { plainText } from './characters.ts';
import type { Box, PdfDocument } from './sheet.ts';
import { addElement, keepingState, textObject } from './structure.ts';
import type { StructElement } from './structure.ts';
import { COLOUR } from './tokens.ts';

/** ISO 32000-1, 14.8.5.6: what assistive technology says of a field that cannot be filled in on screen. */
const PRINTED = { tick: { Role: 'cb', checked: 'off' }, text: { Role: 'tv' } } as const;

export type BlankKind = keyof typeof PRINTED;

/** Draws an empty field; `words` say what belongs in it. */
export function drawBlank(
  doc: PdfDocument,
  parent: StructElement,
  { kind, words }: { readonly kind: BlankKind; readonly words: string },
  draw: () => void,
): void {
  const said = plainText(words);
  addElement(doc.pdf, parent, 'Form', { alt: said }, (element) => {
    element.dictionary.data.A = { O: 'PrintField', ...PRINTED[kind], Desc: textObject(said) };
    element.add(() => keepingState(doc.pdf, draw));
  });
}

/** An empty box to tick is so wide and so high: a pen needs more room than a printed mark. */
export const TICK_SIZE = 11;

/** @param at its left top corner */
export function strokeTick({ pdf }: PdfDocument, at: { x: number; y: number }): void {
  pdf.lineWidth(0.9).strokeColor(COLOUR.ink);
  pdf.rect(at.x, at.y, TICK_SIZE, TICK_SIZE).stroke();
}

/** from one line of handwriting to the next */
export const WRITING_LINE = 21;

/** Lines to write on, as many as the box is high; dark enough for a copier. */
export function strokeLines({ pdf }: PdfDocument, { x, y, width, height }: Box): void {
  pdf.lineWidth(0.6).strokeColor(COLOUR.grid);
  for (let line = WRITING_LINE; line <= height + 0.01; line += WRITING_LINE) {
    pdf
      .moveTo(x, y + line)
      .lineTo(x + width, y + line)
      .stroke();
  }
}

/** A box to write in, as the cells of a table have. */
export function strokeBox({ pdf }: PdfDocument, { x, y, width, height }: Box): void {
  pdf.lineWidth(0.6).strokeColor(COLOUR.grid);
  pdf.rect(x, y, width, height).stroke();
}

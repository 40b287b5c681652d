/** The words of the field, explained. */
import { list } from '../../../adapters/pdf/blocks.ts';
import { h2 } from '../../../adapters/pdf/headings.ts';
import type { PdfDocument } from '../../../adapters/pdf/sheet.ts';
import { TYPE } from '../../../adapters/pdf/tokens.ts';
import type { FormView } from './form.view.ts';

export function writeTerms(doc: PdfDocument, { terms }: FormView): void {
  if (terms.length === 0) return;
  h2(doc, 'Words used here');
  const items = terms.map(({ term, definition }) => [
    { text: `${term}: `, font: 'semibold' as const },
    { text: definition },
  ]);
  list(doc, items, { style: TYPE.cell, gap: 1 });
}

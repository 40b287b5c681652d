/** A table under a third heading, with what explains it between the two: all three start on one page. */
import { note } from '../../../adapters/pdf/blocks.ts';
import { h3 } from '../../../adapters/pdf/headings.ts';
import type { PdfDocument } from '../../../adapters/pdf/sheet.ts';
import { table, tableStartHeight } from '../../../adapters/pdf/table.ts';
import type { TableSpec } from '../../../adapters/pdf/table.types.ts';

/** explanations take up to four lines */
const EXPLANATION = 48;

export function writeTable(
  doc: PdfDocument,
  heading: string,
  spec: TableSpec,
  explanation = '',
): void {
  const keep = tableStartHeight(doc, spec) + (explanation === '' ? 0 : EXPLANATION);
  h3(doc, heading, { before: 12, keep });
  if (explanation !== '') note(doc, explanation, { after: 4 });
  table(doc, spec);
}

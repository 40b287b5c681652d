/** Where a Place's map and grid disagree. */
import { list, paragraph } from '../../../adapters/pdf/blocks.ts';
import { h2 } from '../../../adapters/pdf/headings.ts';
import type { PdfDocument } from '../../../adapters/pdf/sheet.ts';
import { contradictionText, type ContradictionsView } from '../place-contradictions.view.ts';

/** of the heading, the sentence below it and the first item */
const KEEP = 80;

export function writeContradictions(
  doc: PdfDocument,
  { summary, found }: ContradictionsView,
): void {
  h2(doc, 'Where map and grid disagree', { name: 'contradictions', keep: KEEP });
  paragraph(doc, summary);
  if (found.length === 0) return;
  list(
    doc,
    found.map((one) => [
      { text: `${one.domain}: `, font: 'semibold' as const },
      { text: contradictionText(one) },
    ]),
  );
}

/** What changed since the first publication, on paper. */
import { list, paragraph } from '../../../adapters/pdf/blocks.ts';
import { h2, h3 } from '../../../adapters/pdf/headings.ts';
import type { Run } from '../../../adapters/pdf/lines.ts';
import type { PdfDocument } from '../../../adapters/pdf/sheet.ts';
import { TYPE } from '../../../adapters/pdf/tokens.ts';
import type { ChangeView, EditionsView } from '../editions.view.ts';

export function writeEditions(doc: PdfDocument, { editions }: EditionsView): void {
  h2(doc, 'What changed since the first publication', { name: 'changed' });
  for (const { title, note, changes, none } of editions) {
    h3(doc, title);
    if (note !== '') paragraph(doc, note, { style: TYPE.small });
    if (none !== '') paragraph(doc, none, { style: TYPE.small });
    if (changes.length > 0) list(doc, changes.map(toRuns), { style: TYPE.small, gap: 3 });
  }
}

function toRuns({ place, topic, words, rationale }: ChangeView): Run[] {
  const about = place === '' ? topic : `${place}, ${topic}`;
  return [{ text: `${about}. `, font: 'semibold' }, { text: `${words}. ${rationale}` }];
}

/** What the service map tells of a Place, in short: the same sentences as on its page, and when money ends. */
import { list } from '../../../adapters/pdf/blocks.ts';
import { h2 } from '../../../adapters/pdf/headings.ts';
import type { PdfDocument } from '../../../adapters/pdf/sheet.ts';
import type { FindingsInShort } from '../map/findings.ts';
import { writeMoney } from './map-money.ts';

/** of the heading and the first item */
const KEEP = 60;

export function writeFindings(doc: PdfDocument, { findings, money }: FindingsInShort): void {
  h2(doc, 'What the service map tells', { name: 'map', keep: KEEP });
  list(
    doc,
    findings.map(({ topic, text }) => [
      { text: `${topic}: `, font: 'semibold' as const },
      { text },
    ]),
  );
  writeMoney(doc, money);
}

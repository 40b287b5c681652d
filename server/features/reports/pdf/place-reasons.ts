/** Why each domain of a Place stands where it does: what is to be settled, what was agreed, what the answers say. */
import { paragraph } from '../../../adapters/pdf/blocks.ts';
import { h2, h3 } from '../../../adapters/pdf/headings.ts';
import type { Run } from '../../../adapters/pdf/lines.ts';
import type { PdfDocument } from '../../../adapters/pdf/sheet.ts';
import type { TableColumn } from '../../../adapters/pdf/table.types.ts';
import { COLOUR, TYPE } from '../../../adapters/pdf/tokens.ts';
import type { AgreedView } from '../domain-working.view.ts';
import type { PlaceDomainView } from '../place-domains.view.ts';
import { writeTable } from './titled-table.ts';

export function writeReasons(doc: PdfDocument, domains: readonly PlaceDomainView[]): void {
  const open = domains.filter(({ rag }) => rag.code === 'discuss');
  const agreed = domains.filter(({ working }) => working.agreed !== null);
  const rest = domains.filter((domain) => !open.includes(domain) && !agreed.includes(domain));
  h2(doc, 'Why each domain stands where it does', { keep: 110 });
  for (const domain of open) writeOpen(doc, domain);
  if (agreed.length > 0) writeAgreed(doc, agreed);
  if (rest.length > 0) writeRest(doc, rest);
}

function writeOpen(doc: PdfDocument, { name, text, given, why }: PlaceDomainView): void {
  h3(doc, `${name}: to discuss`);
  paragraph(doc, [
    { text: `${text}, ${given} gave a level.`, font: 'semibold' },
    { text: ` ${why.join(' ')}` },
  ]);
}

const columns = (level: string, why: string): readonly TableColumn[] => [
  { label: 'Domain', width: 118, isRowHeader: true },
  { label: level, width: 142 },
  { label: why },
];

function writeAgreed(doc: PdfDocument, domains: readonly PlaceDomainView[]): void {
  writeTable(doc, 'Agreed', {
    title: 'Domains with an agreed level',
    columns: columns('Agreed level', 'Why'),
    rows: domains.flatMap(({ name, working: { agreed } }) =>
      agreed === null ? [] : [{ cells: [name, agreed.text, { text: rationaleOf(agreed) }] }],
    ),
  });
}

function rationaleOf({ rationale, present, dissent }: AgreedView): Run[] {
  const aside = (label: string, text: string): Run[] =>
    text === ''
      ? []
      : [
          { text: `\n${label}: `, font: 'semibold', ...SOFT },
          { text, ...SOFT },
        ];
  return [{ text: rationale }, ...aside('Present', present), ...aside('Dissent', dissent)];
}

const SOFT = { size: TYPE.note.size, colour: COLOUR.soft } as const;

function writeRest(doc: PdfDocument, domains: readonly PlaceDomainView[]): void {
  writeTable(doc, 'From the agencies’ answers, nothing agreed yet', {
    title: 'Domains without an agreed level',
    columns: columns('Level', 'What the answers say'),
    rows: domains.map(({ name, text, why }) => ({ cells: [name, text, why.join(' ')] })),
  });
}

/** What agencies still have to settle about a Place, and what was agreed with the reason, domain by domain. */
import { paragraph } from '../../../adapters/pdf/blocks.ts';
import { h2 } from '../../../adapters/pdf/headings.ts';
import type { Run } from '../../../adapters/pdf/lines.ts';
import { skip, type PdfDocument } from '../../../adapters/pdf/sheet.ts';
import { table, tableStartHeight } from '../../../adapters/pdf/table.ts';
import type { TableCell, TableColumn, TableSpec } from '../../../adapters/pdf/table.types.ts';
import { COLOUR, TYPE } from '../../../adapters/pdf/tokens.ts';
import type { PlaceDomainView } from '../place-domains.view.ts';
import { andList } from '../words.ts';
import { inShort } from './in-short.ts';

type Domains = readonly PlaceDomainView[];

/** characters of a rationale and of a dissent: about four lines and two */
const MOST = { rationale: 220, dissent: 120 } as const;

export function writeSettled(doc: PdfDocument, domains: Domains): void {
  const agreed = domains.filter(isDecided);
  const open = domains.filter((domain) => domain.rag.code === 'discuss' && !isDecided(domain));
  const specs = [
    ...(open.length > 0 ? [openTable(open)] : []),
    ...(agreed.length > 0 ? [agreedTable(agreed)] : []),
  ];
  const [first] = specs;
  const keep = first ? tableStartHeight(doc, first) : 2 * TYPE.small.leading;
  h2(doc, headingOf(open, agreed), { name: 'settled', keep });
  for (const [index, spec] of specs.entries()) {
    if (index > 0) skip(doc, 12);
    table(doc, spec);
  }
  for (const text of restOf(domains)) paragraph(doc, text, { style: TYPE.small, before: 6 });
}

/** A level was agreed, or the domain set aside. */
const isDecided = ({ working }: PlaceDomainView): boolean =>
  working.agreed !== null || working.aside !== null;

function headingOf(open: Domains, agreed: Domains): string {
  if (open.length === 0) return 'What was settled, and why';
  return agreed.length === 0
    ? 'What has to be settled'
    : 'What has to be settled, and what was settled';
}

function openTable(domains: Domains): TableSpec {
  return {
    ...COMPACT,
    title: 'Domains to discuss',
    columns: columnsOf('To discuss', 'What the answers say'),
    rows: domains.map(({ name, text, given, why }) => ({
      cells: [name, { text: [{ text }, below(`${given} gave a level`)] }, why.join(' ')],
    })),
  };
}

function agreedTable(domains: Domains): TableSpec {
  return {
    ...COMPACT,
    title: 'Agreed levels, with the reason',
    columns: columnsOf('Agreed', 'Why, and who dissented'),
    rows: domains.map((domain) => ({ cells: [domain.name, levelCell(domain), whyCell(domain)] })),
  };
}

const COMPACT = {
  style: { ...TYPE.cell, leading: 11.2 },
  padding: { row: 2.2, right: 8 },
} as const;

function columnsOf(level: string, reason: string): TableColumn[] {
  return [
    { label: 'Domain', width: 122, isRowHeader: true },
    { label: level, width: 92 },
    { label: reason },
  ];
}

/** In bold where it is not the median. */
function levelCell({ text, distribution, working }: PlaceDomainView): TableCell {
  if (working.agreed === null) return { text: 'Set aside' };
  const differs = distribution !== null && distribution.agreed !== distribution.median;
  const median = working.rows.find(({ id }) => id === 'median')?.value ?? '';
  const level: Run = { text, font: differs ? 'bold' : 'regular' };
  if (median === '') return { text: [level] };
  return { text: [level, below(differs ? `median ${median}` : 'the median')] };
}

const below = (text: string): Run => ({
  text: `\n${text}`,
  size: TYPE.note.size,
  colour: COLOUR.soft,
});

function whyCell({ working: { agreed, aside } }: PlaceDomainView): TableCell {
  const decided = agreed ?? aside;
  const why = inShort(decided?.rationale ?? '', MOST.rationale);
  const dissent = inShort(decided?.dissent ?? '', MOST.dissent);
  if (dissent === '') return { text: why };
  return { text: [{ text: why }, { text: '\nDissent: ', font: 'semibold' }, { text: dissent }] };
}

/** Of the others: on what their levels rest, or that there is none. */
function restOf(domains: Domains): string[] {
  const rest = domains.filter((domain) => !isDecided(domain));
  const names = (all: Domains): string => andList(all.map(({ name }) => name));
  const medians = rest.filter(({ level }) => level !== null);
  const unknown = rest.filter(({ rag }) => rag.code === 'white');
  return [
    ...(rest.length === domains.length ? ['Nothing is agreed yet.'] : []),
    ...(medians.length > 0 ? [`The median stands: ${names(medians)}.`] : []),
    ...(unknown.length > 0 ? [`No level was given: ${names(unknown)}.`] : []),
  ];
}

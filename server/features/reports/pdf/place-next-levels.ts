/** What the next level of each domain asks for, and how many agencies see each of it met. */
import { note } from '../../../adapters/pdf/blocks.ts';
import { h2 } from '../../../adapters/pdf/headings.ts';
import type { PdfDocument } from '../../../adapters/pdf/sheet.ts';
import { table } from '../../../adapters/pdf/table.ts';
import type { TableRow, TableSpec } from '../../../adapters/pdf/table.types.ts';
import { COLOUR } from '../../../adapters/pdf/tokens.ts';
import type { PlaceDomainView } from '../place-domains.view.ts';

export function writeNextLevels(doc: PdfDocument, domains: readonly PlaceDomainView[]): void {
  h2(doc, 'What each next level asks for', { name: 'next-levels', keep: 110 });
  note(doc, 'How many agencies marked each criterion so. Where most see it met, less is missing.', {
    after: 4,
  });
  table(doc, nextLevels(domains));
}

const FIGURES = ['Met', 'Partly', 'Not met', 'Don’t know'];

function nextLevels(domains: readonly PlaceDomainView[]): TableSpec {
  return {
    title: 'Criteria of each domain’s next level, and how agencies marked them',
    columns: [
      { label: 'Criterion', isRowHeader: true },
      ...FIGURES.map((label) => ({
        label,
        width: 46,
        align: 'right' as const,
      })),
    ],
    padding: { row: 3, right: 8 },
    rows: domains.flatMap(toRows),
  };
}

function toRows({ name, working: { next } }: PlaceDomainView): TableRow[] {
  if (next === null) return [];
  const heading = { text: `${name}: ${next.level}`, span: FIGURES.length + 1 };
  return [
    { isHeading: true, background: COLOUR.wash, cells: [heading] },
    ...next.criteria.map(({ text, met, partly, not, unknown }) => ({
      cells: [
        { text: [{ text, font: 'regular' as const }] },
        ...[met, partly, not, unknown].map(String),
      ],
    })),
  ];
}

/** A Place's domains at a glance: level, colour, what the agencies gave, and what has changed. */
import { note } from '../../../adapters/pdf/blocks.ts';
import { changeCell, countsCell } from '../../../adapters/pdf/cells.ts';
import { COUNTS_SIZE, countsDigits } from '../../../adapters/pdf/glyphs.ts';
import { h2 } from '../../../adapters/pdf/headings.ts';
import type { Run } from '../../../adapters/pdf/lines.ts';
import { skip, type Box, type PdfDocument } from '../../../adapters/pdf/sheet.ts';
import { table } from '../../../adapters/pdf/table.ts';
import type { TableCell, TableColumn } from '../../../adapters/pdf/table.types.ts';
import { COLOUR, TYPE } from '../../../adapters/pdf/tokens.ts';
import type { PlaceDomainView } from '../place-domains.view.ts';
import type { PlaceReportView } from '../place-report.view.ts';
import { capital } from '../words.ts';
import { colourTally, DOMAINS } from './colour-tally.ts';
import { toColour, toLevel } from './domain-cells.ts';

/** One column of the table: its head, and its cell for a domain. */
interface Column extends TableColumn {
  readonly cell: (doc: PdfDocument, domain: PlaceDomainView) => string | TableCell;
}

export function writeDomains(doc: PdfDocument, view: PlaceReportView): void {
  const { domains } = view;
  h2(doc, `The ${domains.length} domains at a glance`, { before: 16, after: 6, keep: 120 });
  colourTally(doc, domains, DOMAINS);
  const columns = columnsOf(doc, view);
  table(doc, {
    title: `The ${domains.length} domains`,
    summary: 'Level, colour, levels given by agencies and change of every domain',
    columns,
    style: { ...TYPE.cell, leading: 11 },
    padding: { row: 3.2, right: 5 },
    minRowHeight: 28,
    rows: domains.map((domain) => ({ cells: columns.map(({ cell }) => cell(doc, domain)) })),
  });
  skip(doc, 5);
  note(doc, keyOf(view), { after: 4 });
}

function columnsOf(doc: PdfDocument, view: PlaceReportView): Column[] {
  const distributed = view.domains.some(({ distribution }) => distribution !== null);
  return [
    { label: 'Domain', isRowHeader: true, cell: (_, { name }) => name },
    { label: 'Level', width: 101, cell: toLevel },
    { label: 'RAG', width: 74, cell: toColour },
    ...(distributed ? [countsColumn(doc)] : []),
    { label: 'Gave a level', width: 38, cell: (_, { given }) => given },
    { label: 'Agreed, median', width: 48, cell: (_, domain) => ({ text: basisOf(domain) }) },
    ...(view.comparedWith === ''
      ? []
      : [{ label: `Since ${view.comparedWith}`, width: 46, cell: toChange }]),
  ];
}

function countsColumn(doc: PdfDocument): Column {
  return {
    // its second line is kept free for the digits
    label: 'Agencies at level\n ',
    width: COUNTS_SIZE.width + 8,
    headArt: ({ x, y, height }: Box) => countsDigits(doc, { x, y: y + height - 6 }),
    cell: (_, { distribution }) =>
      distribution === null
        ? { text: [{ text: 'shown from five on', ...SOFT }] }
        : countsCell(doc, distribution, distribution.glyph.label),
  };
}

const SOFT = { size: TYPE.note.size, colour: COLOUR.soft } as const;

/** What the level rests on: the agreed level in bold where it is not the median. */
function basisOf({ distribution, basis }: PlaceDomainView): Run[] {
  if (distribution === null) return [{ text: capital(basis) || '–', ...SOFT }];
  const { agreed, median } = distribution;
  const differs = agreed !== null && agreed !== median;
  return [
    {
      text: agreed === null ? 'Not agreed' : `Agreed ${agreed}`,
      font: differs ? 'bold' : 'regular',
      size: SOFT.size,
    },
    { text: median === null ? '\nno median' : `\nmedian ${median}`, ...SOFT },
  ];
}

function toChange(doc: PdfDocument, { change }: PlaceDomainView): TableCell {
  return change === null
    ? changeCell(doc, null, '–')
    : changeCell(doc, change.kind, capital(change.text));
}

function keyOf({ profile, domains }: PlaceReportView): string {
  const levels = profile.map(({ word }, level) => `${level} ${word}`).join(', ');
  const strip = domains.some(({ distribution }) => distribution !== null)
    ? ' In the strip of counts a box marks the agreed level and a triangle the median.'
    : ' How many gave each level is shown from five on.';
  return `Levels: ${levels}.${strip} Colour follows the agreed level, else the median; a split that is not agreed has none.`;
}

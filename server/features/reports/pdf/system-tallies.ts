/** How many domains and elements of all Places have each colour. */
import { note } from '../../../adapters/pdf/blocks.ts';
import { h2 } from '../../../adapters/pdf/headings.ts';
import type { PdfDocument } from '../../../adapters/pdf/sheet.ts';
import type { SystemReportView } from '../system-report.view.ts';
import { inWords } from '../words.ts';
import { colourTally, DOMAINS, ELEMENTS, type Coloured } from './colour-tally.ts';

/** Legend and count in one: what needs attention first. */
export function writeTallies(doc: PdfDocument, { tables, elementTables }: SystemReportView): void {
  const tallies = [
    { what: 'domains', tables, colours: DOMAINS },
    { what: 'elements of support', tables: elementTables, colours: ELEMENTS },
  ].filter((each) => each.tables.length > 0);
  if (tallies.length > 0) h2(doc, 'At a glance', { before: 14, after: 2, keep: 70 });
  for (const { what, tables: all, colours } of tallies) {
    note(doc, tallyText(what, all), { after: 3, keep: 40 });
    colourTally(doc, cellsOf(all), colours);
  }
}

function cellsOf(tables: readonly Tabled[]): Coloured[] {
  return tables.flatMap(({ rows }) => rows.flatMap(({ cells }) => cells));
}

/** "33 levels: 11 domains in three Places" */
function tallyText(what: string, tables: readonly Tabled[]): string {
  const rows = tables[0]?.rows.length ?? 0;
  const cells = cellsOf(tables).length;
  const places = rows === 0 ? 0 : cells / rows;
  const noun = what === 'domains' ? 'levels' : 'colours';
  return `${cells} ${noun}: ${rows} ${what} in ${inWords(places)} ${places === 1 ? 'Place' : 'Places'}`;
}

interface Tabled {
  readonly rows: readonly { readonly cells: readonly Coloured[] }[];
}

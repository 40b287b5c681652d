/** A Place's levels from round to round. */
import { paragraph } from '../../../adapters/pdf/blocks.ts';
import { h2 } from '../../../adapters/pdf/headings.ts';
import type { PdfDocument } from '../../../adapters/pdf/sheet.ts';
import { table, tableStartHeight } from '../../../adapters/pdf/table.ts';
import type { TableSpec } from '../../../adapters/pdf/table.types.ts';
import { PAGE, TYPE } from '../../../adapters/pdf/tokens.ts';
import type { TrendView } from '../place-trend.view.ts';

/** of the domains' names */
const FIRST_WIDTH = 150;
const LEDE = 2 * TYPE.body.leading + 6;

export function writeTrend(doc: PdfDocument, { text, rounds, rows }: TrendView): void {
  const width = (PAGE.measure - FIRST_WIDTH) / rounds.length;
  const spec: TableSpec = {
    title: `Level of each domain in ${rounds.length} rounds`,
    columns: [{ label: 'Domain', isRowHeader: true }, ...rounds.map((label) => ({ label, width }))],
    padding: { row: 3, right: 6 },
    rows: rows.map(({ name, cells }) => ({
      cells: [name, ...cells.map((cell) => ({ text: cell.text, style: TYPE.matrix }))],
    })),
  };
  h2(doc, 'Round by round', { name: 'trend', keep: tableStartHeight(doc, spec) + LEDE });
  paragraph(doc, text);
  table(doc, spec);
}

/** The page from which a round's data is taken away: what each file holds, how much it is, and who may have it. */
import type { DataTable } from '../../results/data/table.ts';
import { paths } from '../../web/paths.ts';
import { template } from '../../web/reply.ts';
import type { About } from './about.ts';
import { holds } from './words.ts';

interface SheetView {
  readonly name: string;
  readonly about: string;
  readonly rows: string;
  readonly csvHref: string;
}
export interface DataView {
  readonly caption: string;
  readonly lede: string;
  /** every row of every sheet: "2,431 rows" */
  readonly rows: string;
  readonly workbookHref: string;
  readonly jsonHref: string;
  readonly sheets: readonly SheetView[];
}
export const dataPage = template<DataView>('data/data');

/** @param sizes how many rows each table has */
export function toDataView(
  { round, roundName, draft, names }: About,
  tables: readonly DataTable[],
  sizes: readonly number[],
): DataView {
  const all = sizes.reduce((sum, size) => sum + size, 0);
  return {
    caption: draft ? `${roundName}. Draft: figures may change` : roundName,
    lede: holds(names),
    rows: `${grouped.format(all)} ${all === 1 ? 'row' : 'rows'}`,
    workbookHref: paths.dataFile(round, 'xlsx'),
    jsonHref: paths.dataFile(round, 'json'),
    sheets: tables.map(({ name, about }, index) => ({
      name,
      about,
      rows: grouped.format(sizes[index] ?? 0),
      csvHref: paths.dataFile(round, 'csv', name),
    })),
  };
}

const grouped = new Intl.NumberFormat('en-GB');

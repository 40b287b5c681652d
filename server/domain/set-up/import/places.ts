/** Places from a table: added, renamed by their reference, or brought back. */
import type { KnownPlace } from '../known.ts';
import { readName } from '../text.ts';
import {
  change,
  changesOf,
  faultsOf,
  newSeen,
  settle,
  type Change,
  type ImportPlan,
  type Reading,
} from './plan.ts';
import { findThing } from './reference.ts';
import {
  readColumns,
  rowFault,
  type Column,
  type Columns,
  type Table,
  type TableRow,
} from './table.ts';

export type PlaceKey = 'reference' | 'name';
export const placeColumns: readonly Column<PlaceKey>[] = [
  { key: 'reference', title: 'Reference' },
  { key: 'name', title: 'Name', otherNames: ['Place'], required: true },
];

export interface PlaceCommand {
  /** null for a new Place */
  readonly id: string | null;
  readonly name: string;
}

export function planPlaces(table: Table, places: readonly KnownPlace[]): ImportPlan<PlaceCommand> {
  const columns = readColumns(table, placeColumns);
  if (columns.faults.length > 0) return { faults: columns.faults, rows: [] };
  const together = { seen: newSeen(), noun: 'Place' };
  const rows = table.rows.map((row) => {
    const { place, ...reading } = readRow({ table, columns, places }, row);
    return settle(row, reading, place, together);
  });
  return { faults: [], rows };
}

interface Context {
  readonly table: Table;
  readonly columns: Columns<PlaceKey>;
  readonly places: readonly KnownPlace[];
}

function readRow(
  { table, columns, places }: Context,
  row: TableRow,
): Reading<PlaceCommand> & { readonly place: KnownPlace | undefined } {
  const name = readName(columns.cell(row, 'name'));
  const found = findThing(places, columns.cell(row, 'reference'), name.value, 'Place');
  const place = found.thing;
  return {
    place,
    subject: name.value,
    faults: faultsOf([
      { column: '', text: rowFault(table, row) },
      { column: columns.title('name'), text: name.fault },
      { column: columns.title(found.column), text: found.fault },
    ]),
    isNew: place === undefined,
    changes: place ? placeChanges(place, name.value) : [],
    command: { id: place?.id ?? null, name: name.value },
  };
}

/** In words, from what is stored to what is wanted; what is named is in use. */
export function placeChanges(place: KnownPlace, name: string): Change[] {
  return changesOf([
    change('Name', place.name, name),
    change('State', place.retired ? 'retired' : 'in use', 'in use'),
  ]);
}

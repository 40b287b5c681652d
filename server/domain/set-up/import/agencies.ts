/** Agencies from a table: added, changed, or brought back. */
import type { KnownAgency, KnownPlace, KnownSector, KnownSystem } from '../known.ts';
import { readName, readNote } from '../text.ts';
import { readNames, readYesNo, type Named, type ReadCell } from './cells.ts';
import {
  change,
  changesOf,
  faultsOf,
  newSeen,
  settle,
  type CellFault,
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

export type AgencyKey = 'reference' | 'name' | 'sectors' | 'places' | 'paper' | 'note';
export const agencyColumns: readonly Column<AgencyKey>[] = [
  { key: 'reference', title: 'Reference' },
  { key: 'name', title: 'Name', otherNames: ['Agency', 'Organisation'], required: true },
  { key: 'sectors', title: 'Sectors', otherNames: ['Sector'], required: true },
  { key: 'places', title: 'Places', otherNames: ['Place'], required: true },
  { key: 'paper', title: 'On paper', otherNames: ['Paper'] },
  { key: 'note', title: 'Note', otherNames: ['Notes'] },
];

/** Everything that set-up says of an agency. */
export interface AgencyWish {
  readonly name: string;
  readonly sectors: readonly string[];
  readonly placeIds: readonly string[];
  readonly onPaper: boolean;
  readonly note: string;
}
export interface AgencyCommand extends AgencyWish {
  /** null for a new agency */
  readonly id: string | null;
}
type Known = Pick<KnownSystem, 'places' | 'agencies' | 'sectors'>;

export function planAgencies(table: Table, known: Known): ImportPlan<AgencyCommand> {
  const columns = readColumns(table, agencyColumns);
  if (columns.faults.length > 0) return { faults: columns.faults, rows: [] };
  const together = { seen: newSeen(), noun: 'agency' };
  const rows = table.rows.map((row) => {
    const { agency, ...reading } = readRow({ table, columns, known }, row);
    return settle(row, reading, agency, together);
  });
  return { faults: [], rows };
}

interface Context {
  readonly table: Table;
  readonly columns: Columns<AgencyKey>;
  readonly known: Known;
}

function readRow(
  { table, columns, known }: Context,
  row: TableRow,
): Reading<AgencyCommand> & { readonly agency: KnownAgency | undefined } {
  const name = readName(columns.cell(row, 'name'));
  const found = findThing(known.agencies, columns.cell(row, 'reference'), name.value, 'agency');
  const agency = found.thing;
  const { wish, faults } = readWish({ table, columns, known }, row, agency);
  const whole = { name: name.value, ...wish };
  return {
    agency,
    subject: name.value,
    faults: faultsOf([
      { column: '', text: rowFault(table, row) },
      { column: columns.title('name'), text: name.fault },
      { column: columns.title(found.column), text: found.fault },
      ...faults,
    ]),
    isNew: agency === undefined,
    changes: agency ? agencyChanges(agency, whole, known) : additions(whole, known),
    command: { id: agency?.id ?? null, ...whole },
  };
}

const nothing = { sectors: [], placeIds: [], onPaper: false, note: '', retired: false };

/** What a table has no column for stays as it is. */
function readWish(
  { columns, known }: Context,
  row: TableRow,
  agency: KnownAgency | undefined,
): { readonly wish: Omit<AgencyWish, 'name'>; readonly faults: readonly CellFault[] } {
  const sectors = readNames(
    columns.cell(row, 'sectors'),
    toSectors(known.sectors, agency),
    'a sector',
  );
  const places = readNames(columns.cell(row, 'places'), toPlaces(known.places), 'a Place');
  const paper = readYesNo(columns.cell(row, 'paper'));
  const note = readNote(columns.cell(row, 'note'));
  const texts: readonly (readonly [AgencyKey, readonly string[]])[] = [
    ['sectors', listFaults(sectors, 'Name at least one sector')],
    ['places', listFaults(places, 'Name at least one Place')],
    ['paper', paper.faults],
    ['note', [note.fault]],
  ];
  const kept = agency ?? nothing;
  return {
    wish: {
      sectors: sectors.value,
      placeIds: places.value,
      onPaper: columns.has('paper') ? paper.value : kept.onPaper,
      note: columns.has('note') ? note.value : kept.note,
    },
    faults: texts.flatMap(([key, faults]) =>
      faults.map((text) => ({ column: columns.title(key), text })),
    ),
  };
}

/** What a new agency has. */
function additions(wish: AgencyWish, known: Known): Change[] {
  const changes = agencyChanges({ ...nothing, name: wish.name }, wish, known);
  return changes.map((one) => ({ ...one, from: '' }));
}

function listFaults(
  { value, faults }: ReadCell<readonly string[]>,
  missing: string,
): readonly string[] {
  return faults.length === 0 && value.length === 0 ? [missing] : faults;
}

/** Also those that an agency has from an earlier version of the service map. */
function toSectors(sectors: readonly KnownSector[], agency: KnownAgency | undefined): Named[] {
  const known = sectors.map(({ id, label }) => ({ id, name: label, otherName: id }));
  const others = (agency?.sectors ?? []).filter(
    (id) => !sectors.some((sector) => sector.id === id),
  );
  return [...known, ...others.map((id) => ({ id, name: id }))];
}

export function toPlaces(places: readonly KnownPlace[]): Named[] {
  return places.map(({ id, slug, name, retired }) => ({
    id,
    name,
    otherName: slug,
    refusal: retired ? `“${name}” is retired` : '',
  }));
}

/** In words, from what is stored to what is wanted. */
export function agencyChanges(
  agency: AgencyWish & Pick<KnownAgency, 'retired'>,
  wish: AgencyWish,
  { sectors, places }: Pick<KnownSystem, 'sectors' | 'places'>,
): Change[] {
  const sectorWords = (ids: readonly string[]): string =>
    inOrder(ids, sectors)
      .map((id) => sectors.find((one) => one.id === id)?.label ?? id)
      .join(', ');
  const placeWords = (ids: readonly string[]): string =>
    places
      .flatMap(({ id, name, retired }) => (ids.includes(id) && !retired ? [name] : []))
      .join(', ');
  return changesOf([
    change('Name', agency.name, wish.name),
    change('Sectors', sectorWords(agency.sectors), sectorWords(wish.sectors)),
    change('Places', placeWords(agency.placeIds), placeWords(wish.placeIds)),
    change('On paper', yesNo(agency.onPaper), yesNo(wish.onPaper)),
    change('Note', agency.note, wish.note),
    change('State', agency.retired ? 'retired' : 'in use', 'in use'),
  ]);
}

function inOrder(ids: readonly string[], sectors: readonly KnownSector[]): string[] {
  const known = sectors.flatMap(({ id }) => (ids.includes(id) ? [id] : []));
  return [...known, ...ids.filter((id) => !known.includes(id)).toSorted()];
}

function yesNo(value: boolean): string {
  return value ? 'yes' : 'no';
}

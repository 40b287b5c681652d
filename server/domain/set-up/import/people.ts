/** People from a table: a row is one role of one person; a table takes no role away. */
import type { KnownMember, KnownRole, KnownSystem } from '../known.ts';
import { chairOf, matchingRole, ownRolesRefusal, roleWords } from '../roles.ts';
import {
  again,
  change,
  changesOf,
  faultsOf,
  newSeen,
  toRow,
  type CellFault,
  type Change,
  type ImportPlan,
  type PlannedRow,
  type Reading,
  type Seen,
} from './plan.ts';
import { readPerson, peopleColumns, type PersonKey, type PersonWish } from './person-row.ts';
import { readColumns, type Columns, type Table, type TableRow } from './table.ts';

export interface PersonCommand extends PersonWish {
  /** of the role that changes; null for a new one */
  readonly roleId: string | null;
}
type Known = Pick<KnownSystem, 'places' | 'agencies' | 'members'>;

interface Context {
  readonly table: Table;
  readonly columns: Columns<PersonKey>;
  readonly known: Known;
  readonly actorId: string;
  readonly seen: Seen;
}

/** @param actorId who would store it: nobody changes the own roles */
export function planPeople(table: Table, known: Known, actorId: string): ImportPlan<PersonCommand> {
  const columns = readColumns(table, peopleColumns);
  if (columns.faults.length > 0) return { faults: columns.faults, rows: [] };
  const context = { table, columns, known, actorId, seen: newSeen() };
  return { faults: [], rows: table.rows.map((row) => planRow(context, row)) };
}

function planRow(context: Context, row: TableRow): PlannedRow<PersonCommand> {
  const { reading, own } = readRow(context, row);
  if (reading.faults.length > 0) return toRow(row, reading);
  const repeat = repeated(context, row, reading.command);
  if (repeat.row !== null && repeat.faults.length === 0) {
    return again(row, reading.subject, repeat.row);
  }
  return toRow(row, { ...reading, faults: [...own, ...repeat.faults] });
}

/** What the row says, and whether it would change the roles of whoever stores it. */
function readRow(
  { table, columns, known, actorId }: Context,
  row: TableRow,
): { readonly reading: Reading<PersonCommand>; readonly own: readonly CellFault[] } {
  const { wish, faults } = readPerson({ table, columns, known }, row);
  const member = known.members.find(({ email }) => email === wish.email);
  const role = matchingRole(member?.roles ?? [], wish);
  const changes = personChanges(known, wish, member, role);
  const own = member?.personId === actorId ? ownFault(changes, actorId) : '';
  return {
    reading: {
      subject: wish.name,
      faults,
      isNew: member === undefined,
      changes,
      command: { ...wish, roleId: role?.id ?? null },
    },
    own: faultsOf([{ column: columns.title('role'), text: own }]),
  };
}

/** The own name may change, the own roles may not. */
function ownFault(changes: readonly Change[], actorId: string): string {
  return changes.some(({ what }) => what !== 'Name') ? ownRolesRefusal(actorId, actorId) : '';
}

interface Check {
  readonly key: string;
  /** rows with the key that say the same are no fault */
  readonly says: unknown;
  readonly column: PersonKey;
  readonly fault: (row: number) => string;
}

/** A person has one name in a table and one role in an agency, each role stands once, and there is one chair. */
function checksOf({ email, name, role, agencyId, placeIds, chair }: PersonWish): Check[] {
  const agency = agencyId ?? '';
  const checks: (Check | false)[] = [
    {
      key: `name ${email}`,
      says: name,
      column: 'name',
      fault: (row) => `Row ${row} gives this address another name`,
    },
    {
      key: `role ${email} ${role} ${agency}`,
      says: [placeIds, chair],
      column: 'role',
      fault: (row) => `Row ${row} is about this role too, and says otherwise`,
    },
    agency !== '' && {
      key: `answers ${email} ${agency}`,
      says: role,
      column: 'role',
      fault: (row) => `Row ${row} gives another role in this agency: choose one of the two`,
    },
    chair === true && {
      key: 'chair',
      says: email,
      column: 'chair',
      fault: (row) => `Row ${row} names the chair already: there is one`,
    },
  ];
  return checks.filter((check) => check !== false);
}

/** The number of a row that says all of this, or what contradicts earlier rows. */
function repeated(
  { columns, seen }: Context,
  row: TableRow,
  wish: PersonWish,
): { readonly row: number | null; readonly faults: readonly CellFault[] } {
  const met = checksOf(wish).map((check) => ({
    check,
    before: seen.meet([check.key], row, check.says),
  }));
  const faults = met.flatMap(({ check, before }) =>
    before && !before.same
      ? [{ column: columns.title(check.column), text: check.fault(before.row) }]
      : [],
  );
  const before = met.find(({ check }) => check.key.startsWith('role '))?.before;
  return { row: before?.same === true ? before.row : null, faults };
}

function personChanges(
  known: Known,
  wish: PersonWish,
  member: KnownMember | undefined,
  role: KnownRole | undefined,
): Change[] {
  const words = (one: Omit<KnownRole, 'id'>): string =>
    roleWords({ ...one, isChair: false }, known);
  return changesOf([
    member ? change('Name', member.name, wish.name) : null,
    change('Role', role ? words(role) : '', words({ ...wish, isChair: false })),
    chairChange(known, wish, role),
  ]);
}

/** An empty cell leaves the chair with whoever has it. */
function chairChange(
  { members }: Known,
  wish: PersonWish,
  role: KnownRole | undefined,
): Change | null {
  if (wish.chair === null || wish.chair === (role?.isChair ?? false)) return null;
  const now = chairOf(members)?.member.name ?? 'nobody';
  return { what: 'Chair', from: now, to: wish.chair ? wish.name : 'nobody' };
}

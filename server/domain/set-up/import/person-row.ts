/** Reads one row of a table of people: who, and which role. */
import type { KnownSystem } from '../known.ts';
import type { MemberRole } from '../../access/scope.ts';
import { readEmail } from '../email.ts';
import {
  answersFor,
  matchingRole,
  memberRoles,
  roleNames,
  wishFaults,
  type RoleWish,
} from '../roles.ts';
import { nameKey, readName } from '../text.ts';
import { toPlaces } from './agencies.ts';
import { findNamed, readNames, readYesNo, type ReadCell } from './cells.ts';
import type { CellFault } from './plan.ts';
import { rowFault, type Column, type Columns, type Table, type TableRow } from './table.ts';

export type PersonKey = 'name' | 'email' | 'role' | 'agency' | 'places' | 'chair';
export const peopleColumns: readonly Column<PersonKey>[] = [
  { key: 'name', title: 'Name', otherNames: ['Person', 'Full name'], required: true },
  { key: 'email', title: 'E-mail', otherNames: ['E-mail address', 'Address'], required: true },
  { key: 'role', title: 'Role', required: true },
  { key: 'agency', title: 'Agency', otherNames: ['Organisation'] },
  { key: 'places', title: 'Places', otherNames: ['Place'] },
  { key: 'chair', title: 'Chair' },
];

export interface PersonWish extends Omit<RoleWish, 'isChair'> {
  readonly name: string;
  readonly email: string;
  /** null leaves the chair as it is */
  readonly chair: boolean | null;
}

const otherNames: Readonly<Record<string, MemberRole>> = {
  lead: 'agency-lead',
  'agency-lead': 'agency-lead',
  'icb-lead': 'icb-lead',
  icb: 'icb-lead',
};

interface Context {
  readonly table: Table;
  readonly columns: Columns<PersonKey>;
  readonly known: Pick<KnownSystem, 'places' | 'agencies' | 'members'>;
}
type KeyedFault = readonly [PersonKey | '', string];

export function readPerson(
  { table, columns, known }: Context,
  row: TableRow,
): { readonly wish: PersonWish; readonly faults: readonly CellFault[] } {
  const cell = (key: PersonKey): string => columns.cell(row, key);
  const name = readName(cell('name'));
  const email = readEmail(cell('email'));
  const faults: KeyedFault[] = [
    ['', rowFault(table, row)],
    ['name', name.fault],
    ['email', email.fault],
  ];
  const role = readRole(cell, known, email.value);
  const wish = { name: name.value, email: email.value, ...role.wish };
  return {
    wish,
    faults: [...faults, ...role.faults].flatMap(([key, text]) =>
      text === '' ? [] : [{ column: key === '' ? '' : columns.title(key), text }],
    ),
  };
}

interface ReadRole {
  readonly wish: Omit<PersonWish, 'name' | 'email'>;
  readonly faults: readonly KeyedFault[];
}

function readRole(
  cell: (key: PersonKey) => string,
  known: Context['known'],
  email: string,
): ReadRole {
  const named = roleNamed(cell('role'));
  const places = readNames(cell('places'), toPlaces(known.places), 'a Place');
  const chair = readChair(cell('chair'), named?.chair ?? false);
  const faults: KeyedFault[] = [
    ...places.faults.map((text) => ['places', text] as const),
    ...chair.faults.map((text) => ['chair', text] as const),
  ];
  const wish = {
    role: named?.role ?? 'contributor',
    agencyId: null,
    placeIds: places.value,
    chair: chair.value,
  };
  if (!named) return { wish, faults: [['role', roleFault(cell('role'))], ...faults] };
  const agency = readAgency(cell('agency'), named.role, known, email);
  const whole = { ...wish, agencyId: agency.id };
  const found: KeyedFault[] = [['agency', agency.fault], ...faults];
  return { wish: whole, faults: found.some(([, text]) => text !== '') ? found : ruleFaults(whole) };
}

/** Whether the role may have what it was given; asked where all of that could be read. */
function ruleFaults(wish: Omit<PersonWish, 'name' | 'email'>): KeyedFault[] {
  const faults = wishFaults({ ...wish, isChair: wish.chair === true });
  return faults.map(({ field, text }) => [field, text]);
}

/** @param isRole the role itself says so */
function readChair(cell: string, isRole: boolean): ReadCell<boolean | null> {
  const said = readYesNo(cell);
  if (isRole) return { value: true, faults: said.faults };
  return { value: cell.trim() === '' ? null : said.value, faults: said.faults };
}

/** Also an agency that is retired, for somebody who has the role there already. */
function readAgency(
  cell: string,
  role: MemberRole,
  { agencies, members }: Context['known'],
  email: string,
): { readonly id: string | null; readonly fault: string } {
  if (cell.trim() === '') return { id: null, fault: '' };
  const found = findNamed(
    agencies.map(({ id, slug, name }) => ({ id, name, otherName: slug })),
    cell,
  );
  const agency = agencies.find(({ id }) => id === found?.id);
  if (!agency) return { id: null, fault: `“${cell.trim()}” is not an agency here: add it first` };
  const roles = members.find((member) => member.email === email)?.roles ?? [];
  const isNew = !matchingRole(roles, { role, agencyId: agency.id });
  const fault = agency.retired && answersFor(role) && isNew ? `“${agency.name}” is retired` : '';
  return { id: agency.id, fault };
}

function roleNamed(
  cell: string,
): { readonly role: MemberRole; readonly chair: boolean } | undefined {
  const key = nameKey(cell);
  if (key === 'chair') return { role: 'reviewer', chair: true };
  const role = memberRoles.find((one) => nameKey(roleNames[one]) === key) ?? otherNames[key];
  return role === undefined ? undefined : { role, chair: false };
}

function roleFault(cell: string): string {
  const known = memberRoles.map((role) => roleNames[role]).join(', ');
  return cell.trim() === '' ? `Give a role: ${known}` : `“${cell.trim()}” is no role: use ${known}`;
}

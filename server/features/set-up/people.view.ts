/** The list of people and their roles. */
import type { KnownMember, KnownSystem } from '../../domain/set-up/known.ts';
import { memberRoles, roleNames, roleWords } from '../../domain/set-up/roles.ts';
import { counted } from '../../web/english.ts';
import { paths } from '../../web/paths.ts';
import { template } from '../../web/reply.ts';
import { doneWords, isFound, longList, toSelect, type Query, type ToolsView } from './list.view.ts';

interface PersonRow {
  readonly name: string;
  readonly href: string;
  readonly email: string;
  readonly roles: readonly string[];
}
export interface PeopleView {
  readonly caption: string;
  readonly lede: string;
  readonly done: string;
  readonly addHref: string;
  readonly importHref: string;
  readonly fileHref: string;
  /** null for a short list */
  readonly tools: ToolsView | null;
  readonly rows: readonly PersonRow[];
  /** members that have no role any more */
  readonly former: readonly PersonRow[];
}
export const peoplePage = template<PeopleView>('set-up/people');

export function toPeopleView(system: KnownSystem, query: Query, caption: string): PeopleView {
  const all = system.members.filter(({ roles }) => roles.length > 0);
  const found = all.filter((member) => isWanted(system, query, member));
  return {
    caption,
    lede: ledeOf(all),
    done: doneOf(system, query),
    addHref: paths.setUp.add('people'),
    importHref: paths.setUp.import('people'),
    fileHref: paths.setUp.file('people'),
    tools:
      all.length > longList || found.length < all.length ? toTools(query, all, found.length) : null,
    rows: found.map((member) => toRow(system, member)),
    former: system.members
      .filter(({ roles }) => roles.length === 0)
      .map((member) => toRow(system, member)),
  };
}

function doneOf({ members }: KnownSystem, query: Query): string {
  const nameOf = (id: string | undefined) => members.find(({ personId }) => personId === id)?.name;
  const left = nameOf(query['left']);
  if (left !== undefined) return `${left} has no role here any more.`;
  return doneWords(query, nameOf);
}

const filters: readonly {
  readonly value: string;
  readonly label: string;
  readonly keeps: (member: KnownMember) => boolean;
}[] = [
  { value: '', label: 'all', keeps: () => true },
  ...memberRoles.map((value) => ({
    value,
    label: roleNames[value],
    keeps: ({ roles }: KnownMember) => roles.some(({ role }) => role === value),
  })),
  { value: 'chair', label: 'Chair', keeps: ({ roles }) => roles.some(({ isChair }) => isChair) },
];

function isWanted(system: KnownSystem, query: Query, member: KnownMember): boolean {
  const filter = filters.find(({ value }) => value === query['role']);
  if (filter && !filter.keeps(member)) return false;
  const words = member.roles.map((role) => roleWords(role, system));
  return isFound([member.name, member.email, ...words], query['q'] ?? '');
}

function toTools(query: Query, all: readonly KnownMember[], shown: number): ToolsView {
  const choices = filters.map(({ value, label, keeps }) => ({
    value,
    label: `${label} (${all.filter(keeps).length})`,
  }));
  return {
    action: paths.setUp.list('people'),
    search: query['q'] ?? '',
    searchLabel: 'Search by name, address or agency',
    select: toSelect('role', 'Role', choices, query['role'] ?? ''),
    found: shown === all.length ? '' : `${shown} of ${counted(all.length, 'person', 'people')}`,
  };
}

function toRow(system: KnownSystem, { personId, name, email, roles }: KnownMember): PersonRow {
  return {
    name,
    href: paths.setUp.thing('people', personId),
    email,
    roles: roles.map((role) => roleWords(role, system)),
  };
}

function ledeOf(members: readonly KnownMember[]): string {
  const chair = members.find(({ roles }) => roles.some(({ isChair }) => isChair));
  const count = counted(members.length, 'person has a role here', 'people have a role here');
  return chair ? `${count}. ${chair.name} is the chair.` : `${count}. Nobody is the chair yet.`;
}

/** The list of agencies, and the form of one. */
import type { KnownAgency, KnownSystem } from '../../domain/set-up/known.ts';
import { andList, counted } from '../../web/english.ts';
import { paths } from '../../web/paths.ts';
import { template } from '../../web/reply.ts';
import {
  doneWords,
  isFound,
  longList,
  toSelect,
  type Query,
  type RetiredRow,
  type ToolsView,
} from './list.view.ts';

interface AgencyRow {
  readonly name: string;
  readonly href: string;
  readonly note: string;
  readonly onPaper: boolean;
  readonly sectors: string;
  readonly places: string;
  /** names of those who answer; '' for nobody */
  readonly people: string;
  /** why nobody can submit; '' where somebody can */
  readonly gap: string;
}
export interface AgenciesView {
  readonly caption: string;
  readonly lede: string;
  readonly done: string;
  readonly csrf: string;
  readonly addHref: string;
  readonly importHref: string;
  readonly fileHref: string;
  /** null for a short list */
  readonly tools: ToolsView | null;
  /** false where there are none at all */
  readonly any: boolean;
  readonly rows: readonly AgencyRow[];
  readonly retired: readonly RetiredRow[];
}
export const agenciesPage = template<AgenciesView>('set-up/agencies');

interface Shown {
  readonly caption: string;
  readonly csrf: string;
}

export function toAgenciesView(
  system: KnownSystem,
  query: Query,
  { caption, csrf }: Shown,
): AgenciesView {
  const inUse = system.agencies.filter(({ retired }) => !retired);
  const all = inUse.map((agency) => ({ agency, row: toRow(system, agency) }));
  const found = all.filter(({ agency, row }) => isWanted(system, query, { agency, row }));
  const rows = found.map(({ row }) => row);
  return {
    caption,
    csrf,
    lede: ledeOf(all.map(({ row }) => row)),
    done: doneWords(query, (slug) => system.agencies.find((one) => one.slug === slug)?.name),
    addHref: paths.setUp.add('agencies'),
    importHref: paths.setUp.import('agencies'),
    fileHref: paths.setUp.file('agencies'),
    tools:
      inUse.length > longList || found.length < all.length
        ? toTools(system, query, rows.length, all.length)
        : null,
    any: all.length > 0,
    rows,
    retired: system.agencies
      .filter(({ retired }) => retired)
      .map(({ slug, name }) => ({
        name,
        href: paths.setUp.thing('agencies', slug),
        action: paths.setUp.restore('agencies', slug),
      })),
  };
}

function isWanted(
  { places }: KnownSystem,
  query: Query,
  { agency, row }: { readonly agency: KnownAgency; readonly row: AgencyRow },
): boolean {
  const place = places.find(({ slug }) => slug === query['place']);
  if (place && !agency.placeIds.includes(place.id)) return false;
  return isFound([row.name, row.sectors, row.people, row.note], query['q'] ?? '');
}

function toTools({ places }: KnownSystem, query: Query, shown: number, all: number): ToolsView {
  const choices = places.flatMap(({ slug, name, retired }) =>
    retired ? [] : [{ value: slug, label: name }],
  );
  return {
    action: paths.setUp.list('agencies'),
    search: query['q'] ?? '',
    searchLabel: 'Search by agency, sector or person',
    select: toSelect(
      'place',
      'Place',
      [{ value: '', label: 'all' }, ...choices],
      query['place'] ?? '',
    ),
    found: shown === all ? '' : `${shown} of ${counted(all, 'agency', 'agencies')}`,
  };
}

function toRow(
  { places, members, sectors }: KnownSystem,
  { id, slug, name, note, onPaper, ...agency }: KnownAgency,
): AgencyRow {
  const inUse = places.filter(({ retired }) => !retired);
  const named = inUse.filter((place) => agency.placeIds.includes(place.id));
  const own = members.filter(({ roles }) => roles.some(({ agencyId }) => agencyId === id));
  const canSubmit = own.some(({ roles }) =>
    roles.some(({ role, agencyId }) => role === 'agency-lead' && agencyId === id),
  );
  return {
    name,
    href: paths.setUp.thing('agencies', slug),
    note,
    onPaper,
    sectors: agency.sectors
      .map((sector) => sectors.find((one) => one.id === sector)?.label ?? sector)
      .join(', '),
    places:
      named.length > 3 && named.length === inUse.length
        ? `All ${named.length} Places`
        : named.map((place) => place.name).join(', '),
    people: andList(own.map((member) => member.name)),
    gap: canSubmit || onPaper ? '' : 'Nobody can submit',
  };
}

function ledeOf(rows: readonly AgencyRow[]): string {
  if (rows.length === 0) return 'No agencies yet. Add one, or many from a spreadsheet.';
  const count = counted(rows.length, 'agency', 'agencies');
  const silent = rows.filter(({ gap }) => gap !== '').length;
  if (silent === 0) return `${count}, each with somebody who can submit or on paper.`;
  return `${count}. ${silent === 1 ? 'One has' : `${silent} have`} nobody yet who can submit.`;
}

/** The list of Places with their births, by year. */
import { birthsOf, birthsSourceOf } from '../../../domain/needs/entered.ts';
import { andList, counted } from '../../../web/english.ts';
import { paths } from '../../../web/paths.ts';
import { template } from '../../../web/reply.ts';
import type { KnownPlace } from '../../../domain/set-up/known.ts';
import type { Query, RetiredRow, RetiredView } from '../list.view.ts';
import type { StoredNeed } from './need.queries.ts';

interface NeedRow {
  readonly slug: string;
  readonly place: string;
  /** "2025"; '' where nothing is entered */
  readonly year: string;
  readonly href: string;
  readonly births: string;
  readonly source: string;
  readonly earlier: readonly { readonly year: string; readonly href: string }[];
  readonly addHref: string;
}
export interface NeedListView extends RetiredView {
  readonly caption: string;
  readonly lede: string;
  /** what has just been done; '' mostly */
  readonly done: string;
  readonly rows: readonly NeedRow[];
  readonly placesHref: string;
  /** what is asked, with its source */
  readonly instrumentHref: string;
}
export const needListPage = template<NeedListView>('set-up/need/list');

export interface NeedListFacts {
  /** in use */
  readonly places: readonly KnownPlace[];
  /** the newest year first */
  readonly needs: readonly StoredNeed[];
  readonly caption: string;
  readonly removed: readonly StoredNeed[];
  readonly query: Query;
  readonly csrf: string;
  readonly instrument: { readonly id: string; readonly version: string };
}

export function toNeedListView(facts: NeedListFacts): NeedListView {
  const { places, needs, removed, query, csrf, instrument } = facts;
  const rows = places.map((place) => toRow(place, needs));
  return {
    caption: facts.caption,
    lede: ledeOf(rows),
    done: doneWords(query, places),
    rows,
    retired: places.flatMap((place) => toRemoved(place, removed)),
    csrf,
    placesHref: paths.setUp.list('places'),
    instrumentHref: paths.instrument(instrument.id, instrument.version),
  };
}

const figures = new Intl.NumberFormat('en-GB');

function toRow({ id, slug, name }: KnownPlace, needs: readonly StoredNeed[]): NeedRow {
  const [newest, ...earlier] = needs.filter(({ placeId }) => placeId === id);
  const births = newest ? birthsOf(newest.answers) : null;
  return {
    slug,
    place: name,
    year: newest ? String(newest.year) : '',
    href: newest ? paths.setUp.need(slug, newest.year) : '',
    births: births === null ? '' : figures.format(births),
    source: newest ? birthsSourceOf(newest.answers) : '',
    earlier: earlier.map(({ year }) => ({
      year: String(year),
      href: paths.setUp.need(slug, year),
    })),
    addHref: paths.setUp.addNeed(slug),
  };
}

function ledeOf(rows: readonly NeedRow[]): string {
  if (rows.length === 0) return 'No Places yet. Births are entered for a Place: add one first.';
  const without = rows.filter(({ year }) => year === '').map(({ place }) => place);
  const known = rows.length - without.length;
  const told = `Births are known for ${counted(known, 'Place', 'Places')} of ${rows.length}.`;
  const few = without.length > 0 && without.length <= 3;
  return few ? `${told} ${andList(without)} ${without.length === 1 ? 'has' : 'have'} none.` : told;
}

const deeds: Readonly<Record<string, (name: string) => string>> = {
  saved: (name) => `The figures of ${name} are saved.`,
  removed: (name) => `The figures of ${name} are removed. They are kept below, under “Removed”.`,
  restored: (name) => `The figures of ${name} count again.`,
};

function doneWords(query: Query, places: readonly KnownPlace[]): string {
  for (const [deed, words] of Object.entries(deeds)) {
    const place = places.find(({ slug }) => slug === query[deed]);
    if (place) return words(place.name);
  }
  return '';
}

/** Of one year what was removed last: that is what comes back. */
function toRemoved({ id, slug, name }: KnownPlace, removed: readonly StoredNeed[]): RetiredRow[] {
  const years = new Set(removed.filter(({ placeId }) => placeId === id).map(({ year }) => year));
  return [...years].map((year) => ({
    name: `${name}, ${String(year)}`,
    href: '',
    action: paths.setUp.restoreNeed(slug, year),
  }));
}

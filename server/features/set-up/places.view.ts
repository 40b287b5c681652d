/** The list of Places, and the form of one. */
import type { KnownPlace, KnownSystem } from '../../domain/set-up/known.ts';
import { andList, counted } from '../../web/english.ts';
import { paths } from '../../web/paths.ts';
import { template } from '../../web/reply.ts';
import { textField } from './fields.view.ts';
import type { NewFormView, Outcome } from './form.view.ts';
import { doneWords, type Query, type RetiredRow } from './list.view.ts';

interface PlaceRow {
  readonly slug: string;
  readonly name: string;
  readonly href: string;
  /** "4 agencies"; '' for none */
  readonly agencies: string;
  readonly agenciesHref: string;
  /** names; '' for nobody */
  readonly reviewers: string;
  readonly moveAction: string;
  readonly first: boolean;
  readonly last: boolean;
}
export interface PlacesView {
  readonly caption: string;
  readonly lede: string;
  readonly done: string;
  readonly csrf: string;
  readonly addHref: string;
  readonly importHref: string;
  readonly fileHref: string;
  readonly needHref: string;
  readonly rows: readonly PlaceRow[];
  readonly retired: readonly RetiredRow[];
}
export const placesPage = template<PlacesView>('set-up/places');

interface Shown {
  readonly caption: string;
  readonly csrf: string;
}

export function toPlacesView(
  system: KnownSystem,
  query: Query,
  { caption, csrf }: Shown,
): PlacesView {
  const inUse = system.places.filter(({ retired }) => !retired);
  const rows = inUse.map((place, index) => toRow(system, place, { index, count: inUse.length }));
  return {
    caption,
    csrf,
    lede: ledeOf(rows),
    done: doneWords(query, (slug) => system.places.find((place) => place.slug === slug)?.name),
    addHref: paths.setUp.add('places'),
    importHref: paths.setUp.import('places'),
    fileHref: paths.setUp.file('places'),
    needHref: paths.setUp.needList(),
    rows,
    retired: system.places
      .filter(({ retired }) => retired)
      .map(({ slug, name }) => ({
        name,
        href: paths.setUp.thing('places', slug),
        action: paths.setUp.restore('places', slug),
      })),
  };
}

function toRow(
  { agencies, members }: KnownSystem,
  { id, slug, name }: KnownPlace,
  { index, count }: { readonly index: number; readonly count: number },
): PlaceRow {
  const working = agencies.filter(({ retired, placeIds }) => !retired && placeIds.includes(id));
  const reviewers = members.filter(({ roles }) =>
    roles.some(({ role, placeIds }) => role === 'reviewer' && placeIds.includes(id)),
  );
  return {
    slug,
    name,
    href: paths.setUp.thing('places', slug),
    agencies: working.length === 0 ? '' : counted(working.length, 'agency', 'agencies'),
    agenciesHref: `${paths.setUp.list('agencies')}?place=${slug}`,
    reviewers: andList(reviewers.map((member) => member.name)),
    moveAction: paths.setUp.move(slug),
    first: index === 0,
    last: index === count - 1,
  };
}

function ledeOf(rows: readonly PlaceRow[]): string {
  if (rows.length === 0) return 'No Places yet. Results are told Place by Place: begin here.';
  const count = counted(rows.length, 'Place', 'Places');
  const unserved = rows.filter(({ agencies }) => agencies === '').map(({ name }) => name);
  if (unserved.length === 0) return `${count}, in the order in which results show them.`;
  const verb = unserved.length === 1 ? 'has' : 'have';
  return `${count}, in the order in which results show them. ${andList(unserved)} ${verb} no agency yet.`;
}

export interface PlaceForm {
  /** undefined for a new one */
  readonly place: (KnownPlace & { readonly revision: number }) | undefined;
  readonly name: string;
  readonly outcome: Outcome;
}

export function toPlaceFormView(
  { place, name, outcome }: PlaceForm,
  { caption, csrf }: Shown,
): NewFormView {
  const { heading, lede, retireHref, ...form } = place ? changing(place) : adding;
  const hint = 'As people call it, such as Ferrow Vale.';
  return {
    caption,
    heading,
    lede,
    form: {
      ...form,
      csrf,
      fields: [textField({ name: 'name', text: 'Name of the Place', hint }, name, outcome.faults)],
      backHref: paths.setUp.list('places'),
      backText: 'Back without saving',
    },
    retireHref,
    retireText: 'Retire this Place',
  };
}

const adding = {
  heading: 'Add a Place',
  lede: 'A Place is a local area of the system. Results are told Place by Place.',
  action: paths.setUp.list('places'),
  revision: 0,
  button: 'Add',
  retireHref: '',
};

function changing({ name, slug, retired, revision }: NonNullable<PlaceForm['place']>) {
  return {
    heading: name,
    lede: 'A new name shows everywhere, in old results too.',
    action: paths.setUp.thing('places', slug),
    revision,
    button: 'Save',
    retireHref: retired ? '' : paths.setUp.retire('places', slug),
  };
}

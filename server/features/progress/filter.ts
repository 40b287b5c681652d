/** What part of the progress is asked for, from the page's address: what can't be read is left out, as if not asked for. */
import { countedOf } from '../../domain/answers/counted.ts';
import type { Standing } from '../../domain/round/standing.ts';
import type { AgencyProgress, Progress } from './progress.load.ts';

export const shows = ['all', 'silent', 'under-way', 'returned', 'submitted', 'mail'] as const;
export type Show = (typeof shows)[number];

export interface Filter {
  readonly show: Show;
  /** a Place's slug; '' for all */
  readonly place: string;
  /** a sector's id; '' for all */
  readonly sector: string;
}

export interface Sector {
  readonly id: string;
  readonly name: string;
}

/** Those to which somebody asked belongs, as the map names them. */
export function sectorsOf({ definitions, agencies }: Progress): Sector[] {
  const known = [...definitions.values()].flatMap((definition) => countedOf(definition).groups);
  return known.filter(({ id }) => agencies.some(({ agency }) => agency.sectors.includes(id)));
}

/** @param given query or form: the value of a name, '' where there is none */
export function readFilter(given: (name: string) => string, progress: Progress): Filter {
  const show = shows.find((one) => one === given('show')) ?? 'all';
  const isPlace = progress.round.places.some(({ slug }) => slug === given('place'));
  const isSector = sectorsOf(progress).some(({ id }) => id === given('sector'));
  return {
    show,
    place: isPlace ? given('place') : '',
    sector: isSector ? given('sector') : '',
  };
}

/** As the page's address names it: what is left out is not limited. */
export function toQuery({ show, place, sector }: Filter): Record<string, string> {
  return { show: show === 'all' ? '' : show, place, sector };
}

const order: readonly Standing[] = ['silent', 'returned', 'under-way', 'submitted'];

/** Whoever needs a call stands first: silent before the others, undelivered mail, longest quiet, on paper last. */
export function agenciesOf(progress: Progress, filter: Filter): AgencyProgress[] {
  return inPart(progress, filter)
    .filter((one) => isShown(one, filter.show))
    .toSorted(
      (one, other) =>
        order.indexOf(one.standing) - order.indexOf(other.standing) ||
        Number(one.agency.onPaper) - Number(other.agency.onPaper) ||
        Number(other.undelivered.length > 0) - Number(one.undelivered.length > 0) ||
        quietSince(one) - quietSince(other),
    );
}

const quietSince = ({ last }: AgencyProgress): number => last?.at.getTime() ?? 0;

/** Those of the Place and the sector, however far they have come. */
export function inPart({ round, agencies }: Progress, { place, sector }: Filter): AgencyProgress[] {
  const placeId = round.places.find(({ slug }) => slug === place)?.id;
  return agencies.filter(
    ({ agency }) =>
      (placeId === undefined || agency.placeIds.includes(placeId)) &&
      (sector === '' || agency.sectors.includes(sector)),
  );
}

export function isShown({ standing, undelivered }: AgencyProgress, show: Show): boolean {
  if (show === 'all') return true;
  return show === 'mail' ? undelivered.length > 0 : standing === show;
}

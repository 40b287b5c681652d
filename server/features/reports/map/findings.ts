/** What the service map tells of a Place, finding by finding: the page, the short form on the Place's page, and its PDF. */
import { entriesOfPlace } from '../../../domain/elements/element-entry.ts';
import type { VisiblePlace } from '../../../results/load.ts';
import type { PlaceNeed } from '../../../results/needs.ts';
import type { ServiceMap } from '../../../results/service-map.ts';
import { paths } from '../../../web/paths.ts';
import type { FindGap } from '../map-gap.view.ts';
import { toCapacity, type CapacityView } from './capacity.view.ts';
import { toDuplicates, type DuplicatesView } from './duplicates.view.ts';
import { toFit, type FitView } from './fit.view.ts';
import { toLeftOut, type LeftOutView } from './left-out.view.ts';
import { toMoney, type MoneyView } from './money.view.ts';
import type { MapContext } from './services.view.ts';
import { toStaffing, type StaffingView } from './staffing.view.ts';

/** A finding in a sentence or two. */
export interface FindingView {
  /** "Who is left out" */
  readonly topic: string;
  readonly text: string;
  /** id of its part of the map's page */
  readonly part: string;
}

export interface FindingsView {
  readonly findings: readonly FindingView[];
  /** of the page that tells more; '' on that page itself */
  readonly mapHref: string;
}

/** … with the timeline that stands below them on paper. */
export interface FindingsInShort extends FindingsView {
  readonly money: MoneyView;
}

export interface PlaceParts {
  readonly leftOut: LeftOutView;
  readonly capacity: CapacityView;
  readonly money: MoneyView;
  readonly fit: FitView;
  readonly duplicates: DuplicatesView;
  readonly staffing: StaffingView;
}

interface Asked {
  readonly round: { readonly slug: string };
  readonly map: ServiceMap;
  readonly place: VisiblePlace;
  readonly today: string;
  readonly findGap: FindGap;
}

export function placeContext({ map, place, round, today, findGap }: Asked): MapContext {
  const { running } = entriesOfPlace(map.rules, map.entries, place.id);
  return {
    map,
    running,
    round: round.slug,
    today,
    findGap,
    places: [place.id],
    names: place.names,
  };
}

/** Of several Places together, every service once; without gaps, which are a Place's. */
export function systemContext({
  round,
  map,
  places,
  today,
}: Pick<Asked, 'round' | 'map' | 'today'> & {
  readonly places: readonly VisiblePlace[];
}): MapContext {
  const running = places.flatMap(({ id }) => entriesOfPlace(map.rules, map.entries, id).running);
  return {
    map,
    running: [...new Set(running)],
    round: round.slug,
    today,
    findGap: () => null,
    places: places.map(({ id }) => id),
    names: places.every(({ names }) => names),
  };
}

/** @param place its id */
export function placeParts(context: MapContext, place: string, need: PlaceNeed | null): PlaceParts {
  return {
    leftOut: toLeftOut(context),
    capacity: toCapacity(context),
    money: toMoney(context),
    fit: toFit(context),
    duplicates: toDuplicates(context),
    staffing: toStaffing(context, place, need),
  };
}

/** The findings alone, in short; null where nothing runs that could be told of. */
export function placeFindings(
  asked: Asked & { readonly need: PlaceNeed | null },
): FindingsInShort | null {
  const { place, need, round } = asked;
  const context = placeContext(asked);
  if (context.running.length === 0) return null;
  const parts = placeParts(context, place.id, need);
  const mapHref = paths.placeMap(round.slug, place.slug);
  return { findings: toFindings(parts), mapHref, money: parts.money };
}

/** In the order of the page. */
export function toFindings(parts: PlaceParts): FindingView[] {
  return [
    { topic: 'Who is left out', text: parts.leftOut.sentence, part: 'left-out' },
    { topic: 'Capacity', text: parts.capacity.sentence, part: 'capacity' },
    { topic: 'Money at risk', text: parts.money.sentence, part: 'money' },
    { topic: 'Fit', text: parts.fit.sentence, part: 'fit' },
    { topic: 'Possible duplication', text: parts.duplicates.sentence, part: 'duplication' },
    { topic: 'Specialist staff', text: parts.staffing.sentence, part: 'staffing' },
  ];
}

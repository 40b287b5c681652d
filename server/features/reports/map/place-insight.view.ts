/** The page of a Place's service map: who is left out, room, money, fit, possible duplication and staff (Design 6.3 to 6.7). */
import type { ActionMarks } from '../../../results/action-marks.ts';
import type { VisiblePlace } from '../../../results/load.ts';
import { mapGaps } from '../../../results/map-gaps.ts';
import type { Absence } from '../../../results/map.queries.ts';
import type { PlaceNeed } from '../../../results/needs.ts';
import type { ReportRound } from '../../../results/round.queries.ts';
import { mapProgress, type ServiceMap } from '../../../results/service-map.ts';
import { paths } from '../../../web/paths.ts';
import { template } from '../../../web/reply.ts';
import { findGapIn } from '../map-gap.view.ts';
import { captionOf, creditsOf, toHead, type EmptyView } from '../report.view.ts';
import { counted } from '../words.ts';
import {
  placeContext,
  placeParts,
  toFindings,
  type FindingView,
  type PlaceParts,
} from './findings.ts';
import { toSpend, type SpendView } from './spend.view.ts';

export interface PlaceInsightView {
  readonly caption: string;
  readonly heading: string;
  readonly lede: string;
  readonly place: string;
  readonly round: string;
  readonly findings: readonly FindingView[];
  /** instead of all that follows; null where there is something to tell */
  readonly empty: EmptyView | null;
  /** null with `empty` */
  readonly parts: (PlaceParts & { readonly spend: SpendView }) | null;
  readonly placeHref: string;
  /** the Place's services to look through */
  readonly servicesHref: string;
  readonly credits: readonly string[];
}
export const placeInsightPage = template<PlaceInsightView>('reports/map/place');

export interface PlaceInsightFacts {
  readonly system: string;
  readonly round: ReportRound;
  readonly place: VisiblePlace;
  /** null where the round asks no service map */
  readonly map: ServiceMap | null;
  readonly absences: readonly Absence[];
  readonly need: PlaceNeed | null;
  readonly actions: ActionMarks;
  /** the reader raises actions */
  readonly raises: boolean;
  /** "2026-11-21" */
  readonly today: string;
  readonly leastAgencies: number;
}

export function toPlaceInsight(facts: PlaceInsightFacts): PlaceInsightView {
  const { round, place, map } = facts;
  return {
    caption: captionOf('Service map', toHead(round, facts.system)),
    heading: `${place.name}: what the service map tells`,
    place: place.name,
    round: round.name,
    ...((map && tell(facts, map)) ?? { ...nothing, empty: emptyOf(map) }),
    placeHref: paths.placeReport(round.slug, place.slug),
    servicesHref: map ? paths.services(round.slug, { place: place.slug }) : '',
    credits: creditsOf(null, map),
  };
}

type Told = Pick<PlaceInsightView, 'lede' | 'findings' | 'empty' | 'parts'>;
const nothing = { lede: '', findings: [], parts: null };

/** Null where nothing runs that could be told of. */
function tell(facts: PlaceInsightFacts, map: ServiceMap): Told | null {
  const { place, absences, today, need, leastAgencies } = facts;
  const gaps = mapGaps(map, { place: place.id, absences, need, today });
  const findGap = findGapIn(gaps, facts);
  const context = placeContext({ ...facts, map, findGap });
  const running = context.running.length;
  if (running === 0) return null;
  const parts = placeParts(context, place.id, need);
  return {
    lede: ledeOf(facts, map, running),
    empty: null,
    findings: toFindings(parts),
    parts: { ...parts, spend: toSpend(context, leastAgencies) },
  };
}

function ledeOf({ place }: PlaceInsightFacts, map: ServiceMap, running: number): string {
  const { assigned, submitted } = mapProgress(map, place.id);
  const services = counted(running, 'running service serves', 'running services serve');
  const silent =
    submitted < assigned
      ? ` ${submitted} of ${assigned} agencies have answered the service map: the others’ services are missing here.`
      : '';
  return `${services} ${place.name}. An answer that is missing is counted as not known, never as no.${silent}`;
}

/** Where there is nothing to tell, and why. */
export function emptyOf(map: ServiceMap | null): EmptyView {
  if (!map) {
    return {
      heading: 'This round asks no service map',
      text: 'What services leave out, cost and lack is told in rounds that ask the agencies for them.',
    };
  }
  return {
    heading: 'No running service is known here yet',
    text: 'Figures appear here with the first running service that an agency submits for this Place.',
  };
}

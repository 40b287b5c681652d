/** A Place's services from conception to five: offers and gaps by age and level, and what makes each lane (Design 6.2). */
import { ageLanes, type AgeLane } from '../../domain/elements/age-lanes.ts';
import { AT_RISK, ageGapId, isOpen } from '../../domain/elements/gaps.ts';
import { monthsLater } from '../../domain/elements/money.ts';
import type { VisiblePlace } from '../../results/load.ts';
import { mapProgress, type ServiceMap } from '../../results/service-map.ts';
import { formatDay } from '../../web/time.ts';
import {
  servicesOf,
  toStripService,
  type AgeServiceView,
  type ServiceContext,
} from './age-service.view.ts';
import { gapSentence, levelWords, monthsWithout, offeredWords, openWords } from './age-words.ts';
import { tallAgeStrip } from './charts/age-strip-tall.ts';
import { ageStrip, PRINT, SCREEN } from './charts/age-strip.ts';
import type { Drawing } from './charts/drawing.ts';
import type { StripLane } from './charts/strip.ts';
import type { FindGap, MapGapView } from './map-gap.view.ts';
import type { EmptyView } from './report.view.ts';

/** A row of the strip's table. */
export interface AgeGapView {
  readonly level: string;
  /** "Birth to 18 months" */
  readonly offered: string;
  /** "No specialist offer from 18 months to 5 years", one for each gap */
  readonly gaps: readonly MapGapView[];
  /** "51 of 69" */
  readonly months: string;
}

export interface PlaceAgesView {
  /** all gaps, as a child meets them */
  readonly sentence: string;
  /** why gaps may be smaller than they look */
  readonly notes: readonly string[];
  /** where no service says at which ages it is open; the drawings then say nothing */
  readonly empty: EmptyView | null;
  readonly gaps: readonly AgeGapView[];
  readonly services: readonly AgeServiceView[];
  readonly lanes: readonly StripLane[];
  /** on a large screen, on a small one, and printed from a browser */
  readonly wide: Drawing;
  readonly tall: Drawing;
  readonly print: Drawing;
  /** what of the key is needed */
  readonly hasHoles: boolean;
  readonly hasServices: boolean;
  readonly hasPlanned: boolean;
  /** "21 May 2028", 18 months from today, where some money ends by then; '' else */
  readonly endingBy: string;
}

interface AgesAsked {
  /** its slug */
  readonly round: string;
  /** "2026-11-21" */
  readonly today: string;
  readonly findGap: FindGap;
}

export function placeAges(
  map: ServiceMap,
  place: VisiblePlace,
  { round, today, findGap }: AgesAsked,
): PlaceAgesView {
  const progress = mapProgress(map, place.id);
  const lanes = ageLanes(map.rules, map.entries, place.id);
  const silent = progress.submitted < progress.assigned;
  const facts = lanes.map((lane) => ({ ...lane, open: isOpen(lane, silent) }));
  const context: ServiceContext = { round, map, names: place.names, today, findGap };
  const strip = facts.map((lane) => toStripLane(lane, context));
  const gaps = facts.map((lane): AgeGapView => ({
    level: levelWords[lane.level].word,
    offered: offeredWords(lane),
    gaps: lane.holes.flatMap((hole) => findGap(ageGapId(lane.level, hole)) ?? []),
    months: monthsWithout(lane),
  }));
  const drawn = strip.flatMap(({ services }) => services);
  const label = labelOf(gaps);
  const services = servicesOf(lanes, context);
  return {
    sentence: gapSentence(place.name, facts),
    notes: openWords(lanes, progress),
    empty: emptyOf(strip, services.length),
    gaps,
    services,
    lanes: strip,
    wide: ageStrip(strip, SCREEN, label),
    tall: tallAgeStrip(strip, label),
    print: ageStrip(strip, PRINT, label),
    hasHoles: lanes.some(({ holes }) => holes.length > 0),
    hasServices: drawn.some(({ look }) => look === 'service'),
    hasPlanned: drawn.some(({ look }) => look === 'planned'),
    endingBy: drawn.some(({ look }) => look === 'ending')
      ? formatDay(monthsLater(today, AT_RISK))
      : '',
  };
}

/** All that the table holds, in one text. */
function labelOf(gaps: readonly AgeGapView[]): string {
  const said = gaps.map(({ level, offered, gaps: without }) => {
    const rest = without.length > 0 ? ` ${without.map(({ words }) => words).join('. ')}.` : '';
    return `${level}: ${offered}.${rest}`;
  });
  return `Offers from conception to 5 years. ${said.join(' ')}`;
}

function emptyOf(strip: readonly StripLane[], listed: number): EmptyView | null {
  const says = strip.some(({ offered, services }) => offered.length + services.length > 0);
  if (says || !strip.some(({ open }) => open)) return null;
  return {
    heading: 'No service says yet which ages it takes',
    text:
      listed > 0
        ? 'Ages are asked of every service in the map. Where they are stated, offers and gaps from conception to 5 years appear here.'
        : 'Offers and gaps from conception to 5 years appear here with the first services.',
  };
}

function toStripLane(
  lane: AgeLane & { readonly open: boolean },
  context: ServiceContext,
): StripLane {
  const { word, meaning } = levelWords[lane.level];
  const { offered, holes, open } = lane;
  const services = lane.entries.flatMap((entry) => toStripService(entry, context));
  return { level: word, meaning, offered, holes, open, services };
}

/** The services of the strip from conception to five: as lines below their lanes, and as rows of a table. */
import type { SimpleAnswer } from '../../domain/answers/answers.ts';
import { answerWords } from '../../domain/answers/words.ts';
import type { AgeLane, LaneEntry } from '../../domain/elements/age-lanes.ts';
import { levelsOf } from '../../domain/elements/coverage.ts';
import type { CareLevel, MapEntry } from '../../domain/elements/element.ts';
import { isMoneyAtRisk, moneyGapId } from '../../domain/elements/gaps.ts';
import { moneyEnds } from '../../domain/elements/money.ts';
import type { ServiceMap } from '../../results/service-map.ts';
import { paths } from '../../web/paths.ts';
import { formatDay } from '../../web/time.ts';
import { levelWords } from './age-words.ts';
import type { StripService } from './charts/strip.ts';
import type { FindGap, MapGapView } from './map-gap.view.ts';

/** One service of some lane. */
export interface AgeServiceView {
  readonly name: string;
  /** its own page */
  readonly href: string;
  /** '' for those who may not see names */
  readonly agency: string;
  /** "Universal, targeted" */
  readonly levels: string;
  readonly ages: string;
  /** "Running" */
  readonly status: string;
  /** "Fixed term, ends 31 March 2027" */
  readonly money: string;
  /** the money ends within 18 months */
  readonly ending: boolean;
  /** the same as a gap; null where the service is not running */
  readonly gap: MapGapView | null;
}

/** What is known around an entry; `today` is "2026-11-21". */
export interface ServiceContext {
  /** its slug */
  readonly round: string;
  readonly map: ServiceMap;
  readonly names: boolean;
  readonly today: string;
  readonly findGap: FindGap;
}

/** One, or none where the ages are not stated. */
export function toStripService(
  { entry, status, ages }: LaneEntry,
  context: ServiceContext,
): readonly StripService[] {
  if (ages === null) return [];
  const isPlanned = status === 'in-development';
  const parts = [entry.name, agencyOf(entry, context), isPlanned ? 'in development' : ''];
  const running = isMoneyAtRisk(entry, context.today) ? 'ending' : 'service';
  return [
    {
      text: parts.filter(Boolean).join(', '),
      ages: [ages.from, ages.to],
      look: isPlanned ? 'planned' : running,
    },
  ];
}

/** Every service of the lanes once, in their order, then those that may be in one. */
export function servicesOf(lanes: readonly AgeLane[], context: ServiceContext): AgeServiceView[] {
  const entries = [
    ...lanes.flatMap((lane) => lane.entries.map(({ entry }) => entry)),
    ...lanes.flatMap(({ mayFill }) => mayFill),
  ];
  return [...new Map(entries.map((entry) => [entry.id, entry])).values()].map((entry) =>
    toService(entry, context),
  );
}

const NOT_STATED = 'Not stated';

function toService(entry: MapEntry, context: ServiceContext): AgeServiceView {
  const { map } = context;
  return {
    name: entry.name,
    href: paths.service(context.round, entry.id),
    agency: agencyOf(entry, context),
    levels: levelsText(entry),
    ages: said(entry, 'ages', map) || NOT_STATED,
    status: said(entry, map.entriesItem.statusItem, map),
    money: moneyText(entry, context),
    ending: isMoneyAtRisk(entry, context.today),
    gap: context.findGap(moneyGapId(entry.id)),
  };
}

function levelsText(entry: MapEntry): string {
  const known = (levelsOf(entry) ?? []).filter((level): level is CareLevel => level in levelWords);
  const words = known.map((level) => levelWords[level].word);
  return words.length > 0 ? words.join(', ') : NOT_STATED;
}

/** "Fixed term, ends 31 March 2027" */
export function moneyText(
  entry: MapEntry,
  { map, today }: Pick<ServiceContext, 'map' | 'today'>,
): string {
  const funding = said(entry, 'funding', map) || NOT_STATED;
  const ends = moneyEnds(entry);
  if (ends === null) return funding;
  return `${funding}, ${ends < today ? 'ended' : 'ends'} ${formatDay(ends)}`;
}

/** Its name; '' for those who may not see names. */
export function agencyOf(
  { agency }: MapEntry,
  { map, names }: Pick<ServiceContext, 'map' | 'names'>,
): string {
  return names ? (map.agencies.find((each) => each.agency === agency)?.name ?? '') : '';
}

/** What a service says to a question, in words; '' where nothing. */
export function said(entry: MapEntry, itemId: string, { items, definition }: ServiceMap): string {
  const item = items.get(itemId);
  const answer = entry.answers[itemId] as SimpleAnswer | undefined;
  return item ? answerWords(item, answer, { definition, places: new Map() }).join(', ') : '';
}

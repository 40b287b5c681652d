/** A service in the directory: what is said of it, and what keeps its door from being open; for the page and the files. */
import { doorItems, isRunning, type Door, type Hurdle } from '../../../domain/elements/doors.ts';
import { figureRows } from '../../../domain/elements/coverage.ts';
import type { MapEntry, Truth } from '../../../domain/elements/element.ts';
import { evaluate } from '../../../domain/elements/evaluate.ts';
import { entrySight, type EntrySight } from '../../../results/entry-sight.ts';
import type { VisiblePlace } from '../../../results/load.ts';
import type { ServiceMap } from '../../../results/service-map.ts';
import { agencyOf, moneyText, said } from '../age-service.view.ts';
import { levelsOffered } from './levels.ts';
import { capital, counted, lower } from '../words.ts';

/** What was said is in words, '' where nothing was. */
export interface ServiceRow {
  readonly id: string;
  readonly name: string;
  /** '' for those who may not see names */
  readonly agency: string;
  readonly sector: string;
  readonly status: string;
  readonly door: Door['state'];
  /** "Parents can’t refer themselves", "Fathers and co-parents: not stated"; none where it is open */
  readonly why: readonly string[];
  readonly running: boolean;
  /** names of those that may be seen */
  readonly places: string;
  readonly levels: string;
  readonly ages: string;
  readonly selfReferral: string;
  readonly fathers: string;
  readonly antenatal: string;
  readonly restrictions: string;
  /** does it turn anyone away? */
  readonly restricts: Truth;
  readonly interpreters: string;
  readonly setting: string;
  readonly capacity: string;
  /** "6 weeks"; "6 weeks (Ferrow Vale)" where it is not the same everywhere */
  readonly waits: readonly string[];
  /** "Fixed term, ends 31 March 2027" */
  readonly money: string;
}

export interface RowContext {
  readonly map: ServiceMap;
  readonly places: readonly VisiblePlace[];
  /** ids of those that are asked about */
  readonly asked: readonly string[];
  /** "2026-11-21" */
  readonly today: string;
}

const NOT_STATED = 'Not stated';
const unseen: EntrySight = { served: [], names: false };

export function toServiceRow(entry: MapEntry, door: Door, context: RowContext): ServiceRow {
  const { map, places } = context;
  const { served, names } = entrySight(entry, map, places) ?? unseen;
  const words = (item: string): string => said(entry, item, map);
  return {
    id: entry.id,
    name: entry.name,
    agency: agencyOf(entry, { map, names }),
    sector: words(map.entriesItem.groupItem),
    status: words(map.entriesItem.statusItem),
    door: door.state,
    why: door.hurdles.map((hurdle) => hurdleWords(hurdle, entry, map)),
    running: isRunning(map.rules, entry) === 'yes',
    places: served.map(({ name }) => name).join(', '),
    levels: words(doorItems.levels),
    ages: words(doorItems.ages),
    selfReferral: words(doorItems.selfReferral),
    fathers: words(doorItems.fathers),
    antenatal: words(doorItems.antenatal),
    restrictions: words('restrictions'),
    restricts: evaluate({ item: 'restrictions', chosen: true }, entry.answers),
    interpreters: words('interpreters'),
    setting: words('setting'),
    capacity: words('capacity'),
    waits: waitsOf(entry, context),
    money: moneyText(entry, context),
  };
}

const closedBy: Readonly<Record<string, string>> = {
  [doorItems.kind]: 'For staff, not for families',
  [doorItems.antenatal]: 'Not there before birth',
  [doorItems.fathers]: 'Not for fathers and co-parents',
  [doorItems.selfReferral]: 'Parents can’t refer themselves',
};
const openBy = {
  some: 'in part, or not everywhere',
  differs: 'ages and “before birth” say different things',
} as const;

function hurdleWords({ item, because }: Hurdle, entry: MapEntry, map: ServiceMap): string {
  const label = labelOf(item, map);
  const answer = said(entry, item, map);
  if (because === 'no') return closedBy[item] ?? `${label}: ${lower(answer)}`;
  if (because === 'missing') return `${label}: ${lower(answer || NOT_STATED)}`;
  return `${label}: ${openBy[because]}`;
}

function labelOf(item: string, { items }: ServiceMap): string {
  const asked = items.get(item);
  return asked?.label ?? asked?.text ?? capital(item);
}

/** What is known of the wait in the Places asked about: each with its level and Place where these differ. */
function waitsOf(entry: MapEntry, { map, places, asked }: RowContext): string[] {
  const rows = figureRows(entry).flatMap(({ place, level, waitWeeks }) => {
    const known = typeof waitWeeks === 'number' && Number.isFinite(waitWeeks);
    const where = places.find(({ id }) => id === place && asked.includes(id));
    return known && where ? [{ of: [lower(levelWord(map, level)), where.name], waitWeeks }] : [];
  });
  const differ = [0, 1].filter((at) => new Set(rows.map(({ of }) => of[at])).size > 1);
  return rows.map(({ of, waitWeeks }) => {
    const weeks = counted(waitWeeks, 'week', 'weeks');
    const which = differ
      .flatMap((at) => of[at] ?? [])
      .filter(Boolean)
      .join(', ');
    return which === '' ? weeks : `${weeks} (${which})`;
  });
}

function levelWord(map: ServiceMap, level: unknown): string {
  return levelsOffered(map).find(({ id }) => id === level)?.label ?? '';
}

/** The services of a round sorted by whether their door is open to whoever asks: what the page and its files are made from. */
import { doorOf, type Door } from '../../../domain/elements/doors.ts';
import type { MapEntry } from '../../../domain/elements/element.ts';
import type { VisiblePlace } from '../../../results/load.ts';
import type { ReportRound } from '../../../results/round.queries.ts';
import type { ServiceMap } from '../../../results/service-map.ts';
import { toAsking, type DirectoryFilter } from './filter.ts';
import { toServiceRow, type ServiceRow } from './row.view.ts';
import { answerSentence } from './question.ts';
import { levelsOffered } from './levels.ts';
import { andList } from '../words.ts';

export interface DirectoryFacts {
  readonly system: string;
  readonly round: ReportRound;
  readonly places: readonly VisiblePlace[];
  /** null where the round asks no service map */
  readonly map: ServiceMap | null;
  readonly filter: DirectoryFilter;
  /** "2026-11-21" */
  readonly today: string;
  /** whoever reads it may take the list away */
  readonly exports: boolean;
}

export interface Directory {
  /** what was asked and what is the answer, in a sentence */
  readonly sentence: string;
  readonly open: readonly ServiceRow[];
  readonly unknown: readonly ServiceRow[];
  readonly closed: readonly ServiceRow[];
}

/** Running services first, then by name. */
export function toDirectory(facts: DirectoryFacts, map: ServiceMap): Directory {
  const { filter, places, today } = facts;
  const asking = toAsking(filter, places);
  const rows = entriesHere(map, asking.places).flatMap((entry) => {
    const door = isNamed(entry, filter.name) ? doorOf(map.rules, entry, asking) : null;
    if (!door) return [];
    return [toServiceRow(entry, door, { map, places, asked: asking.places, today })];
  });
  const of = (state: Door['state']): ServiceRow[] =>
    rows
      .filter(({ door }) => door === state)
      .toSorted((one, other) => Number(other.running) - Number(one.running));
  const [open, unknown, closed] = [of('open'), of('unknown'), of('closed')];
  const level = levelsOffered(map).find(({ id }) => id === filter.level)?.label ?? '';
  const sentence = answerSentence({
    asking,
    where: whereWords(facts),
    level,
    name: filter.name,
    open: open.length,
    unknown: unknown.length,
  });
  return { sentence, open, unknown, closed };
}

/** Of a service that names no Place, those of agencies that work here. */
function entriesHere({ entries, agencies }: ServiceMap, asked: readonly string[]): MapEntry[] {
  const here = new Set(
    agencies
      .filter(({ places }) => places.some((place) => asked.includes(place)))
      .map(({ agency }) => agency),
  );
  return entries.filter(({ places, agency }) => places !== null || here.has(agency));
}

function isNamed({ name }: MapEntry, part: string): boolean {
  return name.toLocaleLowerCase('en-GB').includes(part.toLocaleLowerCase('en-GB'));
}

/** The Place asked about, the few that may be seen, or the system. */
function whereWords({ system, round, places, filter }: DirectoryFacts): string {
  const asked = places.filter(({ slug }) => filter.place === '' || slug === filter.place);
  const all = asked.length === round.places.length;
  return all && asked.length > 1 ? system : andList(asked.map(({ name }) => name));
}

/** The colour of one support element in one Place, with its reason (Design 5, "The cell, in this order"). */
import type { ElementRule } from '../instrument/definition.ts';
import type { ElementCell, ElementEntry, ElementReason, MapAgency } from './element.ts';
import { elementEntries, type PlaceEntries } from './element-entry.ts';

type Verdict = Pick<ElementCell, 'rag' | 'reason'>;

/**
 * Derives the cell. `agencies` are those assigned in the Place; reasons name them by id. The order of
 * entries changes no colour. A purple cell says by itself that something is in development. Total.
 */
export function elementCell(
  rule: ElementRule,
  placeEntries: PlaceEntries,
  agencies: readonly MapAgency[],
): ElementCell {
  const entries = elementEntries(rule, placeEntries);
  const verdict = verdictOfEntries(entries) ?? verdictOfAgencies(rule, agencies);
  const developing = entries.some((entry) => isMatch(entry) && entry.status === 'in-development');
  return {
    element: rule.id,
    ...verdict,
    entries,
    moreInDevelopment: developing && verdict.rag !== 'purple',
  };
}

const isMatch = (entry: ElementEntry): boolean => entry.match === 'yes';

function verdictOfEntries(entries: readonly ElementEntry[]): Verdict | undefined {
  const matching = entries.filter(isMatch);
  const nearest = nearestToGreen(matching.filter((entry) => entry.status === 'running'));
  if (nearest !== undefined) return verdictOfRunning(nearest);
  if (matching.length > 0) return { rag: 'purple', reason: { kind: 'in-development' } };
  const fewest = firstBy(entries, (entry) => [entry.wouldSettle.length]);
  return fewest && { rag: 'white', reason: { kind: 'questions', fewest } };
}

function verdictOfRunning(nearest: ElementEntry): Verdict {
  return nearest.failed.length + nearest.unknown.length === 0
    ? { rag: 'green', reason: { kind: 'all-conditions-met', nearest } }
    : { rag: 'amber', reason: { kind: 'lacks', nearest } };
}

/** Without an entry: red is said only once everyone who could provide the element has answered. */
function verdictOfAgencies(rule: ElementRule, agencies: readonly MapAgency[]): Verdict {
  const able = agencies.filter((agency) =>
    agency.sectors.some((sector) => rule.providers.includes(sector)),
  );
  const reason = reasonOfAgencies(able);
  return { rag: reason.kind === 'none' ? 'red' : 'white', reason };
}

function reasonOfAgencies(able: readonly MapAgency[]): ElementReason {
  const idsOf = (some: readonly MapAgency[]) => some.map((agency) => agency.agency);
  if (able.length === 0) return { kind: 'nobody-asked' };
  const waiting = able.filter((agency) => !agency.submitted);
  if (waiting.length > 0) return { kind: 'not-answered', waitingFor: idsOf(waiting) };
  return { kind: 'none', askedAgencies: idsOf(able) };
}

/** Fewest conditions lacking, among these the fewest failed for certain. */
function nearestToGreen(entries: readonly ElementEntry[]): ElementEntry | undefined {
  return firstBy(entries, ({ failed, unknown }) => [failed.length + unknown.length, failed.length]);
}

/** The entry with the smallest figures; among equals by name, so that the order given plays no part. */
function firstBy(
  entries: readonly ElementEntry[],
  figuresOf: (entry: ElementEntry) => readonly number[],
): ElementEntry | undefined {
  let first: ElementEntry | undefined;
  for (const entry of entries) {
    if (first === undefined || compare(entry, first, figuresOf) < 0) first = entry;
  }
  return first;
}

function compare(
  one: ElementEntry,
  other: ElementEntry,
  figuresOf: (entry: ElementEntry) => readonly number[],
): number {
  const others = figuresOf(other);
  const differences = figuresOf(one).map((figure, at) => figure - (others[at] ?? 0));
  return differences.find((difference) => difference !== 0) ?? compareNames(one, other);
}

function compareNames(one: ElementEntry, other: ElementEntry): number {
  if (one.name === other.name) return 0;
  return one.name < other.name ? -1 : 1;
}

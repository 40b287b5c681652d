/** One entry against one element: whether it matches, which of green's conditions it meets, and what would settle it. */
import type { ElementRule, Expression, SupportRules } from '../instrument/definition.ts';
import type { ElementEntry, MapEntry, Truth } from './element.ts';
import { evaluate, type EvaluationContext } from './evaluate.ts';
import { or } from './kleene.ts';
import { readings, type Read } from './readings.ts';
import { wouldSettle } from './settle.ts';

/** An entry that runs, or is being developed. */
interface ActiveEntry {
  readonly entry: MapEntry;
  readonly status: ElementEntry['status'];
}

/** What serves one Place, in the order given, and what can be said of it together. */
export interface PlaceEntries {
  readonly active: readonly ActiveEntry[];
  readonly running: readonly MapEntry[];
  readonly context: EvaluationContext;
  readonly read: Read<ActiveEntry, ElementEntry | null>;
}

/** Sorts out what serves a Place; entries whose Places or status are not stated count nowhere. */
export function entriesOfPlace(
  rules: SupportRules,
  entries: readonly MapEntry[],
  place: string,
): PlaceEntries {
  return entriesByPlace(rules, entries)(place);
}

/** The same of one Place after another: what an entry says is read once, however many Places it serves. */
export function entriesByPlace(
  rules: SupportRules,
  entries: readonly MapEntry[],
): (place: string) => PlaceEntries {
  const everywhere = entries.flatMap((entry) => activeEntry(rules, entry));
  const read = readings(elementEntry);
  return (place) => {
    const active = everywhere.filter(({ entry }) => entry.places?.includes(place) === true);
    const running = active.flatMap(({ entry, status }) => (status === 'running' ? [entry] : []));
    return { active, running, context: contextOf(running), read };
  };
}

/** Every entry asks the same of all the others: it is found out once. */
function contextOf(running: readonly MapEntry[]): EvaluationContext {
  const known = new Map<Expression, Truth>();
  const context: EvaluationContext = {
    someRunningEntry: (expression) => {
      const truth =
        known.get(expression) ??
        or(running.map((entry) => evaluate(expression, entry.answers, context)));
      known.set(expression, truth);
      return truth;
    },
  };
  return context;
}

/** The Place's entries that match the element, or would if their unknowns were known. */
export function elementEntries(
  rule: ElementRule,
  { active, context, read }: PlaceEntries,
): readonly ElementEntry[] {
  const readOne = read(rule, context);
  return active.flatMap((entry) => readOne(entry) ?? []);
}

/** One, or none where the entry neither runs nor is being developed. */
function activeEntry(rules: SupportRules, entry: MapEntry): readonly ActiveEntry[] {
  if (evaluate(rules.running, entry.answers) === 'yes') return [{ entry, status: 'running' }];
  if (evaluate(rules.developing, entry.answers) !== 'yes') return [];
  return [{ entry, status: 'in-development' }];
}

/** Null where the entry does not match. */
function elementEntry(
  rule: ElementRule,
  { entry, status }: ActiveEntry,
  context: EvaluationContext,
): ElementEntry | null {
  const { id, name, agency, answers } = entry;
  const match = evaluate(rule.match, answers, context);
  if (match === 'no') return null;
  const codes: Record<Truth, string[]> = { yes: [], no: [], unknown: [] };
  for (const { code, when } of rule.green) codes[evaluate(when, answers, context)].push(code);
  const { yes: met, no: failed, unknown } = codes;
  const settling = match === 'yes' ? [] : wouldSettle(rule.match, answers, context);
  return { id, name, agency, status, match, met, failed, unknown, wouldSettle: settling };
}

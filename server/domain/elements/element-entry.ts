/** One entry against one element: whether it matches, which of green's conditions it meets, and what would settle it. */
import type { ElementRule, Expression, SupportRules } from '../instrument/definition.ts';
import type { ElementEntry, MapEntry, Truth } from './element.ts';
import { evaluate, type EvaluationContext } from './evaluate.ts';
import { or } from './kleene.ts';
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
}

/** Sorts out what serves a Place; entries whose Places or status are not stated count nowhere. */
export function entriesOfPlace(
  rules: SupportRules,
  entries: readonly MapEntry[],
  place: string,
): PlaceEntries {
  const active = entries
    .filter((entry) => entry.places?.includes(place) === true)
    .flatMap((entry) => activeEntry(rules, entry));
  const running = active.flatMap(({ entry, status }) => (status === 'running' ? [entry] : []));
  // Every entry asks the same of all the others: it is found out once.
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
  return { active, running, context };
}

/** The Place's entries that match the element, or would if their unknowns were known. */
export function elementEntries(rule: ElementRule, entries: PlaceEntries): readonly ElementEntry[] {
  return entries.active.flatMap((active) => elementEntry(rule, active, entries.context));
}

/** One, or none where the entry neither runs nor is being developed. */
function activeEntry(rules: SupportRules, entry: MapEntry): readonly ActiveEntry[] {
  if (evaluate(rules.running, entry.answers) === 'yes') return [{ entry, status: 'running' }];
  if (evaluate(rules.developing, entry.answers) !== 'yes') return [];
  return [{ entry, status: 'in-development' }];
}

/** One, or none where the entry does not match. */
function elementEntry(
  rule: ElementRule,
  { entry, status }: ActiveEntry,
  context: EvaluationContext,
): readonly ElementEntry[] {
  const { id, name, agency, answers } = entry;
  const match = evaluate(rule.match, answers, context);
  if (match === 'no') return [];
  const conditions = rule.green.map(({ code, when }) => ({
    code,
    truth: evaluate(when, answers, context),
  }));
  const codes = (truth: Truth): readonly string[] =>
    conditions.filter((condition) => condition.truth === truth).map(({ code }) => code);
  const [met, failed, unknown] = [codes('yes'), codes('no'), codes('unknown')];
  const settling = match === 'yes' ? [] : wouldSettle(rule.match, answers, context);
  return [{ id, name, agency, status, match, met, failed, unknown, wouldSettle: settling }];
}

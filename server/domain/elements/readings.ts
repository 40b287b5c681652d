/** Keeps what was read of an entry: for an element it reads alike in every Place whose other entries say the same. */
import type { ElementRule, Expression } from '../instrument/definition.ts';
import type { EvaluationContext } from './evaluate.ts';

export type Read<Entry, Reading> = (
  rule: ElementRule,
  context: EvaluationContext,
) => (entry: Entry) => Reading;

/**
 * Reads each entry once for an element, and once more where it stands among others that answer differently what
 * the element asks of them: a reading rests on nothing else. In a system of six Places that is a sixth of the work.
 */
export function readings<Entry extends object, Reading>(
  readOne: (rule: ElementRule, entry: Entry, context: EvaluationContext) => Reading,
): Read<Entry, Reading> {
  const kept = new Map<string, Map<Entry, Reading>>();
  return (rule, context) => {
    const truths = askedOfOthers(rule).map((expression) => context.someRunningEntry(expression));
    const known = slot(kept, [rule.id, ...truths].join(' '));
    return (entry) => {
      const before = known.get(entry);
      if (before !== undefined) return before;
      const reading = readOne(rule, entry, context);
      known.set(entry, reading);
      return reading;
    };
  };
}

function slot<Key, Entry, Reading>(kept: Map<Key, Map<Entry, Reading>>, key: Key) {
  const known = kept.get(key) ?? new Map<Entry, Reading>();
  kept.set(key, known);
  return known;
}

/** What the element wants to know of some other entry of the Place, in the order in which it asks. */
function askedOfOthers({ match, green }: ElementRule): Expression[] {
  return [match, ...green.map(({ when }) => when)].flatMap(askedIn);
}

function askedIn(expression: Expression): Expression[] {
  if ('all' in expression) return expression.all.flatMap(askedIn);
  if ('any' in expression) return expression.any.flatMap(askedIn);
  if ('not' in expression) return askedIn(expression.not);
  return 'someRunningEntry' in expression ? [expression.someRunningEntry] : [];
}

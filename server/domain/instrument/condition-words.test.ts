import { expect, it } from 'vitest';
import { conditionWords } from './condition-words.ts';
import type { Expression } from './definition.ts';

const names = {
  question: (id: string) => `“${id}”`,
  option: (_: string, id: string) => id.toUpperCase(),
};
const is: Expression = { item: 'money', is: ['a', 'b'] };
const chosen: Expression = { item: 'limits', chosen: true };

it.each<[Expression, string]>([
  [is, '“money” is A or B'],
  [chosen, 'something is ticked under “limits”'],
  [{ item: 'limits', includes: ['a'] }, '“limits” includes A'],
  [{ item: 'limits', excludes: ['a', 'b'] }, '“limits” does not include A or B'],
  [{ item: 'ages', overlaps: [-9, 24] }, '“ages” has part of conception to 2 years'],
  [{ item: 'ages', covers: [0, 24] }, '“ages” covers all of birth to 2 years'],
  [{ all: [is, chosen] }, '“money” is A or B and something is ticked under “limits”'],
  [
    { any: [is, { all: [chosen, { not: is }] }] },
    '“money” is A or B or (something is ticked under “limits” and “money” is not A or B)',
  ],
  [{ someRunningEntry: is }, 'for some running entry “money” is A or B'],
])('says %j', (expression, words) => {
  expect(conditionWords(expression, names)).toBe(words);
});

it.each<[Expression, string]>([
  [is, '“money” is not A or B'],
  [chosen, 'nothing is ticked under “limits”'],
  [{ item: 'limits', includes: ['a'] }, '“limits” does not include A'],
  [{ item: 'limits', excludes: ['a'] }, '“limits” includes A'],
  [{ item: 'ages', overlaps: [-9, 24] }, '“ages” has no part of conception to 2 years'],
  [{ item: 'ages', covers: [0, 24] }, '“ages” does not cover all of birth to 2 years'],
  [{ not: is }, '“money” is A or B'],
  [{ all: [is, chosen] }, '“money” is not A or B or nothing is ticked under “limits”'],
  [{ any: [is, chosen] }, '“money” is not A or B and nothing is ticked under “limits”'],
  [{ someRunningEntry: is }, 'for no running entry “money” is A or B'],
])('says that %j does not hold', (expression, words) => {
  expect(conditionWords({ not: expression }, names)).toBe(words);
});

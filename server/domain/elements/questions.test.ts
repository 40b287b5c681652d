/** Which questions a Place's cells leave open. */
import { describe, expect, it } from 'vitest';
import type { ElementCell, ElementEntry } from './element.ts';
import { openQuestions } from './questions.ts';

const entry = (name: string, wouldSettle: readonly string[]): ElementEntry => ({
  ...{ id: `id-${name}`, name, agency: 'council', status: 'running' },
  match: wouldSettle.length > 0 ? 'unknown' : 'yes',
  ...{ met: [], failed: [], unknown: [], wouldSettle },
});
function cell(element: string, entries: readonly ElementEntry[]): ElementCell {
  const [first] = entries;
  if (!first) throw new Error('a cell of questions has entries');
  const reason = { kind: 'questions', fewest: first } as const;
  return { element, rag: 'white', reason, entries, moreInDevelopment: false };
}

describe('the questions of a Place', () => {
  it('are each service’s fewest, once, with every element that they could settle', () => {
    const café = entry('Café', ['focus']);
    expect(
      openQuestions([cell('E1', [café]), cell('E3', [entry('Hub', ['levels', 'focus']), café])]),
    ).toEqual([
      { ...asked('Café', 'focus'), elements: ['E1', 'E3'] },
      { ...asked('Hub', 'levels'), elements: ['E3'] },
      { ...asked('Hub', 'focus'), elements: ['E3'] },
    ]);
  });

  it('are none where the cell is settled, or waits for a map', () => {
    const matching = entry('Café', []);
    const amber: ElementCell = {
      ...cell('E3', [matching, entry('Hub', ['focus'])]),
      rag: 'amber',
      reason: { kind: 'lacks', nearest: matching },
    };
    const waiting: ElementCell = {
      ...cell('E4', [matching]),
      reason: { kind: 'not-answered', waitingFor: ['council'] },
    };
    expect(openQuestions([amber, waiting])).toEqual([]);
  });
});

const asked = (name: string, itemId: string) => ({
  ...{ entryId: `id-${name}`, entryName: name, agency: 'council', itemId },
});

/** Findings: the first sentence of a report says what matters, and nothing that rests on an open split. */
import { describe, expect, it } from 'vitest';
import type { Level, Rag } from '../../domain/scoring/score.ts';
import { elementsFinding, gridFinding, placeElementsFinding, placeGridFinding } from './finding.ts';
import { levelWords, toRag } from './words.ts';

const words = levelWords({
  levels: ['Not yet', 'Foundations', 'Early growth', 'Good progress', 'Well-established'].map(
    (word, level) => ({ level, word, short: word }),
  ),
});
const coloured = (name: string, ...codes: Rag[]) => ({
  name,
  cells: codes.map((code) => ({ rag: toRag(code) })),
});
const element = (title: string, code: Rag) => ({ title, rag: toRag(code) });
const standing = (level: number | null, more: { discuss?: boolean; up?: boolean } = {}) => ({
  level,
  discuss: false,
  up: false,
  ...more,
});

function row(name: string, levels: readonly [Level, ...Level[]], gapOpen = false) {
  const [lowest, highest] = [levels.toSorted()[0] ?? 0, levels.toSorted().at(-1) ?? 0];
  return {
    name,
    scores: levels.map((level) => ({ level })),
    system: { lowest, highest, gap: highest - lowest, gapOpen },
    cells: levels.map((level, n) => ({
      place: `Place ${n + 1}`,
      rag: toRag(level < 2 ? 'red' : 'amber'),
    })),
  };
}

describe('the finding of a system’s grid', () => {
  it('names what is red most, and the widest gap with its Places', () => {
    expect(gridFinding([row('Money', [1, 1, 3]), row('Leadership', [2, 2, 3])], words)).toEqual([
      'Money is red in 2 of 3 Places.',
      'Places are furthest apart in money: Place 1 and Place 2 at Foundations, Place 3 at Good progress.',
    ]);
  });

  it('makes no headline of a gap that rests on an open split', () => {
    expect(gridFinding([row('Money', [2, 3], true)], words)).toEqual([
      'No domain is red in any Place.',
    ]);
  });
});

describe('the finding of support elements', () => {
  it('counts what is green and what is not known', () => {
    expect(
      elementsFinding([
        coloured('Crisis support', 'red', 'white'),
        coloured('Groups', 'green', 'red'),
      ]),
    ).toEqual([
      'Crisis support and groups are red in 1 of 2 Places.',
      '1 of 4 are green; 1 of 4 are not known.',
    ]);
  });

  it('counts names instead of listing more than three', () => {
    const rows = ['One', 'Two', 'Three', 'Four'].map((name) => coloured(name, 'red', 'red'));
    expect(elementsFinding(rows)[0]).toBe(
      'Four elements are red in 2 of 2 Places, one among them.',
    );
  });

  it('of a Place lists the red ones, or says that all are alike', () => {
    expect(placeElementsFinding([element('Groups', 'amber'), element('Clinic', 'amber')])).toEqual([
      'All two elements of support are amber.',
    ]);
    expect(placeElementsFinding([element('Groups', 'red'), element('Clinic', 'green')])).toEqual([
      'One of the two elements of support is red: groups.',
      'One is green.',
    ]);
  });

  it('says what a Place’s elements are where none is red or green', () => {
    expect(
      placeElementsFinding([
        element('Groups', 'amber'),
        element('Clinic', 'white'),
        element('Crisis support', 'amber'),
      ]),
    ).toEqual([
      'None of the three elements of support is red or green: two are amber and one unknown.',
    ]);
  });
});

describe('the finding of a Place’s grid', () => {
  it('says where most domains stand, how many went up, and on how many agencies differ', () => {
    expect(
      placeGridFinding(
        [standing(2, { up: true }), standing(2), standing(1), standing(null, { discuss: true })],
        words,
      ),
    ).toEqual([
      'Two of four domains stand at Early growth, one of them up since the last round.',
      'Agencies differ on one.',
    ]);
  });

  it('takes the lower of two levels that are as common', () => {
    expect(placeGridFinding([standing(3), standing(1)], words)).toEqual([
      'One of two domains stands at Foundations.',
    ]);
  });

  it('says that there is no level yet', () => {
    expect(placeGridFinding([standing(null)], words)).toEqual(['No domain has a level yet.']);
  });
});

import { describe, expect, it } from 'vitest';
import { changedParts, isAnswered, isSamePart, stepsOf, type Part, type Saved } from './history.ts';
import { isWithin } from './within.ts';

const siân = 'siân';
const at = (minute: number): Date => new Date(Date.UTC(2026, 2, 18, 14, minute));
const saved = (
  revision: number,
  value: string,
  minute: number,
  more: Partial<Saved<string>> = {},
): Saved<string> => ({
  revision,
  value,
  at: at(minute),
  byId: siân,
  by: 'Siân',
  ...more,
});
const told = (history: readonly Saved<string>[]): (string | undefined)[][] =>
  stepsOf(history).map(({ before, after }) => [before?.value, after.value]);

describe('the steps of an answer’s history', () => {
  it('are told from the newest to the first, which had nothing before it', () => {
    expect(told([saved(1, 'one', 1), saved(2, 'two', 4), saved(3, 'three', 8)])).toEqual([
      ['two', 'three'],
      ['one', 'two'],
      [undefined, 'one'],
    ]);
    expect(told([])).toEqual([]);
  });

  it('are one where somebody went on typing', () => {
    const history = [saved(1, 'Old', 0), saved(2, 'N', 9), saved(3, 'Ne', 10), saved(4, 'New', 11)];
    expect(told(history)).toEqual([
      ['Old', 'New'],
      [undefined, 'Old'],
    ]);
  });

  it.each([
    ['came from somebody else', saved(2, 'b', 1, { byId: 'tomos' })],
    ['came after a pause', saved(2, 'b', 3)],
    ['took it away', saved(2, '', 1)],
    ['says as much in other words', saved(2, 'The plan of 2026', 1)],
    ['says more, but in other words', saved(2, 'Both hubs have joint budgets since March', 1)],
    ['leaves one word out', saved(2, 'The plan, agreed by the board, 2025', 1)],
  ])('are two where the second %s', (_, second) => {
    expect(told([saved(1, 'The plan of 2025', 1), second])).toHaveLength(2);
  });

  it.each([
    ['a word that was half typed', 'The plan of 2025, joi', 'The plan of 2025, jointly written'],
    ['words between others', 'The plan', 'The joint plan'],
    ['a sign behind a word', 'The plan.', 'The plan, and its budget.'],
    ['an answer', { level: 2 }, { level: 2, evidence: 'The plan' }],
    ['a choice beside another', { places: ['b'] }, { places: ['a', 'b'] }],
  ])('are one where somebody added %s', (_, one, other) => {
    expect(isWithin(one, other)).toBe(true);
  });

  it.each([
    ['a level', { level: 2 }, { level: 3 }],
    ['“We can’t say”', { level: null }, { level: 2 }],
    ['“none of them”', { restrictions: [] }, { restrictions: ['age'] }],
    ['a row', { rows: [{ place: 'a', families: 5 }] }, { rows: [{ place: 'a', families: 6 }] }],
    ['a choice', { marks: { one: 'met' } }, { marks: {} }],
    ['being in the list', { removed: false }, { removed: true }],
  ])('are two where somebody took back %s', (_, one, other) => {
    expect(isWithin(one, other)).toBe(false);
  });
});

describe('the parts that a step changed', () => {
  interface Entry {
    readonly name?: string;
    readonly places?: readonly string[];
  }
  const name: Part<Entry> = {
    id: 'name',
    term: 'Name',
    valueOf: (entry) => entry.name,
    wordsOf: (entry) => entry.name ?? '',
  };
  const places: Part<Entry> = {
    id: 'places',
    term: 'Places',
    valueOf: (entry) => entry.places,
    wordsOf: (entry) => (entry.places ?? []).join(', '),
  };
  const changed = (before: Entry | undefined, after: Entry): string[] =>
    changedParts([name, places], before, after).map(({ id }) => id);

  it('are those whose data differ', () => {
    expect(changed({ name: 'Hub', places: ['a'] }, { name: 'Hub', places: ['a', 'b'] })).toEqual([
      'places',
    ]);
    expect(changed({ name: 'Hub', places: ['a'] }, { name: 'Hub', places: ['a'] })).toEqual([]);
  });

  it('are all that was answered the first time', () => {
    expect(changed(undefined, { name: 'Hub' })).toEqual(['name']);
  });

  it('nothing is the same as no answer at all', () => {
    expect(isSamePart(name, undefined, {})).toBe(true);
    expect(isAnswered(name, {})).toBe(false);
    expect(isAnswered(places, { places: [] })).toBe(true);
  });
});

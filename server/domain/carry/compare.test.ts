import { describe, expect, it } from 'vitest';
import { aMaturityGrid, withChange } from '../../../test/factories/definitions.ts';
import { aServiceMap } from '../../../test/factories/service-map.ts';
import type { Definition } from '../instrument/definition.ts';
import { compareDefinitions, compareEntries } from './compare.ts';

const before = aMaturityGrid();
const changed = (path: string, value: unknown): Definition =>
  withChange(before, path, value) as Definition;
const leadership = '/sections/0/items/0';
const first = `${leadership}/descriptors/0/criteria/0`;

const of = (after: Definition, id = 'leadership') =>
  compareDefinitions(before, after).changed.get(id);

describe('what changed in an instrument', () => {
  it('is nothing where nothing changed, another version’s number included', () => {
    const { fresh, gone, changed: all } = compareDefinitions(before, changed('/version', '1.1.0'));
    expect([fresh, gone, [...all]]).toEqual([[], [], []]);
  });

  it('names a question that is new and one that is gone', () => {
    const after = changed('/sections/1/items/0/id', 'alone');
    const { fresh, gone } = compareDefinitions(before, after);
    expect(fresh.map(({ id }) => id)).toEqual(['alone']);
    expect(gone.map(({ id }) => id)).toEqual(['together']);
  });

  it('gives both wordings of a question', () => {
    expect(of(changed(`${leadership}/text`, 'Leadership'))?.wording).toEqual({
      was: 'Strategic leadership',
      now: 'Leadership',
    });
  });

  it('does not mind help, or whether an answer is required', () => {
    const helped = changed(`${leadership}/help`, 'More of it');
    expect(compareDefinitions(before, helped).changed.size).toBe(0);
  });

  it('names a statement that is reworded, with what it said', () => {
    const change = of(changed(`${first}/text`, 'A named person leads on it'));
    expect(change?.statements.reworded).toMatchObject([
      { id: 'leadership-1a', was: 'Someone leads on it', text: 'A named person leads on it' },
    ]);
    expect(change?.wording).toBeNull();
  });

  it('names a statement that is new and one that is gone', () => {
    const { statements } = of(changed(`${first}/id`, 'leadership-1z')) ?? {};
    expect(statements?.fresh.map(({ id }) => id)).toEqual(['leadership-1z']);
    expect(statements?.gone.map(({ id }) => id)).toEqual(['leadership-1a']);
  });

  it('takes a statement that moved to another level as another one', () => {
    const level = (n: number) =>
      before.sections[0]?.items
        .flatMap((item) => (item.type === 'level' ? (item.descriptors[n]?.criteria ?? []) : []))
        .slice(0, 3) ?? [];
    const [moved, ...stay] = level(0);
    const without = changed(`${leadership}/descriptors/0/criteria`, stay);
    const there = [...level(1), moved];
    const after = withChange(without, `${leadership}/descriptors/1/criteria`, there) as Definition;
    const change = of(after);
    expect(change?.statements.reworded.map(({ id, level }) => [id, level])).toEqual([
      ['leadership-1a', 2],
    ]);
  });

  it('says where a question takes another kind of answer', () => {
    const after = changed('/sections/1/items/0/type', 'text');
    expect(of(after, 'together')?.retyped).toBe(true);
  });

  it('names choices that are gone and new, inside entries too', () => {
    const map = aServiceMap();
    const options = '/sections/0/items/0/sections/0/items/1/options/1';
    const after = withChange(map, options, { id: 'doulas', label: 'Doulas' }) as Definition;
    expect(compareEntries(map, after).changed.get('sector')).toMatchObject({
      choicesGone: ['Other'],
      choicesFresh: ['Doulas'],
    });
    expect(compareDefinitions(map, after).changed.size).toBe(0);
  });
});

import { describe, expect, it } from 'vitest';
import { aServiceMap } from '../../../test/factories/service-map.ts';
import { entriesItem } from '../../domain/instrument/items.ts';
import type { SimpleAnswers } from '../../domain/answers/answers.ts';
import { entryItems } from './entry.columns.ts';
import { effectsOf } from './entry.effects.ts';
import { keepShown } from './entry.form.ts';
import { gapsOf } from './entry.gaps.ts';
import { isSameEntry, mergeEntry } from './entry.merge.ts';

const definition = aServiceMap();
const item = entriesItem(definition);
const { support: rules } = definition;
if (!item || !rules) throw new Error('the map has entries and rules');
const items = entryItems(item);

describe('merging two people’s changes of one entry', () => {
  const base = { name: 'A', spend: 1, wte: 1 };
  const merged = (theirs: SimpleAnswers, mine: SimpleAnswers) => {
    const { differences, answers } = mergeEntry(items, base, theirs, mine);
    return [differences.map((one) => [one.item.id, one.clash]), answers];
  };
  it.each<[string, SimpleAnswers, SimpleAnswers, [string, boolean][], SimpleAnswers]>([
    ['they changed nothing', base, { name: 'B' }, [], { name: 'B' }],
    ['only they did', { ...base, spend: 2 }, base, [['spend', false]], { ...base, spend: 2 }],
    [
      'they took an answer away',
      { name: 'A', wte: 1 },
      base,
      [['spend', false]],
      { name: 'A', wte: 1 },
    ],
    ['both did, alike', { ...base, spend: 2 }, { ...base, spend: 2 }, [], { ...base, spend: 2 }],
    [
      'both did, otherwise',
      { ...base, spend: 2 },
      { ...base, spend: 3 },
      [['spend', true]],
      { ...base, spend: 3 },
    ],
    [
      'I took away what they changed',
      { ...base, spend: 2 },
      { name: 'A', wte: 1 },
      [['spend', true]],
      { name: 'A', wte: 1 },
    ],
  ])('%s', (_title, theirs, mine, differences, answers) => {
    expect(merged(theirs, mine)).toEqual([differences, answers]);
  });

  it('does not mind the order of ticks, and keeps none, not known and not answered apart', () => {
    const same = (one: SimpleAnswers, other: SimpleAnswers) => isSameEntry(items, one, other);
    expect(
      same({ restrictions: ['age', 'threshold'] }, { restrictions: ['threshold', 'age'] }),
    ).toBe(true);
    expect(same({ ages: { from: 0, to: 2 } }, { ages: { to: 2, from: 0 } })).toBe(true);
    expect(same({ restrictions: [] }, { restrictions: null })).toBe(false);
    expect(same({ restrictions: [] }, {})).toBe(false);
    expect(same({ restrictions: null }, {})).toBe(false);
  });
});

describe('what is missing', () => {
  const places = [{ id: 'p', name: 'Ferrow Vale' }];
  const gaps = (answers: SimpleAnswers) => {
    const entry = { id: 'e', agency: 'a', name: 'E', places: ['p'], answers };
    return gapsOf(item, answers, effectsOf(rules, [entry], places).get('e') ?? []);
  };
  const done = { name: 'E', sector: 'other', places: ['p'], status: 'running' };

  it('begins with what submitting needs', () => {
    expect(gaps({ name: 'E' }).filter(({ needed }) => needed)).toMatchObject(
      ['sector', 'places', 'status', 'restrictions'].map((field) => ({ field })),
    );
  });

  it('goes on with the one answer that would settle an element', () => {
    expect(gaps({ ...done, restrictions: null })).toMatchObject([
      { itemId: 'ages', settles: ['element E1 in Ferrow Vale'] },
    ]);
  });

  it('then with what green needs, once the entry matches', () => {
    expect(gaps({ ...done, restrictions: null, ages: { from: 0, to: 9 } })).toMatchObject([
      { itemId: 'consultation', settles: [], decides: ['E1'] },
    ]);
  });

  it('asks nothing again that was answered "not known", and nothing that no element reads', () => {
    const answers = {
      ...done,
      restrictions: null,
      consultation: 'unknown',
      ages: { from: 0, to: 9 },
    };
    expect(gaps(answers)).toEqual([]);
  });

  it('says that an entry without a Place counts nowhere', () => {
    const entry = { ...done, places: null, restrictions: [] };
    expect(gapsOf(item, entry, [])).toMatchObject([
      { text: 'Places: counted nowhere until you name one', needed: false },
    ]);
  });
});

it('drops an answer whose question no longer applies', () => {
  const answers = { name: 'A', restrictions: [], restrictionDetail: 'x' };
  expect(keepShown(items, answers)).toEqual({ name: 'A', restrictions: [] });
  expect(keepShown(items, { restrictions: ['age'], restrictionDetail: 'x' })).toHaveProperty(
    'restrictionDetail',
  );
});

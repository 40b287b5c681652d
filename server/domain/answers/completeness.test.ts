import { describe, expect, it } from 'vitest';
import { aLevelItem, aMaturityGrid } from '../../../test/factories/definitions.ts';
import { aServiceMap } from '../../../test/factories/service-map.ts';
import type { Item, TableItem } from '../instrument/definition.ts';
import { entriesItem, itemsOf } from '../instrument/items.ts';
import type { LevelAnswer, SimpleAnswers } from './answers.ts';
import { isShown, missingInEntry, missingInLevel, missingInSimple } from './completeness.ts';

describe('a domain', () => {
  const item = aLevelItem('d');
  const one = { 'd-1a': 'met', 'd-1b': 'met', 'd-2a': 'partly' } as const;
  const level = {
    itemId: 'd',
    field: 'd_level',
    text: 'Choose a level for “Strategic leadership”, or “We can’t say”',
  };
  const reason = {
    itemId: 'd',
    field: 'd_reason',
    text: 'Give your reason for not choosing the suggested level of “Strategic leadership”',
  };
  const evidence = {
    itemId: 'd',
    field: 'd_evidence',
    text: 'Give evidence for “Strategic leadership”, or say why there is none',
  };

  it.each<[what: string, answer: LevelAnswer | undefined, missing: unknown[]]>([
    ['nothing', undefined, [level]],
    ['marks without a level', { criteria: one }, [level]],
    ['"We can’t say"', { criteria: one, level: null }, []],
    ['the suggested level', { criteria: one, level: 1 }, []],
    ['another level', { criteria: one, level: 2 }, [reason]],
    ['another level, blank reason', { criteria: one, level: 0, reason: ' \n' }, [reason]],
    ['another level with a reason', { criteria: one, level: 2, reason: 'Patchy' }, []],
    ['a level where none is suggested', { criteria: {}, level: 2 }, []],
    ['level 3 without evidence', { criteria: {}, level: 3 }, [evidence]],
    [
      'level 3 with blank evidence',
      { criteria: {}, level: 3, evidence: ' ', links: [] },
      [evidence],
    ],
    ['level 3 with evidence', { criteria: {}, level: 3, evidence: 'Minutes' }, []],
    ['level 4 with a link', { criteria: {}, level: 4, links: ['https://a.org'] }, []],
    ['level 4 and why there is none', { criteria: {}, level: 4, noEvidence: 'New team' }, []],
    ['another level, 4, bare', { criteria: one, level: 4 }, [reason, evidence]],
  ])('with %s', (_, answer, missing) => {
    expect(missingInLevel(item, answer)).toEqual(missing);
  });
});

describe('a conditional item', () => {
  const items = itemsOf(aMaturityGrid())
    .map(({ item }) => item)
    .filter(
      (item): item is Exclude<Item, { type: 'level' | 'entries' }> =>
        item.id === 'together' || item.id === 'colleagues',
    );
  const colleagues = items.filter(({ id }) => id === 'colleagues');

  it.each<[answers: SimpleAnswers, shown: boolean]>([
    [{}, false],
    [{ together: 'no' }, false],
    [{ together: 'partly' }, true],
  ])('with %j is shown: %j', (answers, shown) => {
    expect(colleagues.map((item) => isShown(item, answers))).toEqual([shown]);
  });

  it('is asked for only while it is shown', () => {
    expect(missingInSimple(items, {})).toEqual([]);
    expect(missingInSimple(items, { together: 'yes' })).toEqual([
      { itemId: 'colleagues', field: 'colleagues', text: 'Fill in “Which roles do they have?”' },
    ]);
    expect(missingInSimple(items, { together: 'yes', colleagues: 'Midwives' })).toEqual([]);
  });
});

describe('an entry', () => {
  const entries = entriesItem(aServiceMap());
  const full: SimpleAnswers = {
    name: 'PaIRS',
    sector: 'other',
    places: ['blackpool'],
    status: 'running',
    restrictions: [],
  };
  const missing = (answers: SimpleAnswers) =>
    entries === undefined ? [] : missingInEntry(entries, answers).map(({ text }) => text);

  it('lacks what is required, in order', () => {
    expect(missing({})).toEqual([
      'Fill in “Name”',
      'Choose an answer to “Sector”',
      'Choose an answer to “Places”',
      'Choose an answer to “Status”',
      'Choose an answer to “Who is turned away?”',
    ]);
  });

  it.each<[what: string, answers: SimpleAnswers]>([
    ['everything required', full],
    ['"not stated" for Places', { ...full, places: null }],
    ['"not known" where it is offered', { ...full, restrictions: null }],
    ['a restriction, and words for it', { ...full, restrictions: ['age'], restrictionDetail: 'x' }],
  ])('lacks nothing with %s', (_, answers) => {
    expect(missing(answers)).toEqual([]);
  });

  it.each<[what: string, answers: SimpleAnswers, text: string]>([
    ['a blank name', { ...full, name: '  ' }, 'Fill in “Name”'],
    [
      '"not known" where it is not offered',
      { ...full, sector: null },
      'Choose an answer to “Sector”',
    ],
    ['an empty list of Places', { ...full, places: [] }, 'Choose an answer to “Places”'],
    ['what its own answer asks for', { ...full, restrictions: ['age'] }, 'Fill in “Say more”'],
    [
      'a Place for its figures',
      { ...full, figures: [{ families: 3 }] },
      'Fill in “Place” in row 1 of “Figures”',
    ],
  ])('lacks %s', (_, answers, text) => {
    expect(missing(answers)).toEqual([text]);
  });
});

describe('a table with fixed rows', () => {
  const table: TableItem = {
    id: 'years',
    type: 'table',
    text: 'Money by year',
    rows: [
      { id: 'a', label: '2025-26' },
      { id: 'b', label: '2026-27' },
    ],
    columns: [
      { id: 'amount', type: 'money', text: 'Amount', minimum: 0, maximum: 9, required: true },
    ],
  };

  it('asks for the cells of the rows that were begun', () => {
    expect(missingInSimple([table], {})).toEqual([]);
    expect(missingInSimple([table], { years: [{ row: 'b' }] })).toEqual([
      {
        itemId: 'years',
        field: 'years_b_amount',
        text: 'Fill in “Amount” in “2026-27” of “Money by year”',
      },
    ]);
  });

  it('asks for all rows where it is required', () => {
    const required = { ...table, required: true };
    expect(missingInSimple([required], {})).toMatchObject([{ field: 'years' }]);
    expect(missingInSimple([required], { years: [{ row: 'b', amount: 0 }] })).toMatchObject([
      { field: 'years_a_amount' },
    ]);
  });
});

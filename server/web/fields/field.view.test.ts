import { describe, expect, it } from 'vitest';
import { ageWords } from '../../domain/answers/age-words.ts';
import type { Expression, SimpleItem } from '../../domain/instrument/definition.ts';
import { parseForm } from '../form.ts';
import type { FieldContext, FieldFault } from './field.ts';
import { toFieldView } from './field.view.ts';
import { whenWords } from './when.view.ts';

const options = (count: number) =>
  Array.from({ length: count }, (_, index) => ({ id: `o${index}`, label: `Option ${index}` }));
const single: SimpleItem = { id: 'funding', type: 'single', text: 'Funding', options: options(3) };
const restrictions: SimpleItem = {
  id: 'restrictions',
  type: 'multiple',
  text: 'Who is turned away?',
  options: options(2),
  none: 'Nobody',
  unknown: 'Not known',
};
const ages: SimpleItem = { id: 'ages', type: 'age-range', text: 'Ages', minimum: -9, maximum: 300 };
const figures: SimpleItem = {
  id: 'figures',
  type: 'table',
  text: 'Figures',
  maximumRows: 3,
  columns: [{ id: 'n', type: 'number', text: 'Number', unit: 'babies', minimum: 0, maximum: 9 }],
};
const items = [single, restrictions, ages, figures];
const context: FieldContext = {
  ageWords,
  choicesOf: (item) => {
    if (item.type === 'yes-partly-no') return options(3);
    return 'options' in item ? (item.options ?? []) : options(30);
  },
};
const view = (item: SimpleItem, body = '', faults: readonly FieldFault[] = [], blankRows = 1) =>
  toFieldView(item, {
    items,
    form: parseForm(body),
    faults,
    context,
    wanted: new Map([['funding', 'Not answered.']]),
    terms: new Map([['ages', [{ id: 'age', term: 'Age', definition: 'Time since birth.' }]]]),
    blankRows,
  });

describe('the kind of a field follows from its item', () => {
  it.each<[string, SimpleItem, string]>([
    ['few single choices', single, 'choices'],
    ['many single choices', { ...single, options: options(7) }, 'select'],
    ['some multiple choices', restrictions, 'choices'],
    ['a catalogue', { id: 'c', type: 'multiple', text: 'C', catalogue: 'c' }, 'list'],
    ['yes, partly, no', { id: 'y', type: 'yes-partly-no', text: 'Y' }, 'choices'],
    ['text', { id: 't', type: 'text', text: 'T', maxLength: 9 }, 'text'],
    ['money', { id: 'm', type: 'money', text: 'M', minimum: 0, maximum: 9 }, 'number'],
    ['a date', { id: 'd', type: 'date', text: 'D' }, 'date'],
    ['an age range', ages, 'ages'],
    ['a table', figures, 'table'],
  ])('%s', (_title, item, kind) => {
    expect(view(item).kind).toBe(kind);
  });
});

it('gives the first control the item’s id, so that every link arrives', () => {
  expect(view(restrictions)).toMatchObject({
    choices: [{ id: 'restrictions' }, { id: 'restrictions_2' }, { exclusive: true }, {}],
  });
  expect(view({ id: 'd', type: 'date', text: 'D' })).toMatchObject({
    parts: [
      { id: 'd', name: 'd_day' },
      { id: 'd_month', name: 'd_month' },
      { id: 'd_year', name: 'd_year' },
    ],
  });
});

it('describes a control by its condition, hint, what waits for it, and its fault, in this order', () => {
  const when: Expression = { item: 'restrictions', chosen: true };
  const fault = { itemId: 'funding', field: 'funding', text: 'Funding: wrong' };
  expect(view({ ...single, help: 'Help', when }, '', [fault])).toMatchObject({
    describedBy: 'funding_when funding_hint funding_want funding_error',
    error: 'Funding: wrong',
    when: JSON.stringify(when),
  });
  expect(view(restrictions).describedBy).toBe('');
});

it('offers an age that falls between the steps when it is the answer, and only then', () => {
  const from = (body: string) => {
    const field = view(ages, body);
    return field.kind === 'ages' ? (field.ends[0]?.choices ?? []) : [];
  };
  expect(from('').map(({ label }) => label)).toContain('Conception');
  expect(from('').map(({ value }) => value)).not.toContain('23');
  expect(from('ages_from=23').find(({ chosen }) => chosen)).toMatchObject({ value: '23' });
  expect(from('ages_from=999').some(({ chosen }) => chosen)).toBe(false);
});

it('shows the rows in use first, then empty ones, up to the most that there may be', () => {
  const rows = (body: string, blankRows: number) => {
    const field = view(figures, body, [], blankRows);
    return field.kind === 'table'
      ? [field.rows.map(({ title, cells }) => [title, cells[0]?.name]), field.mayGrow]
      : [];
  };
  expect(rows('', 1)).toEqual([[['Row 1', 'figures_0_n']], true]);
  expect(rows('figures_2_n=4', 1)).toEqual([
    [
      ['Row 1', 'figures_2_n'],
      ['Row 2', 'figures_0_n'],
    ],
    true,
  ]);
  expect(rows('figures_0_n=4', 9).at(1)).toBe(false);
});

describe('when a question applies, in words', () => {
  it.each<[Expression, string]>([
    [{ item: 'funding', is: ['o1', 'o2'] }, '“Funding” is Option 1 or Option 2'],
    [{ item: 'restrictions', chosen: true }, 'you chose anything under “Who is turned away?”'],
    [{ item: 'restrictions', includes: ['o0'] }, '“Who is turned away?” includes Option 0'],
    [{ item: 'restrictions', excludes: ['o0'] }, '“Who is turned away?” does not include Option 0'],
    [
      {
        all: [
          { item: 'funding', is: ['o0'] },
          { item: 'restrictions', includes: ['o1'] },
        ],
      },
      '“Funding” is Option 0 and “Who is turned away?” includes Option 1',
    ],
  ])('%j', (expression, words) => {
    expect(whenWords(expression, items, context)).toBe(`Answer this if ${words}.`);
  });

  it.each<[Expression]>([
    [{ not: { item: 'funding', is: ['o0'] } }],
    [{ item: 'ages', overlaps: [0, 24] }],
    [{ any: [{ item: 'gone', chosen: true }] }],
  ])('is plain where the condition is intricate: %j', (expression) => {
    expect(whenWords(expression, items, context)).toBe('Answer this where it applies.');
  });
});

import { describe, expect, it } from 'vitest';
import { timed } from '../../../test/factories/processor-time.ts';
import { ageWords } from '../../domain/answers/age-words.ts';
import type { SimpleAnswer } from '../../domain/answers/answers.ts';
import type { SimpleItem } from '../../domain/instrument/definition.ts';
import { parseForm } from '../form.ts';
import { answersToForm } from './answers.form.ts';
import { parseAnswers } from './answers.parse.ts';
import type { FieldContext } from './field.ts';
import { strangeNames } from './names.ts';

const option = (id: string) => ({ id, label: id.toUpperCase() });
const items: readonly SimpleItem[] = [
  { id: 'name', type: 'text', text: 'Name', maxLength: 60 },
  { id: 'details', type: 'text', text: 'Details', maxLength: 400, multiline: true },
  { id: 'sector', type: 'single', text: 'Sector', options: ['a', 'b', 'unknown'].map(option) },
  {
    id: 'levels',
    type: 'multiple',
    text: 'Level',
    options: ['low', 'high'].map(option),
    none: 'No level',
    unknown: 'Not known',
  },
  { id: 'places', type: 'places', text: 'Places', unknown: 'Not stated' },
  { id: 'met', type: 'yes-partly-no', text: 'Met' },
  { id: 'families', type: 'number', text: 'Families', unit: 'families', minimum: 0, maximum: 5000 },
  { id: 'wte', type: 'number', text: 'WTE', unit: 'WTE', minimum: -1, maximum: 9, decimals: 2 },
  { id: 'spend', type: 'money', text: 'Spend', minimum: 0, maximum: 1_000_000_000 },
  { id: 'ends', type: 'date', text: 'When it ends' },
  { id: 'ages', type: 'age-range', text: 'Ages', minimum: -9, maximum: 300 },
  {
    id: 'figures',
    type: 'table',
    text: 'Figures',
    maximumRows: 3,
    columns: [
      { id: 'place', type: 'place', text: 'Place' },
      { id: 'level', type: 'single', text: 'Level', options: ['low', 'high'].map(option) },
      { id: 'wait', type: 'number', text: 'Wait', unit: 'weeks', minimum: 0, maximum: 520 },
      { id: 'until', type: 'date', text: 'Until' },
      { id: 'note', type: 'text', text: 'Note', maxLength: 20 },
    ],
  },
  {
    id: 'years',
    type: 'table',
    text: 'Money by year',
    rows: [option('2025'), option('2026')],
    columns: [{ id: 'amount', type: 'money', text: 'Amount', minimum: 0, maximum: 9 }],
  },
];

const places = ['ferrow-vale', 'twr-wennol'].map(option);
const yesPartlyNo = ['yes', 'partly', 'no'].map(option);
const context: FieldContext = {
  ageWords,
  choicesOf: (item) => {
    if (item.type === 'place' || item.type === 'places') return places;
    if (item.type === 'yes-partly-no') return yesPartlyNo;
    return 'options' in item ? (item.options ?? []) : [];
  },
};

const parse = (body: string) => parseAnswers(items, parseForm(body), context);

describe('every answer comes back from its own form as it was', () => {
  const cases: readonly (readonly [string, SimpleAnswer])[] = [
    ['name', 'Tŷ Bach Ŵyl'],
    ['name', '<script>alert(1)</script> & "quotes" +%20='],
    ['name', '𝒜 👩‍👧 é'],
    ['details', 'One line\nand another\n\n- and a third'],
    ['sector', 'a'],
    ['sector', 'unknown'],
    ['levels', ['low']],
    ['levels', ['low', 'high']],
    ['levels', []],
    ['levels', null],
    ['places', ['twr-wennol']],
    ['places', null],
    ['met', 'partly'],
    ['families', 0],
    ['families', 5000],
    ['wte', 1.25],
    ['wte', -0.5],
    ['wte', 0],
    ['spend', 1_000_000_000],
    ['ends', '2027-03-31'],
    ['ends', '2028-02-29'],
    ['ages', { from: -9, to: 300 }],
    ['figures', [{ place: 'ferrow-vale', level: 'low', wait: 0, until: '2026-01-01', note: 'x' }]],
    ['figures', [{ place: 'ferrow-vale' }, { wait: 3 }, { note: 'Three' }]],
    ['years', [{ row: '2026', amount: 4 }]],
    [
      'years',
      [
        { row: '2025', amount: 0 },
        { row: '2026', amount: 9 },
      ],
    ],
  ];

  it.each(cases)('%s: %j', (id, answer) => {
    const parsed = parseAnswers(items, answersToForm(items, { [id]: answer }), context);
    expect(parsed).toEqual({ answers: { [id]: answer }, faults: [] });
  });

  it('every month of an age range', () => {
    for (let from = -9; from < 300; from++) {
      const answers = { ages: { from, to: from + 1 } };
      expect(parseAnswers(items, answersToForm(items, answers), context).answers).toEqual(answers);
    }
  });

  it('all of them at once, and none at all', () => {
    const answers = Object.fromEntries(cases);
    expect(parseAnswers(items, answersToForm(items, answers), context).answers).toEqual(answers);
    expect(parse('')).toEqual({ answers: {}, faults: [] });
  });
});

describe('what people type is read as they mean it', () => {
  it.each([
    ['families=1%2C200', 'families', 1200],
    ['spend=%C2%A385%2C000', 'spend', 85_000],
    ['wte=1.50', 'wte', 1.5],
    ['wte=2.', 'wte', undefined],
    ['wte=-0', 'wte', 0],
    ['families=+7+', 'families', 7],
    ['ends_day=1&ends_month=04&ends_year=2026', 'ends', '2026-04-01'],
    ['name=+Early+Days+', 'name', 'Early Days'],
    ['details=a%0D%0Ab', 'details', 'a\nb'],
    ['name=+++', 'name', undefined],
    ['figures_2_wait=4', 'figures', [{ wait: 4 }]],
  ])('%s', (body, id, answer) => {
    expect(parse(body).answers[id]).toEqual(answer);
  });
});

describe('a fault names the question, the control to mend and what to do', () => {
  it.each([
    ['families=many', 'families', 'Families: must be a number, such as 12'],
    ['families=1e3', 'families', 'Families: must be a number, such as 12'],
    ['families=1,2', 'families', 'Families: must be a number, such as 12'],
    ['families=1.5', 'families', 'Families: must be a whole number'],
    ['families=5001', 'families', 'Families: must be from 0 to 5,000'],
    ['wte=1.234', 'wte', 'WTE: must have at most 2 decimal places'],
    ['spend=-1', 'spend', 'Spend: must be from 0 to 1,000,000,000'],
    ['sector=c', 'sector', 'Sector: choose one of the answers shown'],
    ['sector=__proto__', 'sector', 'Sector: choose one of the answers shown'],
    ['places=elsewhere', 'places', 'Places: choose one of the answers shown'],
    [
      'levels=low&levels=_unknown',
      'levels',
      'Level: “Not known” can’t stand beside another answer. Untick it, or the others',
    ],
    [
      'levels=_none&levels=_unknown',
      'levels',
      'Level: “No level” can’t stand beside another answer. Untick it, or the others',
    ],
    ['ends_day=1&ends_month=4', 'ends_year', 'When it ends: must have a year'],
    ['ends_year=2026', 'ends', 'When it ends: must have a day and a month'],
    ['ends_day=31&ends_month=2&ends_year=2026', 'ends', 'When it ends: must be a real date'],
    [
      'ends_day=1&ends_month=4&ends_year=26',
      'ends_year',
      'When it ends: must be a real date: mend the year',
    ],
    ['ages_from=0', 'ages_to', 'Ages: choose both ages'],
    ['ages_to=0', 'ages', 'Ages: choose both ages'],
    ['ages_from=24&ages_to=24', 'ages_to', 'Ages: “up to” must come after “from”'],
    ['ages_from=0&ages_to=301', 'ages', 'Ages: choose one of the answers shown'],
    ['ages_from=1.5&ages_to=3', 'ages', 'Ages: choose one of the answers shown'],
    ['figures_1_wait=x', 'figures_1_wait', 'Row 1, Wait: must be a number, such as 12'],
    [
      'figures_0_until_day=1',
      'figures_0_until_month',
      'Row 1, Until: must have a month and a year',
    ],
    ['years_2026_amount=10', 'years_2026_amount', '2026, Amount: must be from 0 to 9'],
  ])('%s', (body, field, text) => {
    const { faults } = parse(body);
    expect(faults.map((fault) => [fault.field, fault.text])).toEqual([[field, text]]);
  });

  it('[trust 24] a NUL and a text that is far too long are named, and the rest is kept', () => {
    const body = `name=a%00b&details=${'x'.repeat(1_000_000)}&met=yes`;
    const { answers, faults } = parse(body);
    expect(faults.map(({ text }) => text)).toEqual([
      'Name: holds a character that can’t be kept: type it again',
      'Details: must have at most 400 characters: it has 1,000,000',
    ]);
    expect(answers).toEqual({ met: 'yes' });
  });

  it('[trust 19] a number of a million digits is refused at once', () => {
    const { result, ms } = timed(() => parse(`wte=1.${'0'.repeat(1_000_000)}x`));
    expect(result.faults).toHaveLength(1);
    expect(ms).toBeLessThan(200);
  });
});

describe('[trust 12, 20] names that no item has', () => {
  it('are found, whatever they try', () => {
    const form = parseForm(
      'name=a&_csrf=t&ends_day=1&figures_2_until_year=1&status=x&__proto__=1&figures_3_wait=1&ends=1&constructor=2',
    );
    expect(strangeNames(items, form, ['_csrf'])).toEqual([
      'status',
      '__proto__',
      'figures_3_wait',
      'ends',
      'constructor',
    ]);
  });
});

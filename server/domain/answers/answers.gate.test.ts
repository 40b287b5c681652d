import { describe, expect, it } from 'vitest';
import { aMaturityGrid, withChange } from '../../../test/factories/definitions.ts';
import { aServiceMap } from '../../../test/factories/service-map.ts';
import { compileAnswers } from './answers.gate.ts';

const grid = compileAnswers(aMaturityGrid());
const map = compileAnswers(aServiceMap());
const https = 'must be a whole link that starts with https://';

const domain = {
  criteria: { 'leadership-1a': 'met', 'leadership-1b': 'unknown' },
  level: 3,
  reason: 'We see more than the criteria ask.',
  evidence: 'Minutes of the board.\r\nTwo pages.',
  links: ['https://example.org/minutes'],
};

describe('answers of a grid', () => {
  it.each([
    [{}],
    [{ leadership: { criteria: {} } }],
    [{ leadership: { criteria: {}, level: null } }],
    [{ leadership: domain, together: 'partly', colleagues: 'Two midwives' }],
  ])('may be a draft: %j', (answers) => {
    expect(grid.response(answers)).toEqual([]);
  });

  // prettier-ignore
  it.each([
    ['level off the scale', '/level', 5, '/level', 'must be one of 0, 1, 2, 3, 4, null'],
    ['level as text', '/level', '3', '/level', 'must be one of 0, 1, 2, 3, 4, null'],
    ['mark that is no mark', '/criteria/leadership-1a', 'yes', '/criteria/leadership-1a', 'must be one of met, partly, not, unknown'],
    ["another domain's criterion", '/criteria/money-1a', 'met', '/criteria/money-1a', 'is no criterion of this item: check its spelling'],
    ['no criteria', '/criteria', undefined, '/criteria', 'is missing: add it'],
    ['[trust 12] field that is not asked', '/agreed', 4, '/agreed', 'is not a field here: remove it, or check its spelling'],
    ['[trust 20] inherited name', '/criteria/__proto__', 'met', '/criteria/__proto__', 'is no criterion of this item: check its spelling'],
    ['blank reason', '/reason', ' ', '/reason', 'must not be empty: write it, or leave the field out'],
    ['[trust 24] NUL', '/evidence', 'a\0', '/evidence', 'must not hold a NUL character: type it again'],
    ['[trust 24] half a character', '/noEvidence', '\uDC76', '/noEvidence', 'must not hold half a character: type it again'],
    ['[trust 24] a megabyte', '/evidence', 'x'.repeat(1_000_000), '/evidence', 'must have at most 20000 characters: shorten it'],
    ['[trust 27] link that runs', '/links/0', 'javascript:alert(1)', '/links/0', https],
    ['[trust 27] link that holds data', '/links/0', 'data:text/html,x', '/links/0', https],
    ['link without encryption', '/links/0', 'http://example.org', '/links/0', https],
    ['link given twice', '/links', ['https://a.org', 'https://a.org'], '/links', 'holds the same value at 0 and 1: remove one'],
  ])('%s is refused where it stands', (_, path, value, at, text) => {
    const answers = { leadership: withChange(domain, path, value) };
    expect(grid.response(answers)).toEqual([{ path: `/leadership${at}`, text }]);
  });

  it('an item that is not there is refused by name, and so is one entry of none', () => {
    expect(grid.response({ leader: domain })).toEqual([
      { path: '/leader', text: 'is no item of this instrument: check its spelling' },
    ]);
    expect(grid.entry({})).toEqual([
      { path: '', text: 'has no place: this instrument has no entries' },
    ]);
  });

  it('[trust 19] depth and size are bounded', () => {
    let deep: unknown = 'met';
    for (let depth = 0; depth < 10_000; depth++) deep = { criteria: deep };
    expect(grid.response({ leadership: deep })[0]?.text).toBe(
      'goes deeper than 8 levels: flatten it',
    );
    expect(grid.response({ leadership: Array(100_000).fill(0) })).toEqual([
      { path: '/leadership', text: 'holds more than 1000 values: shorten it' },
    ]);
  });
});

const entry = {
  name: 'PaIRS at 0-2',
  sector: 'other',
  places: ['blackpool'],
  status: 'running',
  restrictions: [],
  interventions: ['vig'],
  ages: { from: -9, to: 24 },
  ends: '2028-02-29',
  spend: 120_000,
  wte: 4.35,
  figures: [{ place: 'blackpool', families: 40 }, { families: 3 }],
  years: [{ row: '2025', amount: 3 }, { row: '2026' }],
};

describe('answers of an entry', () => {
  it.each([[{}], [entry], [{ ...entry, places: null, restrictions: null }]])(
    'may be a draft: %j',
    (answers) => {
      expect(map.entry(answers)).toEqual([]);
    },
  );

  it('are no answers of the response itself', () => {
    expect(map.response({})).toEqual([]);
    expect(map.response({ entries: [entry] }).map(({ path }) => path)).toEqual(['/entries']);
  });

  // prettier-ignore
  it.each([
    ['option that is not there', '/sector', 'hospital', '/sector', 'must be one of midwifery, other'],
    ['"not known" where it is not offered', '/sector', null, '/sector', 'must be one of midwifery, other'],
    ['"not known" of a choice that offers none', '/interventions', null, '/interventions', 'must be a list'],
    ['"none" of a choice that offers none', '/interventions', [], '/interventions', 'must hold at least 1 item'],
    ['intervention off the catalogue', '/interventions', ['vip'], '/interventions/0', 'must be one of vig, peep'],
    ['option chosen twice', '/restrictions', ['age', 'age'], '/restrictions', 'holds the same value at 0 and 1: remove one'],
    ['no Place at all', '/places', [], '/places', 'must hold at least 1 item'],
    ['name too long', '/name', 'x'.repeat(41), '/name', 'must have at most 40 characters: shorten it'],
    ['ages that fall', '/ages', { from: 24, to: 24 }, '/ages', 'must rise: "from" is below "to"'],
    ['ages out of bounds', '/ages/to', 301, '/ages/to', 'must be 300 or less'],
    ['ages without an end', '/ages/to', undefined, '/ages/to', 'is missing: add it'],
    ['date off the calendar', '/ends', '2027-02-29', '/ends', 'must be a date of the calendar, such as 2027-03-31'],
    ['date the British way', '/ends', '31/03/2027', '/ends', 'must be a date of the calendar, such as 2027-03-31'],
    ['pence', '/spend', 1.5, '/spend', 'must be a whole number'],
    ['number as text', '/wte', '4', '/wte', 'must be a number'],
    ['too many decimals', '/wte', 4.355, '/wte', 'must have at most 2 decimal places: round it'],
    ['row too many', '/figures', Array(4).fill({ families: 1 }), '/figures', 'must hold at most 3 items: remove some'],
    ['empty row', '/figures/1', {}, '/figures/1', 'is an empty row: fill it in or remove it'],
    ['cell of no column', '/figures/1/wait', 3, '/figures/1/wait', 'is not a field here: remove it, or check its spelling'],
    ['fixed row given twice', '/years/1/row', '2025', '/years', 'must hold each row once: remove the repeated one'],
    ['fixed row that is not there', '/years/1/row', '2027', '/years/1/row', 'must be one of 2025, 2026'],
  ])('%s is refused where it stands', (_, path, value, at, text) => {
    expect(map.entry(withChange(entry, path, value))).toEqual([{ path: at, text }]);
  });

  it('take every figure of two decimals', () => {
    for (let hundredths = 0; hundredths <= 10_000; hundredths++) {
      expect(map.entry({ wte: hundredths / 100 })).toEqual([]);
    }
  });
});

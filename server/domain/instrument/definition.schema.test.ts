import { describe, expect, it } from 'vitest';
import { aMaturityGrid, withChange } from '../../../test/factories/definitions.ts';
import { aServiceMap } from '../../../test/factories/service-map.ts';
import { eachFaultIsTold } from '../../../test/factories/faults.ts';
import { checkDefinition } from './check.ts';

const grid = aMaturityGrid();
const map = aServiceMap();
const inGrid = '/sections/1/items';
const inEntry = '/sections/0/items/0/sections/1/items';

describe('the shape gate tells one fault for each', () => {
  const expression = `${inGrid}/1/when`;
  // prettier-ignore
  eachFaultIsTold(grid, [
    ['missing field', '/title', undefined, '/title', 'is missing: add it'],
    ['unknown field', '/sections/0/colour', 'red', '/sections/0/colour', 'is not a field here: remove it, or check its spelling'],
    ['field of another type', `${inGrid}/0/maxLength`, 5, `${inGrid}/0/maxLength`, 'is not a field here: remove it, or check its spelling'],
    ['pattern in a definition', `${inGrid}/1/pattern`, '(a+)+$', `${inGrid}/1/pattern`, 'is not a field here: remove it, or check its spelling'],
    ['number for text', '/summary', 7, '/summary', 'must be text'],
    ['list for an object', '/source', [], '/source', 'must be an object'],
    ['empty text', '/title', '  ', '/title', 'must not be empty: write it, or leave the field out'],
    ['text too long', '/scope', 'x'.repeat(1001), '/scope', 'must have at most 1000 characters: shorten it'],
    ['NUL in text', '/title', 'a\0b', '/title', 'must not hold a NUL character: type it again'],
    ['half a character', '/title', 'a\uD800b', '/title', 'must not hold half a character: type it again'],
    ['unknown kind', '/kind', 'quiz', '/kind', 'must be one of maturity, service-map, questionnaire'],
    ['unknown colour', '/bands/0/rag', 'blue', '/bands/0/rag', 'must be one of green, amber, red'],
    ['version of two numbers', '/version', '1.0', '/version', 'must be three numbers, such as 1.0.0'],
    ['id with a space', '/sections/0/id', 'a b', '/sections/0/id', 'must be letters, digits and hyphens only'],
    ['[trust 20] id "__proto__"', '/sections/0/id', '__proto__', '/sections/0/id', 'must be letters, digits and hyphens only'],
    ['[trust 20] id "constructor"', '/sections/0/id', 'constructor', '/sections/0/id', 'is a reserved word: choose another id'],
    ['[trust 20] key "__proto__"', '/__proto__', { kind: 'x' }, '/__proto__', 'is not a field here: remove it, or check its spelling'],
    ['[trust 20] key "constructor"', '/sections/0/constructor', {}, '/sections/0/constructor', 'is not a field here: remove it, or check its spelling'],
    ['item without a type', `${inGrid}/0/type`, undefined, `${inGrid}/0/type`, 'must be one of single, multiple, places, yes-partly-no, text, number, money, date, age-range, table, level, entries'],
    ['item of an unknown type', `${inGrid}/0/type`, 'slider', `${inGrid}/0/type`, 'must be one of single, multiple, places, yes-partly-no, text, number, money, date, age-range, table, level, entries'],
    ['item without its field', `${inGrid}/1/maxLength`, undefined, `${inGrid}/1/maxLength`, 'is missing: add it'],
    ['level off the scale', '/levels/4/level', 5, '/levels/4/level', 'must be 4 or less'],
    ['half a level', '/levels/4/level', 3.5, '/levels/4/level', 'must be a whole number'],
    ['no sections', '/sections', [], '/sections', 'must hold at least 1 item'],
    ['empty expression', expression, {}, expression, 'is empty: test an item, or use one of all, any, not, someRunningEntry'],
    ['expression without a test', expression, { item: 'together' }, expression, 'lacks its test: add one of is, includes, excludes, chosen, overlaps, covers'],
    ['test without an item', expression, { is: ['yes'], chosen: true }, `${expression}/item`, 'is missing: add it'],
    ['two tests at once', expression, { item: 'together', is: ['yes'], chosen: true }, expression, 'holds several tests: join them by "all" or "any"'],
    ['two words at once', expression, { all: [{ not: { item: 'together', is: ['yes'] } }], any: [{ not: { item: 'together', is: ['yes'] } }] }, expression, 'holds several words: nest them in "all" or "any"'],
    ['unknown word deep inside', expression, { not: { any: [{ item: 'together', equals: 'yes' }] } }, `${expression}/not/any/0/equals`, 'is not a field here: remove it, or check its spelling'],
    ['option named twice in a test', `${expression}/is`, ['yes', 'yes'], `${expression}/is`, 'holds the same value at 0 and 1: remove one'],
  ]);
  // prettier-ignore
  eachFaultIsTold(map, [
    ['level in an entry', `${inEntry}/5/type`, 'level', `${inEntry}/5/type`, 'must be one of single, multiple, places, yes-partly-no, text, number, money, date, age-range, table'],
    ['table in a table', `${inEntry}/8/columns/0/type`, 'table', `${inEntry}/8/columns/0/type`, 'must be one of single, place, text, number, money, date'],
    ['condition on a column', `${inEntry}/8/columns/0/when`, { not: { item: 'name', is: ['a'] } }, `${inEntry}/8/columns/0/when`, 'is not a field here: remove it, or check its spelling'],
    ['three months in a range', '/support/elements/0/match/overlaps', [0, 1, 2], '/support/elements/0/match/overlaps', 'must hold at most 2 items: remove some'],
    ['catalogue colours as text', '/catalogues/0/entries/0/levels', 'specialist', '/catalogues/0/entries/0/levels', 'must be an object or null'],
  ]);

  it.each([null, 7, 'text', [[]]])('%j is no definition', (value) => {
    const checked = checkDefinition(value);
    expect(checked).toEqual({ ok: false, faults: [{ path: '', text: 'must be an object' }] });
  });

  it('[trust 22] lists all faults at once', () => {
    const twice = withChange(withChange(grid, '/title', 7), '/sections/0/id', 'a b');
    const checked = checkDefinition(twice);
    expect(checked.ok ? [] : checked.faults.map(({ path }) => path)).toEqual([
      '/title',
      '/sections/0/id',
    ]);
  });
});

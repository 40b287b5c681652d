import { expect, it } from 'vitest';
import { aMaturityGrid } from '../../../test/factories/definitions.ts';
import { aServiceMap } from '../../../test/factories/service-map.ts';
import { entriesItem, entryItemsOf, itemsOf, levelItems, optionsOf } from './items.ts';

const grid = aMaturityGrid();
const map = aServiceMap();

it('lists the items of all sections in order, with where they stand', () => {
  expect(itemsOf(grid).map(({ item, section, path }) => [item.id, section.id, path])).toEqual([
    ['leadership', 'domains', '/sections/0/items/0'],
    ['money', 'domains', '/sections/0/items/1'],
    ['together', 'about', '/sections/1/items/0'],
    ['colleagues', 'about', '/sections/1/items/1'],
  ]);
});

it('lists the items of entries, where there are entries', () => {
  expect(entryItemsOf(grid)).toEqual([]);
  expect(entryItemsOf(map).map(({ item }) => item.id)).toContain('restrictions');
  expect(entryItemsOf(map)[4]).toMatchObject({
    section: { id: 'more' },
    path: '/sections/0/items/0/sections/1/items/0',
  });
});

it('finds the entries and the domains', () => {
  expect(entriesItem(map)?.id).toBe('entries');
  expect(entriesItem(grid)).toBeUndefined();
  expect(levelItems(grid).map(({ id }) => id)).toEqual(['leadership', 'money']);
});

it.each([
  ['sector', ['midwifery', 'other']],
  ['restrictions', ['age', 'threshold']],
  ['interventions', ['vig', 'peep']],
  ['name', []],
])('the options of "%s" are %j', (id, expected) => {
  const item = entryItemsOf(map).find((placed) => placed.item.id === id)?.item;
  expect(item && optionsOf(map, item).map((option) => option.id)).toEqual(expected);
});

it('a yes, partly, no has three options', () => {
  const ids = optionsOf(grid, { type: 'yes-partly-no', id: 'x', text: 'x' }).map(({ id }) => id);
  expect(ids).toEqual(['yes', 'partly', 'no']);
});

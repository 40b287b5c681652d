import { expect, it } from 'vitest';
import { inWorkshopOrder, nextUndecided } from './order.ts';

const domain = (id: string, split: boolean, decided: boolean) => ({ id, split, decided });
const domains = [
  domain('a', false, false),
  domain('b', true, true),
  domain('c', true, false),
  domain('d', false, true),
];

it('goes through the splits first, and what is decided keeps its place', () => {
  expect(inWorkshopOrder(domains).map(({ id }) => id)).toEqual(['b', 'c', 'a', 'd']);
});

it('goes on to what is left, and begins again behind the last', () => {
  const ordered = inWorkshopOrder(domains);
  expect(nextUndecided(ordered, 0)?.id).toBe('c');
  expect(nextUndecided(ordered, 1)?.id).toBe('a');
  expect(nextUndecided(ordered, 2)?.id).toBe('c');
});

it('ends where nothing else is left', () => {
  expect(nextUndecided([domain('a', true, true), domain('b', false, false)], 1)).toBeUndefined();
});

import { expect, it } from 'vitest';
import { inWorkshopOrder, nextLeft, type Orderable } from './order.ts';

const isLeft = ({ decided }: Orderable): boolean => !decided;

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
  expect(nextLeft(ordered, 0, isLeft)?.id).toBe('c');
  expect(nextLeft(ordered, 1, isLeft)?.id).toBe('a');
  expect(nextLeft(ordered, 2, isLeft)?.id).toBe('c');
});

it('ends where nothing else is left', () => {
  expect(nextLeft([domain('a', true, true), domain('b', false, false)], 1, isLeft)).toBeUndefined();
});

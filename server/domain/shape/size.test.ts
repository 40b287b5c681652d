import { expect, it } from 'vitest';
import { sizeFault } from './size.ts';

const limits = { depth: 3, values: 6 };

it('lets through what is just within the limits', () => {
  expect(sizeFault([[[1, 2, 3]]], limits)).toBeUndefined();
  expect(sizeFault({ a: { b: [] } }, limits)).toBeUndefined();
  expect(sizeFault('text', limits)).toBeUndefined();
});

it('refuses one level more, and one value more', () => {
  expect(sizeFault([[[[]]]], limits)?.text).toBe('goes deeper than 3 levels: flatten it');
  expect(sizeFault([1, 2, 3, 4, 5, 6], limits)?.text).toBe(
    'holds more than 6 values in all: split it',
  );
});

it('points at the list that is too long', () => {
  expect(sizeFault({ a: [{ 'b/c': [1, 2, 3] }] }, { depth: 9, values: 99, width: 2 })).toEqual({
    path: '/a/0/b~1c',
    text: 'holds more than 2 values: shorten it',
  });
});

it('[trust 19] survives nesting that would break a recursive walk', () => {
  let deep: unknown = 0;
  for (let level = 0; level < 1_000_000; level++) deep = [deep];
  expect(sizeFault(deep, { depth: 64, values: 100 })?.text).toContain('deeper than 64');
});

/** Names in the order in which people look for them. */
import { expect, it } from 'vitest';
import { inNaturalOrder } from './natural-order.ts';

it('numbers stand by their value, letters with their accents beside those without', () => {
  const names = ['Agency 10', 'Zebra', 'Łódź House', 'Agency 2', 'Émile', 'London'];
  expect(inNaturalOrder(names, (name) => name)).toEqual([
    'Agency 2',
    'Agency 10',
    'Émile',
    'Łódź House',
    'London',
    'Zebra',
  ]);
});

import { describe, expect, it } from 'vitest';
import { aMaturityGrid, withChange } from '../../../test/factories/definitions.ts';
import { shippedDefinitions } from '../../../test/factories/system.ts';
import type { Definition } from '../instrument/definition.ts';
import { countedOf, countedWords } from './counted.ts';

const [grid, map] = shippedDefinitions();

describe('what is counted', () => {
  it('of the shipped grid is its eleven domains, by their levels', () => {
    const { items, groups } = countedOf(grid ?? aMaturityGrid());
    expect(items).toHaveLength(11);
    expect(items[0]).toEqual({
      id: 'strategic-leadership',
      name: 'Strategic leadership',
      isLevel: true,
    });
    expect(groups).toEqual([]);
  });

  it('of the shipped map is its eight sectors', () => {
    const { items, groups } = countedOf(map ?? aMaturityGrid());
    expect(items).toEqual([]);
    expect(groups).toHaveLength(8);
    expect(groups[0]).toEqual({ id: 'midwifery', name: 'Midwifery' });
  });

  it('is nothing that only some are asked, and nothing that may be left out', () => {
    expect(countedOf(aMaturityGrid()).items.map(({ id }) => id)).toEqual(['leadership', 'money']);
    const asked = withChange(aMaturityGrid(), '/sections/1/items/0/required', true) as Definition;
    expect(countedOf(asked).items.map(({ id }) => id)).toEqual(['leadership', 'money', 'together']);
  });

  it('is said in words', () => {
    const words = [grid, map].map((one) => one && countedWords(one));
    expect(words).toEqual([
      'domains with a level or “We can’t say”',
      'sectors with a service or “No service”, Place by Place',
    ]);
    const mixed = withChange(aMaturityGrid(), '/sections/1/items/0/required', true) as Definition;
    expect(countedWords(mixed)).toBe('questions that must be answered and are');
    const optional = withChange(aMaturityGrid(), '/sections/0/items', []) as Definition;
    expect(countedWords(optional)).toBe('');
  });
});

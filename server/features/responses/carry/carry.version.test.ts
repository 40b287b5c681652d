import { expect, it } from 'vitest';
import { useCarryVisit } from '../../../../test/factories/carry-visit.ts';
import { withChange } from '../../../../test/factories/definitions.ts';
import { shippedDefinitions } from '../../../../test/factories/system.ts';
import type { Definition } from '../../../domain/instrument/definition.ts';

const [grid, map] = shippedDefinitions();
if (!grid || !map) throw new Error('grid and map are shipped');
const first = '/sections/0/items/0';
const statement = `${first}/descriptors/0/criteria/0`;
const changes: readonly (readonly [string, unknown])[] = [
  ['/version', '1.1.0'],
  [`${statement}/text`, 'Somebody is named who leads on it'],
  ['/sections/1/items/0/text', 'What research tells'],
  ['/sections/2/items/0/id', 'money-spent'],
  ['/sections/2/items/0/text', 'Money spent'],
];
const newer = changes.reduce<unknown>((data, [path, value]) => withChange(data, path, value), grid);
const { as, at, rows, say, start, allOnPage } = useCarryVisit([newer as Definition, map]);

it('says what changed in the questions, and carries only what is asked as it was asked', async () => {
  await start();
  const { text } = await as('Siân').get(at('/carry'));
  expect(text).toContain('New: 1. Changed: 2. No longer asked: 1.');
  expect(text).toContain('Money spent');
  expect(text).toContain('Now: “Somebody is named who leads on it”');
  expect(text).toContain('Now: “What research tells”');
  expect(text).toContain('10 answers. Say of each');
  const all = await allOnPage();
  expect(all).toHaveLength(8);
  expect(all).not.toContain('strategic-leadership');
});

it('leaves a statement that says something else open, and carries the rest of its domain', async () => {
  await start();
  await say('same', ['strategic-leadership']);
  const [answer] = await rows('answers');
  const { criteria, level } = answer?.['value'] as {
    criteria: Record<string, string>;
    level: number;
  };
  const { sections } = newer as {
    sections: { items: { descriptors: { criteria: { id: string }[] }[] }[] }[];
  };
  const ids =
    sections[0]?.items[0]?.descriptors.flatMap((one) => one.criteria.map(({ id }) => id)) ?? [];
  expect(level).toBe(2);
  expect(Object.keys(criteria).sort()).toEqual(ids.slice(1).sort());
});

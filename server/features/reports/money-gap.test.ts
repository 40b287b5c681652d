import { describe, expect, it } from 'vitest';
import { readShippedDefinition } from '../../adapters/instruments.ts';
import type { MapEntry } from '../../domain/elements/element.ts';
import { toServiceMap, type ServiceMap } from '../../results/service-map.ts';
import { moneyGap } from './money-gap.ts';

const places = ['Ferrow Vale', 'Quillby'].map((name, n) => ({
  id: `p${n}`,
  name,
  href: `/place-${n}`,
}));

function mapOf(...entries: readonly Partial<MapEntry>[]): ServiceMap {
  const definition = readShippedDefinition('pair-service-map');
  const map =
    definition &&
    toServiceMap(
      definition,
      places.map(({ id }) => id),
      {
        agencies: [],
        agreed: [],
        entries: entries.map((entry, n) => ({
          id: `e${n}`,
          agency: 'a',
          name: `Service ${n + 1}`,
          places: ['p0'],
          answers: {},
          ...entry,
        })),
      },
    );
  if (!map) throw new Error('the shipped service map has no rules');
  return map;
}
const ending = (fundingEnds: string, status = 'running') => ({
  status,
  funding: 'fixed-term',
  fundingEnds,
});

describe('money that ends soon', () => {
  it('is counted over running services, and the first of them is named', () => {
    const map = mapOf(
      { answers: ending('2027-09-30') },
      { name: 'Bumps and Beyond', places: ['p0', 'p1'], answers: ending('2027-03-31') },
      { answers: ending('2027-01-31', 'ended') },
    );
    expect(moneyGap(map, places, '2026-11-21')).toMatchObject([
      {
        title: 'The money of 2 running services ends within 18 months',
        text: 'The first is Bumps and Beyond in Ferrow Vale and Quillby, on 31 March 2027.',
        figure: { value: '2', unit: 'services' },
        href: '/place-0#ages',
      },
    ]);
  });

  it('is nothing that ends later, has ended, has no end, or is for no Place in sight', () => {
    const map = mapOf(
      { answers: ending('2028-12-31') },
      { answers: ending('2026-03-31') },
      { answers: { status: 'running', funding: 'recurrent' } },
      { places: null, answers: ending('2027-03-31') },
      { places: ['elsewhere'], answers: ending('2027-03-31') },
    );
    expect(moneyGap(map, places, '2026-11-21')).toEqual([]);
  });
});

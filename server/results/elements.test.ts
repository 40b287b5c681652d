/** The colour that a support element stands at: the agreed one, and always the derived one with it. */
import { describe, expect, it } from 'vitest';
import { readShippedDefinition } from '../adapters/instruments.ts';
import type { AgreedElement } from './map.queries.ts';
import { elementsAt } from './elements.ts';
import { toServiceMap } from './service-map.ts';

const agreement: AgreedElement = {
  placeId: 'p1',
  itemId: 'E4',
  colour: 'green',
  rationale: 'The clinic opened in May.',
  present: 'Amina Rahman (chair)',
  dissent: null,
  agreedAt: new Date('2026-05-12T10:00:00Z'),
};

function standing(...agreed: readonly AgreedElement[]) {
  const definition = readShippedDefinition('pair-service-map');
  const map = definition && toServiceMap(definition, ['p1', 'p2'], mapRows(agreed));
  if (!map) throw new Error('the shipped service map has no rules');
  return (placeId: string) =>
    elementsAt(map, placeId).map(({ rule, rag, cell, agreed: found }) => ({
      element: rule.id,
      rag,
      derived: cell.rag,
      rationale: found?.rationale ?? '',
    }));
}

const mapRows = (agreed: readonly AgreedElement[]) => ({ agencies: [], entries: [], agreed });

describe('an element of a Place', () => {
  it('stands at the agreed colour, beside the derived one, in this Place alone', () => {
    const at = standing(agreement);
    expect(at('p1')[3]).toEqual({
      element: 'E4',
      rag: 'green',
      derived: 'white',
      rationale: 'The clinic opened in May.',
    });
    expect(at('p1').filter(({ rag }) => rag === 'green')).toHaveLength(1);
    expect(at('p2')[3]).toMatchObject({ rag: 'white', rationale: '' });
  });

  it('keeps the derived colour where it was agreed that it stands, with the reason', () => {
    const at = standing({ ...agreement, colour: null });
    expect(at('p1')[3]).toMatchObject({
      rag: 'white',
      derived: 'white',
      rationale: 'The clinic opened in May.',
    });
  });

  it('is not there for a Place that the map does not have', () => {
    expect(standing(agreement)('p3')).toEqual([]);
  });
});

/** The shipped instruments are found by id, the newest version first in line. */
import { describe, expect, it } from 'vitest';
import { listShippedDefinitions, readShippedDefinition } from './instruments.ts';

describe('shipped instruments', () => {
  it('are listed with their versions', () => {
    expect(listShippedDefinitions()).toContainEqual({ id: 'pair-service-map', version: '1.0.0' });
  });

  it('lie under their own id and version', () => {
    for (const { id, version } of listShippedDefinitions()) {
      expect(readShippedDefinition(id, version)).toMatchObject({ id, version });
    }
  });

  it('come in their newest version unless one is named', () => {
    const newest = listShippedDefinitions().findLast(({ id }) => id === 'pair-service-map');
    expect(readShippedDefinition('pair-service-map')?.version).toBe(newest?.version);
  });

  it('are undefined by any other name, a path to somewhere else included', () => {
    expect(readShippedDefinition('pair-nothing')).toBeUndefined();
    expect(readShippedDefinition('../instruments/pair-service-map')).toBeUndefined();
    expect(readShippedDefinition('pair-service-map', '0.0.0')).toBeUndefined();
  });
});

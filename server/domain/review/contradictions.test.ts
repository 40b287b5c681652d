/** Every written rule, by what contradicts it and what does not. */
import { describe, expect, it } from 'vitest';
import type { MapEntry } from '../elements/element.ts';
import { scoreDomain } from '../scoring/domain-score.ts';
import type { Counts, Level } from '../scoring/score.ts';
import { contradictionRules, contradictions } from './contradictions.ts';

const score = (counts: Counts, agreed: Level | null = null) =>
  scoreDomain({ counts, responded: 5, assigned: 5, withEvidence: 5, agreed }, [
    { from: 0, to: 4, rag: 'amber' },
  ]);
const entry = (answers: Readonly<Record<string, unknown>>): MapEntry => ({
  id: 'e',
  agency: 'a',
  name: 'Early days',
  places: ['p'],
  answers,
});
const of = (domain: string, counts: Counts, running: readonly MapEntry[], agreed?: Level) =>
  contradictions(new Map([[domain, score(counts, agreed ?? null)]]), running);

const all4: Counts = [0, 0, 0, 0, 5];
const all3: Counts = [0, 0, 0, 5, 0];
const all0: Counts = [5, 0, 0, 0, 0];
const services = 'services-and-interventions';
const specialist = entry({ levels: ['specialist'], antenatal: 'yes', focus: 'relationship' });

describe('contradictions between map and grid', () => {
  it.each([
    ['Well-established without a specialist service before birth', services, all4, []],
    ['a high workforce level without training', 'workforce-development', all3, []],
    ['high capacity building without training', 'capacity-building-activities', all3, []],
    [
      'high investment without recurrent money',
      'financial-investment',
      all3,
      [entry({ funding: 'fixed-term' })],
    ],
    ['Not yet with a specialist relationship service', services, all0, [specialist]],
  ] as const)('%s', (_, domain, counts, running) => {
    expect(of(domain, counts, running).map((found) => found.domain)).toEqual([domain]);
  });

  it.each([
    ['a specialist service open before birth', services, all4, [specialist]],
    ['a lower level', services, [0, 0, 0, 5, 0], []],
    ['consultation', 'workforce-development', all3, [entry({ consultation: 'yes' })]],
    ['a training offer', 'capacity-building-activities', all3, [entry({ kind: 'training' })]],
    ['recurrent money somewhere', 'financial-investment', all3, [entry({ funding: 'recurrent' })]],
    ['nothing running at Not yet', services, all0, []],
  ] as const)('none with %s', (_, domain, counts, running) => {
    expect(of(domain, counts, running)).toEqual([]);
  });

  it('names the entries that leave open what is asked, and holds until one says it', () => {
    const silent = entry({ levels: ['specialist'] });
    const [found] = of(services, all4, [
      silent,
      entry({ levels: ['universal'], antenatal: 'yes' }),
    ]);
    expect(found).toMatchObject({ levels: [4], agencies: 5, open: [silent], entries: [] });
  });

  it('of a split it is enough that some agency gave the level; once another is agreed it is over', () => {
    expect(of(services, [2, 0, 0, 1, 2], [])).toMatchObject([{ levels: [4], agencies: 2 }]);
    expect(of(services, [2, 0, 0, 1, 2], [], 2)).toEqual([]);
    expect(of(services, [2, 0, 0, 1, 2], [], 4)).toMatchObject([{ levels: [4], agencies: 0 }]);
  });

  it('names each of the levels that agencies gave, not the highest for all of them', () => {
    expect(of('workforce-development', [2, 0, 0, 2, 1], [])).toMatchObject([
      { levels: [3, 4], agencies: 3 },
    ]);
  });

  it('says nothing of a domain without levels, or that the grid does not have', () => {
    expect(of(services, [0, 0, 0, 0, 0], [])).toEqual([]);
    expect(contradictions(new Map(), [])).toEqual([]);
  });

  it('has one id for each rule', () => {
    expect(new Set(contradictionRules.map(({ id }) => id)).size).toBe(contradictionRules.length);
  });
});

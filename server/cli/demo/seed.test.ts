import { describe, expect, it } from 'vitest';
import { readShippedDefinition } from '../../adapters/instruments.ts';
import { compileAnswers } from '../../domain/answers/answers.gate.ts';
import type { SimpleAnswers } from '../../domain/answers/answers.ts';
import { missingInEntry } from '../../domain/answers/completeness.ts';
import { suggestLevel } from '../../domain/answers/suggest.ts';
import { entriesItem } from '../../domain/instrument/items.ts';
import { countedIds } from './counted-ids.ts';
import { gridAnswer } from './grid-answers.ts';
import { wordsFor } from './grid-evidence.ts';
import { gridItems } from './load-grid.ts';
import { leftOpen, toAnswers } from './load-maps.ts';
import { seedFaults } from './seed.faults.ts';
import { elementTitles, fictionalSeed } from './seeds.ts';
import { serviceEntries } from './service-entries.ts';

const seed = fictionalSeed();
const known = {
  domains: gridItems().map(({ id }) => id),
  elements: [...elementTitles().keys()],
};
const today = new Date('2026-11-21T10:00:00Z');

describe('the demonstration’s files', () => {
  it('name only what is there', () => {
    expect(seedFaults(seed, known)).toEqual([]);
  });

  it('have each fault named with its path', () => {
    const [first, ...rounds] = seed.rounds;
    if (!first) throw new Error('there is no round');
    const broken = {
      ...first,
      levels: { ...first.levels, nowhere: { kingfisher: '22122232222' } },
      said: { 'ferrow-vale': { kingfisher: { 'no-domain': {} } } },
      paper: ['nobody'],
    };
    const short = { ...first, levels: { 'ferrow-vale': { kingfisher: '2212' } } };
    expect(seedFaults({ ...seed, rounds: [broken, short, ...rounds] }, known)).toEqual([
      { path: 'autumn-2025/paper', text: 'names nobody, which is not there' },
      { path: 'autumn-2025/levels', text: 'names nowhere, which is not there' },
      {
        path: 'autumn-2025/said/ferrow-vale/kingfisher',
        text: 'names no-domain, which is not there',
      },
      { path: 'autumn-2025/levels/ferrow-vale/kingfisher', text: 'has 4 levels, not 11' },
    ]);
  });

  it('enter services as the form would take them, with nothing missing', () => {
    const definition = readShippedDefinition('pair-service-map');
    const item = definition && entriesItem(definition);
    if (!definition || !item) throw new Error('no service map is shipped');
    const gate = compileAnswers(definition).entry;
    const places = new Map(seed.system.places.map(({ slug }) => [slug, slug]));
    const faults = seed.rounds.flatMap((round) =>
      seed.system.agencies.flatMap((agency) =>
        serviceEntries(seed, agency, round.services[agency.slug] ?? [], today).flatMap((entry) => {
          const answers: SimpleAnswers = toAnswers(entry, { places });
          const where = `${round.slug}/services/${agency.slug}/${entry.name}`;
          return [
            ...gate(answers).map(({ path, text }) => `${where}${path} ${text}`),
            ...missingInEntry(item, answers).map(({ text }) => `${where}: ${text}`),
          ];
        }),
      ),
    );
    expect(faults).toEqual([]);
  });
});

describe('the little language', () => {
  const agency = {
    slug: 'heron',
    name: 'Heron',
    sectors: ['midwifery', 'other'],
    places: ['north', 'south'],
  };
  const services = {
    heron: {
      clinic: {
        name: 'Clinic',
        sector: 'other',
        places: ['north'],
        levels: ['specialist'],
        ages: [-9, 24] as const,
        yes: ['fathers'],
        no: ['consultation'],
        fundingEnds: '+4 months',
        figures: [{ wte: 2 }],
      },
    },
  };

  it('is spelt out: ages, answers, the end of money, the only Place and level of its figures', () => {
    expect(serviceEntries({ services }, agency, ['clinic'], today)).toEqual([
      {
        name: 'Clinic',
        sector: 'other',
        places: ['north'],
        levels: ['specialist'],
        ages: { from: -9, to: 24 },
        fathers: 'yes',
        consultation: 'no',
        fundingEnds: '2027-03-31',
        figures: [{ place: 'north', level: 'specialist', wte: 2 }],
      },
    ]);
  });

  it('lets a round say what differs, and names what is not in the list', () => {
    const used = [{ service: 'clinic', status: 'paused', places: 'all' }];
    expect(serviceEntries({ services }, agency, used, today)).toMatchObject([
      { name: 'Clinic', status: 'paused', places: ['north', 'south'] },
    ]);
    expect(() => serviceEntries({ services }, agency, ['surgery'], today)).toThrow(
      'services.heron has no surgery',
    );
  });

  it('leaves “No service” to say wherever no entry names sector and Place', () => {
    const entries = serviceEntries({ services }, agency, ['clinic'], today);
    expect(leftOpen(agency, entries)).toEqual([
      ['midwifery', 'north'],
      ['midwifery', 'south'],
      ['other', 'south'],
    ]);
  });

  it('puts sentences to levels in turn, none twice for a Place, and from level 3 up says why there is none', () => {
    const words = wordsFor({
      domains: { d: { low: [], mid: ['Seen in {place}.', 'Read in {month}.'], high: [] } },
      none: ['Lost.'],
    });
    const telling = { domain: 'd', without: false, month: 'May 2026' };
    const at = (place: string, levels: readonly (number | null)[]) =>
      levels.map((level) => words({ ...telling, place, level }));
    expect(at('Ferrow Vale', [2, 2, 2, 3, null])).toEqual([
      { evidence: 'Seen in Ferrow Vale.' },
      { evidence: 'Read in May 2026.' },
      {},
      { noEvidence: 'Lost.' },
      {},
    ]);
    expect(at('Brackwater', [2, 2])).toEqual([{}, { evidence: 'Read in May 2026.' }]);
  });

  it('marks criteria so that they suggest the level, and no two agencies alike', () => {
    for (const item of gridItems()) {
      for (const level of [0, 1, 2, 3, 4]) {
        const one = gridAnswer(item, level, {}, 'one agency');
        expect(suggestLevel(item, one.criteria).level).toBe(level);
        expect(gridAnswer(item, 4, { marksAs: level }, 'one agency').criteria).toEqual(
          one.criteria,
        );
      }
    }
    const of = (voice: string) => gridItems().map((item) => gridAnswer(item, 1, {}, voice));
    expect(of('one agency')).not.toEqual(of('another agency'));
    expect(of('one agency')).toEqual(of('one agency'));
  });

  it('counts its ids: the same each time, another for each name', () => {
    const [one, again, other] = [countedIds('a'), countedIds('a'), countedIds('b')];
    const first = one();
    expect(first).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-8[0-9a-f]{3}-[0-9a-f]{12}$/);
    expect([again(), one() === first, other() === first]).toEqual([first, false, false]);
  });
});

/** Need against capacity on a Place's page and in its PDF: the worked figures of Design 7, and what is not known. */
import { beforeAll, describe, expect, it } from 'vitest';
import { useDatabase } from '../../../test/config/database.ts';
import { giveBirths } from '../../../test/factories/need.ts';
import {
  inFull,
  patient,
  placeReport,
  report,
  useDownloads,
} from '../../../test/factories/report-downloads.ts';
import { wordsOf } from '../../../test/factories/report-pages.ts';
import { paperWords, rowsOf } from '../../../test/factories/report-papers.ts';
import { giveEntries } from '../../../test/factories/results.ts';
import { aSystem, type TestSystem } from '../../../test/factories/system.ts';
import type { Visitor } from '../../../test/factories/visitor.ts';

const database = useDatabase();
const { signIn, read } = useDownloads(database);
const colmAddress = 'colm@aldermoor-and-wend.example';
const page = placeReport('quillby');
let system: TestSystem;
let colm: Visitor;

/** Two specialist services in Quillby, of which one says how many families it takes. */
beforeAll(async () => {
  system = await aSystem(database.db, { roundStatus: 'in-review' });
  const { ids, roundId } = system;
  const place = ids.places.get('quillby') ?? '';
  const service = (name: string, figures: readonly unknown[]) => ({
    agency: 'kingfisher',
    name,
    places: ['quillby'],
    sector: 'health-visiting',
    status: 'running',
    levels: ['specialist'],
    figures,
  });
  await giveEntries(database.db, { ids, roundId }, 'kingfisher', [
    service('Clinic', [{ place, level: 'specialist', familiesPerYear: 50, wte: 2 }]),
    service('Group', []),
  ]);
  colm = await signIn(colmAddress);
}, patient.timeout);

const births = (year: number, count: number, others = {}) =>
  giveBirths(database.db, system.ids, {
    place: 'quillby',
    by: colmAddress,
    year,
    births: count,
    others,
  });

describe('need against capacity', patient, () => {
  it('says that births are missing, and where they are entered', async () => {
    const words = wordsOf((await colm.get(page)).text);
    expect(words).toContain('The births of Quillby are not entered yet');
    expect(paperWords(await read(colm, page))).toContain(
      'The births of Quillby are not entered yet',
    );
  });

  it('works out need, demand, the babies who are missed and the shortfall as ranges', async () => {
    await births(2025, 1000);
    const words = wordsOf((await colm.get(page)).text);
    expect(words).toContain(
      '1,000 births in 2025: 195 to 210 babies a year need specialist help, and services miss 130 to 140 of them.',
    );
    expect(words).toMatch(/Specialist: all who need it Babies 195 to 210 Families in the map 50/);
    expect(words).toContain('Shortfall At most 145 to 160');
    expect(words).toMatch(/25% Babies who come 49 to 53 Babies who are missed 146 to 158/);
    expect(words).toContain('1 of 2 running services at specialist level does not say');
    // staff is told of once, by the map
    expect(words.match(/WTE/g)).toHaveLength(1);
    expect(words).toContain('Specialist staff: At least 2 WTE, at least 2 for 1,000 births.');
    expect(words).toContain('No source gives a need for ages 2 to 5.');
  });

  it('says on paper what the page says, figure for figure', async () => {
    const paper = await read(colm, inFull(page));
    for (const each of [paper, await read(colm, page)]) {
      expect(rowsOf(each, 'Specialist: all who need it')).toEqual([
        ['195 to 210', '50', 'At most 145 to 160'],
      ]);
    }
    expect(rowsOf(paper, '25%')[0]).toEqual(['49 to 53', '146 to 158']);
    expect(paperWords(paper)).toContain('services miss 130 to 140 of them');
  });

  it('takes the latest year that is not after its round', async () => {
    await births(2027, 3000);
    await births(2024, 2000);
    const words = wordsOf((await colm.get(page)).text);
    expect(words).toContain('1,000 births in 2025');
  });

  it('adds up the Places whose births are entered, on the system’s page and paper', async () => {
    const whole = wordsOf((await colm.get(report)).text);
    const lone =
      'In Quillby, the one Place whose births are entered, 195 to 210 babies a year need specialist help';
    expect(whole).toContain(lone);
    await giveBirths(database.db, system.ids, {
      place: 'ferrow-vale',
      by: colmAddress,
      year: 2025,
      births: 2000,
      others: {},
    });
    const words = wordsOf((await colm.get(report)).text);
    expect(words).toContain('585 to 630 babies a year need specialist help');
    expect(words).toContain('The most are in Ferrow Vale: 260 to 280.');
    expect(words).toMatch(/Two Places Births 3,000 .*? 585 to 630 Of them missed 390 to 420/);
    const paper = await read(colm, report);
    expect(rowsOf(paper, 'Two Places')).toEqual([
      ['3,000', '585 to 630', '390 to 420', 'At most 195 to 240', 'At most 535 to 580'],
    ]);
  });

  it('keeps, once published, the figures that it was published with', async () => {
    const publishedAt = new Date('2026-05-01T09:00:00Z');
    await database
      .db('rounds')
      .where({ id: system.roundId })
      .update({ status: 'published', published_at: publishedAt });
    const row = await database.db('population_needs').where({ year: 2025 }).first('id');
    await giveBirths(database.db, system.ids, {
      place: 'quillby',
      by: colmAddress,
      year: 2025,
      births: 1500,
      at: new Date('2026-06-01T09:00:00Z'),
      changes: { id: row?.id ?? '', revision: 2 },
    });
    const words = wordsOf((await colm.get(page)).text);
    expect(words).toContain('1,000 births in 2025');
    expect(words).not.toContain('after these results were published');
  });

  it('keeps them where they are removed later, and is without those removed before', async () => {
    const own = database.db('population_needs').where({ system_id: system.ids.systemId });
    await own.clone().update({ removed_at: new Date('2026-07-01T09:00:00Z') });
    expect(wordsOf((await colm.get(page)).text)).toContain('1,000 births in 2025');
    await own.clone().update({ removed_at: new Date('2026-04-30T09:00:00Z') });
    expect(wordsOf((await colm.get(page)).text)).not.toContain('1,000 births in 2025');
    await own.clone().update({ removed_at: null });
  });
});

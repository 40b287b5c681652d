/** The pack as its reader has it made: one at a time, told how far it is, kept for them alone, and never more than they may see. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { useDatabase } from '../../../../test/config/database.ts';
import { aGridSystem } from '../../../../test/factories/grid-system.ts';
import { readPdf } from '../../../../test/factories/pdf-reader.ts';
import { paperWords } from '../../../../test/factories/report-papers.ts';
import { writeBoardPaper } from '../../../../test/factories/report-drawing.ts';
import { wordsOf } from '../../../../test/factories/report-pages.ts';
import { addRound, type ResultsSystem } from '../../../../test/factories/results.ts';
import { shippedDefinitions } from '../../../../test/factories/system.ts';
import { anApp, signedIn, testTime, type Visitor } from '../../../../test/factories/visitor.ts';
import { createPdfPool, type PdfPool } from '../../../adapters/pdf/pool.ts';
import { definitionStore } from '../../../db/definitions.queries.ts';
import { packTasks } from './pack.task.ts';

const database = useDatabase();
const patient = { timeout: 60_000 };
const page = '/rounds/spring-2026/pack';
const minute = 60_000;

describe('the complete pack', patient, () => {
  let system: ResultsSystem;
  let now: Date;
  const pool = createPdfPool({ workers: 1 });
  afterAll(() => pool.close());

  beforeAll(async () => {
    const { db } = database;
    system = await aGridSystem(db, 'packed');
    const definitions = shippedDefinitions();
    await addRound(db, system.ids, {
      slug: 'autumn-2026',
      status: 'open',
      position: 3,
      definitions,
    });
    now = testTime;
  });

  const signIn = (name: 'colm' | 'amina' | 'ifeoma' | 'wanda'): Promise<Visitor> =>
    signedIn(anApp(database.db, { now: () => now }), database.db, system.email(name));
  const read = async (visitor: Visitor, path = page): Promise<string> =>
    wordsOf((await visitor.get(path)).text);

  /** Does the jobs that wait, as a process with this pool would. */
  async function work(pdf: Pick<PdfPool, 'renderLong'> = pool, stop = new AbortController()) {
    const { db } = database;
    const deps = { db, pdf, now: () => now, baseUrl: 'http://127.0.0.1:3000' };
    const silent = { error: () => undefined, warn: () => undefined };
    const definitions = definitionStore(db);
    const tasks = packTasks({ ...deps, definitions, logger: silent });
    const { rows } = await db.raw<{ rows: { payload: unknown }[] }>(
      `delete from graphile_worker._private_jobs returning payload`,
    );
    for (const { payload } of rows) await tasks['draw-pack']?.(payload, stop.signal);
    return rows.length;
  }

  it('is asked for once, however often the button is pressed, and told how far it is', async () => {
    const colm = await signIn('colm');
    expect(await read(colm)).toContain('Make the pack');
    for (const press of [1, 2]) {
      const { status, headers } = await colm.post(page);
      expect([press, status, headers['location']]).toEqual([press, 303, page]);
    }
    expect(await read(colm)).toContain('Waiting its turn.');
    const told: string[] = [];
    const worked = await work({
      renderLong: async (module, view, watch) => {
        told.push(await read(colm, `${page}/progress`));
        return pool.renderLong(module, view, watch);
      },
    });
    expect(worked).toBe(1);
    expect(told).toEqual([expect.stringContaining('Reading the results.')]);
    const words = await read(colm);
    expect(words).toContain('Draft, made 18 March 2026');
    expect(words).toContain('Kept until 25 March 2026.');
    const file = await colm.getFile(`${page}.pdf`);
    expect(file.status).toBe(200);
    expect(file.headers['content-disposition']).toContain('complete pack');
    const text = paperWords(await readPdf(file.body as Uint8Array));
    expect(text).toContain('No level agreed: Strategic leadership');
  });

  it('says how many Places are drawn while it is', async () => {
    const amina = await signIn('amina');
    await amina.post(page);
    const seen: string[] = [];
    await work({
      renderLong: async (_, __, { tell }) => {
        tell(1);
        await expect.poll(() => read(amina, `${page}/progress`)).toContain('1 of 1 Place drawn');
        seen.push((await amina.get(page)).text);
        return Buffer.from('%PDF-');
      },
    });
    expect(seen[0]).toContain('<progress max="1" value="1"');
    expect(seen[0]).toContain('Show how far it is now');
  });

  it('[trust 13] before publication has the Board paper for the coordinator alone', async () => {
    const [colm, amina] = [await signIn('colm'), await signIn('amina')];
    expect(await read(colm)).toContain('No Board paper has been written yet: none will be in it.');
    await writeBoardPaper(database.db, system, { keyPoints: 'Three Places have no team.' });
    expect(await read(colm)).toContain('All two Places in one PDF: the Board paper, the system');
    expect(await read(amina)).not.toContain('Board paper');
    await amina.post(page);
    await colm.post(page);
    await work();
    const textFor = async (visitor: Visitor): Promise<string> => {
      const file = await visitor.getFile(`${page}.pdf`);
      return paperWords(await readPdf(file.body as Uint8Array));
    };
    expect(await textFor(colm)).toContain('Three Places have no team.');
    expect(await textFor(amina)).not.toContain('Board paper');
  });

  it('[trust 11] belongs to who asked for it', async () => {
    const stranger = await signedIn(
      anApp(database.db),
      database.db,
      (await aGridSystem(database.db, 'stranger')).email('colm'),
    );
    // the same address, of the other system’s own round
    expect(await read(stranger)).toContain('Make the pack');
    expect((await stranger.get(`${page}.pdf`)).headers['location']).toBe(page);
    const ifeoma = await signIn('ifeoma');
    for (const path of [page, `${page}.pdf`, `${page}/progress`]) {
      expect((await ifeoma.get(path)).status).toBe(404);
    }
    expect((await ifeoma.post(page)).status).toBe(404);
  });

  it('is made one at a time for each person', async () => {
    const colm = await signIn('colm');
    await colm.post('/rounds/autumn-2026/pack');
    const { status, text } = await colm.post(page);
    expect(status).toBe(409);
    expect(wordsOf(text)).toContain('Your pack of Round autumn-2026 is still being made.');
    await work();
    expect((await colm.post(page)).status).toBe(303);
    await work();
  });

  it('[trust 46] that stopped in the middle is said to have, and is begun anew', async () => {
    const colm = await signIn('colm');
    await colm.post(page);
    const stop = new AbortController();
    const stopped: Pick<PdfPool, 'renderLong'> = {
      renderLong: () => {
        stop.abort();
        return Promise.reject(new Error('stopped'));
      },
    };
    await work(stopped, stop);
    expect(await read(colm)).toContain('It was stopped in the middle. Make it again.');
    await colm.post(page);
    // whoever takes it up is gone without a word
    const gone = work({ renderLong: () => new Promise(() => undefined) });
    await expect.poll(() => read(colm)).toContain('Reading the results.');
    now = new Date(now.getTime() + 3 * minute);
    expect(await read(colm)).toContain('It was stopped in the middle. Make it again.');
    await colm.post(page);
    expect(await work()).toBe(1);
    expect(await read(colm)).toContain('Download the pack');
    void gone;
  });

  it('that fails says so, and is made again', async () => {
    const colm = await signIn('colm');
    await colm.post(page);
    await work({ renderLong: () => Promise.reject(new Error('out of memory')) });
    expect(await read(colm)).toContain('It could not be made.');
    await colm.post(page);
    await work();
    expect(await read(colm)).toContain('Download the pack');
  });

  it('says when the results were published since, and which edition it shows', async () => {
    const colm = await signIn('colm');
    const { systemId } = system.ids;
    const own = { system_id: systemId, id: system.roundId };
    const published = { status: 'published', published_at: now } as const;
    await database.db('rounds').where(own).update(published);
    expect(await read(colm)).toContain('The results have been published since.');
    await colm.post(page);
    await work();
    expect(await read(colm)).toContain('Edition 1, made');
    const edition = { system_id: systemId, round_id: system.roundId, published_at: now, note: '' };
    const publisher = await database
      .db('people')
      .where({ email: system.email('colm') })
      .first('id');
    await database
      .db('editions')
      .insert({ ...edition, number: 2, published_by: publisher?.id ?? null });
    expect(await read(colm)).toContain('Edition 2 has been published since');
  });

  it('[trust 11] is not given to who may see less by now', async () => {
    const colm = await signIn('colm');
    expect((await colm.getFile(`${page}.pdf`)).status).toBe(200);
    const person = await database
      .db('people')
      .where({ email: system.email('colm') })
      .first('id');
    const own = { system_id: system.ids.systemId, person_id: person?.id ?? '' };
    await database.db('memberships').where(own).update({ role: 'icb-lead' });
    const { status, headers } = await colm.getFile(`${page}.pdf`);
    expect([status, headers['location']]).toEqual([303, page]);
    expect(await read(colm)).toContain('Your last pack shows more than you may see now.');
    await database.db('memberships').where(own).update({ role: 'coordinator' });
  });

  it('[trust 11] with the Board paper in it is not given to who may not read that by now', async () => {
    const ifeoma = await signIn('ifeoma');
    expect(await read(ifeoma)).toContain('All two Places in one PDF: the Board paper, the system');
    await ifeoma.post(page);
    await work();
    const file = await ifeoma.getFile(`${page}.pdf`);
    expect(paperWords(await readPdf(file.body as Uint8Array))).toContain(
      'Three Places have no team.',
    );
    const person = await database
      .db('people')
      .where({ email: system.email('ifeoma') })
      .first('id');
    const own = { system_id: system.ids.systemId, person_id: person?.id ?? '' };
    const agency_id = system.ids.agencies.get('agency-1') ?? '';
    await database.db('memberships').where(own).update({ role: 'contributor', agency_id });
    expect((await ifeoma.getFile(`${page}.pdf`)).status).toBe(303);
    const words = await read(ifeoma);
    expect(words).toContain('Your last pack shows more than you may see now.');
    expect(words).not.toContain('Board paper');
    await database.db('memberships').where(own).update({ role: 'icb-lead', agency_id: null });
  });

  it('leaves a line in the audit trail for each time that it is taken away', async () => {
    const lines = () =>
      database
        .db('audit_events')
        .where({ system_id: system.ids.systemId, act: 'pack.downloaded' })
        .then(({ length }) => length);
    const before = await lines();
    const colm = await signIn('colm');
    await colm.head(`${page}.pdf`);
    expect(await lines()).toBe(before);
    await colm.getFile(`${page}.pdf`);
    expect(await lines()).toBe(before + 1);
  });
});

/** Who may take a round's data away, and what is not in it for those who may not see names. */
import { beforeAll, describe, expect, it } from 'vitest';
import { useDatabase } from '../../../test/config/database.ts';
import {
  aFullSystem,
  csv,
  dataFile,
  dataReader,
  json,
  rowsOf,
  workbook,
} from '../../../test/factories/data-files.ts';
import { aGridSystem } from '../../../test/factories/grid-system.ts';
import { giveEntries, type ResultsSystem } from '../../../test/factories/results.ts';
import type { Visitor } from '../../../test/factories/visitor.ts';
import { setRoundStatus } from '../set-up/round.queries.ts';

const database = useDatabase();

describe('to an ICB lead', () => {
  let system: ResultsSystem;
  let ifeoma: Visitor;
  beforeAll(async () => {
    system = await aFullSystem(database, 'data-icb');
    await setRoundStatus(database.db, system.ids.systemId, system.roundId, {
      status: 'published',
      publishedAt: new Date('2026-05-01T10:00:00Z'),
    });
    ifeoma = await dataReader(database, system, 'ifeoma');
  });

  it('it names no agency, and tells nothing that one wrote', async () => {
    const sheets = await workbook(ifeoma);
    expect([...sheets.keys()]).toEqual([
      ...['read me', 'places', 'scores', 'system', 'entries', 'actions', 'instrument'],
    ]);
    const all = [JSON.stringify([...sheets]), JSON.stringify(await json(ifeoma))];
    for (const secret of ['Agency 1', 'agency-1', 'HYPERLINK', 'secret', 'One saw less', 'Bea']) {
      expect(all.filter((text) => text.includes(secret))).toEqual([]);
    }
    expect(all.every((text) => text.includes('The plan names under-twos.'))).toBe(true);
    const [head = []] = await csv(ifeoma);
    expect(head).toContain('rag');
    expect((await ifeoma.get(`${dataFile}.csv?sheet=answers`)).status).toBe(404);
  });

  it('it gives the level, n and the flags where fewer than five gave a level', async () => {
    const scores = rowsOf(await json(ifeoma), 'scores');
    const of = (domain: string) => scores.find((row) => row['domain'] === domain);
    const none = { responded: null, counts: null, range: null, agreement: null };
    expect(of('strategic-leadership')).toMatchObject({ ...none, n: 4, level: 2, median: 2 });
    expect(of('financial-investment')).toMatchObject({
      ...none,
      ...{ n: 4, level: null, median: null, split: true, reasons: ['range'], rag: 'discuss' },
    });
    expect(of('workforce-development')).toMatchObject({ ...none, median: null, derivedRag: null });
  });

  it('it gives money as totals, of two agencies or more', async () => {
    const data = await json(ifeoma);
    expect(JSON.stringify(data)).not.toContain('70000');
    expect(rowsOf(data, 'places')[0]).toMatchObject({ spend: null, spendAgencies: 1 });
    const place = system.ids.places.get('place-1');
    await giveEntries(database.db, system, 'agency-2', [
      {
        ...{ agency: 'agency-2', name: 'Second', places: ['place-1'], status: 'running' },
        figures: [{ place, level: 'specialist', spend: 30_000 }],
      },
    ]);
    expect(rowsOf(await json(ifeoma), 'places')[0]).toMatchObject({
      ...{ spend: 100_000, spendAgencies: 2 },
    });
  });
});

describe('[trust 15] taking data away', () => {
  it('needs a role of its own: what another role shows is not in it', async () => {
    const { db } = database;
    const system = await aGridSystem(db, 'data-roles');
    const { systemId, places } = system.ids;
    const amina = await dataReader(database, system, 'amina');
    expect((await amina.get(`${dataFile}.json`)).status).toBe(403);
    const ifeoma = await dataReader(database, system, 'ifeoma');
    const membership = await db('memberships as m')
      .join('people as p', 'p.id', 'm.person_id')
      .where({ 'm.system_id': systemId, 'p.email': system.email('amina') })
      .first<{ id: string }>('m.id');
    const ofIfeoma = await db('people')
      .where({ email: system.email('ifeoma') })
      .first('id');
    await db('memberships')
      .where({ id: membership.id })
      .update({ person_id: ofIfeoma?.id ?? '', is_chair: false });
    expect(places.size).toBe(2);
    expect((await ifeoma.get('/rounds/spring-2026/report')).status).toBe(200);
    expect((await ifeoma.get(`${dataFile}.json`)).status).toBe(404);
    expect((await ifeoma.get('/rounds/spring-2026/report')).text).not.toContain('/data"');
  });
});

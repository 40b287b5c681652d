/** A round's data as files: the same rows in each, as the database has them. */
import { beforeAll, describe, expect, it } from 'vitest';
import { useDatabase } from '../../../test/config/database.ts';
import {
  aFullSystem,
  csv,
  dataFile,
  dataReader,
  hostileWords,
  json,
  named,
  rowsOf,
  workbook,
  type DataRecord,
} from '../../../test/factories/data-files.ts';
import { giveBirths } from '../../../test/factories/need.ts';
import { agree, type ResultsSystem } from '../../../test/factories/results.ts';
import type { Visitor } from '../../../test/factories/visitor.ts';

const database = useDatabase();

/** What JSON says in one word, as a sheet shows it. */
const plainValues = (row: DataRecord): [string, string][] =>
  Object.entries(row).flatMap(([name, value]): [string, string][] =>
    typeof value === 'string' || typeof value === 'number' ? [[name, String(value)]] : [],
  );

describe('the data of a round', () => {
  let system: ResultsSystem;
  let colm: Visitor;
  beforeAll(async () => {
    system = await aFullSystem(database, 'data-files');
    colm = await dataReader(database, system, 'colm');
  });

  it('has the same rows in the workbook, in CSV and in JSON', async () => {
    const [sheets, data] = [await workbook(colm), await json(colm)];
    const tables = [
      ...['places', 'scores', 'system', 'answers', 'entries', 'actions', 'instrument'],
    ];
    expect([...sheets.keys()]).toEqual(['read me', ...tables]);
    for (const table of tables) {
      const sheet = sheets.get(table) ?? [];
      const inCsv = await csv(colm, table);
      expect(named(inCsv)).toEqual(named(sheet));
      const rows = rowsOf(data, table);
      expect(sheet).toHaveLength(rows.length + 1);
      for (const [index, row] of named(sheet).entries()) {
        const plain = plainValues(rows[index] ?? {}).filter(([name]) => name in row);
        expect(plain.map(([name]) => [name, row[name]])).toEqual(plain);
      }
    }
  });

  it('holds each submitted answer as the database does, whatever its letters', async () => {
    const stored = await database
      .db('answers')
      .where({ system_id: system.ids.systemId })
      .select<{ item_id: string; level: number | null }[]>('item_id', 'level');
    const answers = rowsOf(await json(colm), 'answers');
    const pairs = (rows: readonly (readonly [unknown, unknown])[]): string[] =>
      rows.map(([item, level]) => `${String(item)} ${String(level)}`).toSorted();
    expect(pairs(answers.map(({ item, level }) => [item, level]))).toEqual(
      pairs(stored.map(({ item_id, level }) => [item_id, level])),
    );
    const [first] = answers.filter(({ item }) => item === 'strategic-leadership');
    expect(first).toMatchObject({
      agency: 'agency-1',
      agencyName: 'Agency 1',
      place: 'place-1',
      itemLabel: 'Strategic leadership',
      levelLabel: 'Early growth',
      evidence: hostileWords,
    });
  });

  it('scores as the page does', async () => {
    const scores = rowsOf(await json(colm), 'scores');
    const of = (domain: string) =>
      scores.find((row) => row['domain'] === domain && row['place'] === 'place-1');
    expect(of('financial-investment')).toMatchObject({
      ...{ n: 4, responded: 4, assigned: 4, counts: [2, 0, 0, 0, 2], median: 0, range: 4 },
      ...{ split: true, reasons: ['range'], agreed: null, level: null, rag: 'discuss' },
      ...{ derivedRag: 'discuss', agreedRag: null },
    });
    expect(of('workforce-development')).toMatchObject({
      ...{ n: 0, agreed: 2, level: 2, levelLabel: 'Early growth', rag: 'amber' },
      ...{ derivedRag: 'white', agreedRag: 'amber', dissent: 'One saw less.' },
    });
    expect(scores).toHaveLength(2 * (11 + 6));
  });

  it('counts the domains of a Place at each level, and how far Places are apart', async () => {
    const data = await json(colm);
    const place = rowsOf(data, 'places').find((row) => row['place'] === 'place-1');
    const levels = rowsOf(data, 'scores')
      .filter((row) => row['place'] === 'place-1' && row['domain'] !== null)
      .map(({ agreed, median }) => agreed ?? median);
    const counts = [0, 1, 2, 3, 4].map((level) => levels.filter((each) => each === level).length);
    expect(Object.values(place?.['profile'] ?? {})).toEqual(counts);
    expect(counts.reduce((sum, count) => sum + count)).toBeGreaterThan(1);
    expect(place?.['staged']).toBe(null);
    const [split] = rowsOf(data, 'system').filter(
      ({ domain }) => domain === 'financial-investment',
    );
    expect(split).toMatchObject({ lowest: 0, median: 0, highest: 0, gap: 0, gapOpen: true });
  });

  it('has the births of a Place, the need that follows, and where “No service” was said', async () => {
    await giveBirths(database.db, system.ids, {
      place: 'place-1',
      by: system.email('colm'),
      year: 2025,
      births: 1000,
    });
    const { db } = database;
    await db.raw(
      `insert into no_service (system_id, response_id, group_id, place_id, said_at, said_by)
      select r.system_id, r.id, 'midwifery', p.id, now(), (select id from people limit 1)
      from assignments a
      join responses r on r.assignment_id = a.id and r.status = 'submitted'
      join places p on p.system_id = a.system_id and p.slug = 'place-1'
      where a.system_id = ? and a.place_id is null limit 1`,
      [system.ids.systemId],
    );
    const [place, other] = rowsOf(await json(colm), 'places');
    expect(place).toMatchObject({ birthsYear: 2025, births: 1000, needLow: 195, needHigh: 210 });
    expect(place?.['missedLow']).toBeCloseTo(130, 6);
    expect(other).toMatchObject({ birthsYear: null, births: null, needLow: null });
    expect([place?.['noService'], other?.['noService']]).toEqual([['midwifery'], []]);
  });

  it('says of a support element what was agreed, beside what is derived', async () => {
    const of = async (): Promise<DataRecord | undefined> =>
      rowsOf(await json(colm), 'scores').find(
        (row) => row['element'] === 'E3' && row['place'] === 'place-1',
      );
    const before = await of();
    expect(before).toMatchObject({ agreedRag: null, rag: before?.['derivedRag'] });
    await agree(database.db, system, {
      ...{ place: 'place-1', domain: 'E3', level: null, colour: 'green', subject: 'element' },
      rationale: 'It has opened since.',
    });
    expect(await of()).toMatchObject({
      ...{ agreedRag: 'green', rag: 'green', derivedRag: before?.['derivedRag'], agreed: null },
      agreedRationale: 'It has opened since.',
    });
    await database.db('agreements').where({ item_id: 'E3', subject: 'element' }).delete();
  });

  it('has a column for each question of a service, ids beside words', async () => {
    const { entries, places } = await json(colm);
    expect((entries as DataRecord[])[0]).toMatchObject({
      agency: 'agency-1',
      name: '+44 Perch',
      places: ['place-1'],
      placesLabel: 'Place 1',
      sector: 'health-visiting',
      sectorLabel: 'Health visiting',
      ages: { from: -9, to: 24 },
      fundingEnds: '2027-03-31',
      figures: [{ place: 'place-1', level: 'targeted', familiesPerYear: 40, spend: 70_000 }],
    });
    expect((entries as DataRecord[])[1]).toMatchObject({ name: 'Adrift', places: null });
    expect((places as DataRecord[])[0]).toMatchObject({
      ...{ gridAssigned: 4, gridSubmitted: 4, mapAssigned: 4, mapSubmitted: 1 },
      ...{ familiesPerYear: { targeted: 40, specialist: 0 }, spend: 70_000, spendAgencies: 1 },
    });
  });

  it('[trust 29] is never run as a formula: texts are texts, in CSV behind an apostrophe', async () => {
    const { text } = await colm.get(`${dataFile}.csv?sheet=entries`);
    expect(text.startsWith('\ufeff"id"')).toBe(true);
    expect(text).toContain(`"'+44 Perch"`);
    expect(text).toContain(`"'@secret words"`);
    expect((await colm.get(`${dataFile}.csv`)).text).toContain(`"'=HYPERLINK(""https`);
    expect((await colm.get(`${dataFile}.csv?sheet=actions`)).text).toContain(`"'-1 for all"`);
    expect((await workbook(colm)).get('entries')?.[1]).toContain('+44 Perch');
  });

  it('explains each of its columns', async () => {
    const sheets = await workbook(colm);
    const readMe = sheets.get('read me') ?? [];
    expect(readMe[0]).toEqual(['System data-files, Round spring-2026: the data']);
    for (const [sheet, [head = []]] of [...sheets].slice(1)) {
      const explained = readMe.filter(([name, column = '']) => name === sheet && column !== '');
      expect(explained.map(([, column]) => column)).toEqual(head);
      expect(explained.every(([, , text = '']) => text.length > 3)).toBe(true);
    }
    const text = readMe.flat().join('\n');
    expect(text).toContain('(pair-maturity, version 1.0.0)');
    expect(text).toContain('In review: a draft, figures may change');
  });

  it('is a file to find again, kept nowhere, and a draft by name before publication', async () => {
    const { headers } = await colm.head(`${dataFile}.xlsx`);
    expect(headers['content-disposition']).toContain('"data-files-spring-2026-draft.xlsx"');
    expect(headers['cache-control']).toBe('no-store');
    expect(headers['x-content-type-options']).toBe('nosniff');
    const table = await colm.head(`${dataFile}.csv`);
    expect(table.headers['content-disposition']).toContain(
      '"data-files-spring-2026-draft-answers.csv"',
    );
    expect((await colm.get(`${dataFile}.csv?sheet=people`)).status).toBe(404);
  });

  it('leaves a line in the audit trail, and none where the headers alone are asked for', async () => {
    const lines = () => database.db('audit_events').where({ act: 'data.downloaded' });
    const before = (await lines()).length;
    await colm.head(`${dataFile}.json`);
    expect(await lines()).toHaveLength(before);
    await colm.get(`${dataFile}.csv?sheet=scores`);
    expect(await lines()).toHaveLength(before + 1);
    const { text } = await colm.get('/audit?what=lists');
    const plain = text.replaceAll(/<[^>]*>|\s+/g, ' ').replaceAll(/ +/g, ' ');
    expect(plain).toContain('Colm Doyle downloaded the data of Round spring-2026 CSV of scores');
  });

  it('says how many rows each sheet has, and is found from the report', async () => {
    const page = await colm.get('/rounds/spring-2026/data');
    for (const [sheet, rows] of Object.entries(await json(colm)).slice(1)) {
      const shown = new Intl.NumberFormat('en-GB').format((rows as unknown[]).length);
      const row = page.text.slice(page.text.indexOf(`<th scope="row">${sheet}</th>`));
      expect(row.slice(0, row.indexOf('</tr>'))).toContain(`Rows</span>${shown}<`);
    }
    const { text } = await colm.get('/rounds/spring-2026/report');
    expect(text).toContain('href="/rounds/spring-2026/data"');
    expect(page.text).toContain('href="/account/tokens"');
    const amina = await dataReader(database, system, 'amina');
    expect((await amina.get('/rounds/spring-2026/report')).text).not.toContain('/data"');
  });
});

/** PDFs as files that are handed round: drafts, names, tags, the file's name, and who may have one. */
import { beforeAll, describe, expect, it } from 'vitest';
import type { Response } from 'supertest';
import { useDatabase } from '../../../test/config/database.ts';
import { aGridSystem } from '../../../test/factories/grid-system.ts';
import type { ReadPdf } from '../../../test/factories/pdf-reader.ts';
import {
  inFull,
  patient,
  placeReport,
  report,
  useDownloads,
} from '../../../test/factories/report-downloads.ts';
import { headings, paperWords } from '../../../test/factories/report-papers.ts';
import { aPlanOf, aResultsSystem, type ResultsSystem } from '../../../test/factories/results.ts';
import { setRoundStatus } from '../set-up/round.queries.ts';

/** in short and in full */
const both = [report, placeReport('place-1')].flatMap((address) => [address, inFull(address)]);

const database = useDatabase();
const { signIn, read } = useDownloads(database);

describe('a PDF that is handed round', patient, () => {
  let system: ResultsSystem;
  beforeAll(async () => {
    system = await aGridSystem(database.db, 'handed-round');
  });
  const drafts = (paper: ReadPdf): boolean[] =>
    paper.pages.map(({ artifacts }) => artifacts.includes('DRAFT'));

  it('says in a summary on every page that it is a draft', async () => {
    const visitor = await signIn(system.email('colm'));
    const short = await read(visitor, placeReport('place-1'));
    expect(drafts(short)).toEqual(short.pages.map(() => true));
    expect(paperWords(short)).toContain('DRAFT not published');
    expect(short.title).toBe('Place 1: Place summary, Round spring-2026, draft');
  });

  it('says on every page that it is a draft until the round is published', async () => {
    const visitor = await signIn(system.email('colm'));
    const draft = await read(visitor, inFull(placeReport('place-1')));
    expect(drafts(draft)).toEqual(draft.pages.map(() => true));
    expect(paperWords(draft)).toContain('DRAFT not published');
    expect(draft.title).toBe('Place 1: Place report, Round spring-2026, draft');
    const { systemId } = system.ids;
    await setRoundStatus(database.db, systemId, system.roundId, {
      status: 'published',
      publishedAt: new Date('2026-05-01T10:00:00Z'),
    });
    const published = await read(visitor, inFull(placeReport('place-1')));
    expect(drafts(published)).toEqual(published.pages.map(() => false));
    expect(paperWords(published)).not.toMatch(/draft/iu);
    expect(published.title).toBe('Place 1: Place report, Round spring-2026');
  });

  it('names no agency to those who may not see names', async () => {
    const ifeoma = await signIn(system.email('ifeoma'));
    for (const address of [placeReport('place-1'), inFull(placeReport('place-1'))]) {
      const words = paperWords(await read(ifeoma, address));
      expect(words).toContain('Answered by agencies: 4 of 4 the grid');
      expect(words).toContain('The plan names under-twos.');
      for (const secret of ['Agency 1', 'Bea Lund', 'One saw less']) {
        expect(words).not.toContain(secret);
      }
    }
  });

  it('leaves a line in the audit trail: who took which report, and of which round', async () => {
    const ifeoma = await signIn(system.email('ifeoma'));
    for (const address of both) await read(ifeoma, address);
    const page = await (await signIn(system.email('colm'))).get('/audit?what=lists');
    const text = page.text.replaceAll(/<[^>]*>|\s+/g, ' ').replaceAll(/ +/g, ' ');
    expect(text).toContain('Ifeoma Obi downloaded the report of Place 1 Round spring-2026');
    expect(text).toContain('Ifeoma Obi downloaded the report of Round spring-2026');
  });

  it('leaves none where the headers alone are asked for', async () => {
    const lines = (): Promise<number> =>
      database
        .db('audit_events')
        .where({ system_id: system.ids.systemId, act: 'report.downloaded' })
        .then(({ length }) => length);
    const before = await lines();
    const colm = await signIn(system.email('colm'));
    for (const address of both) {
      const { status, headers } = await colm.head(`${address}.pdf`);
      expect([status, headers['content-type']]).toEqual([200, 'application/pdf']);
    }
    expect(await lines()).toBe(before);
  });

  it('asks for the round once, and writes the line last', async () => {
    const colm = await signIn(system.email('colm'));
    for (const address of both) {
      const asked: string[] = [];
      const note = ({ sql }: { sql: string }): void => {
        if (/ from "rounds" as "r" inner join "systems"|^insert into "audit_events"/.test(sql)) {
          asked.push(sql);
        }
      };
      database.db.on('query', note);
      await read(colm, address);
      database.db.removeListener('query', note);
      expect(asked.map((sql) => sql.slice(0, 6))).toEqual(['select', 'insert']);
    }
  });

  it('is tagged: language, title, bookmarks, scoped headers, and nothing left untagged', async () => {
    const visitor = await signIn(system.email('colm'));
    for (const address of both) {
      const paper = await read(visitor, address);
      expect(paper.language).toBe('en-GB');
      expect(paper.isMarked).toBe(true);
      const [title = '', ...sections] = paper.bookmarks[0] ?? [];
      expect(headings(paper, 'H1')).toEqual([title]);
      expect(headings(paper, 'H2')).toEqual(sections);
      expect(paper.pages.map(({ untagged }) => untagged).join('')).toBe('');
      expect(paper.source).toContain('/Scope /Column');
      expect(paper.source).toContain('/Scope /Row');
    }
  });
});

describe('a download', patient, () => {
  const dispositionOf = (response: Response): string =>
    String(response.headers['content-disposition']);

  it('has a name to find it by, and its type', async () => {
    const system = await aGridSystem(database.db, 'download');
    const visitor = await signIn(system.email('colm'));
    const response = await visitor.get(`${placeReport('place-1')}.pdf`);
    expect(response.headers['content-type']).toBe('application/pdf');
    expect(response.headers['cache-control']).toBe('no-store');
    expect(dispositionOf(response)).toContain(
      'attachment; filename="Place 1, Round spring-2026, draft.pdf"',
    );
    const full = await visitor.get(`${inFull(placeReport('place-1'))}.pdf`);
    expect(dispositionOf(full)).toContain(
      'filename="Place 1, Round spring-2026, full report, draft.pdf"',
    );
    const whole = await visitor.get(`${report}.pdf`);
    expect(dispositionOf(whole)).toContain(
      'filename="System download, Round spring-2026, draft.pdf"',
    );
  });

  it('[trust 32] of a Place called "\\r\\n../ has a safe name', async () => {
    const system = await aResultsSystem(database.db, {
      ...aPlanOf('names', { places: 1, agencies: 1 }),
      places: [{ slug: 'place-1', name: '"\r\n../' }],
    });
    const response = await (
      await signIn(system.email('colm'))
    ).get(`${placeReport('place-1')}.pdf`);
    expect(response.status).toBe(200);
    expect(dispositionOf(response)).toBe(
      `attachment; filename="Round spring-2026, draft.pdf"; filename*=UTF-8''Round%20spring-2026%2C%20draft.pdf`,
    );
  });

  it('keeps the letters of every language in its name', async () => {
    const system = await aResultsSystem(database.db, {
      ...aPlanOf('letters', { places: 1, agencies: 1 }),
      places: [{ slug: 'place-1', name: 'Llanŵyn i Łódź' }],
    });
    const response = await (
      await signIn(system.email('colm'))
    ).get(`${placeReport('place-1')}.pdf`);
    expect(dispositionOf(response)).toContain(
      "filename*=UTF-8''Llan%C5%B5yn%20i%20%C5%81%C3%B3d%C5%BA",
    );
  });
});

describe('who may download', patient, () => {
  it('[trust 13] is who may read the page', async () => {
    const system = await aGridSystem(database.db, 'access');
    const statuses = async (reader: 'colm' | 'amina' | 'ifeoma' | 'wanda'): Promise<number[]> => {
      const visitor = await signIn(system.email(reader));
      const files = [report, placeReport('place-1'), placeReport('place-2')];
      const get = (address: string) => visitor.get(`${address}.pdf`).then(({ status }) => status);
      const full = await Promise.all(files.map((address) => get(inFull(address))));
      expect(full).toEqual(await Promise.all(files.map(get)));
      return full;
    };
    expect(await statuses('colm')).toEqual([200, 200, 200]);
    expect(await statuses('amina')).toEqual([200, 200, 404]);
    expect(await statuses('ifeoma')).toEqual([404, 404, 404]);
    expect(await statuses('wanda')).toEqual([404, 404, 404]);
  });
});

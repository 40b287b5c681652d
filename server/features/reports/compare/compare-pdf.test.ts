/** Comparisons as PDFs: the words of their pages, cell by cell, and who took them away. */
import { beforeAll, describe, expect, it } from 'vitest';
import { useDatabase } from '../../../../test/config/database.ts';
import { readPdf } from '../../../../test/factories/pdf-reader.ts';
import { structureFaults } from '../../../../test/factories/pdf-structure.ts';
import { patient, useDownloads } from '../../../../test/factories/report-downloads.ts';
import { tableRows, wordsOf } from '../../../../test/factories/report-pages.ts';
import { headings, paperWords, rowsOf } from '../../../../test/factories/report-papers.ts';
import {
  addRound,
  aPlanOf,
  aResultsSystem,
  giveEntries,
  giveLevels,
  type ResultsSystem,
} from '../../../../test/factories/results.ts';
import { shippedDefinitions } from '../../../../test/factories/system.ts';
import type { Visitor } from '../../../../test/factories/visitor.ts';

const database = useDatabase();
const { signIn } = useDownloads(database);

let system: ResultsSystem;
let colm: Visitor;

const visits = (levels: readonly string[]) => ({
  agency: 'agency-1',
  name: 'Home visits',
  places: ['place-1', 'place-2'],
  sector: 'health-visiting',
  status: 'running',
  focus: 'relationship',
  levels: [...levels],
});

beforeAll(async () => {
  const { db } = database;
  system = await aResultsSystem(db, {
    ...aPlanOf('compared-on-paper', { places: 2, agencies: 2 }),
    status: 'published',
  });
  const roundId = await addRound(db, system.ids, {
    slug: 'autumn-2025',
    status: 'published',
    position: 0,
    definitions: shippedDefinitions().slice(0, 2),
  });
  const autumn = { ids: system.ids, roundId };
  const first = { agency: 'agency-1', place: 'place-1' };
  const second = { agency: 'agency-1', place: 'place-2' };
  await giveLevels(db, autumn, first, { 'strategic-leadership': 1, 'financial-investment': 3 });
  await giveLevels(db, autumn, second, { 'strategic-leadership': 2 });
  await giveLevels(db, system, first, { 'strategic-leadership': 3, 'financial-investment': 2 });
  await giveLevels(db, system, second, { 'strategic-leadership': 2 });
  await giveEntries(db, autumn, 'agency-1', [visits(['universal'])]);
  await giveEntries(db, system, 'agency-1', [visits(['universal', 'targeted'])]);
  // … and all who were asked have answered, so that what is not offered is a gap
  for (const round of [autumn, system]) await giveEntries(db, round, 'agency-2', []);
  colm = await signIn(system.email('colm'));
}, 60_000);

/** The page and its PDF, by the link that leads from the one to the other. */
async function both(address: string) {
  const { text: html } = await colm.get(address);
  const href = /href="([^"]+\.pdf[^"]*)"/.exec(html)?.[1]?.replaceAll('&amp;', '&') ?? '';
  const answer = await colm.get(href);
  const paper = await readPdf(answer.body as Uint8Array);
  return { html, paper, href, file: String(answer.headers['content-disposition']) };
}

/** What is read, without the marks that stand beside words. */
const plain = (cells: readonly string[]): string[] =>
  cells.map((cell) => cell.replace(/[▲▼=] /g, ''));

const headingsOnPage = (html: string): string[] =>
  [...html.matchAll(/<h2[^>]*>([^]*?)<\/h2>/g)].map(([, text = '']) => wordsOf(text));

describe('two rounds on paper', patient, () => {
  const address = '/rounds/spring-2026/changes';

  it('say the same as their page, domain by domain, element by element, sector by sector', async () => {
    const { html, paper, file } = await both(address);
    expect(file).toContain('What changed since Round autumn-2025, Round spring-2026.pdf');
    const asked = headings(paper, 'H2');
    expect(asked).toEqual(['Domains', 'Elements of support', 'Sectors', 'How this was made']);
    expect(headingsOnPage(html)).toEqual(expect.arrayContaining(asked.slice(0, 3)));
    const kinds = [
      ['Domains', 11],
      ['Elements of support', 6],
      ['Sectors', 8],
    ] as const;
    for (const [kind, count] of kinds) {
      const rows = tableRows(html, `${kind} in Round spring-2026 beside`);
      expect(rows, kind).toHaveLength(count);
      for (const [name = '', ...cells] of rows) {
        expect(rowsOf(paper, name), name).toContainEqual(plain(cells));
      }
    }
  });

  it('tell what a sector offers now and did not before', async () => {
    const { html, paper } = await both(address);
    const sentence = '2 of 16 offers reach more levels, 0 fewer; 0 stayed. 14 can’t be compared.';
    expect(wordsOf(html)).toContain(sentence);
    expect(paperWords(paper)).toContain(sentence);
    const [, visited] = tableRows(html, 'Sectors in Round spring-2026');
    expect(visited).toEqual([
      'Health visiting',
      'Targeted gap to 1 ▲ 1 level more',
      'Targeted gap to 1 ▲ 1 level more',
    ]);
  });

  it('have no fault in their structure, and lead back to what was compared', async () => {
    const { paper, href } = await both(address);
    expect(href).toBe('/rounds/spring-2026/changes.pdf?since=autumn-2025');
    expect(structureFaults(paper.source)).toEqual([]);
    expect(paper.pages.map(({ untagged }) => untagged).join('')).toBe('');
    expect(paperWords(paper)).toContain('/rounds/spring-2026/changes?since=autumn-2025');
  });
});

describe('two Places on paper', patient, () => {
  const address = '/rounds/spring-2026/compare?one=place-2&other=place-1';

  it('say the same as their page, row by row', async () => {
    const { html, paper, file, href } = await both(address);
    expect(href).toBe('/rounds/spring-2026/compare.pdf?one=place-2&other=place-1');
    expect(file).toContain('Place 2 beside Place 1, Round spring-2026.pdf');
    expect(structureFaults(paper.source)).toEqual([]);
    const kinds = [
      ['Domains', 11],
      ['Elements of support', 6],
      ['Sectors', 8],
    ] as const;
    for (const [kind, count] of kinds) {
      const rows = tableRows(html, `${kind}: Place 2 beside Place 1`);
      expect(rows, kind).toHaveLength(count);
      for (const [name = '', ...cells] of rows) {
        expect(rowsOf(paper, name), name).toContainEqual(cells);
      }
    }
    expect(paperWords(paper)).toContain('Place 1 is ahead in 1 of 11 domains, Place 2 in none');
  });
});

it('who took a comparison away is written down; its headers alone are not', patient, async () => {
  const acts = async (): Promise<unknown[]> => {
    const { systemId } = system.ids;
    const lines: { act: string }[] = await database
      .db('audit_events')
      .where({ system_id: systemId })
      .where('act', 'like', 'report.%')
      .orderBy('act')
      .select('act');
    return lines.map(({ act }) => act);
  };
  const before = (await acts()).length;
  await colm.head('/rounds/spring-2026/changes.pdf');
  expect(await acts()).toHaveLength(before);
  await colm.get('/rounds/spring-2026/changes.pdf');
  await colm.get('/rounds/spring-2026/compare.pdf');
  const after = await acts();
  expect(after).toHaveLength(before + 2);
  expect(after).toContain('report.changes-downloaded');
  expect(after).toContain('report.places-compared-downloaded');
});

it('[trust 13] a comparison is no file of those who may not read its page', async () => {
  const { db } = database;
  const { systemId } = system.ids;
  await db('rounds').where({ system_id: systemId, slug: 'spring-2026' }).update({
    status: 'in-review',
  });
  const ifeoma = await signIn(system.email('ifeoma'));
  for (const name of ['changes', 'compare']) {
    expect((await ifeoma.get(`/rounds/spring-2026/${name}.pdf`)).status).toBe(404);
  }
});

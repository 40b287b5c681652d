/** The Board paper as a PDF: the words and figures of its page, long and odd texts, and who took it away. */
import { beforeAll, describe, expect, it } from 'vitest';
import { useDatabase } from '../../../../test/config/database.ts';
import { anAction } from '../../../../test/factories/actions.ts';
import { aGridSystem } from '../../../../test/factories/grid-system.ts';
import { findNodes, readPdf, type ReadPdf } from '../../../../test/factories/pdf-reader.ts';
import { readStructure, structureFaults } from '../../../../test/factories/pdf-structure.ts';
import { aPublishedCase } from '../../../../test/factories/published-case.ts';
import { boardBytes, writeBoardPaper } from '../../../../test/factories/report-drawing.ts';
import { patient, useDownloads } from '../../../../test/factories/report-downloads.ts';
import { nobodyYet } from '../../../../test/factories/report-limits.ts';
import { tableRows, wordsOf } from '../../../../test/factories/report-pages.ts';
import {
  headings,
  paperRows,
  paperWords,
  rowsOf,
} from '../../../../test/factories/report-papers.ts';
import type { ResultsSystem } from '../../../../test/factories/results.ts';
import type { Visitor } from '../../../../test/factories/visitor.ts';
import { MISSING_NOTE } from '../../../adapters/pdf/document.ts';
import { boardFields, paperOf } from '../../../domain/board/board-paper.ts';

const database = useDatabase();
const { signIn, read } = useDownloads(database);
const address = '/rounds/spring-2026/board-paper';

describe('the published case for a Board', patient, () => {
  let system: ResultsSystem;
  let ifeoma: Visitor;
  let paper: ReadPdf;
  let html: string;
  beforeAll(async () => {
    ({ system } = await aPublishedCase(database.db, 'published'));
    await writeBoardPaper(database.db, system, {
      title: 'Babies who are missed',
      meeting: 'Programme Board',
      meetingOn: '2026-12-04',
      authors: 'Colm Doyle',
      purpose: 'approve',
      keyPoints: 'Three Places have no specialist team.\n\n- One\n- Two',
      equality: 'yes',
      equalityOn: '2026-10-14',
      asks: '1. Fund a post.\n2. Name a lead.',
    });
    await anAction(database.db, system, {
      what: 'Fund a consultant post',
      place: 'lancashire',
      by: system.email('colm'),
      dueOn: '2026-03-01',
    });
    ifeoma = await signIn(system.email('ifeoma'));
    paper = await read(ifeoma, address);
    html = (await ifeoma.get(address)).text;
  });

  it('has what people wrote, in the order of the page, and its title as the first heading', () => {
    expect(headings(paper, 'H1')).toEqual(['Babies who are missed']);
    const onPage = [...html.matchAll(/<h2[^>]*>([^]*?)<\/h2>/g)].map(([, text = '']) =>
      wordsOf(text),
    );
    const shared = headings(paper, 'H2').filter((heading) => onPage.includes(heading));
    expect(shared).toEqual(onPage.filter((heading) => heading !== 'What this rests on'));
    const words = paperWords(paper);
    for (const text of [
      'Three Places have no specialist team. • One • Two',
      'An assessment was done on 14 October 2026.',
      'Whether an assessment is needed is not said yet.',
      'Issues and risks Not written yet.',
      '1. Fund a post. 2. Name a lead.',
      'Approve: the Board discusses the paper and decides on what it recommends.',
    ]) {
      expect(words).toContain(text);
    }
    expect(words).not.toContain('Background');
  });

  it('has the page’s figures: each Place’s colours, every element, every action', () => {
    const colours = tableRows(html, 'elements of support have each colour');
    expect(colours).toHaveLength(4);
    expect(paperRows(paper, 'In development')).toEqual(colours);
    for (const [element = '', ...cells] of tableRows(html, 'derived from the service map')) {
      const code = /E\d/.exec(element)?.[0] ?? 'none';
      const [row = []] = rowsOf(paper, ` ${code}`);
      expect(row, code).toHaveLength(cells.length);
      for (const [n, cell] of row.entries()) {
        expect(cells[n]?.toLowerCase(), code).toContain(cell.toLowerCase());
      }
    }
    const [action] = tableRows(html, 'Open actions, overdue first');
    expect(paperRows(paper, 'Level aimed at')[0]).toEqual(action);
    expect(paperWords(paper)).toContain('1 action is open, 1 of them overdue.');
  });

  it('names what is chosen to those who hear it', () => {
    const figures = paper.pages.flatMap(({ tree }) => findNodes(tree, 'Figure'));
    expect(figures.map(({ alt }) => alt).slice(0, 3)).toEqual([
      'Chosen:',
      'Not chosen:',
      'Not chosen:',
    ]);
  });

  it('is written down as taken away, once; its headers alone are not', async () => {
    const taken = () =>
      database
        .db('audit_events')
        .where({ system_id: system.ids.systemId, act: 'report.board-paper-downloaded' })
        .count<{ count: string }[]>('* as count');
    const before = Number((await taken())[0]?.count);
    expect((await ifeoma.head(`${address}.pdf`)).status).toBe(200);
    expect(Number((await taken())[0]?.count)).toBe(before);
    const answer = await ifeoma.get(`${address}.pdf`);
    expect(answer.headers['content-disposition']).toContain('Board paper, Round spring-2026.pdf');
    expect(Number((await taken())[0]?.count)).toBe(before + 1);
    expect(answer.headers['content-type']).toBe('application/pdf');
  });

  it('[trust 11] is no file of those who may not read its page', async () => {
    for (const reader of ['siân', 'wanda'] as const) {
      const visitor = await signIn(system.email(reader));
      expect((await visitor.get(`${address}.pdf`)).status).toBe(403);
    }
  });
});

describe('a paper before publication', patient, () => {
  it('says on every page that it is a draft', async () => {
    const system = await aGridSystem(database.db, 'drawn');
    const paper = await readPdf(await boardBytes(database.db, system));
    for (const { artifacts } of paper.pages) {
      expect(artifacts.join(' ')).toContain('DRAFT');
    }
    expect(paperWords(paper)).toContain('Draft, seen by the coordinator only');
  });

  it('of a round that nobody has answered says so, and has no figures', async () => {
    const paper = await readPdf(await boardBytes(database.db, await nobodyYet(database.db)));
    const words = paperWords(paper);
    expect(words).toContain('Nobody has submitted yet.');
    expect(words).toContain('No action has been raised yet.');
    expect(headings(paper, 'H3')).not.toContain('Eleven domains');
  });
});

describe('long texts in every script', patient, () => {
  const words = 'Rhannodd y fydwraig ei phrofiad; położna była wysłuchana. ';
  const long = `${words.repeat(344)}👶🏽 مرحبا \u202eabc\u202c END`;
  const line = `Llanŵyn „Łódź” 👶🏽 مرحبا ${'Stowarzyszenie'.repeat(18)}`;

  it('[trust 31] are drawn whole, in order, within five seconds, and what has no letter is noted', async () => {
    const system = await aGridSystem(database.db, 'long-board');
    const written = paperOf(({ kind }) =>
      kind === 'text' ? long : kind === 'line' ? line.slice(0, 300) : '',
    );
    await writeBoardPaper(database.db, system, written);
    await boardBytes(database.db, system);
    const before = process.cpuUsage();
    const bytes = await boardBytes(database.db, system);
    const { user } = process.cpuUsage(before);
    expect(user / 1e6).toBeLessThan(5);
    const paper = await readPdf(bytes);
    expect(structureFaults(paper.source)).toEqual([]);
    expect(readStructure(paper.source).root.role).toBe('Document');
    const read = paperWords(paper);
    const texts = boardFields.filter(({ kind }) => kind === 'text').length;
    expect(read.split('END')).toHaveLength(texts + 1);
    expect(read.split('położna była wysłuchana').length - 1).toBe(texts * 344);
    expect(read).toContain(MISSING_NOTE);
  });
});

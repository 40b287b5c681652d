/** The complete pack on paper: its contents lead where they say, and it holds what the papers hold one by one. */
import type { Knex } from 'knex';
import { beforeAll, describe, expect, it } from 'vitest';
import { useDatabase } from '../../../../test/config/database.ts';
import { aGridSystem } from '../../../../test/factories/grid-system.ts';
import {
  findNodes,
  readPdf,
  squeeze,
  type PdfNode,
  type ReadPdf,
} from '../../../../test/factories/pdf-reader.ts';
import { structureFaults } from '../../../../test/factories/pdf-structure.ts';
import { aPublishedCase } from '../../../../test/factories/published-case.ts';
import {
  boardPaper,
  packBytes,
  packPaper,
  placePaper,
  systemPaper,
  writeBoardPaper,
} from '../../../../test/factories/report-drawing.ts';
import { fortyAgencies, nobodyYet } from '../../../../test/factories/report-limits.ts';
import { paperWords } from '../../../../test/factories/report-papers.ts';
import { agree, type ResultsSystem } from '../../../../test/factories/results.ts';
import { emptyPaper } from '../../../domain/board/board-paper.ts';
import type { MemberRole } from '../../../domain/access/scope.ts';

const database = useDatabase();
const patient = { timeout: 60_000 };

interface Case {
  readonly about: string;
  readonly make: (db: Knex) => Promise<ResultsSystem>;
  readonly reader?: MemberRole;
}

const cases: readonly Case[] = [
  { about: 'a grid with a split and an agreement', make: (db) => aGridSystem(db, 'grid') },
  {
    about: 'the published case, read without names',
    make: async (db) => (await aPublishedCase(db, 'published')).system,
    reader: 'icb-lead',
  },
  { about: 'forty agencies, long texts and many scripts', make: fortyAgencies },
  { about: 'a round that nobody has answered', make: nobodyYet },
];

const HEADING = /^H[1-4]$/u;
const joined = (text: string): string => squeeze(text.replace(/-\n/gu, '-'));

function headingsIn(node: PdfNode): readonly PdfNode[] {
  const below = node.children.flatMap(headingsIn);
  return HEADING.test(node.role) ? [node, ...below] : below;
}

/** The words of a paper between its head and its method: all that the pack has of it. */
function bodyOf(paper: ReadPdf): string {
  const words = paperWords(paper);
  const links = words.indexOf('Behind this page:');
  const from = words.indexOf(' Method ', links) + ' Method '.length;
  return words.slice(from, words.lastIndexOf('How this was made')).trim();
}

describe.each(cases)('the pack of $about', patient, ({ make, reader }) => {
  let system: ResultsSystem;
  let pack: ReadPdf;
  beforeAll(async () => {
    system = await make(database.db);
    pack = await packPaper(database.db, system, reader);
  });

  it('has no fault in its structure, and nothing drawn outside of it', () => {
    expect(structureFaults(pack.source)).toEqual([]);
    expect(pack.pages.map(({ untagged }) => untagged).join('')).toBe('');
  });

  it('has a bookmark for every heading, in reading order, at its depth and page', () => {
    const found = pack.pages.flatMap(({ tree }, index) =>
      headingsIn(tree).map(({ role, text }) => ({
        title: joined(text),
        depth: Number(role.slice(1)),
        page: index + 1,
      })),
    );
    expect(pack.outline.map((item) => ({ ...item, title: joined(item.title) }))).toEqual(found);
  });

  it('names in its contents the page on which each part begins', () => {
    const entries = pack.pages
      .flatMap(({ tree }) => findNodes(tree, 'TOCI'))
      .map(({ text }) => /^(?<title>.*) (?<page>\d+)$/u.exec(joined(text))?.groups);
    const parts = pack.outline
      .filter(({ depth, title }) => depth === 2 && title !== 'Contents')
      .map(({ title, page }) => ({ title: joined(title), page: String(page) }));
    expect(entries.map((entry) => entry?.['page'])).toEqual(parts.map(({ page }) => page));
    for (const [index, entry] of entries.entries()) {
      expect(entry?.['title']).toContain(parts[index]?.title ?? '?');
    }
  });

  it('holds every word of the system’s paper and of each Place’s, in their order', async () => {
    const words = paperWords(pack);
    const papers = [await systemPaper(database.db, system, reader)];
    for (const place of system.ids.places.keys()) {
      papers.push(await placePaper(database.db, system, place, reader));
    }
    for (const paper of papers) {
      const body = bodyOf(paper);
      expect(words.includes(body), body.slice(0, 200)).toBe(true);
    }
  });
});

/** Its second headings, in order. */
const chaptersIn = ({ outline }: ReadPdf): string[] =>
  outline.filter(({ depth }) => depth === 2).map(({ title }) => joined(title));

describe('the Board paper in a pack', patient, () => {
  const unwritten = 'No Board paper has been written yet';
  const about = 'Babies who are missed';
  let system: ResultsSystem;
  beforeAll(async () => {
    system = await aGridSystem(database.db, 'board');
  });
  const packFor = (reader: MemberRole) => packPaper(database.db, system, reader);
  const publish = () =>
    database
      .db('rounds')
      .where({ id: system.roundId })
      .update({ status: 'published', published_at: new Date('2026-05-01T10:00:00Z') });

  it('is left out while nothing is written, which the contents say', async () => {
    await writeBoardPaper(database.db, system, {});
    const pack = await packFor('coordinator');
    expect(chaptersIn(pack).slice(0, 2)).toEqual(['Contents', 'How the two Places compare']);
    expect(paperWords(pack)).toContain(`Contents ${unwritten}: there is none in this pack.`);
  });

  it('stands first, with the words, tables and bookmarks of its own PDF', async () => {
    const content = { ...emptyPaper, title: about, keyPoints: 'One.\n\n- Two', purpose: 'approve' };
    const own = { system_id: system.ids.systemId };
    await database
      .db('board_papers')
      .where(own)
      .update({ content: JSON.stringify(content) });
    const [pack, paper] = [await packFor('coordinator'), await boardPaper(database.db, system)];
    expect(structureFaults(pack.source)).toEqual([]);
    expect(chaptersIn(pack).slice(0, 3)).toEqual(['Contents', about, 'How the two Places compare']);
    const words = paperWords(paper);
    const body = words.slice(words.indexOf('Board Not written yet'), words.indexOf(' · Method '));
    const figures = words.slice(words.indexOf(' Method ') + 8, words.lastIndexOf('How this was'));
    expect(figures).toContain('Key points One. • Two');
    for (const part of [body, figures]) expect(paperWords(pack)).toContain(part.trim());
    expect(paperWords(pack)).not.toContain(unwritten);
    const parts = paper.outline.filter(
      ({ depth, title }) => depth === 2 && !title.includes('How this'),
    );
    const inPack = pack.outline.filter(({ depth }) => depth === 3).map(({ title }) => title);
    expect(inPack.slice(0, parts.length)).toEqual(parts.map(({ title }) => title));
  });

  it('[trust 11] is there for who downloads reports once it is published, not for agencies', async () => {
    await publish();
    expect(paperWords(await packFor('icb-lead'))).toContain(`Board paper: ${about}`);
    expect(paperWords(await packFor('contributor'))).not.toContain('Board paper');
  });
});

describe('a pack', patient, () => {
  let system: ResultsSystem;
  beforeAll(async () => {
    system = await aGridSystem(database.db, 'one');
    await agree(database.db, system, {
      place: 'place-1',
      domain: 'financial-investment',
      level: null,
      rationale: 'The budget is being counted anew.',
    });
  });

  it('tells after each Place how many are drawn', async () => {
    const told: number[] = [];
    await packBytes(database.db, system, 'coordinator', (done) => told.push(done));
    expect(told).toEqual([1, 2]);
  });

  it('leads from each Place’s first page into that Place', async () => {
    const { source } = await packPaper(database.db, system);
    for (const part of ['place-1/domains', 'place-2/answered', 'system/matrix', 'agreed/start']) {
      expect(source).toContain(`/D (${part})`);
      expect(source.split(`(${part})`).length - 1, part).toBeGreaterThan(1);
    }
  });

  it('keeps what was agreed as minutes, with dissent and who was present for those who see names', async () => {
    const words = paperWords(await packPaper(database.db, system));
    const minutes = words.slice(
      words.lastIndexOf('1 level agreed in 2 Places. 1 domain set aside.'),
    );
    expect(minutes).toContain(
      'Workforce development Early growth, on 20 March 2026. 0 of 4 gave a level. Because: The plan names under-twos. Dissent: One saw less. Present: Amina Rahman (chair), Bea Lund.',
    );
    expect(minutes).toContain(
      'Financial investment Set aside, on 20 March 2026. Median before: Not yet at Foundations; split; 4 of 4 gave a level. Because: The budget is being counted anew. Present: Amina Rahman (chair), Bea Lund.',
    );
    expect(minutes).toContain('No level agreed: Strategic leadership; ');
    expect(minutes).not.toMatch(/No level agreed:[^.]*Financial investment/);
    expect(minutes).toContain('Place 2 Nothing is agreed.');
    expect(words).toContain('This copy names agencies and what they wrote');
  });

  it('[trust 11] holds neither names nor dissent for those who may not see them', async () => {
    await database
      .db('rounds')
      .where({ id: system.roundId })
      .update({ status: 'published', published_at: new Date('2026-05-01T10:00:00Z') });
    const words = paperWords(await packPaper(database.db, system, 'icb-lead'));
    expect(words).toContain('The plan names under-twos.');
    expect(words).toContain('Edition First edition');
    for (const secret of ['Agency 1', 'Bea Lund', 'One saw less', 'This copy names']) {
      expect(words).not.toContain(secret);
    }
  });

  it('opens with bytes that any reader takes', async () => {
    const bytes = await packBytes(database.db, system);
    expect((await readPdf(bytes)).title).toBe('System one: complete pack, Round spring-2026');
  });
});

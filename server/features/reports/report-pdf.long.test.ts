/** PDFs at their limits: long names and texts, every script, many Places, nobody yet. */
import { beforeAll, describe, expect, it } from 'vitest';
import { useDatabase } from '../../../test/config/database.ts';
import { findNodes, readPdf, type ReadPdf } from '../../../test/factories/pdf-reader.ts';
import {
  placeBytes,
  placePaper,
  placeSummary,
  systemPaper,
  systemSummary,
} from '../../../test/factories/report-drawing.ts';
import { headings, paperWords, rowsOf } from '../../../test/factories/report-papers.ts';
import {
  agree,
  aPlanOf,
  aResultsSystem,
  giveEntries,
  giveLevels,
} from '../../../test/factories/results.ts';
import { MISSING_NOTE } from '../../adapters/pdf/document.ts';

const database = useDatabase();
const LONG_NAME =
  'Llanfihangel-y-Creuddyn, Stowarzyszenie Rodziców Przedwcześnie Urodzonych Dzieci and the Border Parishes North of the Estuary';

describe('long texts in every script', () => {
  const words = 'Rhannodd y fydwraig ei phrofiad; położna była wysłuchana. ';
  const rationale = words.repeat(350).slice(0, 19_940) + ' 👶🏽 مرحبا \u202eabc\u202c END';
  let paper: ReadPdf;
  let short: ReadPdf;
  let seconds: number;
  beforeAll(async () => {
    const { db } = database;
    const system = await aResultsSystem(db, {
      ...aPlanOf('long', { places: 1, agencies: 1 }),
      places: [{ slug: 'place-1', name: LONG_NAME }],
    });
    await giveLevels(
      db,
      system,
      { agency: 'agency-1', place: 'place-1' },
      { 'strategic-leadership': 2 },
    );
    await agree(db, system, {
      place: 'place-1',
      domain: 'strategic-leadership',
      level: 2,
      rationale,
    });
    await giveEntries(db, system, 'agency-1', [
      {
        agency: 'agency-1',
        name: LONG_NAME,
        sector: 'other',
        places: ['place-1'],
        status: 'running',
      },
    ]);
    await placeBytes(database.db, system, 'place-1');
    const before = process.cpuUsage();
    const bytes = await placeBytes(database.db, system, 'place-1');
    const { user, system: kernel } = process.cpuUsage(before);
    seconds = (user + kernel) / 1_000_000;
    paper = await readPdf(bytes);
    short = await placeSummary(db, system, 'place-1');
  });

  it('[trust 31] are all there after less than five seconds of work, and a note says what could not be shown', () => {
    const text = paperWords(paper);
    expect(text.split('położna była wysłuchana').length - 1).toBeGreaterThan(340);
    expect(text).toContain('□ □□□□□ abc END');
    expect(text).toContain(MISSING_NOTE);
    expect(seconds).toBeLessThan(5);
  });

  it('are cut behind a sentence in the summary, which stays one, and says where the rest is', () => {
    const why = rowsOf(short, 'Strategic leadership').at(-1)?.at(-1) ?? '';
    expect(why).toMatch(/^Rhannodd .*położna była wysłuchana\. \[goes on in the full report\]$/u);
    expect(why.length).toBeLessThan(260);
    expect(short.pages.length).toBeLessThanOrEqual(5);
    expect(paperWords(short)).toContain('All workings: the full report');
    expect(short.source).toContain('report-full.pdf');
    expect(headings(short, 'H1')).toEqual([LONG_NAME]);
  });

  it('go on overleaf inside the section of their domain', () => {
    const bodies = paper.pages.map(({ tree }) => findNodes(tree, 'LBody'));
    const parts = bodies.filter((all) => all.some(({ text }) => text.includes('położna')));
    expect(parts.length).toBeGreaterThan(3);
    expect(headings(paper, 'H3').filter((text) => text === 'Strategic leadership')).toHaveLength(1);
  });

  it('keep a long name whole where it is read, and shorten it in running heads alone', () => {
    expect(headings(paper, 'H1')).toEqual([LONG_NAME]);
    expect(paper.pages[1]?.artifacts.some((text) => text.includes('…'))).toBe(true);
  });
});

describe('eight Places', () => {
  it('are read in tables of six, the equity gap once, over all of them', async () => {
    const { db } = database;
    const system = await aResultsSystem(db, aPlanOf('eight', { places: 8, agencies: 1 }));
    for (const [place, level] of [
      ['place-1', 1],
      ['place-8', 4],
    ] as const) {
      const asked = { agency: 'agency-1', place };
      await giveLevels(db, system, asked, { 'strategic-leadership': level });
    }
    const paper = await systemPaper(database.db, system);
    const rows = rowsOf(paper, 'Strategic leadership');
    expect(rows.map(({ length }) => length)).toEqual([2, 6, 3]);
    expect(rows[0]?.[0]).toBe('3 levels');
    expect(rows[0]?.[1]).toMatch(
      /^Place 1: Foundations; Place 2: No level given; .*Place 8: Well-/u,
    );
    expect(rows[2]).toEqual([
      'No level given Unknown, 0 of 1',
      'Well-established Green, 1 of 1 no evidence',
      '3',
    ]);
  });
});

describe('before anybody has submitted', () => {
  it('both papers say so, and who is waited for', async () => {
    const system = await aResultsSystem(database.db, aPlanOf('empty', { places: 1, agencies: 2 }));
    const whole = paperWords(await systemPaper(database.db, system));
    expect(whole).toContain('Nobody has submitted yet.');
    const place = await placePaper(database.db, system, 'place-1');
    expect(paperWords(place)).toContain('Nobody has submitted yet.');
    expect(rowsOf(place, 'Agency 1')).toEqual([['Health visiting', 'Waited for', 'Waited for']]);
    expect(headings(place, 'H2')).toEqual(['Who answered', 'How this was made']);
    const shorts = [
      await placeSummary(database.db, system, 'place-1'),
      await systemSummary(database.db, system),
    ];
    for (const short of shorts) {
      expect(paperWords(short)).toContain('Nobody has submitted yet.');
      expect(headings(short, 'H2')).toEqual(['How this was made']);
      expect(short.pages).toHaveLength(1);
    }
  });
});

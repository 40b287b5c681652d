/** Results over HTTP, on a real database: the right figures with their reasons. */
import { beforeAll, describe, expect, it } from 'vitest';
import { useDatabase } from '../../../test/config/database.ts';
import { cellsOf, sectionOf, wordsOf } from '../../../test/factories/report-pages.ts';
import {
  addRound,
  agree,
  aPlanOf,
  aResultsSystem,
  giveEntries,
  giveLevels,
  type ResultsSystem,
  type Said,
} from '../../../test/factories/results.ts';
import { shippedDefinitions } from '../../../test/factories/system.ts';
import { anApp, signedIn, type Visitor } from '../../../test/factories/visitor.ts';

const database = useDatabase();
const visitorOf = (system: ResultsSystem): Promise<Visitor> =>
  signedIn(anApp(database.db), database.db, system.email('colm'));
const report = '/rounds/spring-2026/report';
const placeReport = (place: string): string => `/rounds/spring-2026/places/${place}/report`;

describe('the worked examples of scoring', () => {
  let html: string;
  const given: readonly (readonly Said[])[] = [
    [1, 2, 2, 4],
    [2, 3],
    [4, 4, { level: 4, evidence: 'Minutes of June.' }],
    [0, 4],
    [null, 3, { level: 3, evidence: 'Minutes of June.' }],
    [null, null, null, null, null, null, null, { level: 4, evidence: 'Minutes of June.' }],
  ];
  beforeAll(async () => {
    const places = given.map((_, n) => ({ slug: `place-${n + 1}`, name: `Place ${n + 1}` }));
    const agencies = given.flatMap((all, p) =>
      all.map((_, a) => ({
        slug: `agency-${p + 1}-${a + 1}`,
        name: `Agency ${p + 1}.${a + 1}`,
        sectors: ['other'],
        places: [`place-${p + 1}`],
      })),
    );
    const system = await aResultsSystem(database.db, { slug: 'worked', places, agencies });
    for (const [p, all] of given.entries()) {
      for (const [a, said] of all.entries()) {
        const asked = { agency: `agency-${p + 1}-${a + 1}`, place: `place-${p + 1}` };
        await giveLevels(database.db, system, asked, { 'strategic-leadership': said });
      }
    }
    html = (await (await visitorOf(system)).get(report)).text;
  });

  it('have their level, colour, count and flags in the matrix', () => {
    expect(cellsOf(html, 'Strategic leadership')).toEqual([
      {
        rag: 'discuss',
        words: 'Place 1 Foundations to Well-established To discuss 4 of 4',
      },
      { rag: 'amber', words: 'Place 2 Early growth Amber 2 of 2' },
      { rag: 'green', words: 'Place 3 Well-established Green 3 of 3' },
      {
        rag: 'discuss',
        words: 'Place 4 Not yet to Well-established To discuss 2 of 2',
      },
      { rag: 'amber', words: 'Place 5 Good progress Amber 2 of 3' },
      { rag: 'green', words: 'Place 6 Well-established Green 1 of 8 Few answers' },
    ]);
  });

  it('leave what nobody answered white', () => {
    expect(cellsOf(html, 'Financial investment')[0]).toEqual({
      rag: 'white',
      words: 'Place 1 No level given Unknown 0 of 4',
    });
  });

  it('draw the equity gap open where an end rests on a split', () => {
    expect(wordsOf(html)).toContain('Equity gap 4 levels, not agreed yet');
    expect(wordsOf(html)).not.toContain('furthest apart');
  });
});

describe('an agreed level', () => {
  let visitor: Visitor;
  const domain = 'strategic-leadership';
  beforeAll(async () => {
    const { db } = database;
    const plan = aPlanOf('agreed', { places: 2, agencies: 3 });
    const system = await aResultsSystem(db, plan);
    const grid = shippedDefinitions().slice(0, 1);
    const earlier = { slug: 'autumn-2025', status: 'published', position: 1 } as const;
    const before = {
      ids: system.ids,
      roundId: await addRound(db, system.ids, { ...earlier, definitions: grid }),
    };
    for (const [n, level] of [0, 1, 4].entries()) {
      const asked = { agency: `agency-${n + 1}`, place: 'place-1' };
      await giveLevels(db, before, asked, { [domain]: 1 });
      await giveLevels(db, system, asked, { [domain]: level });
    }
    await agree(db, system, {
      place: 'place-1',
      domain,
      level: 3,
      rationale: 'A named workstream reports to the Board.',
      dissent: 'Bea Lund would say Early growth.',
    });
    await agree(db, system, {
      place: 'place-1',
      domain: 'workforce-development',
      level: null,
      rationale: 'Nobody could say.',
    });
    visitor = await visitorOf(system);
  });

  it('replaces the median and keeps "was split", and the change since the last round', async () => {
    const { text } = await visitor.get(report);
    expect(cellsOf(text, 'Strategic leadership')[0]).toEqual({
      rag: 'amber',
      words: 'Place 1 Good progress Amber 3 of 3 ▲ up 2 Was split',
    });
    expect(wordsOf(text)).toContain('1 of 11 agreed');
  });

  it('is none where a domain is set aside, which is said with its reason', async () => {
    const { text } = await visitor.get(placeReport('place-1'));
    expect(wordsOf(text)).toContain('Decided Set aside, on 20 March 2026 Why Nobody could say.');
    expect(wordsOf((await visitor.get(report)).text)).toContain('1 of 11 agreed');
  });

  it('can be defended: rationale, who was present, dissent and the figures beneath', async () => {
    const { text } = await visitor.get(placeReport('place-1'));
    expect(sectionOf(text, 'views')).toContain(
      'Was split A named workstream reports to the Board.',
    );
    const workings = sectionOf(text, 'workings');
    expect(workings).toContain(
      'At each level Not yet 1, Foundations 1, Early growth 0, Good progress 0, Well-established 1 Median Foundations Range 4 levels',
    );
    expect(workings).toContain('Present Amina Rahman (chair), Bea Lund');
    expect(workings).toContain('Dissent Bea Lund would say Early growth.');
    expect(workings).toContain(
      'Colour Amber from the agreed level. In this round levels 2 to 3 are amber.',
    );
    expect(sectionOf(text, 'profile')).toContain('Good progress 1');
  });

  it('is compared with nothing in the first round, which asked the grid alone', async () => {
    const { text } = await visitor.get('/rounds/autumn-2025/report');
    expect(cellsOf(text, 'Strategic leadership')[0]).toEqual({
      rag: 'red',
      words: 'Place 1 Foundations Red 3 of 3',
    });
    expect(wordsOf(text)).not.toContain('elements of support');
    expect(wordsOf(text)).not.toContain('Changes are in levels');
  });

  it('leaves a Place that nobody has answered for empty, in words', async () => {
    const { text } = await visitor.get(placeReport('place-2'));
    expect(wordsOf(text)).toContain('Nobody has submitted yet');
    expect(sectionOf(text, 'answered')).toContain('Agency 1 Health visiting Grid Waited for');
  });
});

describe('a service map with a gap in what was said', () => {
  it('tells waiting, "No service" and in development apart', async () => {
    const { db } = database;
    const system = await aResultsSystem(db, aPlanOf('map-states', { places: 1, agencies: 2 }));
    await giveEntries(db, system, 'agency-1', [
      {
        agency: 'agency-1',
        name: 'Baby café',
        places: ['place-1'],
        sector: 'health-visiting',
        status: 'in-development',
        focus: 'relationship',
        levels: ['universal'],
      },
    ]);
    const { text } = await (await visitorOf(system)).get(placeReport('place-1'));
    const elements = sectionOf(text, 'elements');
    expect(elements).toContain('In development: Baby café. Nothing runs yet.');
    expect(elements).toContain('1 agency that could provide it has not answered: Agency 2.');
    expect(sectionOf(text, 'services')).toContain('Agencies 1 of 2 answered');
  });
});

describe('rounds', () => {
  it('before the first answer say so, on the system’s page too', async () => {
    const system = await aResultsSystem(database.db, aPlanOf('empty', { places: 2, agencies: 2 }));
    const visitor = await visitorOf(system);
    const words = wordsOf((await visitor.get(report)).text);
    expect(words).toContain('Nobody has submitted yet');
    expect(words).toContain('with the first of 6 answers');
    expect(wordsOf((await visitor.get('/rounds')).text)).toContain(
      'Round spring-2026 In review Draft Answered 2 March 2026 to 27 March 2026 Answers in 0 of 6',
    );
    expect((await visitor.get('/rounds/spring-2026')).headers.location).toBe(report);
  });

  it('of more than six Places are read in tables of six', async () => {
    const system = await aResultsSystem(
      database.db,
      aPlanOf('many-places', { places: 8, agencies: 1 }),
    );
    await giveLevels(
      database.db,
      system,
      { agency: 'agency-1', place: 'place-8' },
      { 'strategic-leadership': 2 },
    );
    const { text } = await (await visitorOf(system)).get(report);
    const tables = text.split('<table class="mx"').slice(1);
    expect(tables.map((table) => cellsOf(table, 'Strategic leadership').length)).toEqual([6, 2]);
    expect(tables.map((table) => table.includes('Equity gap'))).toEqual([false, true]);
    // one Place alone with a level makes no gap
    expect(wordsOf(tables[1] ?? '')).toContain('Equity gap –');
  });
});

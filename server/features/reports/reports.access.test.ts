/** Who sees which results, when, and how closely (Design 1); and that it costs a constant number of queries. */
import { beforeAll, describe, expect, it } from 'vitest';
import { useDatabase } from '../../../test/config/database.ts';
import { cellsOf, wordsOf } from '../../../test/factories/report-pages.ts';
import {
  agree,
  aPlanOf,
  aResultsSystem,
  giveEntries,
  giveLevels,
  type Reader,
  type ResultsSystem,
} from '../../../test/factories/results.ts';
import { anApp, signedIn, type Visitor } from '../../../test/factories/visitor.ts';
import { setRoundStatus } from '../set-up/round.queries.ts';

const database = useDatabase();
const signIn = (system: ResultsSystem, reader: Reader): Promise<Visitor> =>
  signedIn(anApp(database.db), database.db, system.email(reader));
const report = '/rounds/spring-2026/report';
const placeReport = (place: string): string => `/rounds/spring-2026/places/${place}/report`;
const domain = 'strategic-leadership';

/** Two Places, six agencies; five gave a level for the first domain, four of them for the second. */
async function anAnsweredSystem(slug: string): Promise<ResultsSystem> {
  const { db } = database;
  const system = await aResultsSystem(db, aPlanOf(slug, { places: 2, agencies: 6 }));
  for (const [n, level] of [1, 2, 2, 3, 4].entries()) {
    for (const place of ['place-1', 'place-2']) {
      await giveLevels(
        db,
        system,
        { agency: `agency-${n + 1}`, place },
        {
          [domain]: {
            level,
            evidence: 'Minutes of the June meeting.',
            reason: 'The strategy lapsed in May.',
            links: ['https://example.org/minutes'],
          },
          'financial-investment': n === 0 ? null : level,
        },
      );
    }
  }
  await agree(db, system, { place: 'place-1', domain: 'workforce-development', level: 2 });
  await giveEntries(db, system, 'agency-1', []);
  return system;
}

describe('before publication', () => {
  let system: ResultsSystem;
  beforeAll(async () => {
    system = await anAnsweredSystem('before');
  });

  it.each(['ifeoma', 'siân', 'wanda'] as const)(
    '[trust 13] %s finds nothing: not the report, not a Place, not the round',
    async (reader) => {
      const visitor = await signIn(system, reader);
      for (const path of [report, placeReport('place-1'), '/rounds/spring-2026']) {
        expect((await visitor.get(path)).status, path).toBe(404);
      }
      expect(wordsOf((await visitor.get('/rounds')).text)).toContain('No round is published yet');
    },
  );

  it('a reviewer sees the Places they review, and no other', async () => {
    const visitor = await signIn(system, 'amina');
    const { text } = await visitor.get(report);
    expect(wordsOf(text)).toContain('How Place 1 stands One of eleven domains stands at');
    expect(wordsOf(text)).not.toContain('Equity gap');
    expect(cellsOf(text, 'Strategic leadership')).toHaveLength(1);
    expect((await visitor.get(placeReport('place-1'))).status).toBe(200);
    expect((await visitor.get(placeReport('place-2'))).status).toBe(404);
  });

  it('the coordinator sees all, marked as a draft', async () => {
    const visitor = await signIn(system, 'colm');
    const { text } = await visitor.get(report);
    expect(cellsOf(text, 'Strategic leadership')).toHaveLength(2);
    expect(wordsOf(text)).toContain('Draft, seen by reviewers and the coordinator only');
    expect((await visitor.get(placeReport('place-2'))).status).toBe(200);
  });

  it('while agencies answer, the finding says first that it is one of the moment', async () => {
    const open = await anAnsweredSystem('still-open');
    await setRoundStatus(database.db, open.ids.systemId, open.roundId, { status: 'open' });
    const visitor = await signIn(open, 'colm');
    const words = wordsOf((await visitor.get(report)).text);
    expect(words).toMatch(/compare The round is open: \d+ of \d+ answers are in\. /);
    const place = wordsOf((await visitor.get(placeReport('place-1'))).text);
    expect(place).toContain('The round is open: this can still change.');
  });

  it('a round that is still being drawn up is not there for anybody', async () => {
    const draft = await anAnsweredSystem('drawn-up');
    await setRoundStatus(database.db, draft.ids.systemId, draft.roundId, { status: 'draft' });
    expect((await (await signIn(draft, 'colm')).get(report)).status).toBe(404);
  });
});

describe('what is published', () => {
  let system: ResultsSystem;
  beforeAll(async () => {
    system = await anAnsweredSystem('after');
    await setRoundStatus(database.db, system.ids.systemId, system.roundId, {
      status: 'published',
      publishedAt: new Date('2026-05-01T10:00:00Z'),
    });
  });

  it.each(['ifeoma', 'siân', 'wanda'] as const)(
    '%s sees levels of all Places, and neither names nor what agencies wrote',
    async (reader) => {
      const visitor = await signIn(system, reader);
      expect(cellsOf((await visitor.get(report)).text, 'Strategic leadership')).toHaveLength(2);
      const { text } = await visitor.get(placeReport('place-1'));
      const words = wordsOf(text);
      expect(words).toContain('The plan names under-twos.');
      expect(words).toContain('Answered by agencies: 5 of 6 the grid');
      for (const secret of ['Agency 1', 'June meeting', 'lapsed in May', 'Bea Lund', 'Suggested']) {
        expect(words, secret).not.toContain(secret);
      }
      expect(text).not.toContain('example.org/minutes');
      expect(words).not.toContain('Draft');
    },
  );

  it('a distribution of five is shown to everybody, one of four only to those who see names', async () => {
    const label = (html: string): string[] =>
      [...html.matchAll(/class="dist" role="img" aria-label="([^"]+)"/g)].map(
        ([, all]) => all ?? '',
      );
    const [lead, coordinator] = await Promise.all([
      signIn(system, 'wanda'),
      signIn(system, 'colm'),
    ]);
    const seen = label((await lead.get(placeReport('place-1'))).text);
    expect(seen).toEqual([
      '1 at Foundations, 2 at Early growth, 1 at Good progress, 1 at Well-established; 1 not answered. Median: Early growth; split.',
    ]);
    const close = label((await coordinator.get(placeReport('place-1'))).text);
    expect(close).toHaveLength(11);
    expect(close[2]).toContain('2 at Early growth, 1 at Good progress, 1 at Well-established');
    const { text } = await lead.get(report);
    expect(cellsOf(text, 'Financial investment')[0]?.words).toBe(
      'Place 1 Agencies differ To discuss 4 of 6',
    );
  });

  it('a reviewer keeps names in their own Place only', async () => {
    const visitor = await signIn(system, 'amina');
    const own = wordsOf((await visitor.get(placeReport('place-1'))).text);
    expect(own).toContain('Evidence: Minutes of the June meeting.');
    expect(own).toContain('Why another level: The strategy lapsed in May.');
    const other = wordsOf((await visitor.get(placeReport('place-2'))).text);
    expect(other).not.toContain('June meeting');
  });

  it('links of evidence give nothing away to where they lead', async () => {
    const { text } = await (await signIn(system, 'colm')).get(placeReport('place-1'));
    expect(text).toContain('<a href="https://example.org/minutes" rel="noreferrer noopener">');
  });
});

describe('another system', () => {
  it('[trust 11] its rounds and Places are not found, as if they did not exist', async () => {
    await anAnsweredSystem('elsewhere');
    const here = await aResultsSystem(database.db, aPlanOf('here', { places: 1, agencies: 1 }));
    const visitor = await signIn(here, 'colm');
    const missing = await visitor.get(placeReport('no-such-place'));
    const foreign = await visitor.get(placeReport('place-2'));
    expect([missing.status, foreign.status]).toEqual([404, 404]);
    expect(foreign.text).toBe(missing.text);
    expect((await visitor.get('/rounds/no-such-round/report')).status).toBe(404);
  });
});

describe('the number of queries', () => {
  async function queriesOf(slug: string, places: number): Promise<number[]> {
    const { db } = database;
    const system = await aResultsSystem(db, aPlanOf(slug, { places, agencies: places }));
    for (let n = 1; n <= places; n += 1) {
      const asked = { agency: `agency-${n}`, place: `place-${n}` };
      await giveLevels(db, system, asked, { [domain]: 2 });
    }
    const visitor = await signIn(system, 'colm');
    const counted: number[] = [];
    let queries = 0;
    const count = (): void => {
      queries += 1;
    };
    const method = '/rounds/spring-2026/places/place-1/method';
    const maps = ['/rounds/spring-2026/map', '/rounds/spring-2026/places/place-1/map'];
    for (const path of [report, placeReport('place-1'), method, ...maps, '/rounds']) {
      await visitor.get(path);
      queries = 0;
      db.on('query', count);
      await visitor.get(path);
      db.removeListener('query', count);
      counted.push(queries);
    }
    return counted;
  }

  it('is the same for two Places and for twelve', async () => {
    const few = await queriesOf('two', 2);
    expect(await queriesOf('twelve', 12)).toEqual(few);
    // one for the colours that were agreed of elements, one for the births of a Place
    expect(Math.max(...few)).toBeLessThanOrEqual(14);
  });
});

/** How a Place's results were worked out, over HTTP on a real database: its own numbers, and who may see them. */
import { beforeAll, describe, expect, it } from 'vitest';
import { useDatabase } from '../../../../test/config/database.ts';
import { sectionOf, wordsOf } from '../../../../test/factories/report-pages.ts';
import {
  agree,
  aPlanOf,
  aResultsSystem,
  giveEntries,
  giveLevels,
  type Reader,
  type ResultsSystem,
} from '../../../../test/factories/results.ts';
import { anApp, signedIn, type Visitor } from '../../../../test/factories/visitor.ts';
import { setRoundStatus } from '../../set-up/round.queries.ts';

const database = useDatabase();
const signIn = (system: ResultsSystem, reader: Reader): Promise<Visitor> =>
  signedIn(anApp(database.db), database.db, system.email(reader));
const method = (place: string): string => `/rounds/spring-2026/places/${place}/method`;
const pageOf = async (system: ResultsSystem, reader: Reader, place = 'place-1'): Promise<string> =>
  (await (await signIn(system, reader)).get(method(place))).text;

/** The words of one domain or element, by its id. */
function workedOf(html: string, id: string): string {
  const start = html.indexOf(`<section class="worked" id="${id}"`);
  return wordsOf(html.slice(start, html.indexOf('</section>', start)));
}

/** Two Places and six agencies: five on leadership, four on investment, one on the workforce. */
async function aWorkedSystem(slug: string): Promise<ResultsSystem> {
  const { db } = database;
  const system = await aResultsSystem(db, aPlanOf(slug, { places: 2, agencies: 6 }));
  for (const [n, level] of ([0, 1, 3, 3, 4] as const).entries()) {
    const agency = `agency-${n + 1}`;
    await giveLevels(
      db,
      system,
      { agency, place: 'place-1' },
      {
        'strategic-leadership': {
          level,
          reason: n === 4 ? 'The board has taken it up.' : '',
          evidence: 'Minutes of June.',
          criteria: { 'leadership-champions': 'met' },
        },
        'financial-investment': n === 0 ? null : level,
        ...(n === 4 ? { 'workforce-development': 2 } : {}),
      },
    );
    await giveLevels(db, system, { agency, place: 'place-2' }, { 'strategic-leadership': 4 });
  }
  await agree(db, system, {
    place: 'place-1',
    domain: 'community-involvement',
    level: 2,
    rationale: 'Parents sit on the board.',
    dissent: 'Bea Lund would say Foundations.',
  });
  await giveEntries(db, system, 'agency-1', [
    {
      agency: 'agency-1',
      name: 'Bonding groups',
      places: ['place-1'],
      sector: 'health-visiting',
      status: 'running',
      levels: ['universal'],
      focus: 'relationship',
      fathers: 'some',
    },
  ]);
  return system;
}

describe('for those who see names', () => {
  let system: ResultsSystem;
  let html: string;
  beforeAll(async () => {
    system = await aWorkedSystem('named');
    html = await pageOf(system, 'colm');
  });

  it('says first on what the domains’ levels rest, and leaves out what none rests on', async () => {
    expect(wordsOf(html)).toContain('domains 1 rests on a level that the reviewers agreed, ');
    expect(wordsOf(await pageOf(system, 'colm', 'place-2'))).toContain(
      'Of eleven domains 1 rests on the agencies’ median, 10 have no level.',
    );
  });

  it('follows an agency’s ticks to the suggestion and to its choice, with its reason', () => {
    const statements = sectionOf(html, 'statements');
    expect(statements).toContain('For example, Agency 5 on strategic leadership');
    expect(statements).toContain('Chosen Well-established Why another level The board has taken');
  });

  it('puts the levels in order and marks the middle one', () => {
    expect(workedOf(html, 'strategic-leadership')).toContain(
      '0 Not yet 1 Foundations 3 Good progress, the middle one 3 Good progress 4 Well-established Of five, number 3 is in the middle: Good progress.',
    );
    expect(workedOf(html, 'financial-investment')).toContain(
      'Of four, numbers 2 and 3 are in the middle, both at Good progress.',
    );
    expect(html.match(/class="is-mid"/g)?.length).toBeGreaterThan(2);
  });

  it('works agreement through, layer by layer, to the figure of the report', () => {
    const levels = sectionOf(html, 'levels');
    expect(levels).toContain('The agencies differ: strategic leadership');
    expect(levels).toContain('Not yet, Foundations, Good progress, Well-established Answers 4');
    expect(levels).toContain('A = (4 × (−0.14) + 1 × 1.00) ÷ 5 = 0.09');
    expect(levels).toContain('agreement tells: 0.09 is below 0.60: split.');
    expect(workedOf(html, 'strategic-leadership')).toContain('Agreement 0.09');
  });

  it('says why each flag is raised, or is not', () => {
    const levels = sectionOf(html, 'levels');
    expect(levels).toContain('Few answers: workforce development');
    expect(levels).toContain('Few answers? 1 of 6 gave a level, fewer than half: yes.');
    expect(levels).toContain(
      'No evidence? The median is Good progress or higher, and 5 agencies gave evidence: no.',
    );
  });

  it('keeps an agreed level with its reason, who was present and the dissent', () => {
    const words = workedOf(html, 'community-involvement');
    expect(words).toContain('Why Parents sit on the board. Present Amina Rahman (chair), Bea Lund');
    expect(words).toContain('Dissent Bea Lund would say Foundations.');
    expect(words).toContain('Amber from the agreed level. In this round levels 2 to 3 are amber.');
  });

  it('names the colours of the round, and the ends of the widest equity gap', () => {
    expect(sectionOf(html, 'colours')).toContain('Amber Early growth and Good progress');
    const gap = sectionOf(html, 'gap');
    expect(gap).toContain('Place 2 Well-established highest');
    expect(gap).toContain('4 − 3 = 1 level');
  });

  it('holds each service against the conditions of an element', () => {
    const words = workedOf(html, 'E1');
    expect(words).toContain('Bonding groups Agency Agency 1 Status Running Counts Yes');
    expect(words).toContain('Failed access for fathers and co-parents (ours; now: Some)');
  });

  it('has every domain and element of the matrix under its id, open', async () => {
    const system = await aWorkedSystem('linked');
    const visitor = await signIn(system, 'colm');
    const matrix = (await visitor.get('/rounds/spring-2026/report')).text;
    const links = [
      ...matrix.matchAll(/href="(\/rounds[^"#]+\/method)#([^"]+)" aria-label="([^"]+)"/g),
    ];
    expect(links).toHaveLength(2 * (11 + 6));
    for (const [, path = '', id = '', label = ''] of links) {
      expect(label).toMatch(/: how this was worked out for .+ in Place [12]$/);
      const page = (await visitor.get(path)).text;
      expect(page, `${path}#${id}`).toContain(`<section class="worked" id="${id}"`);
    }
    expect(links[0]?.[3]).toBe(
      'Agencies say Not yet to Well-established: how this was worked out for strategic leadership in Place 1',
    );
    expect(html.slice(html.indexOf('<main'))).not.toContain('<details');
  });
});

describe('for those who may not see names', () => {
  let system: ResultsSystem;
  beforeAll(async () => {
    system = await aWorkedSystem('unnamed');
    await setRoundStatus(database.db, system.ids.systemId, system.roundId, {
      status: 'published',
      publishedAt: new Date('2026-05-01T10:00:00Z'),
    });
  });

  it.each(['ifeoma', 'siân', 'wanda'] as const)(
    '%s sees five levels in order, and of four the level, how many and the flags only',
    async (reader) => {
      const html = await pageOf(system, reader);
      expect(workedOf(html, 'strategic-leadership')).toContain(
        'Of five, number 3 is in the middle',
      );
      const four = workedOf(html, 'financial-investment');
      expect(four).toContain('4 of 6 gave a level. Where fewer than five do');
      expect(four).toContain('To discuss Agencies differ Split');
      for (const told of ['middle', 'Range', 'Agreement', 'Foundations', 'Gave evidence']) {
        expect(four, told).not.toContain(told);
      }
      const one = workedOf(html, 'workforce-development');
      expect(one).toContain('Early growth Amber median Few answers');
      expect(one).not.toContain('middle');
    },
  );

  it('says so plainly, and shows nothing that one agency ticked or wrote', async () => {
    const html = await pageOf(system, 'wanda');
    const words = wordsOf(html.slice(html.indexOf('<main'), html.indexOf('</main')));
    expect(words).toContain('You see results without the agencies’ names');
    expect(words).toContain('For example, the statements on strategic leadership:');
    const secrets = ['Agency 1', 'Agency 5', 'taken it up', 'Minutes', 'Bea Lund', 'Chosen'];
    for (const secret of secrets) expect(words, secret).not.toContain(secret);
    expect(words).toContain('Parents sit on the board.');
  });

  it('works an invented example through where none of the Place’s may be shown', async () => {
    const words = wordsOf(await pageOf(system, 'ifeoma', 'place-1'));
    expect(words).not.toContain('An invented example');
    const { db } = database;
    const small = await aResultsSystem(db, aPlanOf('small', { places: 1, agencies: 2 }));
    await giveLevels(
      db,
      small,
      { agency: 'agency-1', place: 'place-1' },
      { 'strategic-leadership': 3 },
    );
    await setRoundStatus(db, small.ids.systemId, small.roundId, {
      status: 'published',
      publishedAt: new Date('2026-05-01T10:00:00Z'),
    });
    const few = wordsOf(await pageOf(small, 'ifeoma'));
    expect(few).toContain('An invented example: four agencies');
    expect(few).toContain('A = (3 × 0.11 + 1 × 1.00) ÷ 4 = 0.33');
    expect(few).not.toContain('Equity gap');
  });
});

describe('who finds the page', () => {
  it('[trust 13] before publication reviewers of the Place and the coordinator, nobody else', async () => {
    const system = await aWorkedSystem('draft-method');
    for (const reader of ['ifeoma', 'siân', 'wanda'] as const) {
      expect((await (await signIn(system, reader)).get(method('place-1'))).status, reader).toBe(
        404,
      );
    }
    const reviewer = await signIn(system, 'amina');
    expect((await reviewer.get(method('place-1'))).status).toBe(200);
    expect((await reviewer.get(method('place-2'))).status).toBe(404);
    expect(wordsOf((await reviewer.get(method('place-1'))).text)).not.toContain('Equity gap');
    expect((await (await signIn(system, 'colm')).get(method('place-2'))).status).toBe(200);
  });

  it('[trust 11] another system’s Place is not found, as if it did not exist', async () => {
    await aWorkedSystem('method-elsewhere');
    const here = await aResultsSystem(
      database.db,
      aPlanOf('method-here', { places: 1, agencies: 1 }),
    );
    const visitor = await signIn(here, 'colm');
    const [missing, foreign] = [
      await visitor.get(method('nowhere')),
      await visitor.get(method('place-2')),
    ];
    expect([missing.status, foreign.status]).toEqual([404, 404]);
    expect(foreign.text).toBe(missing.text);
  });

  it('a Place that nobody has answered for has its page, with what is waited for', async () => {
    const system = await aResultsSystem(database.db, aPlanOf('nobody', { places: 2, agencies: 2 }));
    const html = await pageOf(system, 'colm', 'place-2');
    expect(workedOf(html, 'strategic-leadership')).toContain(
      'Unknown No level given Gave a level 0 of 2 asked',
    );
    expect(wordsOf(html)).toContain('An invented example');
  });
});

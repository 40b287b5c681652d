import { beforeAll, describe, expect, it } from 'vitest';
import { useDatabase } from '../../../test/config/database.ts';
import { demoRows } from '../../../test/factories/demo-rows.ts';
import { readShippedDefinition } from '../../adapters/instruments.ts';
import { roundBands } from '../../domain/round/bands.ts';
import { scoreDomain } from '../../domain/scoring/domain-score.ts';
import type { DomainScore, Level } from '../../domain/scoring/score.ts';
import { loadDemonstration } from './load.ts';

const database = useDatabase();
const { rows, count } = demoRows(database);
const today = new Date('2026-11-20T10:00:00Z');

beforeAll(async () => {
  await loadDemonstration(database.db, today);
});

async function scores(round: string): Promise<(DomainScore & { place: string; domain: string })[]> {
  const definition = readShippedDefinition('pair-maturity');
  const bands = roundBands(definition ? [definition] : []);
  const counted = await rows<{
    place: string;
    domain: string;
    levels: (Level | null)[];
    assigned: number;
    withEvidence: number;
  }>(
    `select place, n.item_id as domain, array_agg(n.level) as levels,
      (count(*) filter (where n.has_evidence))::int as "withEvidence",
      (select count(*)::int from asked o where o.round = asked.round and o.place = asked.place)
        as assigned
    from asked join answers n on n.response_id = asked.id and n.has_level
    where round = ? and status = 'submitted' group by round, place, n.item_id`,
    [round],
  );
  return counted.map(({ place, domain, levels, ...rest }) => {
    const of = (level: number): number => levels.filter((each) => each === level).length;
    const counts = [of(0), of(1), of(2), of(3), of(4)] as const;
    const input = { counts, responded: levels.length, agreed: null, ...rest };
    return { place, domain, ...scoreDomain(input, bands) };
  });
}

describe('the round in review shows what there is to see', () => {
  it('splits by range and by agreement, few answers, and levels without evidence', async () => {
    const found = (await scores('spring-2026')).flatMap(({ reasons }) => reasons);
    expect(new Set(found)).toEqual(new Set(['range', 'agreement', 'response', 'evidence']));
  });

  it('a best Place, a weak one, one with many splits and one that hardly answered', async () => {
    const all = await scores('spring-2026');
    const at = (place: string) => all.filter((score) => score.place === place);
    expect(at('saltmere-bay').filter(({ median }) => (median ?? 0) >= 3).length).toBeGreaterThan(8);
    expect(at('brackwater').filter(({ median }) => (median ?? 9) <= 1).length).toBeGreaterThan(9);
    expect(at('ferrow-vale').filter(({ split }) => split).length).toBeGreaterThan(3);
    expect(at('isle-of-skerrow').every(({ n, assigned }) => 2 * n < assigned)).toBe(true);
  });

  it('agencies that never answered, “We can’t say” and “No service”', async () => {
    const silent = `select agency from asked where round = ? group by agency
      having max(revision) = 0`;
    expect(await count(silent, ['spring-2026'])).toBeGreaterThan(0);
    expect(
      await count(`select from answers n join asked on asked.id = n.response_id
        where asked.round = 'spring-2026' and n.has_level and n.level is null`),
    ).toBeGreaterThan(10);
    expect(
      await count(`select from no_service n join asked on asked.id = n.response_id
        where asked.round = 'spring-2026'`),
    ).toBeGreaterThan(10);
  });

  it('a return on paper, keyed in by the coordinator, and a returned response with its reason', async () => {
    expect(
      await rows(`select distinct agency, p.name from asked join people p on p.id = keyed_by
        where round = 'spring-2026' and provenance = 'paper' and status = 'submitted'`),
    ).toEqual([{ agency: 'skerrow-nurses', name: 'Ruth Abendroth' }]);
    const returned = `select from asked where round = ? and status = 'returned'
      and return_reason <> ''`;
    expect(await count(returned, ['spring-2026'])).toBe(1);
  });

  it('levels that the map contradicts', async () => {
    const [place] = await rows<{ place: string }>(
      `select p.slug as place from agreements l join places p on p.id = l.place_id
        join rounds r on r.id = l.round_id
        where r.slug = 'spring-2026' and l.item_id = 'services-and-interventions' and l.level = 4
          and not exists (select from services e where e.round = r.slug and e.place = p.slug
            and e.status = 'running' and jsonb_exists(e.answers -> 'levels', 'specialist')
            and e.answers ->> 'antenatal' = 'yes')`,
    );
    expect(place?.place).toBe('kestlebrook-and-the-seven-parishes');
    const workforce = (await scores('spring-2026')).find(
      (score) => score.place === 'twr-wennol' && score.domain === 'workforce-development',
    );
    expect(workforce?.median).toBe(3);
    expect(
      await count(`select from services where round = 'spring-2026' and place = 'twr-wennol'
        and status = 'running'
        and (answers ->> 'kind' = 'training' or answers ->> 'consultation' = 'yes')`),
    ).toBe(0);
  });
});

describe('the service map in review', () => {
  const inReview = (condition: string): Promise<number> =>
    count(`select distinct id from services where round = 'spring-2026' and ${condition}`);

  it.each([
    ['entries in every state', "status = 'in-development'", 5],
    ['paused ones', "status = 'paused'", 3],
    ['ended ones', "status = 'ended'", 1],
    ['one whose Places are not stated', 'not places_stated', 1],
    ['waits', "jsonb_path_exists(answers -> 'figures', '$[*].waitWeeks')", 8],
    ['spend', "jsonb_path_exists(answers -> 'figures', '$[*].spend')", 8],
    ['restrictions', "jsonb_array_length(nullif(answers -> 'restrictions', 'null')) > 0", 10],
    ['none that are turned away', "answers -> 'restrictions' = '[]'", 10],
    ['money that ends within 18 months', "answers ->> 'fundingEnds' < '2028-05-20'", 10],
  ])('has %s', async (_, condition, least) => {
    expect(await inReview(condition)).toBeGreaterThanOrEqual(least);
  });

  it('has services for many Places, and 60 to 90 in both rounds that are closed', async () => {
    const many = `select id from services where round = 'spring-2026' group by id
      having count(place) = 6`;
    expect(await count(many)).toBeGreaterThan(1);
    const closed = await count(`select distinct id from services where round <> 'autumn-2026'`);
    expect(closed).toBeGreaterThanOrEqual(60);
    expect(closed).toBeLessThanOrEqual(90);
  });

  it('has likely duplicates: the same Place, level, ages and focus, of two agencies', async () => {
    expect(
      await count(`select from services one join services other using (round, place)
        where one.agency < other.agency and one.round = 'spring-2026'
          and one.status = 'running' and other.status = 'running'
          and one.answers -> 'focus' = other.answers -> 'focus'
          and one.answers -> 'levels' = other.answers -> 'levels'
          and one.answers -> 'ages' = other.answers -> 'ages'`),
    ).toBeGreaterThan(0);
  });

  it('has exactly one entry whose interventions are all meant for another level', async () => {
    const catalogue = readShippedDefinition('pair-service-map')?.catalogues?.[0]?.entries ?? [];
    const levels = new Map(catalogue.map((entry) => [entry.id, entry.levels?.designedFor]));
    const entries = await rows<{ name: string; levels: string[]; interventions: string[] }>(
      `select distinct name, answers -> 'levels' as levels,
        answers -> 'interventions' as interventions from services
        where round = 'spring-2026' and jsonb_array_length(answers -> 'interventions') > 0
          and jsonb_typeof(answers -> 'levels') = 'array'`,
    );
    const misfits = entries.filter((entry) =>
      entry.interventions.every((id) => {
        const designed: readonly string[] | undefined = levels.get(id);
        return designed !== undefined && !entry.levels.some((level) => designed.includes(level));
      }),
    );
    expect(misfits.map(({ name }) => name)).toContain('Closeness on the ward');
  });

  it('has a long text with Welsh and an emoji, and links as evidence', async () => {
    const [long] = await rows<{ said: string }>(
      `select n.value ->> 'evidence' as said from answers n order by length(n.value ->> 'evidence')
        desc nulls last limit 1`,
    );
    expect(long?.said.length).toBeGreaterThan(2900);
    expect(long?.said).toMatch(/Diolch.*💛/s);
    expect(
      await count(`select from answers n where jsonb_exists(n.value, 'links')`),
    ).toBeGreaterThan(5);
  });
});

describe('the open round', () => {
  it('has responses in every state', async () => {
    const states = await rows<{ state: string }>(
      `select distinct case when status = 'draft' and revision = 0 then 'not started'
        else status end as state from asked where round = 'autumn-2026' order by 1`,
    );
    expect(states.map(({ state }) => state)).toEqual([
      'draft',
      'not started',
      'returned',
      'submitted',
    ]);
  });

  it('has nothing in the future but its closing', async () => {
    expect(await count('select from asked where updated_at > ?', [today.toISOString()])).toBe(0);
    expect(
      await count(`select from rounds where system_id in (table demo) and closes_at > ?`, [
        today.toISOString(),
      ]),
    ).toBe(1);
  });
});

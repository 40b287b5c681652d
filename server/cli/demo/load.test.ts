import { beforeAll, describe, expect, it } from 'vitest';
import { useDatabase } from '../../../test/config/database.ts';
import { demoRows } from '../../../test/factories/demo-rows.ts';
import { missingInLevel } from '../../domain/answers/completeness.ts';
import type { LevelAnswer } from '../../domain/answers/answers.ts';
import { gridItems } from './load-grid.ts';
import { loadDemonstration } from './load.ts';

const database = useDatabase();
const again = useDatabase();
const today = new Date('2026-11-20T10:00:00Z');

const { rows, count } = demoRows(database);

beforeAll(async () => {
  await loadDemonstration(database.db, today);
});

describe('the demonstration', () => {
  it('has six Places, agencies of all eight sectors, and a round in each of three states', async () => {
    expect(await count('select from places where system_id in (table demo)')).toBe(6);
    expect(
      await count(`select distinct sector from agency_sectors where system_id in (table demo)`),
    ).toBe(8);
    expect(
      await rows(`select slug, status from rounds
        where system_id in (table demo) order by position`),
    ).toEqual([
      { slug: 'autumn-2025', status: 'published' },
      { slug: 'spring-2026', status: 'in-review' },
      { slug: 'autumn-2026', status: 'open' },
    ]);
  });

  it('has invited everybody who answers in the open round, and one invitation did not arrive', async () => {
    expect(
      await rows(`select kind, m.status, count(*)::int from messages m
        join rounds ro on ro.id = m.round_id
        where m.system_id in (table demo) and ro.slug = 'autumn-2026'
        group by 1, 2 order by 2`),
    ).toEqual([
      { kind: 'invitation', status: 'failed', count: 1 },
      { kind: 'invitation', status: 'sent', count: expect.any(Number) as number },
    ]);
    expect(
      await count(`select from memberships m join agencies a on a.id = m.agency_id
        where m.system_id in (table demo) and not a.on_paper
          and m.agency_id in (select agency_id from asked where round = 'autumn-2026')
          and not exists (select from messages x where x.person_id = m.person_id
            and x.agency_id = m.agency_id and x.round_id is not null)`),
    ).toBe(0);
  });

  it('is left alone where it is there already', async () => {
    expect(await loadDemonstration(database.db, today)).toBe(false);
  });

  it('is the same each time, ids and moments included', async () => {
    await loadDemonstration(again.db, today);
    const tables = ['places', 'memberships', 'responses', 'answers', 'service_entries', 'messages'];
    for (const table of tables) {
      const [one, other] = await Promise.all(
        [database.db, again.db].map((db) =>
          db.raw<{ rows: unknown[] }>(`select * from ${table} t order by t::text`),
        ),
      );
      expect(other?.rows).toEqual(one?.rows);
    }
  });

  it('submits only what the page would let through', async () => {
    const items = new Map(gridItems().map((item) => [item.id, item]));
    const answers = await rows<{ item_id: string; value: LevelAnswer }>(
      `select n.item_id, n.value from answers n join asked on asked.id = n.response_id
        where asked.status <> 'draft'`,
    );
    const missing = answers.flatMap(({ item_id, value }) => {
      const item = items.get(item_id);
      return item ? missingInLevel(item, value).map(({ text }) => text) : [item_id];
    });
    expect(missing).toEqual([]);
    expect(
      await count(`select from asked join agency_sectors s using (agency_id)
        join agency_places p using (agency_id)
        where kind = 'service-map' and status = 'submitted'
          and not exists (select from services e where e.response_id = asked.id
            and e.group_id = s.sector and e.place =
              (select slug from places where id = p.place_id))
          and not exists (select from no_service n where n.response_id = asked.id
            and n.group_id = s.sector and n.place_id = p.place_id)`),
    ).toBe(0);
  });

  it('says nothing over and over, and nothing twice on one page', async () => {
    const said = (key: string) => `select n.value ->> '${key}' as said, count(*)::int
      from answers n join asked on asked.id = n.response_id
      where jsonb_exists(n.value, '${key}')`;
    expect(await rows(`${said('evidence')} group by 1 having count(*) > 9`)).toEqual([]);
    expect(
      await rows(`${said('evidence')} group by 1, round, place, item_id having count(*) > 1`),
    ).toEqual([]);
    expect(await rows(`${said('noEvidence')} group by 1 having count(*) > 11`)).toEqual([]);
    expect(
      await rows(`select rationale, count(*)::int from agreements
        where system_id in (table demo) group by 1 having count(*) > 1`),
    ).toEqual([]);
  });
});

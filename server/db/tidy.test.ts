import { randomUUID } from 'node:crypto';
import { expect, it } from 'vitest';
import { useDatabase } from '../../test/config/database.ts';
import { aSystem } from '../../test/factories/system.ts';
import { TIDY, tidyTasks } from './tidy.ts';

const database = useDatabase();

it('what an open page has saved is forgotten when its session must have ended, and no earlier', async () => {
  const { db } = database;
  const system = await aSystem(db);
  const ids = {
    system_id: system.ids.systemId,
    response_id: await system.response('kingfisher', 'ferrow-vale'),
  };
  const pages = [
    { page: randomUUID(), saved_at: new Date('2026-03-01T10:00:00Z') },
    { page: randomUUID(), saved_at: new Date('2026-03-03T10:00:00Z') },
  ];
  await db('page_saves').insert(pages.map((page) => ({ ...ids, ...page, counter: 1, sent: '{}' })));
  const tasks = tidyTasks({ db, now: () => new Date('2026-03-10T12:00:00Z'), packKeptDays: 7 });
  await tasks[TIDY]?.({}, new AbortController().signal);
  expect(await db('page_saves').select('page')).toEqual([{ page: pages[1]?.page }]);
});

it('a pack is thrown away seven days after it was asked for, and no earlier', async () => {
  const { db } = database;
  const { ids } = await aSystem(db, { slug: 'packs' });
  await db.raw(
    `insert into packs (system_id, round_id, person_id, id, status, asked_at, leased_until, places)
     select r.system_id, r.id, m.person_id, m.person_id, 'failed', m.at, m.at, 1
     from rounds r, (select *, timestamptz '2026-03-03 11:59Z' + '2 minutes'::interval * (row_number() over () - 1) as at
       from members where system_id = :systemId limit 2) m
     where r.system_id = :systemId`,
    { systemId: ids.systemId },
  );
  const tasks = tidyTasks({ db, now: () => new Date('2026-03-10T12:00:00Z'), packKeptDays: 7 });
  await tasks[TIDY]?.({}, new AbortController().signal);
  const left = await db('packs').select('asked_at');
  expect(left).toEqual([{ asked_at: new Date('2026-03-03T12:01:00Z') }]);
});

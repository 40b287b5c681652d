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
  const tasks = tidyTasks({ db, now: () => new Date('2026-03-10T12:00:00Z') });
  await tasks[TIDY]?.({}, new AbortController().signal);
  expect(await db('page_saves').select('page')).toEqual([{ page: pages[1]?.page }]);
});

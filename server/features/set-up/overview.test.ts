import { expect, it } from 'vitest';
import { useSetUp, words } from '../../../test/factories/set-up.ts';

const { database, system, as } = useSetUp();

it('says how far the set-up is, and what is missing by name', async () => {
  const page = words((await (await as('colm')).get('/set-up')).text);
  expect(page).toContain('Everything is there to open a round, answer and review it.');
  expect(page).toMatch(/Places 2 agencies 2 of them on paper 0 people 7 of them reviewers 2/);
});

it('says that no round can open in an empty system', async () => {
  const of = { system_id: system().ids.systemId };
  await database
    .db('memberships')
    .where(of)
    .whereNot({ role: 'coordinator' })
    .update({ role: 'icb-lead', agency_id: null, is_chair: false });
  await database.db('places').where(of).update({ retired_at: new Date() });
  await database.db('agencies').where(of).update({ retired_at: new Date() });
  const page = words((await (await as('colm')).get('/set-up')).text);
  expect(page).toContain('A round can’t open yet.');
  expect(page).toContain('Needed before a round can open No Place');
  expect(page).toContain('No agency Agencies answer a round. Add agencies');
  expect(page).toContain('Still missing No chair');
});

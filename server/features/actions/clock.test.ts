import { beforeAll, beforeEach, expect, it } from 'vitest';
import { pino } from 'pino';
import { useDatabase } from '../../../test/config/database.ts';
import { anAction } from '../../../test/factories/actions.ts';
import { aSystem, type TestSystem } from '../../../test/factories/system.ts';
import type { MailContent } from '../../domain/mail/content.ts';
import { remindOfActions } from './clock.ts';

const database = useDatabase();
let system: TestSystem;
const address = (name: string): string => `${name}@aldermoor-and-wend.example`;
const logger = pino({ level: 'silent' });

const at = (moment: string): Promise<void> =>
  remindOfActions({ db: database.db, logger, now: () => new Date(moment) });

const mails = async (): Promise<{ recipient: string; content: MailContent }[]> => {
  const rows = await database
    .db('messages')
    .orderBy(['queued_at', 'recipient'])
    .select('recipient', 'content');
  return rows.map(({ recipient, content }) => ({ recipient, content: content as MailContent }));
};
const recipients = async (): Promise<string[]> =>
  (await mails()).map(({ recipient }) => recipient.split('@')[0] ?? '');

const raised = (what: string, more = {}): Promise<string> =>
  anAction(database.db, system, { what, place: 'quillby', by: address('colm'), ...more });

beforeAll(async () => {
  system = await aSystem(database.db, { roundStatus: 'in-review' });
});
beforeEach(async () => {
  for (const table of ['action_reminders', 'messages', 'action_changes', 'actions']) {
    await database.db(table).delete();
  }
});

it('the leads of the agency and the person who owns it get one mail a day, from nine o’clock on', async () => {
  await raised('Secret plan', { agency: 'kingfisher', dueOn: '2026-03-25' });
  await raised('Another', { agency: 'kingfisher', dueOn: '2026-03-01', person: address('ifeoma') });
  await at('2026-03-18T08:59:00Z');
  expect(await recipients()).toEqual([]);
  await at('2026-03-18T09:00:00Z');
  expect(await recipients()).toEqual(['ifeoma', 'siân']);
  await at('2026-03-18T15:00:00Z');
  expect(await recipients()).toHaveLength(2);
});

it('says where and by when, nothing of what the action is about', async () => {
  await raised('Secret plan', { agency: 'kingfisher', dueOn: '2026-03-25', aimedLevel: 3 });
  await raised('Another', { agency: 'kingfisher', dueOn: '2026-03-01' });
  await at('2026-03-18T09:00:00Z');
  const [mail] = await mails();
  const said = JSON.stringify(mail?.content);
  expect(said).toContain('Overdue: one in Quillby, was due on 1 March 2026.');
  expect(said).toContain('Due in the next days: one in Quillby, due on 25 March 2026.');
  for (const told of ['Secret', 'Another', 'Financial', 'Good progress']) {
    expect(said).not.toContain(told);
  }
});

it('an overdue one is reminded of once a week, until it has ended', async () => {
  const id = await raised('Late', { agency: 'wendside', dueOn: '2026-03-17' });
  for (const day of ['18', '19', '24', '25']) await at(`2026-03-${day}T10:00:00Z`);
  expect(await recipients()).toEqual(['tomos', 'tomos']);
  await database.db('actions').where({ id }).update({ status: 'done' });
  await at('2026-04-01T10:00:00Z');
  expect(await recipients()).toHaveLength(2);
});

it('several processes at once send one mail', async () => {
  await raised('Late', { agency: 'wendside', dueOn: '2026-03-17' });
  await Promise.all([1, 2, 3].map(() => at('2026-03-18T10:00:00Z')));
  expect(await recipients()).toEqual(['tomos']);
});

it('nobody is written to whose account is closed, or who is named in words alone', async () => {
  await raised('Late', { ownerName: 'The estates team', dueOn: '2026-03-17' });
  await raised('Late', { agency: 'wendside', dueOn: '2026-03-17' });
  await database
    .db('people')
    .where({ email: address('tomos') })
    .update({ deactivated_at: new Date() });
  await at('2026-03-18T10:00:00Z');
  expect(await recipients()).toEqual([]);
});

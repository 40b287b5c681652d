import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { pino } from 'pino';
import { useDatabase } from '../../../test/config/database.ts';
import { anAction } from '../../../test/factories/actions.ts';
import { aSystem, type TestSystem } from '../../../test/factories/system.ts';
import { requeueLost, SEND_MAIL } from '../../db/outbox.queries.ts';
import type { MailContent } from '../../domain/mail/content.ts';
import { mailTasks } from '../messages/deliver.ts';
import { idOf } from '../set-up/set-up.queries.ts';
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
  await database
    .db('people')
    .where({ email: address('tomos') })
    .update({ deactivated_at: null });
});

describe('a reminder that is queued', () => {
  const morning = '2026-03-18T10:00:00Z';
  const closed = { agency: 'wendside', dueOn: '2026-03-17' };

  const statuses = (): Promise<string[]> =>
    database.db('messages').orderBy('queued_at').pluck('status');
  const ids = (): Promise<string[]> => database.db('messages').pluck('id');

  /** As a process does it that has just started. @param sent takes the numbers of what leaves */
  const deliverAll = async (moment: string, sent: string[] = []): Promise<void> => {
    const from = { name: 'Self-assessment', address: 'assess@example.org' };
    const deps = {
      ...{ db: database.db, logger, baseUrl: 'https://assess.example.org' },
      now: () => new Date(moment),
      post: {
        ...({ kind: 'smtp', from } as const),
        send: async ({ to }: { readonly to: string }) => {
          sent.push(to);
          return Promise.resolve({ kind: 'sent' } as const);
        },
      },
    };
    const tasks = mailTasks(deps);
    for (const id of await ids()) {
      await tasks[SEND_MAIL]?.({ message: id }, new AbortController().signal);
    }
  };

  it('is not queued again while it waits, nor once it could not be delivered', async () => {
    await raised('Soon', { agency: 'wendside', dueOn: '2026-03-24' });
    for (const day of ['18', '19', '20']) await at(`2026-03-${day}T10:00:00Z`);
    expect(await statuses()).toEqual(['queued']);
    await deliverAll('2026-03-19T10:00:01Z');
    expect(await statuses()).toEqual(['failed']);
    await at('2026-03-21T10:00:00Z');
    expect(await statuses()).toEqual(['failed']);
  });

  it('outlives the process that queued it, and is sent once by two', async () => {
    await raised('Late', closed);
    await at(morning);
    const lost = new Date('2026-03-18T10:02:00Z');
    expect(await requeueLost(database.db, lost)).toBe(1);
    const sent: string[] = [];
    await Promise.all([1, 2].map(() => deliverAll('2026-03-18T10:02:00Z', sent)));
    expect(sent).toEqual([address('tomos')]);
    expect(await statuses()).toEqual(['sent']);
    expect(await requeueLost(database.db, new Date('2026-03-18T11:00:00Z'))).toBe(0);
  });

  const changes: Readonly<Record<string, (id: string) => Promise<unknown>>> = {
    'is done': (id) => database.db('actions').where({ id }).update({ status: 'done' }),
    'is dropped': (id) => database.db('actions').where({ id }).update({ status: 'dropped' }),
    'is due later': (id) => database.db('actions').where({ id }).update({ due_on: '2026-06-30' }),
    'is another agency’s': (id) =>
      database
        .db('actions')
        .where({ id })
        .update({ owner_agency_id: idOf(system.ids.agencies, 'kingfisher') }),
  };
  it.each(Object.entries(changes))(
    'is not sent where the action %s meanwhile',
    async (_, change) => {
      const id = await raised('Late', closed);
      await at(morning);
      await change(id);
      const sent: string[] = [];
      await deliverAll(morning, sent);
      expect(sent).toEqual([]);
      expect(await statuses()).toEqual(['not-due']);
    },
  );

  it('is sent while one of several actions is still open', async () => {
    const [done] = [await raised('Done', closed), await raised('Late', closed)];
    await at(morning);
    await database.db('actions').where({ id: done }).update({ status: 'done' });
    const sent: string[] = [];
    await deliverAll(morning, sent);
    expect(sent).toEqual([address('tomos')]);
  });

  it('is not sent to whose account is closed meanwhile', async () => {
    const tomos = database.db('people').where({ email: address('tomos') });
    await tomos.clone().update({ deactivated_at: null });
    await raised('Late', closed);
    await at(morning);
    await tomos.clone().update({ deactivated_at: new Date(morning) });
    const sent: string[] = [];
    await deliverAll(morning, sent);
    await tomos.clone().update({ deactivated_at: null });
    expect(sent).toEqual([]);
    expect(await statuses()).toEqual(['not-due']);
  });
});

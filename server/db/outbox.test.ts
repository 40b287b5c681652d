/** The outbox: what is queued, who may send it, and what is left of it afterwards. */
import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, it } from 'vitest';
import { useDatabase } from '../../test/config/database.ts';
import type { MailContent } from '../domain/mail/content.ts';
import {
  claimMessage,
  finishMessage,
  noteHandOver,
  queueMail,
  releaseMessage,
  requeueLost,
  retryMessage,
  type Claimed,
} from './outbox.queries.ts';

const database = useDatabase();
const now = new Date('2026-03-18T14:02:00Z');
const after = (seconds: number): Date => new Date(now.getTime() + seconds * 1000);
const content: MailContent = {
  subject: 'Your sign-in link',
  greeting: 'Hello Ann',
  paragraphs: ['It works once.'],
  moment: { what: 'The link works until', at: after(600) },
  action: { label: 'Sign in', path: '/sign-in/a-token' },
  why: 'You asked for it.',
};
let personId = '';

beforeEach(async () => {
  await database.db('messages').delete();
  await database.db.raw(
    'select graphile_worker.complete_jobs(array(select id from graphile_worker.jobs))',
  );
  personId = randomUUID();
  await database.db('people').insert({ id: personId, email: `${personId}@x.example`, name: 'Ann' });
});

const queue = (db = database.db): Promise<string> =>
  queueMail(db, {
    systemId: null,
    personId,
    kind: 'sign-in',
    content,
    queuedAt: now,
    notAfter: after(600),
  });
const stored = (id: string) => database.db('messages').where({ id }).first();
const jobs = async (): Promise<{ key: string | null; run_at: Date }[]> =>
  database.db.withSchema('graphile_worker').from('jobs').select('key', 'run_at');
async function claim(id: string, at = now): Promise<Claimed> {
  const claimed = await claimMessage(database.db, id, at);
  if (!claimed) throw new Error('nothing to claim');
  return claimed;
}

describe('a queued message', () => {
  it('has the person’s address, and a job that wakes its sender', async () => {
    const id = await queue();
    expect(await stored(id)).toMatchObject({
      recipient: `${personId}@x.example`,
      subject: 'Your sign-in link',
      status: 'queued',
      attempts: 0,
    });
    expect((await jobs()).map(({ key }) => key)).toEqual([id]);
  });

  it('of a change that is taken back was never there', async () => {
    const work = database.db.transaction(async (trx) => {
      await queue(trx);
      throw new Error('changed my mind');
    });
    await expect(work).rejects.toThrow('changed my mind');
    expect(await database.db('messages').pluck('id')).toEqual([]);
    expect(await jobs()).toEqual([]);
  });

  it('to nobody is a fault', async () => {
    personId = randomUUID();
    await expect(queue()).rejects.toThrow('nobody');
  });

  it('is claimed by one at a time, with its content as it was', async () => {
    const id = await queue();
    const claims = await Promise.all([1, 2, 3].map(() => claimMessage(database.db, id, now)));
    const won = claims.filter((each) => each !== undefined);
    expect(won).toHaveLength(1);
    expect(won[0]).toMatchObject({ id, attempts: 1, unconfirmed: 0, content });
  });
});

describe('a claim', () => {
  it('is over after two minutes: its process died', async () => {
    const id = await queue();
    await claim(id);
    expect(await claimMessage(database.db, id, after(119))).toBeUndefined();
    expect(await claim(id, after(120))).toMatchObject({ attempts: 2, unconfirmed: 0 });
  });

  it('that died after handing over counts as unconfirmed', async () => {
    const id = await queue();
    await noteHandOver(database.db, await claim(id), now);
    expect(await claim(id, after(120))).toMatchObject({ attempts: 2, unconfirmed: 1 });
  });

  it('that was overtaken neither hands over nor writes any more', async () => {
    const id = await queue();
    const late = await claim(id);
    const current = await claim(id, after(120));
    await expect(noteHandOver(database.db, late, after(121))).rejects.toThrow('no longer ours');
    const ending = { status: 'failed', error: 'x', unconfirmed: 0, keepContent: false } as const;
    await finishMessage(database.db, late, ending, after(121));
    await retryMessage(database.db, late, { at: after(300), error: 'x', unconfirmed: 0 });
    await releaseMessage(database.db, late);
    expect(await stored(id)).toMatchObject({ status: 'queued', attempts: 2, last_error: null });
    await noteHandOver(database.db, current, after(121));
  });

  it('given back is as if it had not been made', async () => {
    const id = await queue();
    await releaseMessage(database.db, await claim(id));
    expect(await claim(id)).toMatchObject({ attempts: 1 });
  });
});

describe('afterwards', () => {
  it('a sent message keeps to whom, what and when; its link is forgotten', async () => {
    const id = await queue();
    const ending = { status: 'sent', error: null, unconfirmed: 0, keepContent: false } as const;
    await finishMessage(database.db, await claim(id), ending, after(2));
    const row = await stored(id);
    expect(row).toMatchObject({
      status: 'sent',
      attempts: 1,
      finished_at: after(2),
      content: null,
    });
    expect(JSON.stringify(row)).not.toContain('a-token');
    expect(await claimMessage(database.db, id, after(500))).toBeUndefined();
  });

  it('one to try again waits for its time, with its error', async () => {
    const id = await queue();
    const again = { at: after(60), error: '450 later', unconfirmed: 0 };
    await retryMessage(database.db, await claim(id), again);
    expect(await stored(id)).toMatchObject({ status: 'queued', last_error: '450 later' });
    expect(await jobs()).toEqual([{ key: id, run_at: after(60) }]);
  });
});

describe('what was lost', () => {
  it('is woken up again: its job is gone, or its process died with it', async () => {
    const ids = [await queue(), await queue()];
    await database.db.raw(
      'select graphile_worker.complete_jobs(array(select id from graphile_worker.jobs))',
    );
    await claim(ids[1] ?? '');
    expect(await requeueLost(database.db, after(60))).toBe(0);
    expect(await requeueLost(database.db, after(61))).toBe(1);
    expect((await jobs()).map(({ key }) => key)).toEqual([ids[0]]);
    expect(await requeueLost(database.db, after(121))).toBe(2);
    expect(await jobs()).toHaveLength(2);
  });

  it('is not what waits for its time, or is done', async () => {
    const again = { at: after(3600), error: 'x', unconfirmed: 0 };
    await retryMessage(database.db, await claim(await queue()), again);
    const ending = { status: 'sent', error: null, unconfirmed: 0, keepContent: true } as const;
    await finishMessage(database.db, await claim(await queue()), ending, now);
    expect(await requeueLost(database.db, after(3600))).toBe(0);
  });
});

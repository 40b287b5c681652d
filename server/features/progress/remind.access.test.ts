/** Reminders by hand: whom they are refused, and what. */
import { describe, expect, it } from 'vitest';
import { changed } from '../../../test/factories/html-form.ts';
import { ask, send, useReminders } from '../../../test/factories/reminders.ts';

const { database, as, colm, own, mails, question } = useReminders();

describe('what is refused', () => {
  it('[trust 10] whoever does not coordinate', async () => {
    for (const name of ['siân', 'małgorzata', 'amina', 'bea', 'ifeoma']) {
      const visitor = await as(name);
      for (const path of [ask, send]) {
        const { status } = await visitor.post(path, { agencies: 'wendside' });
        expect([name, path, status]).toEqual([name, path, 403]);
      }
    }
  });

  it('[trust 11] agencies and rounds of another system, like ones that are not there', async () => {
    const { form } = await question('wendside');
    await database.db('agencies').insert({
      ...own(),
      id: crypto.randomUUID(),
      slug: 'not-asked',
      name: 'Not asked',
    });
    const missing = await colm.post(send, changed(form, { agencies: 'nobody' }));
    for (const slug of ['not-asked', 'elsewhere', '%00', '__proto__']) {
      const { status, text } = await colm.post(
        send,
        changed(form, { agencies: ['wendside', slug] }),
      );
      expect([slug, status, text]).toEqual([slug, 404, missing.text]);
    }
    const elsewhere = await as('colm', 'elsewhere');
    const reply = await elsewhere.post(send, form);
    expect(reply.headers['location'] ?? '').not.toBe('');
    expect((await mails()).length).toBe(0);
    expect(
      (await database.db('messages').where({ kind: 'reminder' })).map(({ recipient }) => recipient),
    ).toEqual(['tomos@elsewhere.example']);
  });

  it('[trust 12] fields that the page does not have', async () => {
    const { form } = await question('wendside');
    for (const name of ['recipient', 'person', 'subject', 'all']) {
      expect((await colm.post(send, [...form, [name, 'x']])).status).toBe(400);
    }
    expect((await colm.post(ask, { agencies: 'wendside', email: 'x@example.org' })).status).toBe(
      400,
    );
    expect((await colm.post(send, changed(form, { key: 'none' }))).status).toBe(400);
    expect(await mails()).toEqual([]);
  });
});

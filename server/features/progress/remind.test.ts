/** Reminders by hand: who is e-mailed and who not, once, and what is refused. */
import { describe, expect, it } from 'vitest';
import { changed, sentBy } from '../../../test/factories/html-form.ts';
import { submit } from '../../../test/factories/progress.ts';
import { ask, send, useReminders } from '../../../test/factories/reminders.ts';
import { words } from '../../../test/factories/set-up.ts';
import { anApp, signedIn } from '../../../test/factories/visitor.ts';

const { database, system, colm, own, mails, question } = useReminders();
const list = '/rounds/spring-2026/progress';
const address = (name: string): string => `${name}@aldermoor-and-wend.example`;
const person = (name: string): string => system().ids.people.get(address(name)) ?? '';
const recipients = async (): Promise<string[]> => (await mails()).map(({ recipient }) => recipient);
const reminded = async (): Promise<number> =>
  (await database.db('audit_events').where({ ...own(), act: 'round.reminded' })).length;

describe('the question', () => {
  it('names everybody who is e-mailed, with what is missing, before anything is sent', async () => {
    const { text } = await question('kingfisher', 'wendside');
    const said = words(text);
    expect(said).toContain('Remind 2 agencies?');
    expect(said).toContain('3 people are e-mailed at once');
    expect(said).toContain('Siân Elwyn-Hughes; Małgorzata Wiśniewska');
    expect(said).toContain('Maturity grid, Ferrow Vale; Maturity grid, Quillby; Service map');
    expect(said).toContain('Send to 3 people');
    expect(said).toContain('Not submitted yet: Round 3, spring 2026');
    expect(await mails()).toEqual([]);
  });

  it('takes all that are silent at once', async () => {
    const { text } = await colm.post(ask, {
      all: 'silent',
      show: '',
      place: '',
      sector: 'midwifery',
    });
    expect(words(text)).toContain('Remind 1 agency? 1 person is e-mailed');
    expect(words(text)).toContain('Wendside Maternity');
    expect(text).toContain(`href="${list}?sector=midwifery"`);
  });

  it('says who is left alone, and why', async () => {
    const closed = { deactivated_at: new Date() };
    await database.db('agencies').where({ slug: 'wendside' }).update({ on_paper: true });
    await database
      .db('people')
      .where({ email: address('małgorzata') })
      .update(closed);
    const { text } = await question('kingfisher', 'wendside');
    expect(words(text)).toContain('Wendside Maternity Answers on paper');
    expect(words(text)).toContain('Not Małgorzata Wiśniewska: the account is closed');
    expect(words(text)).toContain('1 person is e-mailed at once');
    await database.db('agencies').where({ slug: 'wendside' }).update({ on_paper: false });
    await database
      .db('people')
      .where({ email: address('tomos') })
      .update(closed);
    const nobody = await question('wendside');
    expect(words(nobody.text)).toContain('Nobody would be e-mailed');
    expect(words(nobody.text)).toContain('Nobody who answers for it can sign in');
    expect(nobody.text).not.toContain('pg-send');
    await database.db('people').update({ deactivated_at: null });
  });

  it('of nobody is no question: the list says what to do', async () => {
    const { status, text } = await colm.post(ask, { show: 'silent', place: '', sector: '' });
    expect(status).toBe(422);
    expect(text).toContain('<title>Error: Who has answered');
    expect(text).toContain('<a href="#agency-1">Choose at least one agency');
  });
});

describe('sending', () => {
  it('[trust 42] e-mails everybody once, also when it is sent twice at once', async () => {
    const { form } = await question('kingfisher', 'wendside');
    const before = await reminded();
    const replies = await Promise.all([colm.post(send, form), colm.post(send, form)]);
    const key = new Map(form).get('key') ?? '';
    for (const { headers } of replies) {
      expect(headers['location']).toBe(`${list}?reminded=${key}`);
    }
    expect(await recipients()).toEqual(['małgorzata', 'siân', 'tomos'].map(address));
    expect((await reminded()) - before).toBe(1);
    expect(words((await colm.get(`${list}?reminded=${key}`)).text)).toContain(
      '3 reminders are on the way, to 2 agencies.',
    );
    expect(words((await colm.get('/set-up/rounds/spring-2026')).text)).toContain(
      'Wednesday 18 March 2026 at 14:02 By whom Colm Doyle 3 e-mails to 2 agencies',
    );
    expect((await colm.get('/audit')).text).toContain('3 e-mails to 2 agencies');
  });

  it('names what is awaited, and the agency and round that it is about', async () => {
    await submit(database.db, system(), await system().response('wendside', 'ferrow-vale'), {
      by: address('tomos'),
    });
    const { form } = await question('wendside');
    await colm.post(send, form);
    const [mail] = await mails();
    expect(mail).toMatchObject({
      awaited: [await system().response('wendside')],
      round_id: system().roundId,
      agency_id: system().ids.agencies.get('wendside'),
      not_after: new Date('2026-03-27T17:00:00Z'),
    });
    expect(JSON.stringify(mail?.content)).toContain('has not submitted: Service map.');
  });

  it('leaves alone for a day who was reminded, and who submitted since the question', async () => {
    const first = await question('kingfisher', 'wendside');
    await colm.post(send, first.form);
    const { text } = await question('kingfisher');
    expect(words(text)).toContain('Reminded today at 14:02: wait a day');
    const nextDay = new Date('2026-03-19T14:03:00Z');
    const later = await signedIn(
      anApp(database.db, { now: () => nextDay }),
      database.db,
      address('colm'),
    );
    const again = await later.post(ask, { agencies: 'kingfisher' });
    expect(words(again.text)).toContain('2 people are e-mailed at once');
    const two = sentBy(again.text, 'pg-send');
    for (const place of ['ferrow-vale', 'quillby', undefined]) {
      await submit(database.db, system(), await system().response('kingfisher', place), {
        by: address('siân'),
      });
    }
    const refused = await later.post(send, two);
    expect(refused.status).toBe(409);
    expect(words(refused.text)).toContain('Nothing was sent');
    expect(words(refused.text)).toContain('Everything is submitted');
    expect(await mails()).toHaveLength(3);
    await database
      .db('responses')
      .where(own())
      .update({ status: 'draft', submitted_at: null, submitted_by: null, updated_at: null });
  });

  it('carries a line of the coordinator’s own', async () => {
    const { form } = await question('wendside');
    await colm.post(
      send,
      changed(form, { word: '  Half an hour  is enough; ring me on 01632 960114. ' }),
    );
    const [mail] = await mails();
    expect(JSON.stringify(mail?.content)).toContain(
      'Colm Doyle writes: “Half an hour is enough; ring me on 01632 960114.”',
    );
    expect(mail?.subject).toBe('Not submitted yet: Round 3, spring 2026');
  });

  it.each([
    ['of two lines', 'Hello\r\nBcc: everybody@example.org', 'must stand on one line'],
    ['that is too long', 'x'.repeat(281), 'is longer than 280 characters'],
    ['that turns the direction of reading', 'abc\u202edef', 'that can’t be seen'],
    ['with a NUL in it', 'nothing\0', 'that can’t be seen'],
  ])(
    '[trust 26] keeps a line %s, says what is wrong with it, and sends nothing',
    async (_, word, fault) => {
      const { form } = await question('wendside');
      const { status, text } = await colm.post(send, changed(form, { word }));
      expect(status).toBe(422);
      expect(text).toContain('<title>Error: Remind 1 agency?');
      expect(words(text)).toContain(fault);
      expect(await mails()).toEqual([]);
      const mended = changed(sentBy(text, 'pg-send'), { word: 'Ring me.' });
      expect((await colm.post(send, mended)).status).toBe(303);
      expect(await mails()).toHaveLength(1);
    },
  );

  it('[trust 28] keeps what is typed into the line inert', async () => {
    const { form } = await question('wendside');
    const word = `</textarea><script>alert(1)</script>" onfocus="alert(1)`;
    const { text } = await colm.post(send, changed(form, { word: `${word}${'x'.repeat(281)}` }));
    expect(text).not.toContain('<script>alert');
    expect(text).toContain('&lt;script&gt;alert(1)');
  });

  it('is refused once the round is closed, or its closing time has passed', async () => {
    const { form } = await question('wendside');
    await system().moveRound('in-review');
    expect((await colm.post(send, form)).status).toBe(409);
    expect((await colm.post(ask, { agencies: 'wendside' })).headers['location']).toBe(list);
    expect(words((await colm.get(list)).text)).toContain('Reminders go out while a round is open.');
    await system().moveRound('open');
    const passed = await signedIn(
      anApp(database.db, { now: () => new Date('2026-03-27T17:00:01Z') }),
      database.db,
      address('colm'),
    );
    expect((await passed.post(send, form)).status).toBe(409);
    expect(words((await passed.get(list)).text)).toContain('extend the deadline');
    expect(await mails()).toEqual([]);
  });
});

it('nobody with a closed account is counted among those who are e-mailed at an opening', async () => {
  await database
    .db('people')
    .where({ id: person('małgorzata') })
    .update({ deactivated_at: new Date() });
  await system().moveRound('draft');
  await database.db('round_agencies').where(own()).delete();
  const ids = [...system().ids.agencies.values()];
  await database
    .db('round_agencies')
    .insert(ids.map((agency_id) => ({ ...own(), round_id: system().roundId, agency_id })));
  const said = words((await colm.get('/set-up/rounds/spring-2026')).text);
  expect(said).toContain('2 agencies are e-mailed: 2 invitations');
  await system().moveRound('open');
});

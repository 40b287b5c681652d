/** While a round goes on: more time, more agencies, and what is no longer asked for. */
import { beforeAll, describe, expect, it } from 'vitest';
import { sentBy } from '../../../../test/factories/html-form.ts';
import { sendForm, takeStep } from '../../../../test/factories/round-visit.ts';
import { useSetUp, words } from '../../../../test/factories/set-up.ts';
import type { Visitor } from '../../../../test/factories/visitor.ts';

const { database, system, as, deeds } = useSetUp();
const round = '/set-up/rounds/spring-2026';
let colm: Visitor;
beforeAll(async () => {
  colm = await as('colm');
});
const closesAt = async () =>
  (await database.db('rounds').where({ id: system().roundId }).first())?.closes_at?.toISOString();
const invitations = () =>
  database.db('messages').where({ system_id: system().ids.systemId, kind: 'invitation' });
const withdrawing = `${round}/agencies/kingfisher/withdraw`;

describe('a deadline', () => {
  it.each([
    [
      { closes_day: '18', closes_time: '14:02' },
      'must be later than Friday 27 March 2026 at 17:00',
    ],
    [{ closes_day: 'soon' }, 'Give the closing day as numbers'],
  ])('is never brought forward: %o', async (changes, fault) => {
    const reply = await sendForm(colm, `${round}/extend`, changes);
    expect(reply.status).toBe(422);
    expect(words(reply.text)).toContain(fault);
  });

  it('once it has passed, is extended to a time that is still to come', async () => {
    const of = { id: system().roundId };
    await database
      .db('rounds')
      .where(of)
      .update({ closes_at: new Date('2026-03-10T17:00:00Z') });
    const reply = await sendForm(colm, `${round}/extend`, { closes_day: '17' });
    expect(words(reply.text)).toContain('must be later than now');
    await database
      .db('rounds')
      .where(of)
      .update({ closes_at: new Date('2026-03-27T17:00:00Z') });
  });

  it('is extended in London’s time, e-mails nobody, and is kept in the audit trail once', async () => {
    const address = `${round}/extend`;
    const form = sentBy((await colm.get(address)).text, 'su-form').map(([name, value]) =>
      name === 'closes_day' ? ([name, '31'] as const) : ([name, value] as const),
    );
    for (const reply of [await colm.post(address, form), await colm.post(address, form)]) {
      expect(reply.headers['location']).toBe(`${round}?done=extended`);
    }
    expect(await closesAt()).toBe('2026-03-31T16:00:00.000Z');
    expect((await deeds()).filter((act) => act === 'round.extended')).toHaveLength(1);
    expect(await invitations()).toHaveLength(0);
    expect(words((await colm.get(`${round}?done=extended`)).text)).toContain(
      'Nobody has been e-mailed: tell the agencies yourself.',
    );
  });
});

describe('a withdrawal', () => {
  it('asks what and why', async () => {
    const reply = await sendForm(colm, withdrawing);
    expect(reply.status).toBe(422);
    expect(words(reply.text)).toContain('Choose what to withdraw');
    expect(words(reply.text)).toContain('Say why: the agency reads it');
  });

  it('[trust 11] is of the agency’s own responses in this round alone', async () => {
    const foreign = await system().response('wendside', 'ferrow-vale');
    const reply = await sendForm(colm, withdrawing, { responses: foreign, reason: 'No' });
    expect(reply.status).toBe(422);
    expect(await database.db('withdrawals')).toEqual([]);
  });

  it('tells the agency why, keeps its answers, and counts them no more', async () => {
    const id = await system().response('kingfisher', 'quillby');
    const of = { id };
    const submitted = { status: 'submitted', submitted_at: new Date('2026-03-17T10:00:00Z') };
    await database
      .db('responses')
      .where(of)
      .update({ ...submitted, status: 'submitted' });
    expect(words((await colm.get(round)).text)).toContain('1 of 5 responses are in');
    const form = { responses: id, reason: 'The team has left <b>Quillby</b>.' };
    for (const reply of [
      await sendForm(colm, withdrawing, form),
      await colm.post(withdrawing, { ...form, revision: '0' }),
    ]) {
      expect(reply.headers['location']).toBe(`${round}?done=withdrawn`);
    }
    const page = words((await colm.get(round)).text);
    expect(page).toContain('responses are in 0 of 4');
    expect(page).toContain(
      'Kingfisher Children’s Community Services: Maturity grid, Quillby The team has left &lt;b&gt;Quillby&lt;/b&gt;. Colm Doyle, 18 March 2026',
    );
    const audited = await database.db('audit_events').where({ act: 'response.withdrawn' });
    expect(audited).toHaveLength(1);
    expect(audited[0]?.details).toMatchObject({ reason: 'The team has left <b>Quillby</b>.' });
    expect(words((await colm.get('/rounds')).text)).toContain('Answers in 0 of 4');
    const siân = await as('siân');
    const why = 'Colm Doyle withdrew it on 18 March 2026: “The team has left';
    expect(words((await siân.get('/')).text)).toContain(why);
    expect(words((await siân.get('/')).text)).toContain('0 of 2 are submitted');
    expect(words((await siân.get(`/responses/${id}`)).text)).toContain(why);
    expect((await siân.post(`/responses/${id}/submit`)).status).toBe(409);
    const report = words((await colm.get('/rounds/spring-2026/places/quillby/report')).text);
    expect(report).not.toContain('The team has left');
    expect(await database.db('responses').where(of).first()).toMatchObject({ status: 'withdrawn' });
  });
});

describe('more agencies', () => {
  it('are asked once, with an invitation to whoever answers; what was withdrawn is asked for again', async () => {
    const { ids } = system();
    const agency = {
      system_id: ids.systemId,
      id: crypto.randomUUID(),
      slug: 'nestlight',
      name: 'Nestlight',
    };
    await database
      .db('agencies')
      .insert({ ...agency, note: null, on_paper: false, revision: 0, retired_at: null });
    const own = { system_id: ids.systemId, agency_id: agency.id };
    await database.db('agency_sectors').insert({ ...own, sector: 'midwifery' });
    await database
      .db('agency_places')
      .insert({ ...own, place_id: ids.places.get('quillby') ?? '' });
    const address = `${round}/agencies`;
    const page = words((await colm.get(address)).text);
    expect(page).toContain('Nestlight (nobody to e-mail)');
    expect(page).toContain('Kingfisher Children’s Community Services (2 people)');
    expect(page).not.toContain('Wendside');
    const agencies = [agency.id, ids.agencies.get('kingfisher') ?? ''];
    for (const reply of [
      await sendForm(colm, address, { agencies }),
      await colm.post(
        address,
        agencies.map((id) => ['agencies', id] as const),
      ),
    ]) {
      expect(reply.headers['location']).toBe(`${round}?done=added`);
    }
    expect(await invitations()).toHaveLength(2);
    const next = (await colm.get('/set-up/rounds/new?from=spring-2026')).text;
    expect(sentBy(next, 'su-form')).toContainEqual(['agencies', agency.id]);
    expect((await deeds()).filter((act) => act === 'round.agency-added')).toHaveLength(2);
    const status = await database
      .db('responses')
      .where({ id: await system().response('kingfisher', 'quillby') })
      .first('status');
    expect(status).toEqual({ status: 'draft' });
    expect(await database.db('withdrawals')).toEqual([]);
    expect(words((await colm.get(round)).text)).toContain('responses are in 0 of 7');
  });
});

describe('[trust 43] the closing', () => {
  it('comes from the coordinator: after the closing time answers are taken until the round is closed', async () => {
    const of = { id: system().roundId };
    await database
      .db('rounds')
      .where(of)
      .update({ closes_at: new Date('2026-03-18T14:01:00Z') });
    const id = await system().response('kingfisher', 'ferrow-vale');
    expect(words((await colm.get(round)).text)).toContain(
      'Its closing time has passed: Wednesday 18 March 2026 at 14:01. Answers are taken until you close it.',
    );
    const siân = await as('siân');
    const section = `/responses/${id}/sections/financial-investment`;
    expect((await siân.get(section)).text).toContain('<button');
    await database
      .db('responses')
      .where({ id: await system().response('wendside') })
      .update({ status: 'submitted', submitted_at: new Date('2026-03-18T14:00:00Z') });
    const agencies = system().ids.agencies.get('kingfisher') ?? '';
    const more = await colm.post(`${round}/agencies`, { agencies });
    expect(more.status).toBe(422);
    expect(words(more.text)).toContain('The closing time has passed: extend the deadline first');
    await takeStep(colm, 'spring-2026', 'close');
    const late = await siân.post(`/responses/${id}/submit`);
    expect(late.status).toBe(409);
  });
});

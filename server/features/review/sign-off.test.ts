/** Sign-off of a Place: the quorum, what is frozen, reopening, and who comes first. */
import { beforeEach, describe, expect, it } from 'vitest';
import { useDatabase } from '../../../test/config/database.ts';
import { sentBy } from '../../../test/factories/html-form.ts';
import { wordsOf } from '../../../test/factories/report-pages.ts';
import type { ResultsSystem } from '../../../test/factories/results.ts';
import {
  agreementOf,
  aReviewedSystem,
  calmDomain,
  domainPath,
  reviewPath,
  visit,
  type Reviewing,
} from '../../../test/factories/review.ts';
import { agreeAll, removeRoles } from '../../../test/factories/sign-off.ts';
import type { Visitor } from '../../../test/factories/visitor.ts';
import { idOf } from '../set-up/set-up.queries.ts';

const database = useDatabase();
const signing = `${reviewPath}/sign-off`;
const reopening = `${reviewPath}/reopen`;
let system: ResultsSystem;
let amina: Visitor;
let count = 0;

beforeEach(async () => {
  count += 1;
  system = await aReviewedSystem(database.db, `signing-${count}`);
  amina = await as('amina');
});

const as = (who: Reviewing): Promise<Visitor> => visit(database.db, system, who);
const person = (who: Reviewing): string => idOf(system.ids.people, `${who}@${system.slug}.example`);
const words = async (path: string): Promise<string> => wordsOf((await amina.get(path)).text);
const own = () => ({ system_id: system.ids.systemId });
const signOffs = () => database.db('sign_offs').where(own());
const acts = (act: string) => database.db('audit_events').where({ ...own(), act });
async function sign(visitor = amina) {
  return visitor.post(signing, sentBy((await visitor.get(signing)).text, 'sign-off'));
}
async function reopenIt(reason: string) {
  const { text } = await amina.get(reopening);
  const signOff = sentBy(text, 'reopen').find(([name]) => name === 'signOff')?.[1] ?? '';
  return amina.post(reopening, { reason, signOff });
}
const responseAt = async (agency: string, place: string | null): Promise<string> => {
  const row = await database
    .db('responses as r')
    .join('assignments as a', 'a.id', 'r.assignment_id')
    .where({ 'a.round_id': system.roundId, 'a.agency_id': idOf(system.ids.agencies, agency) })
    .where('a.place_id', place === null ? null : idOf(system.ids.places, place))
    .first<{ id: string } | undefined>('r.id');
  return row?.id ?? '';
};

describe('what sign-off waits for', () => {
  it('is said in words: domains that are left, and who was there for them', async () => {
    expect(await words(reviewPath)).toContain('Needed 11 of 11 domains are not agreed');
    expect(await words(signing)).toContain('This waits for what is marked “Needed”.');
    expect((await amina.post(signing, { seen: '0-0' })).status).toBe(409);
    expect(await signOffs()).toEqual([]);
  });

  it('is exactly the quorum: with one reviewer fewer at one domain it waits for that domain', async () => {
    await agreeAll(database.db, system, [person('amina'), person('bea'), person('teo')]);
    await database
      .db('agreement_people')
      .where({ ...own(), item_id: calmDomain, person_id: person('teo') })
      .delete();
    expect(await words(reviewPath)).toContain(
      'Fewer reviewers than the quorum, 3, were present for Strategic leadership',
    );
    const again = { agreed: '2', because: 'All three agree now.', basedOn: '1' };
    await amina.post(`${domainPath(calmDomain)}/agreement`, agreementOf(system, again));
    expect((await sign()).status).toBe(303);
  });

  it('counts a reviewer with two roles once, and only where the Place is among their Places', async () => {
    await agreeAll(database.db, system, [person('amina'), person('bea')]);
    const { agencies } = system.ids;
    await database.db('memberships').insert({
      ...own(),
      id: `7b1d3a52-0000-4000-8000-00000000010${count}`,
      person_id: person('bea'),
      role: 'agency-lead',
      agency_id: idOf(agencies, 'agency-1'),
      is_chair: false,
      position: 99,
      invited_as: null,
      invited_at: null,
    });
    const fields = agreementOf(system, { agreed: '2', because: 'Alike.', basedOn: '1' }, [
      'amina',
      'bea',
      'otto',
    ]);
    await amina.post(`${domainPath(calmDomain)}/agreement`, fields);
    expect(await words(domainPath(calmDomain))).toContain('2 reviewers were present');
    expect((await amina.get(signing)).text).not.toContain('class="sign-off"');
  });

  it('keeps what was agreed with a reviewer who has left since', async () => {
    await agreeAll(database.db, system, [person('amina'), person('bea'), person('teo')]);
    await removeRoles(database.db, person('teo'));
    expect(await words(reviewPath)).not.toContain('Teo Marlowe');
    expect((await sign()).status).toBe(303);
  });

  it('goes on with a new chair half-way; the old one signs nothing off', async () => {
    await agreeAll(database.db, system, [person('amina'), person('bea'), person('teo')]);
    const question = sentBy((await amina.get(signing)).text, 'sign-off');
    const chair = (who: Reviewing, is_chair: boolean) =>
      database
        .db('memberships')
        .where({ person_id: person(who) })
        .update({ is_chair });
    await chair('amina', false);
    await chair('bea', true);
    expect((await amina.post(signing, question)).status).toBe(403);
    const bea = await as('bea');
    const again = { agreed: '3', because: 'A new look.', basedOn: '1' };
    const sent = await bea.post(`${domainPath(calmDomain)}/agreement`, agreementOf(system, again));
    expect(sent.status).toBe(303);
    expect((await sign(bea)).status).toBe(303);
    expect(await signOffs()).toMatchObject([{ signed_by: person('bea') }]);
  });

  it('waits for a returned response, and names its agency', async () => {
    await agreeAll(database.db, system, [person('amina'), person('bea'), person('teo')]);
    const id = await responseAt('agency-2', 'place-1');
    const given = await amina.post(`/responses/${id}/return`, { reason: 'Is it the same group?' });
    expect(given.status).toBe(303);
    expect(await words(reviewPath)).toContain('Needed Answers are returned to Agency 2');
    expect((await amina.post(signing, { seen: '0-11' })).status).toBe(409);
    await database.db('responses').where({ id }).update({ status: 'submitted' });
    expect((await sign()).status).toBe(303);
  });
});

describe('a Place that is signed off', () => {
  beforeEach(async () => {
    await agreeAll(database.db, system, [person('amina'), person('bea'), person('teo')]);
  });

  it('says who signed it when; sent twice, at once too, it is signed once', async () => {
    const fields = sentBy((await amina.get(signing)).text, 'sign-off');
    const replies = await Promise.all([amina.post(signing, fields), amina.post(signing, fields)]);
    expect(replies.map(({ status }) => status)).toEqual([303, 303]);
    expect(await signOffs()).toHaveLength(1);
    expect(await acts('review.signed-off')).toHaveLength(1);
    const list = await words(reviewPath);
    expect(list).toContain('All 11 are agreed or set aside. It is signed off.');
    expect(list.split('signed this Place off')).toHaveLength(2);
    expect(list).toContain('Amina Rahman signed this Place off on 18 March 2026 at 14:02.');
  });

  it('is not signed off with anything that the question did not show', async () => {
    const fields = sentBy((await amina.get(signing)).text, 'sign-off');
    const again = { agreed: '4', because: 'The other screen.', basedOn: '1' };
    await amina.post(`${domainPath(calmDomain)}/agreement`, agreementOf(system, again));
    const late = await amina.post(signing, fields);
    expect([late.status, wordsOf(late.text)]).toEqual([
      409,
      expect.stringContaining('Something was recorded since you opened this page'),
    ]);
    expect(late.text).toContain('Well-established');
    expect(await signOffs()).toEqual([]);
  });

  it('is frozen: no agreement, no own view, no response of it returned; another Place is not', async () => {
    await sign();
    const again = { agreed: '4', because: 'Later.', basedOn: '1' };
    const path = domainPath(calmDomain);
    const agreed = await amina.post(`${path}/agreement`, agreementOf(system, again));
    const view = await (await as('bea')).post(`${path}/view`, { own: '2', why: '' });
    expect([agreed.status, view.status]).toEqual([409, 409]);
    const colm = await as('colm');
    const id = await responseAt('agency-2', 'place-1');
    for (const reply of [
      await colm.get(`/responses/${id}/return`),
      await colm.post(`/responses/${id}/return`, { reason: 'One more thing.' }),
    ]) {
      expect(reply.status).toBe(409);
      expect(wordsOf(reply.text)).toContain('Place 1 is signed off');
    }
    await database
      .db('responses')
      .where(own())
      .update({ status: 'submitted', submitted_at: new Date('2026-03-20T10:00:00Z') });
    const map = await responseAt('agency-2', null);
    const other = await responseAt('agency-2', 'place-2');
    const reason = { reason: 'Which of the two?' };
    expect((await colm.post(`/responses/${map}/return`, reason)).status).toBe(409);
    expect((await colm.post(`/responses/${other}/return`, reason)).status).toBe(303);
  });

  it('is not changed by a withdrawal either', async () => {
    await sign();
    const responses = await responseAt('agency-2', 'place-1');
    const reply = await (
      await as('colm')
    ).post('/set-up/rounds/spring-2026/agencies/agency-2/withdraw', {
      responses,
      reason: 'Not theirs.',
    });
    expect(reply.status).toBe(409);
    expect(await database.db('withdrawals').where(own())).toEqual([]);
  });

  it('is reopened with a reason, which stays in the history and the audit trail', async () => {
    await sign();
    const without = await reopenIt(' ');
    expect([without.status, without.text]).toEqual([
      422,
      expect.stringContaining('Say why it is reopened'),
    ]);
    const reason = 'The hubs’ <b>figures</b> were last year’s.';
    const [first, second] = [
      await reopenIt(reason),
      await amina.post(reopening, { reason, signOff: '' }),
    ];
    expect([first.status, second.status]).toEqual([303, 303]);
    expect(await acts('review.reopened')).toMatchObject([{ details: { reason } }]);
    const list = await words(reviewPath);
    expect(list).toContain('Amina Rahman reopened it on 18 March 2026 at 14:02: “The hubs’');
    expect((await sign()).status).toBe(303);
    expect(await signOffs()).toHaveLength(2);
  });

  it('is the chair’s to sign and reopen: others read who did', async () => {
    await sign();
    for (const who of ['bea', 'colm'] as const) {
      const visitor = await as(who);
      for (const path of [signing, reopening]) expect((await visitor.get(path)).status).toBe(403);
      expect((await visitor.post(signing, { seen: '' })).status).toBe(403);
      expect(wordsOf((await visitor.get(reviewPath)).text)).toContain('signed this Place off');
    }
  });

  it('[trust 43] beside an agreement has one order, whoever comes first', async () => {
    const fields = sentBy((await amina.get(signing)).text, 'sign-off');
    const again = { agreed: '4', because: 'At the same moment.', basedOn: '1' };
    const [signed, agreed] = await Promise.all([
      amina.post(signing, fields),
      amina.post(`${domainPath(calmDomain)}/agreement`, agreementOf(system, again)),
    ]);
    expect([
      [303, 409],
      [409, 303],
    ]).toContainEqual([signed.status, agreed.status]);
    const level = await database
      .db('agreements')
      .where({ ...own(), item_id: calmDomain })
      .first('level');
    expect([await signOffs().then((rows) => rows.length), level?.level]).toEqual(
      signed.status === 303 ? [1, 2] : [0, 4],
    );
  });
});

import { beforeAll, describe, expect, it } from 'vitest';
import { sendForm } from '../../../../test/factories/round-visit.ts';
import { personId, useSetUp, words } from '../../../../test/factories/set-up.ts';
import { anApp, signedIn, testTime, type Visitor } from '../../../../test/factories/visitor.ts';
import type { MailContent } from '../../../domain/mail/content.ts';

const { database, system, as, deeds } = useSetUp();
const people = '/agencies/kingfisher/people';
let siân: Visitor;

beforeAll(async () => {
  siân = await as('siân');
});

const idOf = (name: string): Promise<string> =>
  personId(database.db, `${name}@${system().slug}.example`);
const invite = (name: string, email: string, by = siân) => by.post(people, { name, email });
const page = async (by = siân): Promise<string> => words((await by.get(people)).text);
const rolesOf = async (email: string): Promise<string[]> =>
  database
    .db('memberships as m')
    .join('people as p', 'p.id', 'm.person_id')
    .where({ 'p.email': email, 'm.system_id': system().ids.systemId })
    .orderBy('m.position')
    .pluck('m.role');
const lettersTo = async (email: string): Promise<MailContent[]> =>
  database
    .db('messages')
    .where({ recipient: email, kind: 'invitation' })
    .orderBy('id')
    .pluck('content');

describe('an agency’s lead', () => {
  it('finds the colleagues from the start page: who they are, and who has not signed in', async () => {
    expect((await siân.get('/')).text).toContain(`href="${people}"`);
    expect((await (await as('małgorzata')).get('/')).text).not.toContain('/people');
    await as('małgorzata');
    const text = await page();
    expect(text).toContain('2 people answer for Kingfisher Children’s Community Services.');
    expect(text).toMatch(
      /Siân Elwyn-Hughes \(you\) siân@aldermoor-and-wend.example Role Agency lead/,
    );
    expect(text).toMatch(/Małgorzata Wiśniewska \S+ Role Contributor Last signed in on \d/);
    expect(text).not.toMatch(/Tomos|Amina/);
    expect(text).toContain('made and removed by the coordinator, Colm Doyle');
  });

  it('invites: the colleague gets what is asked and until when, signs in and answers', async () => {
    const sent = await invite('Ngozi Harcastle', ' Ngozi@NHS.example ');
    const id = await personId(database.db, 'ngozi@nhs.example');
    expect(sent.headers['location']).toBe(`${people}?invited=${id}`);
    expect(words((await siân.get(sent.headers['location'] ?? '')).text)).toMatch(
      /^Ngozi Harcastle is invited: the message goes to ngozi@nhs\.example\./,
    );
    expect(await page()).toContain(
      'Contributor Invited on Wednesday 18 March 2026 at 14:02, not signed in yet',
    );
    const [letter] = await lettersTo('ngozi@nhs.example');
    expect(letter?.paragraphs.slice(0, 2)).toEqual([
      'Siân Elwyn-Hughes invites you to answer for Kingfisher Children’s Community Services. Aldermoor and Wend is finding out how good support for parent-infant relationships is in each of its Places.',
      'Asked in Round 3, spring 2026: Maturity grid, Ferrow Vale; Maturity grid, Quillby; Service map.',
    ]);
    expect(letter?.moment?.what).toBe('Round 3, spring 2026 closes');
    expect((await deeds()).slice(-1)).toEqual(['colleague.invited']);

    const ngozi = await signedIn(anApp(database.db), database.db, 'ngozi@nhs.example');
    expect((await ngozi.get('/')).text).toContain('Ferrow Vale');
    const response = await system().response('kingfisher', 'ferrow-vale');
    expect((await ngozi.post(`/responses/${response}/submit`)).status).toBe(403);
    expect(await page()).toMatch(/Ngozi Harcastle \S+ Role Contributor Last signed in on/);
  });

  it('shows in the coordinator’s lists and in the audit trail, the agency’s own too', async () => {
    const colm = await as('colm');
    expect(words((await colm.get('/set-up/people')).text)).toContain(
      'Ngozi Harcastle ngozi@nhs.example Contributor, Kingfisher',
    );
    const told = 'Siân Elwyn-Hughes invited Ngozi Harcastle Contributor';
    expect(words((await colm.get('/audit')).text)).toContain(told);
    expect(words((await siân.get('/audit')).text)).toContain(told);
    expect(words((await (await as('tomos')).get('/audit')).text)).not.toContain('Ngozi');
  });

  it('invites again, not sooner than after ten minutes, and only who has not come yet', async () => {
    await invite('Ida Quill', 'ida@nhs.example');
    const id = await personId(database.db, 'ida@nhs.example');
    expect((await siân.get(people)).text).not.toContain(`/${id}/invite`);
    const soon = await siân.post(`${people}/${id}/invite`);
    expect([soon.status, words(soon.text)]).toEqual([
      429,
      expect.stringContaining(
        'Ida Quill was invited at 14:02. You can invite them again from 14:12.',
      ),
    ]);
    const later = anApp(database.db, { now: () => new Date(testTime.getTime() + 10 * 60_000) });
    const again = await signedIn(later, database.db, 'siân@aldermoor-and-wend.example');
    expect((await again.get(people)).text).toContain(`/${id}/invite`);
    expect((await again.post(`${people}/${id}/invite`)).status).toBe(303);
    expect(await lettersTo('ida@nhs.example')).toHaveLength(2);
    const here = await idOf('małgorzata');
    expect((await again.post(`${people}/${here}/invite`)).status).toBe(303);
    expect(await lettersTo('małgorzata@aldermoor-and-wend.example')).toEqual([]);
    expect((await deeds()).slice(-1)).toEqual(['colleague.invited-again']);
  });

  it('sees that a message could not be delivered', async () => {
    const of = { recipient: 'ida@nhs.example', kind: 'invitation' } as const;
    await database.db('messages').where(of).update({ status: 'failed', finished_at: testTime });
    expect(await page()).toContain('Not delivered Invited on Wednesday 18 March 2026 at 14:12.');
  });

  it.each([
    [{ name: '', email: 'x@example.org' }, '#name', 'Give a name'],
    [{ name: 'Eve', email: 'eve' }, '#email', 'Give one e-mail address'],
    [
      { name: 'Eve', email: 'MAŁGORZATA@aldermoor-and-wend.example' },
      '#email',
      'Małgorzata Wiśniewska answers for Kingfisher',
    ],
  ])('each fault leads to its field: %j', async (sent, href, text) => {
    const reply = await siân.post(people, sent);
    expect(reply.status).toBe(422);
    expect(reply.text).toContain(`<a href="${href}">${text}`);
    expect(reply.text).toContain(`value="${sent.name}"`);
  });

  it('tells a colleague of a quiet time that a message follows', async () => {
    await system().moveRound('published');
    await invite('Una Quiet', 'una@nhs.example');
    await system().moveRound('open');
    const [letter] = await lettersTo('una@nhs.example');
    expect(letter?.subject).toBe('Invitation: Aldermoor and Wend');
    expect(letter?.paragraphs[1]).toBe(
      'Nothing is asked at the moment. When a round opens, you get a message.',
    );
  });

  it('of a retired agency invites nobody', async () => {
    const own = { system_id: system().ids.systemId, slug: 'kingfisher' };
    await database.db('agencies').where(own).update({ retired_at: testTime });
    expect(await page()).not.toContain('Invite a colleague');
    expect((await siân.get(`${people}/new`)).status).toBe(409);
    expect((await invite('Eve', 'eve@example.org')).status).toBe(409);
    await database.db('agencies').where(own).update({ retired_at: null });
  });
});

describe('removing a colleague', () => {
  it('says what it does, counts from their next request, and is undone by an invitation', async () => {
    const małgorzata = await as('małgorzata');
    const response = `/responses/${await system().response('kingfisher', 'ferrow-vale')}`;
    expect((await małgorzata.get(response)).status).toBe(200);
    const remove = `${people}/${await idOf('małgorzata')}/remove`;
    const question = words((await siân.get(remove)).text);
    expect(question).toContain('Remove Małgorzata Wiśniewska?');
    expect(question).toContain('What they wrote stays, with their name.');
    expect(question).toContain('To undo it, invite them again.');
    const gone = await sendForm(siân, remove, {}, { form: 'su-confirm' });
    expect(gone.headers['location']).toBe(`${people}?removed=yes`);
    const after = await małgorzata.get(response);
    expect([after.status, after.headers['location']]).toEqual([
      303,
      `/sign-in?returnTo=${encodeURIComponent(response)}`,
    ]);
    expect((await siân.post(remove)).status).toBe(404);
    expect((await deeds()).slice(-1)).toEqual(['colleague.removed']);
    expect(await page()).not.toContain('Małgorzata');

    await invite('M. Wiśniewska', 'małgorzata@aldermoor-and-wend.example');
    expect((await małgorzata.get(response)).status).toBe(200);
  });

  it('[trust 16] takes no role but the contributor’s: leads, oneself too, are the coordinator’s', async () => {
    const own = `${people}/${await idOf('siân')}/remove`;
    for (const reply of [await siân.get(own), await siân.post(own)]) {
      expect(reply.status).toBe(403);
      expect(words(reply.text)).toContain(
        'You can’t remove yourself: you are the only agency lead of Kingfisher Children’s Community Services. Ask the coordinator, Colm Doyle.',
      );
    }
    await invite('Second Lead', 'second@nhs.example');
    const second = await personId(database.db, 'second@nhs.example');
    const of = { person_id: second, system_id: system().ids.systemId };
    await database.db('memberships').where(of).update({ role: 'agency-lead' });
    const reply = await siân.post(`${people}/${second}/remove`);
    expect([reply.status, words(reply.text)]).toEqual([
      403,
      expect.stringContaining('Second Lead is an agency lead, like you. Ask the coordinator'),
    ]);
    expect((await siân.get(people)).text).not.toContain(`${second}/remove`);
    expect(await rolesOf('second@nhs.example')).toEqual(['agency-lead']);
  });

  it('leaves what else somebody is', async () => {
    await invite('Bea', 'bea@aldermoor-and-wend.example');
    expect(await rolesOf('bea@aldermoor-and-wend.example')).toEqual(['reviewer', 'contributor']);
    const bea = await idOf('bea');
    expect((await siân.post(`${people}/${bea}/remove`)).status).toBe(303);
    expect(await rolesOf('bea@aldermoor-and-wend.example')).toEqual(['reviewer']);
  });
});

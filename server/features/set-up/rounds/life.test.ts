/** A round's steps: who is e-mailed, once; what is fixed; who may; what is refused. */
import { beforeAll, describe, expect, it } from 'vitest';
import { aComment } from '../../../../test/factories/check.ts';
import { sentBy } from '../../../../test/factories/html-form.ts';
import { createRound, sendForm, takeStep } from '../../../../test/factories/round-visit.ts';
import { signedOff } from '../../../../test/factories/sign-off.ts';
import { useSetUp, words } from '../../../../test/factories/set-up.ts';
import { aSystem } from '../../../../test/factories/system.ts';
import type { Visitor } from '../../../../test/factories/visitor.ts';
import { roundSteps } from '../../../domain/round/workflow.ts';

const { database, system, as, deeds } = useSetUp();
let colm: Visitor;
beforeAll(async () => {
  colm = await as('colm');
});

const roundOf = (slug: string) =>
  database.db('rounds').where({ system_id: system().ids.systemId, slug }).first();
const mails = (kind: 'invitation' | 'factual-check' | 'published') =>
  database.db('messages').where({ system_id: system().ids.systemId, kind });
const roundPage = async (slug: string): Promise<string> =>
  words((await colm.get(`/set-up/rounds/${slug}`)).text);
const editionsOf = async (slug: string) =>
  database.db('editions').where('round_id', (await roundOf(slug))?.id ?? '');
const commentOnQuillby = async (slug: string): Promise<void> =>
  aComment(database.db, system().ids, {
    roundId: (await roundOf(slug))?.id ?? '',
    place: 'quillby',
    agency: 'wendside',
    by: `tomos@${system().slug}.example`,
    text: 'We have four groups.',
  });
const answers = (slug: string) =>
  database
    .db('responses as r')
    .join('assignments as a', 'a.id', 'r.assignment_id')
    .join('rounds as ro', 'ro.id', 'a.round_id')
    .where({ 'ro.slug': slug, 'ro.system_id': system().ids.systemId });

describe('opening', () => {
  it('[trust 42] asks and invites everybody once, also when it is sent twice at once', async () => {
    const slug = await createRound(colm, { name: 'Opened once' });
    const address = `/set-up/rounds/${slug}/steps/open`;
    const question = (await colm.get(address)).text;
    expect(words(question)).toContain('Open the round? This can’t be taken back.');
    expect(words(question)).toContain('2 agencies are e-mailed: 3 invitations');
    const form = sentBy(question, 'su-confirm');
    const before = (await mails('invitation')).length;
    const replies = await Promise.all([colm.post(address, form), colm.post(address, form)]);
    for (const { headers } of replies) {
      expect(headers['location']).toBe(`/set-up/rounds/${slug}?done=open`);
    }
    expect((await mails('invitation')).length - before).toBe(3);
    expect((await deeds()).filter((act) => act === 'round.opened')).toHaveLength(1);
    expect(await answers(slug)).toHaveLength(5);
    const round = await roundOf(slug);
    expect(round).toMatchObject({ status: 'open', revision: 1 });
    expect(round?.opens_at?.toISOString()).toBe('2026-03-18T14:02:00.000Z');
    const siân = await as('siân');
    expect((await siân.get('/')).text).toContain('Opened once');
  });

  it('mails nobody of an agency on paper, and keeps what the agencies were', async () => {
    const slug = await createRound(colm, { name: 'Half on paper' });
    await database.db('agencies').where({ slug: 'wendside' }).update({ on_paper: true });
    expect(await roundPage(slug)).toContain('1 agency answers on paper: nobody there is e-mailed');
    const before = (await mails('invitation')).length;
    await takeStep(colm, slug, 'open');
    expect((await mails('invitation')).length - before).toBe(2);
    await database.db('agencies').where({ slug: 'wendside' }).update({ on_paper: false });
    const round_id = (await roundOf(slug))?.id ?? '';
    expect(await database.db('round_agency_places').where({ round_id })).toHaveLength(3);
  });

  it('is refused to whoever saw another draft than there is now', async () => {
    const slug = await createRound(colm, { name: 'Changed before' });
    const address = `/set-up/rounds/${slug}/steps/open`;
    const form = sentBy((await colm.get(address)).text, 'su-confirm');
    await sendForm(colm, `/set-up/rounds/${slug}/edit`, { quorum: '9' });
    const reply = await colm.post(address, form);
    expect(reply.status).toBe(409);
    expect(words(reply.text)).toContain('This round has changed since you opened the page');
    expect(await roundOf(slug)).toMatchObject({ status: 'draft' });
  });

  it('waits for a closing time that is still to come, and says so', async () => {
    const slug = await createRound(colm, { name: 'Too late' });
    await database
      .db('rounds')
      .where({ slug })
      .update({ closes_at: new Date('2026-03-18T14:00:00Z') });
    expect(await roundPage(slug)).toContain('Needed Its closing time has passed');
    expect((await colm.get(`/set-up/rounds/${slug}/steps/open`)).headers['location']).toBe(
      `/set-up/rounds/${slug}`,
    );
    const revision = String((await roundOf(slug))?.revision);
    const reply = await colm.post(`/set-up/rounds/${slug}/steps/open`, { revision });
    expect(reply.status).toBe(409);
    expect(await roundOf(slug)).toMatchObject({ status: 'draft' });
  });
});

describe('the whole life of a round', () => {
  it('goes step by step, there and back, and mails everybody once at publication', async () => {
    const slug = await createRound(colm, { name: 'A whole life' });
    await takeStep(colm, slug, 'open');
    expect(await roundPage(slug)).toContain('Needed No response is in yet');
    const [first = ''] = await answers(slug).pluck<string[]>('r.id');
    await database
      .db('responses')
      .where({ id: first })
      .update({ status: 'submitted', submitted_at: new Date('2026-03-18T13:00:00Z') });
    const statusAfter = async (step: string) => {
      await takeStep(colm, slug, step);
      return (await roundOf(slug))?.status;
    };
    expect(await statusAfter('close')).toBe('in-review');
    expect(await statusAfter('reopen')).toBe('open');
    expect(await statusAfter('close')).toBe('in-review');
    expect(await statusAfter('check')).toBe('factual-check');
    const asked = await mails('factual-check').orderBy('recipient');
    expect(asked.map(({ recipient }) => recipient.split('@')[0])).toEqual([
      'małgorzata',
      'siân',
      'tomos',
    ]);
    expect((await roundOf(slug))?.factual_check_ends_at?.toISOString()).toBe(
      '2026-03-28T14:02:00.000Z',
    );
    expect(await statusAfter('resume')).toBe('in-review');
    expect(await statusAfter('check')).toBe('factual-check');
    expect(await roundPage(slug)).toContain('Needed Not signed off: Ferrow Vale and Quillby');
    expect(
      (await colm.post(`/set-up/rounds/${slug}/steps/publish`, { revision: '6' })).status,
    ).toBe(409);
    await signedOff(database.db, slug);
    await commentOnQuillby(slug);
    const advice = 'Without an answer: 1 comment on Quillby.';
    expect(await roundPage(slug)).toContain(`Note ${advice}`);
    const { text } = await colm.get(`/set-up/rounds/${slug}/steps/publish`);
    const question = words(text);
    expect(question).toContain(advice);
    expect(text).toContain(`href="/rounds/${slug}/places/quillby/check"`);
    expect(question).toContain('7 people are e-mailed: everybody with a role in the system.');
    expect(question).toContain('publishing now cuts it short');
    expect(await statusAfter('publish')).toBe('published');
    expect(await mails('published')).toHaveLength(7);
    const publishedAt = new Date('2026-03-18T14:02:00.000Z');
    expect((await roundOf(slug))?.published_at).toEqual(publishedAt);
    expect(await editionsOf(slug)).toMatchObject([{ number: 1, published_at: publishedAt }]);
    expect(await statusAfter('archive')).toBe('archived');
    expect((await deeds()).slice(-8)).toEqual([
      'round.closed',
      'round.reopened',
      'round.closed',
      'round.check-begun',
      'round.review-resumed',
      'round.check-begun',
      'round.published',
      'round.archived',
    ]);
    expect(await roundPage(slug)).not.toContain('Next:');
  });

  it('takes no step that the table does not have from there', async () => {
    const slug = await createRound(colm, { name: 'Out of turn' });
    for (const step of roundSteps.filter((one) => one !== 'open')) {
      const address = `/set-up/rounds/${slug}/steps/${step}`;
      expect((await colm.get(address)).headers['location']).toBe(`/set-up/rounds/${slug}`);
      expect([step, (await colm.post(address, { revision: '0' })).status]).toEqual([step, 409]);
    }
    expect(await roundOf(slug)).toMatchObject({ status: 'draft', revision: 0 });
  });
});

const gets = ['', '/edit', '/delete', '/steps/close', '/extend', '/agencies'].map(
  (path) => `/set-up/rounds/spring-2026${path}`,
);
const withdrawing = '/set-up/rounds/spring-2026/agencies/kingfisher/withdraw';

describe('who may', () => {
  it.each(['siân', 'małgorzata', 'amina', 'ifeoma'])(
    '[trust 10] rounds are the coordinator’s: %s sees and does nothing',
    async (name) => {
      const visitor = await as(name);
      for (const path of [...gets, withdrawing, '/set-up/rounds', '/set-up/rounds/new']) {
        expect([path, (await visitor.get(path)).status]).toEqual([path, 403]);
      }
      for (const path of [...gets, withdrawing, '/set-up/rounds']) {
        if (path.endsWith('spring-2026')) continue;
        expect([path, (await visitor.post(path, { revision: '0' })).status]).toEqual([path, 403]);
      }
    },
  );

  it('[trust 11] another system’s round is not found, like a missing one', async () => {
    await aSystem(database.db, { slug: 'elsewhere' });
    await database
      .db('rounds')
      .where({ slug: 'spring-2026' })
      .whereNot({
        system_id: system().ids.systemId,
      })
      .update({ slug: 'foreign' });
    for (const slug of ['foreign', 'missing']) {
      const mine = [...gets, withdrawing].map((path) => path.replace('spring-2026', slug));
      for (const path of mine) expect([path, (await colm.get(path)).status]).toEqual([path, 404]);
      for (const path of mine.slice(1)) {
        const fields = path.endsWith('/delete') ? {} : { revision: '0' };
        expect([path, (await colm.post(path, fields)).status]).toEqual([path, 404]);
      }
      expect((await colm.get(`/set-up/rounds/new?from=${slug}`)).status).toBe(404);
    }
    const unknown = '/set-up/rounds/spring-2026/agencies/nobody/withdraw';
    expect((await colm.get(unknown)).status).toBe(404);
    expect((await colm.get('/set-up/rounds/spring-2026/steps/vanish')).status).toBe(404);
  });

  it('[trust 12] a field that a page does not have is refused', async () => {
    for (const path of ['/steps/close', '/extend', '/agencies', '/delete']) {
      const reply = await colm.post(`/set-up/rounds/spring-2026${path}`, {
        revision: '0',
        status: 'published',
      });
      expect([path, reply.status]).toEqual([path, 400]);
    }
    expect((await colm.post('/set-up/rounds', { status: 'open' })).status).toBe(400);
    expect((await colm.post(withdrawing, { status: 'open' })).status).toBe(400);
  });
});

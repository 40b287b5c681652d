import { beforeEach, describe, expect, it } from 'vitest';
import { fillGrid } from '../../../test/factories/answers.ts';
import { useDatabase } from '../../../test/config/database.ts';
import { changed, sentBy } from '../../../test/factories/html-form.ts';
import { aSystem, type TestSystem } from '../../../test/factories/system.ts';
import { everybody, type Visitors } from '../../../test/factories/visitors.ts';
import { grantScope, type Scope } from '../../domain/access/scope.ts';
import { idOf } from '../set-up/set-up.queries.ts';
import { markAsPaper } from '../../db/paper.queries.ts';
import { returnResponse } from './return.queries.ts';
import { submitResponse } from './submit.queries.ts';

const database = useDatabase();
const section = '/sections/financial-investment';
let system: TestSystem;
let as: Visitors;
let id: string;
let count = 0;

beforeEach(async () => {
  count += 1;
  const slug = `system-${count}`;
  system = await aSystem(database.db, { slug });
  as = await everybody(database.db, slug);
  id = await system.response('kingfisher', 'ferrow-vale');
  await fillGrid(database.db, {
    systemId: system.ids.systemId,
    responseId: id,
    personId: system.ids.people.get(`siân@${slug}.example`) ?? '',
    level: 2,
    except: [],
  });
});

/** Colm Doyle, the coordinator. */
const coordinator = (): Scope =>
  grantScope({
    personId: idOf(system.ids.people, `colm@${system.slug}.example`),
    personName: 'Colm Doyle',
    systemId: system.ids.systemId,
    systemName: system.slug,
    systemSlug: system.slug,
    fictional: true,
    memberships: [{ role: 'coordinator', agencyId: null, placeIds: [], isChair: false }],
  });
const giveBack = async (reason: string): Promise<void> => {
  const now = new Date('2026-03-16T10:00:00Z');
  await database.db.transaction((trx) =>
    returnResponse(trx, coordinator(), { responseId: id, reason, now }),
  );
};
const stateOf = () => database.db('responses').where({ id }).first();
const at = (rest: string): string => `/responses/${id}${rest}`;
async function acts(): Promise<string[]> {
  const rows = await database
    .db('audit_events')
    .where({ system_id: system.ids.systemId })
    .orderBy('id')
    .select('act');
  return rows.map(({ act }) => act);
}

describe('answers that were returned', () => {
  it('can be written and submitted again, after the round has closed too', async () => {
    await as('Siân').post(at('/submit'));
    await system.moveRound('in-review');
    await giveBack('The evidence of two domains is the same.');
    const form = sentBy((await as('Małgorzata').get(at(section))).text, 'answers');
    const saved = await as('Małgorzata').post(
      at(section),
      changed(form, { 'financial-investment_evidence': 'Mended' }),
    );
    expect(saved.status).toBe(303);
    expect((await as('Siân').post(at('/submit'))).headers['location']).toBe(at('/submitted'));
    expect(await acts()).toEqual(['response.submitted', 'response.returned', 'response.submitted']);
  });

  it('say who returned them and why, until they are submitted again', async () => {
    await as('Siân').post(at('/submit'));
    await giveBack('The evidence of two domains is the same.');
    expect((await as('Małgorzata').get(at(''))).text).toContain(
      'Colm Doyle returned it on 16 March 2026: “The evidence of two domains is the same.”',
    );
    await as('Siân').post(at('/submit'));
    expect((await as('Małgorzata').get(at(''))).text).not.toContain('returned it');
  });

  it('were submitted before, and are not published yet', async () => {
    await expect(giveBack('Too early.')).rejects.toThrow('Only a submitted response');
    await as('Siân').post(at('/submit'));
    await system.moveRound('published');
    await expect(giveBack('Too late.')).rejects.toThrow('until publication');
    expect(await stateOf()).toMatchObject({ status: 'submitted', return_reason: null });
  });
});

describe('returning', () => {
  const reason = 'The <b>evidence</b> of two domains is the same.';
  const mails = () =>
    database
      .db('messages')
      .where({ system_id: system.ids.systemId, kind: 'returned' })
      .orderBy('recipient')
      .select('recipient', 'subject', 'content');
  beforeEach(async () => {
    await as('Siân').post(at('/submit'));
    await system.moveRound('in-review');
  });

  it.each(['Colm', 'Amina'])(
    'is asked for on the response’s page, with a reason, by %s; everybody who answers is e-mailed without it',
    async (name) => {
      expect((await as(name).get(at(''))).text).toContain(`href="${at('/return')}"`);
      const { text } = await as(name).get(at('/return'));
      expect(text).toContain('2 people are e-mailed: Małgorzata Wiśniewska and Siân Elwyn-Hughes.');
      const sent = await as(name).post(at('/return'), { reason });
      expect([sent.status, sent.headers['location']]).toEqual([303, at('/returned')]);
      const done = await as(name).get(at('/returned'));
      expect(done.text).toContain('Returned: Maturity grid, Ferrow Vale');
      expect(done.text).toContain('The &lt;b&gt;evidence&lt;/b&gt; of two domains is the same.');
      const own = (await as('Siân').get(at(''))).text;
      expect(own).toContain('returned it on 18 March 2026: “The &lt;b&gt;evidence&lt;/b&gt;');
      expect((await mails()).map(({ recipient, subject }) => [recipient, subject])).toEqual(
        ['małgorzata', 'siân'].map((who) => [
          `${who}@${system.slug}.example`,
          'Returned to you: Maturity grid, Ferrow Vale',
        ]),
      );
      expect(JSON.stringify(await mails())).not.toContain('evidence');
    },
  );

  it('is a link away from the Place’s page, for those who may see names', async () => {
    const place = '/rounds/spring-2026/places/ferrow-vale/report';
    for (const name of ['Colm', 'Amina']) {
      expect((await as(name).get(place)).text).toContain(`href="${at('/check')}"`);
      expect((await as(name).get(at('/check'))).text).toContain(`href="${at('/return')}"`);
    }
    await system.moveRound('published');
    expect((await as('Ifeoma').get(place)).text).not.toContain('/responses/');
    expect((await as('Colm').get(at('/check'))).text).not.toContain(at('/return'));
  });

  it('[trust 42] twice at once is one return, one mail each and one audit row', async () => {
    const both = await Promise.all([
      as('Colm').post(at('/return'), { reason }),
      as('Colm').post(at('/return'), { reason }),
    ]);
    expect(both.map(({ headers }) => headers['location'])).toEqual([
      at('/returned'),
      at('/returned'),
    ]);
    expect(await mails()).toHaveLength(2);
    const returns = await database
      .db('audit_events')
      .where({ subject_id: id, act: 'response.returned' });
    expect(returns.map(({ details }) => details)).toEqual([{ reason }]);
    expect((await as('Colm').post(at('/return'), { reason })).status).toBe(303);
    expect(await mails()).toHaveLength(2);
  });

  it('asks for a reason, and keeps one that is too long', async () => {
    const empty = await as('Colm').post(at('/return'), { reason: '  ' });
    expect(empty.status).toBe(422);
    expect(empty.text).toContain('Say why: the agency reads it');
    const long = await as('Colm').post(at('/return'), { reason: 'x'.repeat(1001) });
    expect(long.text).toContain('The reason is longer than 1000 characters: shorten it');
    expect(long.text).toContain('x'.repeat(1001));
    expect(await mails()).toEqual([]);
    const added = await as('Colm').post(at('/return'), { reason, status: 'draft' });
    expect(added.status).toBe(400);
  });

  it('[trust 10, 11] is the coordinator’s and the chair’s, of what they may read', async () => {
    for (const name of ['Siân', 'Małgorzata', 'Tomos', 'Ifeoma']) {
      expect((await as(name).get(at('/return'))).status).toBe(403);
      expect((await as(name).post(at('/return'), { reason })).status).toBe(403);
    }
    // Bea reviews another Place; who reviews this one, and is not the chair, is refused.
    expect((await as('Bea').post(at('/return'), { reason })).status).toBe(404);
    await database
      .db('memberships')
      .where({ system_id: system.ids.systemId, is_chair: true })
      .update({ is_chair: false });
    expect((await as('Amina').post(at('/return'), { reason })).status).toBe(403);
    expect((await as('Amina').get(at(''))).text).not.toContain(at('/return'));
    const elsewhere = await aSystem(database.db, { slug: `elsewhere-${count}` });
    const foreign = await elsewhere.response('kingfisher', 'ferrow-vale');
    for (const id of [foreign, '00000000-0000-4000-8000-000000000000']) {
      expect((await as('Colm').get(`/responses/${id}/return`)).status).toBe(404);
      expect((await as('Colm').get(`/responses/${id}/returned`)).status).toBe(404);
    }
    expect(await stateOf()).toMatchObject({ status: 'submitted' });
  });

  it('[trust 43] beside a submission has one order, whoever comes first', async () => {
    await giveBack('First.');
    for (let turn = 0; turn < 8; turn += 1) {
      const before = (await acts()).length;
      await Promise.all([
        as('Siân').post(at('/submit')),
        as('Colm').post(at('/return'), { reason }),
      ]);
      const status = (await stateOf())?.status;
      const last = (await acts()).slice(before).at(-1);
      expect(last).toBe(status === 'submitted' ? 'response.submitted' : 'response.returned');
      if (status === 'submitted') await giveBack('Again.');
    }
  });
});

describe('answers that came on paper', () => {
  it('say so on every page, and who keyed them in', async () => {
    const scope = coordinator();
    const now = new Date('2026-03-14T10:00:00Z');
    await database.db.transaction(async (trx) => {
      await markAsPaper(trx, scope, { responseId: id, now });
      await submitResponse(trx, scope, { responseId: id, now });
    });
    const words = 'on paper, keyed in by Colm Doyle';
    for (const page of ['', section, '/check', '/submitted']) {
      expect((await as('Siân').get(at(page))).text).toContain(words);
    }
    const { text } = await as('Colm').get(at(section));
    expect(text).toContain(`Submitted on Saturday 14 March 2026 at 10:00, ${words}.`);
    const place = await as('Colm').get('/rounds/spring-2026/places/ferrow-vale/report');
    expect(place.text).toContain(`Submitted 14\u00a0March\u00a02026, ${words}`);
    expect(await acts()).toEqual(['response.keyed-in', 'response.submitted']);
  });
});

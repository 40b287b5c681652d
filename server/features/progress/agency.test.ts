/** One agency's progress: the coordinator's page of any, an agency lead's page of their own. */
import { beforeAll, describe, expect, it } from 'vitest';
import { begin, submit, undelivered } from '../../../test/factories/progress.ts';
import { useSetUp, words } from '../../../test/factories/set-up.ts';
import type { Visitor } from '../../../test/factories/visitor.ts';

const { database, system, as } = useSetUp();
const page = (agency: string): string => `/rounds/spring-2026/progress/${agency}`;
const address = (name: string): string => `${name}@aldermoor-and-wend.example`;
let colm: Visitor;
let siân: Visitor;
beforeAll(async () => {
  colm = await as('colm');
  siân = await as('siân');
  const response = await system().response('kingfisher', 'ferrow-vale');
  await begin(database.db, system(), response, { by: address('małgorzata'), levels: 9 });
  await submit(database.db, system(), await system().response('kingfisher', 'quillby'), {
    by: address('siân'),
    at: new Date('2026-03-16T10:00:00Z'),
  });
  const error = '550 5.1.1 unknown';
  await undelivered(database.db, system(), { agency: 'kingfisher', email: address('siân'), error });
});
const said = async (visitor: Visitor, agency = 'kingfisher'): Promise<string> =>
  words((await visitor.get(page(agency))).text);

describe('an agency lead', () => {
  it('sees what is missing, how much is there, and who was there last', async () => {
    const text = await said(siân);
    expect(text).toContain(
      '1 of 3 answers are submitted. The round closes on Friday 27 March 2026',
    );
    expect(text).toContain('Maturity grid, Ferrow Vale Under way, 9 of 11');
    expect(text).toContain('Missing Co-ordination across the system; Outcomes and impact');
    expect(text).toContain('Last change Małgorzata Wiśniewska, 9 March');
    expect(text).toContain('Health visiting in Ferrow Vale; Health visiting in Quillby');
    expect(text).toContain(`Siân Elwyn-Hughes Agency lead, can submit ${address('siân')}`);
  });

  it('sees the same figures as the coordinator', async () => {
    const figures = (text: string): string[] => text.match(/\d+ of \d+/g) ?? [];
    expect(figures(await said(siân))).toEqual(figures(await said(colm)));
    const list = words((await colm.get('/rounds/spring-2026/progress')).text);
    expect(list).toContain('Ferrow Vale Under way 9 of 11');
  });

  it('comes to it from the start page', async () => {
    expect((await siân.get('/')).text).toContain(`href="${page('kingfisher')}"`);
    expect((await (await as('małgorzata')).get('/')).text).not.toContain('/progress/');
  });

  it('[trust 11] does not see another agency’s: it is answered like one that is not there', async () => {
    const missing = await siân.get(page('nowhere'));
    for (const agency of ['wendside', '__proto__', '%00']) {
      const { status, text } = await siân.get(page(agency));
      expect([agency, status, text]).toEqual([agency, 404, missing.text]);
    }
    expect((await siân.get('/rounds/nowhere/progress/kingfisher')).text).toBe(missing.text);
  });

  it('does not read the coordinator’s note, nor what came of the mails', async () => {
    await database
      .db('agencies')
      .where({ slug: 'kingfisher' })
      .update({ note: 'Ring 01632 960114' });
    expect(await said(siân)).not.toContain('01632 960114');
    expect(await said(siân)).not.toContain('address unknown');
    const text = await said(colm);
    expect(text).toContain('Your note: Ring 01632 960114');
    expect(text).toContain('Did not arrive: address unknown, 2 March (550 5.1.1 unknown)');
  });
});

it.each([
  ['małgorzata', 403],
  ['amina', 403],
  ['ifeoma', 403],
  ['colm', 200],
])('%s is answered %i', async (name, status) => {
  expect((await (await as(name)).get(page('kingfisher'))).status).toBe(status);
});

it('an agency that is not asked, or asked for nothing any more, has none', async () => {
  const id = await system().response('wendside');
  const grid = await system().response('wendside', 'ferrow-vale');
  expect((await colm.get(page('wendside'))).status).toBe(200);
  await database.db('responses').whereIn('id', [id, grid]).update({ status: 'withdrawn' });
  expect((await colm.get(page('wendside'))).status).toBe(404);
});

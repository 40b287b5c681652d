import { beforeEach, describe, expect, it } from 'vitest';
import { fillGrid } from '../../../test/factories/answers.ts';
import { useDatabase } from '../../../test/config/database.ts';
import { changed, sentBy } from '../../../test/factories/html-form.ts';
import { aSystem, type TestSystem } from '../../../test/factories/system.ts';
import { everybody, type Visitors } from '../../../test/factories/visitors.ts';
import { grantScope, type Scope } from '../../domain/access/scope.ts';
import { idOf } from '../set-up/set-up.queries.ts';
import { markAsPaper } from './paper.queries.ts';
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

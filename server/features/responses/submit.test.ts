import { beforeEach, describe, expect, it } from 'vitest';
import { fillGrid } from '../../../test/factories/answers.ts';
import { useDatabase } from '../../../test/config/database.ts';
import { changed, sentBy } from '../../../test/factories/html-form.ts';
import { takeStep } from '../../../test/factories/round-visit.ts';
import { aSystem, type TestSystem } from '../../../test/factories/system.ts';
import { testTime } from '../../../test/factories/visitor.ts';
import { everybody, type Visitors } from '../../../test/factories/visitors.ts';

const database = useDatabase();
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
});

const fill = async (except: readonly string[] = [], responseId = id) =>
  fillGrid(database.db, {
    systemId: system.ids.systemId,
    responseId,
    personId: system.ids.people.get(`siân@${system.slug}.example`) ?? '',
    level: 2,
    except,
  });
const stateOf = () => database.db('responses').where({ id }).first();
const audit = () =>
  database
    .db('audit_events')
    .where({ system_id: system.ids.systemId })
    .orderBy('id')
    .select('act', 'subject_id');
const mail = () =>
  database
    .db('messages')
    .where({ system_id: system.ids.systemId })
    .select('kind', 'recipient', 'subject', 'content', 'queued_at');
const at = (rest: string): string => `/responses/${id}${rest}`;

describe('checking', () => {
  it('shows every answer as it reads, with a way to change it that leads back', async () => {
    await fill();
    const { text } = await as('Małgorzata').get(at('/check'));
    expect(text).toContain('Financial investment');
    expect(text).toContain('Early growth');
    expect(text).toContain('Minutes of March');
    expect(text).toContain(`href="${at('/sections/financial-investment')}?from=check"`);
    expect(text).toContain('Nothing is missing. An agency lead can submit it.');
    expect(text).not.toContain('missing before this can be submitted');
  });

  it('lists what is missing, each with a link to the control that would mend it', async () => {
    await fill(['financial-investment']);
    const { text } = await as('Siân').get(at('/check'));
    expect(text).toContain('1 thing is missing before this can be submitted');
    expect(text).toContain(
      `href="${at('/sections/financial-investment')}?from=check#financial-investment_level"`,
    );
    expect(text).toContain('Choose a level for “Financial investment”');
    expect(text).toContain('here once nothing is missing.');
    expect(text).not.toContain(`action="${at('/submit')}"`);
  });

  it('says of each part who changed it last', async () => {
    await fill();
    const { text } = await as('Małgorzata').get(at('/check'));
    expect(text).toContain('Last changed by Siân Elwyn-Hughes');
    const submitted = await as('Colm').get(at('/check'));
    expect(submitted.text).not.toContain('Last changed by');
  });

  it('tells a contributor who can submit', async () => {
    await fill();
    const { text } = await as('Małgorzata').get(at('/check'));
    expect(text).toContain('Only an agency lead can submit: Siân Elwyn-Hughes.');
    expect(text).not.toContain(`action="${at('/submit')}"`);
  });
});

describe('submitting', () => {
  it('is refused while something is missing, and says what', async () => {
    await fill(['financial-investment']);
    const refused = await as('Siân').post(at('/submit'));
    expect(refused.status).toBe(422);
    expect(refused.text).toContain('<title>Error: Check your answers');
    expect(refused.text).toContain('nhsuk-error-summary');
    expect(await stateOf()).toMatchObject({ status: 'draft', submitted_at: null });
    expect(await audit()).toEqual([]);
    expect(await mail()).toEqual([]);
  });

  it('freezes the answers, says so and what happens next', async () => {
    await fill();
    const sent = await as('Siân').post(at('/submit'));
    expect([sent.status, sent.headers['location']]).toEqual([303, at('/submitted')]);
    expect(await stateOf()).toMatchObject({
      status: 'submitted',
      submitted_by: system.ids.people.get(`siân@${system.slug}.example`),
    });
    expect(await audit()).toEqual([{ act: 'response.submitted', subject_id: id }]);
    const { text } = await as('Siân').get(at('/submitted'));
    expect(text).toContain('Submitted: Maturity grid, Ferrow Vale');
    expect(text).toContain('What happens next');
    expect(text).toContain('Maturity grid, Quillby');
  });

  it('[trust 42] twice at once is one submission, one mail and one audit row', async () => {
    await fill();
    const both = await Promise.all([
      as('Siân').post(at('/submit')),
      as('Siân').post(at('/submit')),
    ]);
    expect(both.map(({ status, headers }) => [status, headers['location']])).toEqual([
      [303, at('/submitted')],
      [303, at('/submitted')],
    ]);
    expect(await audit()).toHaveLength(1);
    expect(await mail()).toHaveLength(1);
    expect((await stateOf())?.revision).toBe(1);
  });

  it('[trust 43] at the moment of the closing is before it or is refused: the audit trail has one order', async () => {
    const round = `/set-up/rounds/${system.roundSlug}`;
    // A round with nothing submitted does not close.
    const other = await system.response('wendside');
    await database
      .db('responses')
      .where({ id: other })
      .update({ status: 'submitted', submitted_at: testTime });
    await fill();
    for (let turn = 0; turn < 12; turn += 1) {
      const known = (await audit()).length;
      const close = sentBy((await as('Colm').get(`${round}/steps/close`)).text, 'su-confirm');
      // Now the one sets out first, now the other.
      const submit = () => as('Siân').post(at('/submit'));
      const end = () => as('Colm').post(`${round}/steps/close`, close);
      const deeds = turn % 2 === 0 ? [submit(), end()] : [end(), submit()].reverse();
      const [sent, closed] = await Promise.all(deeds);
      expect(closed?.headers['location']).toBe(`${round}?done=in-review`);
      const acts = (await audit()).slice(known).map(({ act }) => act);
      const isIn = (await stateOf())?.status === 'submitted';
      expect(sent?.status).toBe(isIn ? 303 : 409);
      expect(acts.includes('response.submitted')).toBe(isIn);
      if (isIn) {
        expect(acts.indexOf('response.submitted')).toBeLessThan(acts.indexOf('round.closed'));
      }
      await takeStep(as('Colm'), system.roundSlug, 'reopen');
      await database.db('responses').where({ id }).update({ status: 'draft', submitted_at: null });
    }
  });

  it('[trust 56] mails a receipt to whoever submitted, with nobody’s answers in it', async () => {
    await fill();
    const canary = 'Canary in the evidence';
    await database
      .db('answers')
      .where({ response_id: id, item_id: 'financial-investment' })
      .update({ value: JSON.stringify({ level: 2, evidence: canary, criteria: {} }) });
    await as('Siân').post(at('/submit'));
    const [receipt, ...more] = await mail();
    expect(more).toEqual([]);
    expect(receipt).toMatchObject({
      kind: 'submitted',
      recipient: `siân@${system.slug}.example`,
      subject: 'Submitted: Maturity grid, Ferrow Vale',
      queued_at: testTime,
    });
    const said = JSON.stringify(receipt?.content);
    expect(said).toContain('You submitted “Maturity grid, Ferrow Vale” for Kingfisher');
    expect(said).toContain(`"path":"${at('/submitted')}"`);
    expect(said).not.toMatch(/Canary|Early growth|Minutes of March/);
  });

  it('is the lead’s: a contributor is refused, also by hand', async () => {
    await fill();
    expect((await as('Małgorzata').post(at('/submit'))).status).toBe(403);
    expect(await stateOf()).toMatchObject({ status: 'draft' });
  });

  it('is over once the round has closed', async () => {
    await fill();
    await system.moveRound('in-review');
    const refused = await as('Siân').post(at('/submit'));
    expect(refused.status).toBe(409);
    expect(refused.text).toContain('The round has closed');
    expect(await stateOf()).toMatchObject({ status: 'draft' });
    expect(await mail()).toEqual([]);
  });
});

describe('submitted answers', () => {
  const section = '/sections/financial-investment';

  it('can be read and not written; what came too late is shown, so that it can be copied', async () => {
    await fill();
    const open = sentBy((await as('Małgorzata').get(at(section))).text, 'answers');
    await as('Siân').post(at('/submit'));
    const read = await as('Małgorzata').get(at(section));
    expect(read.text).toContain('Submitted by Siân Elwyn-Hughes on');
    expect(read.text).toContain('ask the coordinator to return it');
    expect(read.text).not.toContain('Save and continue');

    const words = 'Too late, and not lost';
    const late = await as('Małgorzata').post(
      at(section),
      changed(open, { 'financial-investment_evidence': words }),
    );
    expect(late.status).toBe(409);
    expect(late.text).toContain('Not saved: these answers can’t be changed now');
    expect(late.text).toContain(words);
    const stored = await database
      .db('answers')
      .where({ response_id: id, item_id: 'financial-investment' })
      .first();
    expect(stored?.revision).toBe(1);
  });

  it('[trust 41] a save beside a submission is in, or visibly refused', async () => {
    await fill();
    const form = sentBy((await as('Małgorzata').get(at(section))).text, 'answers');
    const [, saved] = await Promise.all([
      as('Siân').post(at('/submit')),
      as('Małgorzata').post(at(section), changed(form, { 'financial-investment_level': '1' })),
    ]);
    const stored = await database
      .db('answers')
      .where({ response_id: id, item_id: 'financial-investment' })
      .first();
    // Level 1 without a reason would make the response incomplete: then it is the submission that is refused.
    expect([saved.status, stored?.level]).toEqual(saved.status === 303 ? [303, 1] : [409, 2]);
    const { status } = (await stateOf()) ?? {};
    expect(status).toBe(saved.status === 303 ? 'draft' : 'submitted');
  });
});

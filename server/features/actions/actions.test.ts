import { randomUUID } from 'node:crypto';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { useDatabase } from '../../../test/config/database.ts';
import { anAction } from '../../../test/factories/actions.ts';
import { changed, sentBy, type Pairs } from '../../../test/factories/html-form.ts';
import { aSystem, type TestSystem } from '../../../test/factories/system.ts';
import { everybody, type Visitors } from '../../../test/factories/visitors.ts';
import { isStuck } from '../../domain/actions/action.ts';

const database = useDatabase();
let system: TestSystem;
let visitors: Visitors;
const colm = 'colm@aldermoor-and-wend.example';

beforeAll(async () => {
  system = await aSystem(database.db, { roundStatus: 'in-review' });
  visitors = await everybody(database.db);
});
beforeEach(() => system.moveRound('in-review'));

const raised = (what: string, more = {}): Promise<string> =>
  anAction(database.db, system, { what, place: 'quillby', by: colm, ...more });

const formOf = async (name: string, path: string): Promise<Pairs> =>
  sentBy((await visitors(name).get(path)).text, 'ac-form');

describe('raising an action', () => {
  const from =
    '/actions/new?place=quillby&source=domain&item=financial-investment&round=spring-2026';

  it('starts from what the next level of a domain asks for, and takes over what is ticked', async () => {
    const form = await formOf('Amina', from);
    const { text } = await visitors('Amina').get(from);
    const first = /name="criteria" value="([^"]+)"/.exec(text)?.[1] ?? '';
    expect(form).toContainEqual(['level', '1']);
    const sent = changed(form, {
      what: 'Write a business case',
      agency: 'kingfisher',
      criteria: first,
      due: '31/3/2027',
    });
    const answer = await visitors('Amina').post('/actions', sent);
    expect(answer.status).toBe(303);
    const { text: page } = await visitors('Amina').get(String(answer.headers['location']));
    for (const said of ['31 March 2027', 'Financial investment', 'Kingfisher', 'Foundations']) {
      expect(page).toContain(said);
    }
    // Sent twice, there is still one.
    await visitors('Amina').post('/actions', sent);
    const { text: list } = await visitors('Amina').get('/actions');
    expect(list.match(/>Write a business case</g)).toHaveLength(1);
  });

  it('is not there for results that are not there for the person', async () => {
    expect((await visitors('Ifeoma').get(from)).status).toBe(404);
    expect((await visitors('Bea').get(from.replace('quillby', 'ferrow-vale'))).status).toBe(404);
    await system.moveRound('published');
    expect((await visitors('Ifeoma').get(from)).status).toBe(200);
  });

  it('names what is wrong, and keeps what was typed', async () => {
    const form = await formOf('Ifeoma', '/actions/new');
    const sent = changed(form, { what: '', due: '31/2/2027', note: 'Kept' });
    const answer = await visitors('Ifeoma').post('/actions', sent);
    expect(answer.status).toBe(422);
    expect(answer.text).toContain('Say what is to be done');
    expect(answer.text).toContain('Give a day that there is');
    expect(answer.text).toContain('Kept');
  });
});

describe('[trust 10] an action raised from results that are not published', () => {
  const telling = [
    'Good progress',
    'Financial investment',
    'A board owns the budget',
    'Spring',
    'Round 3',
  ];
  const about = {
    aimedLevel: 3,
    criteria: [{ id: 'c1', text: 'A board owns the budget' }],
  } as const;

  it('is told to nobody but the coordinator, the Place’s reviewers and its owners', async () => {
    const what = `Hidden ${randomUUID()}`;
    const id = await raised(what, { agency: 'kingfisher', ...about });
    for (const name of ['Tomos', 'Ifeoma']) {
      expect((await visitors(name).get(`/actions/${id}`)).status).toBe(404);
      for (const list of ['/actions', '/actions.csv']) {
        const { text } = await visitors(name).get(list);
        expect(text).not.toContain(what);
      }
      expect((await visitors(name).get(`/actions?status=all`)).text).not.toContain(what);
    }
    for (const name of ['Colm', 'Bea']) {
      expect((await visitors(name).get(`/actions/${id}`)).text).toContain('Good progress');
    }
  });

  it('shows its owners what to do and by when, without where it comes from', async () => {
    const what = `Ours ${randomUUID()}`;
    const id = await raised(what, { agency: 'kingfisher', ...about, dueOn: '2027-03-31' });
    const form = await formOf('Colm', `/actions/${id}/edit`);
    await visitors('Colm').post(
      `/actions/${id}/edit`,
      changed(form, { level: '4', criteria: [], note: 'Seen by all' }),
    );
    for (const name of ['Siân', 'Małgorzata']) {
      const { text } = await visitors(name).get(`/actions/${id}`);
      expect(text).toContain(what);
      expect(text).toContain('31 March 2027');
      expect(text).toContain('Seen by all');
      const { text: csv } = await visitors(name).get('/actions.csv');
      expect(csv).toContain(what);
      const { text: list } = await visitors(name).get('/actions');
      for (const told of [...telling, 'Well-established']) {
        for (const page of [text, csv, list]) expect(page).not.toContain(told);
      }
    }
    const { text: edit } = await visitors('Siân').get(`/actions/${id}/edit`);
    for (const told of telling) expect(edit).not.toContain(told);
    await system.moveRound('published');
    const { text } = await visitors('Tomos').get(`/actions/${id}`);
    expect(text).toContain('Financial investment, Round 3');
    expect(text).toContain('Good progress to Well-established');
  });
});

describe('changing an action', () => {
  it('an agency lead says how their agency’s stands, moves the day with a reason, and nothing else', async () => {
    const id = await raised('Find a room', { agency: 'kingfisher', dueOn: '2026-05-01' });
    const edit = `/actions/${id}/edit`;
    const form = await formOf('Siân', edit);
    const moved = await visitors('Siân').post(edit, changed(form, { due: '2026-06-01' }));
    expect(moved.status).toBe(422);
    expect(moved.text).toContain('Say why the day moves');
    const other = await visitors('Siân').post(edit, [...form, ['what', 'Something else']]);
    expect(other.status).toBe(400);
    const sent = changed(form, { status: 'under-way', due: '2026-06-01', note: 'The lease came' });
    expect((await visitors('Siân').post(edit, sent)).status).toBe(303);
    const { text } = await visitors('Colm').get(`/actions/${id}`);
    expect(text).toContain('Status: Proposed to Under way');
    expect(text).toContain('Due: 1 May 2026 to 1 June 2026');
    expect(text).toContain('The lease came');
    expect(text).toContain('Siân Elwyn-Hughes');
  });

  it('of two people the second sees both, and chooses', async () => {
    const id = await raised('Train the team');
    const edit = `/actions/${id}/edit`;
    const [first, second] = [await formOf('Colm', edit), await formOf('Amina', edit)];
    await visitors('Colm').post(edit, changed(first, { status: 'agreed' }));
    const answer = await visitors('Amina').post(edit, changed(second, { status: 'funded' }));
    expect(answer.status).toBe(409);
    expect(answer.text).toContain('Colm Doyle changed this action while you had it open');
    expect(answer.text).toMatch(/Stored now<\/span>Agreed.*Yours, not saved<\/span>Funded/s);
    const { text } = await visitors('Colm').get(`/actions/${id}`);
    expect(text).not.toContain('Funded');
    const again = await visitors('Amina').post(edit, sentBy(answer.text, 'ac-form'));
    expect(again.status).toBe(303);
    const { text: after } = await visitors('Colm').get(`/actions/${id}`);
    expect(after).toContain('Status: Agreed to Funded');
    expect(after).toContain('Status: Proposed to Agreed');
  });

  it('a note alone is a sign of life; the same again writes nothing', async () => {
    const at = new Date('2025-01-10T10:00:00Z');
    const id = await raised('Ask the parents', { at });
    const edit = `/actions/${id}/edit`;
    const form = await formOf('Colm', edit);
    await visitors('Colm').post(edit, form);
    const stored = () =>
      database.db('actions').where({ id }).first('status', 'changed_at', 'revision');
    const now = new Date('2026-03-18T14:02:00Z');
    const before = await stored();
    expect(before?.revision).toBe(1);
    expect(before && isStuck({ ...before, changedAt: before.changed_at }, { now })).toBe(true);
    await visitors('Colm').post(edit, changed(form, { note: 'Still waiting' }));
    const after = await stored();
    expect(after?.revision).toBe(2);
    expect(after && isStuck({ ...after, changedAt: after.changed_at }, { now })).toBe(false);
  });
});

describe('the list', () => {
  it('has overdue ones first, narrows, and says how many of how many', async () => {
    const due = { agency: 'wendside', dueOn: '2026-03-17' };
    await raised('Late at Wendside', due);
    await raised('Done at Wendside', { ...due, status: 'done' });
    const { text } = await visitors('Colm').get('/actions?owner=wendside');
    expect(text).toMatch(/<b>1 of \d+ actions<\/b>/);
    expect(text).toContain('Late at Wendside');
    expect(text).not.toContain('Done at Wendside');
    const { text: all } = await visitors('Colm').get('/actions?owner=wendside&status=all');
    expect(all.indexOf('Late at Wendside')).toBeLessThan(all.indexOf('Done at Wendside'));
    const { text: mine } = await visitors('Tomos').get('/actions?show=mine');
    expect(mine).toContain('Late at Wendside');
    const { text: none } = await visitors('Colm').get('/actions?place=nowhere');
    expect(none).toContain('No action fits this choice.');
  });

  it('is taken away as CSV in which nothing is run, and that is written down', async () => {
    await raised('=HYPERLINK("https://bad.example")', { source: 'none', ownerName: '@estates' });
    const { text, headers } = await visitors('Małgorzata').get('/actions.csv');
    expect(headers['content-type']).toContain('text/csv');
    expect(text).toContain(`"'=HYPERLINK(""https://bad.example"")"`);
    expect(text).toContain(`"'@estates"`);
    const noted = await database.db('audit_events').where({ act: 'actions.downloaded' }).first();
    expect(noted?.subject_type).toBe('system');
  });
});

describe('at a new round', () => {
  it('the open ones stand in the review of their domain', async () => {
    await raised('Beside the level', { dueOn: '2027-03-31' });
    await raised('Long over', { status: 'done' });
    const review = '/rounds/spring-2026/places/quillby/review/domains/financial-investment';
    const { text } = await visitors('Amina').get(review);
    expect(text).toContain('Beside the level');
    expect(text).toContain('Proposed, due 31 March 2027');
    expect(text).not.toContain('Long over');
  });

  it('the open ones of before are confirmed, or dropped with a reason', async () => {
    const early = { source: 'none' as const, at: new Date('2026-01-05T10:00:00Z') };
    const [kept, dropped] = [await raised('Keep going', early), await raised('Let go', early)];
    const list = '/actions/review?round=spring-2026';
    const { text } = await visitors('Amina').get(list);
    expect(text).toContain('Keep going');
    const decide = (id: string, more: Record<string, string>) =>
      visitors('Amina').post(`/actions/${id}/review`, {
        round: 'spring-2026',
        revision: '1',
        ...more,
      });
    expect((await decide(kept, { decision: 'confirm', note: '' })).status).toBe(303);
    expect((await decide(dropped, { decision: 'drop', note: '' })).status).toBe(422);
    expect((await decide(dropped, { decision: 'drop', note: 'No money' })).status).toBe(303);
    expect((await decide(dropped, { decision: 'confirm', note: '' })).status).toBe(409);
    const { text: after } = await visitors('Colm').get(list);
    expect(after).toContain('2 of ');
    expect(after).toMatch(/Let go<\/a>: Dropped/);
    expect((await visitors('Colm').get(`/actions/${kept}`)).text).toContain(
      'Gone through for Round 3, spring 2026',
    );
  });
});

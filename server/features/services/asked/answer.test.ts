/** An agency answers what a coordinator asks about its services, and its map stays submitted. */
import { describe, expect, it } from 'vitest';
import { askAddress as ask, useAskedMap } from '../../../../test/factories/asked-map.ts';
import { changed, sentBy } from '../../../../test/factories/html-form.ts';
import { wordsOf } from '../../../../test/factories/report-pages.ts';
import { testTime } from '../../../../test/factories/visitor.ts';

const asked = useAskedMap();
const focus = 'What it aims to support first';

describe('the questions of an agency', () => {
  it('stand on the start page, above the services and on a page of their own, with why they are asked', async () => {
    const { siân, map, café, page, wordsAt } = asked();
    const home = await wordsAt(siân, '/');
    expect(home).toContain('Answer 2 questions about 2 services of Agency 1');
    expect(home).toContain('Round spring-2026: Colm Doyle asks. The map stays submitted.');
    expect(home).toContain('What was asked is submitted; a coordinator has questions about it.');
    const list = await siân.get(`/responses/${map}/entries`);
    expect(wordsOf(list.text)).toContain(`The coordinator asks Baby café: ${focus} Colm Doyle`);
    expect(list.text).toContain(`href="${page}#focus-${café}"`);
    const words = await wordsAt(siân, page);
    expect(words).toContain('Colm Doyle asks two questions.');
    expect(words).toContain('The map stays submitted and counts as before');
    expect(words).toContain('It could settle E3 in Place 1 (“Targeted relationship support');
    expect(words).toMatch(/Sleep talk.*Ages it takes.*It could settle E4 in Place 1/);
    expect(words).not.toContain('needed to submit');
  });

  it('are answered by whoever answers for the agency; nobody else finds them', async () => {
    const { as, colm, page } = asked();
    expect((await (await as('wanda')).get(page)).status).toBe(200);
    expect((await colm.get(page)).status).toBe(403);
    expect((await (await as('amina')).get(page)).status).toBe(403);
    expect((await (await as('ifeoma')).get(page)).status).toBe(403);
  });
});

describe('an answer', () => {
  it('fills what was open, and the results follow while the map stays submitted', async () => {
    const { db, colm, siân, map, café, page, entry, formAt, wordsAt } = asked();
    const report = '/rounds/spring-2026/places/place-1/report';
    const before = await db('responses').where({ id: map }).first();
    const question = 'One answer would settle it, about Baby café';
    expect(await wordsAt(colm, report)).toContain(question);
    const sent = { [`focus-${café}`]: 'relationship' };
    const { headers } = await siân.post(page, changed(await formAt(siân), sent));
    expect(headers['location']).toBe(`${page}?saved=yes`);
    expect((await entry(café)).answers).toMatchObject({
      focus: 'relationship',
      levels: ['targeted'],
    });
    const after = await db('responses').where({ id: map }).first();
    expect(after).toMatchObject({
      ...{ status: 'submitted', submitted_at: before?.submitted_at, returned_at: null },
    });
    expect(await wordsAt(colm, report)).toMatch(/Amber 1 service Targeted relationship support/);
    const words = await wordsAt(siân, `${page}?saved=yes`);
    expect(words).toContain('Saved. The results have it now.');
    expect(words).toContain('Colm Doyle asks one question.');
    expect(words).toMatch(new RegExp(`Baby café.*${focus}.*relationship.*Siân Elwyn-Hughes`, 'i'));
    expect(await wordsAt(colm, ask)).toMatch(/Answered by Siân Elwyn-Hughes, today at/);
  });

  it('has a history, an audit row and a mark of whose it is', async () => {
    const { db, system, colm, siân, café, page, own, formAt, wordsAt } = asked();
    await siân.post(page, changed(await formAt(siân), { [`focus-${café}`]: 'child' }));
    const steps = await db('service_entry_history').where({ entry_id: café });
    expect(steps.map(({ revision, answers }) => [revision, answers['focus']])).toEqual([
      [2, 'child'],
    ]);
    const by = system.ids.people.get(system.email('siân'));
    expect(steps[0]?.changed_by).toBe(by);
    expect(
      (await db('asked_questions').where(own)).find(({ entry_id }) => entry_id === café),
    ).toMatchObject({
      ...{ answered_by: by, answered_at: testTime },
    });
    expect(await wordsAt(colm, '/audit')).toMatch(
      /answered questions about services of Agency 1.*1 question/,
    );
  });

  it('may be “Not known”, also where the form has no such choice, and ends the question', async () => {
    const { colm, siân, café, talk, page, entry, formAt, wordsAt, wait } = asked();
    await siân.post(
      page,
      changed(await formAt(siân), {
        [`focus-${café}`]: 'unknown',
        [`ages-${talk}_unknown`]: 'yes',
      }),
    );
    expect((await entry(café)).answers).toMatchObject({ focus: 'unknown' });
    expect((await entry(talk)).answers).not.toHaveProperty('ages');
    expect((await entry(talk)).revision).toBe(1);
    expect(await wordsAt(siân, page)).toContain('No question is open.');
    expect(await wordsAt(siân, '/')).not.toContain('questions about');
    expect(await wordsAt(colm, ask)).toContain('Answered “Not known” by Siân Elwyn-Hughes');
    wait(7);
    const again = await colm.get(ask);
    await colm.post(ask, sentBy(again.text, 'ask'));
    expect(await wordsAt(siân, page)).toContain('Colm Doyle asks two questions.');
    expect(await wordsAt(siân, page)).toContain('So far this is not known.');
  });

  it('to ages takes both of them, and no “Not known” beside them', async () => {
    const { siân, talk, page, entry, formAt } = asked();
    const from = changed(await formAt(siân), { [`ages-${talk}_from`]: '0' });
    const half = await siân.post(page, from);
    expect(half.status).toBe(422);
    expect(wordsOf(half.text)).toContain('Sleep talk, Ages: choose both ages');
    const both = changed(from, { [`ages-${talk}_to`]: '24', [`ages-${talk}_unknown`]: 'yes' });
    const doubled = await siân.post(page, both);
    expect(wordsOf(doubled.text)).toContain('“Not known” can’t stand beside another answer');
    expect(sentBy(doubled.text, 'answers')).toContainEqual([`ages-${talk}_to`, '24']);
    expect((await siân.post(page, changed(both, { [`ages-${talk}_unknown`]: [] }))).status).toBe(
      303,
    );
    expect((await entry(talk)).answers).toMatchObject({ ages: { from: 0, to: 24 } });
  });

  it('is asked for where none was given', async () => {
    const { db, siân, page, own, formAt } = asked();
    const { status, text } = await siân.post(page, await formAt(siân));
    expect(status).toBe(422);
    expect(wordsOf(text)).toContain('Answer at least one question');
    expect(
      (await db('asked_questions').where(own)).every(({ answered_at }) => answered_at === null),
    ).toBe(true);
  });

  it('brings along what is asked after it: when funding ends', async () => {
    const { db, siân, café, page, entry, formAt } = asked();
    await db('asked_questions').where({ entry_id: café }).update({ item_id: 'funding' });
    const form = await formAt(siân);
    expect(form.map(([name]) => name)).toContain(`fundingEnds-${café}_year`);
    await siân.post(
      page,
      changed(form, {
        [`funding-${café}`]: 'fixed-term',
        [`fundingEnds-${café}_day`]: '31',
        [`fundingEnds-${café}_month`]: '3',
        [`fundingEnds-${café}_year`]: '2027',
      }),
    );
    const said = { funding: 'fixed-term', fundingEnds: '2027-03-31' };
    expect((await entry(café)).answers).toMatchObject(said);
  });
});

describe('two at once', () => {
  it('[trust 39] the second sees both answers, nothing of either is lost, and the rest can be saved', async () => {
    const { as, siân, café, talk, page, entry, formAt } = asked();
    const wanda = await as('wanda');
    const form = await formAt(siân);
    await wanda.post(page, changed(form, { [`focus-${café}`]: 'child' }));
    const mine = { [`focus-${café}`]: 'relationship', [`ages-${talk}_from`]: '0' };
    const late = await siân.post(page, changed(form, { ...mine, [`ages-${talk}_to`]: '24' }));
    expect(late.status).toBe(409);
    const words = wordsOf(late.text);
    expect(words).toContain('One of these was answered while you were writing');
    expect(words).toMatch(
      /What stands The child.*Wanda Wiśniewska.*You, not saved The relationship/,
    );
    expect((await entry(café)).answers).toMatchObject({ focus: 'child' });
    expect((await entry(talk)).answers).not.toHaveProperty('ages');
    expect((await siân.post(page, sentBy(late.text, 'answers'))).status).toBe(303);
    expect((await entry(talk)).answers).toMatchObject({ ages: { from: 0, to: 24 } });
  });

  it('[trust 42] sent twice it is one answer, one revision and one audit row', async () => {
    const { db, own, siân, café, page, entry, formAt } = asked();
    const form = changed(await formAt(siân), { [`focus-${café}`]: 'relationship' });
    const replies = await Promise.all([siân.post(page, form), siân.post(page, form)]);
    expect(replies.map(({ status }) => status)).toEqual([303, 303]);
    expect((await entry(café)).revision).toBe(2);
    const act = 'response.questions-answered';
    expect(await db('audit_events').where({ ...own, act })).toHaveLength(1);
  });
});

import { beforeEach, describe, expect, it } from 'vitest';
import { fillIn, formAt } from '../../../../test/factories/answering.ts';
import { fillGrid } from '../../../../test/factories/answers.ts';
import { useCarryVisit } from '../../../../test/factories/carry-visit.ts';
import { changed, sentBy } from '../../../../test/factories/html-form.ts';
import { anEarlierRound } from '../../../../test/factories/last-round.ts';

const { database, system, as, at, id, personId, start, say, allOnPage, rows, submitBefore } =
  useCarryVisit();
const leadership = 'strategic-leadership';
const finance = 'financial-investment';

describe('the offer to start from last round’s answers', () => {
  it('names the newest earlier round in which the agency submitted the same for the same Place', async () => {
    for (const [name, position] of [
      ['Spring 2025', -1],
      ['Autumn 2026', 2],
    ] as const) {
      await submitBefore(await anEarlierRound(database.db, system(), { name, position }));
    }
    const { text } = await as('Małgorzata').get(at());
    expect(text).toContain('Start from your answers of Autumn 2025?');
    expect(text).toContain('11 answers');
  });

  it('is not made for a Place that was not answered for, or once everything is answered', async () => {
    const other = await system().response('kingfisher', 'quillby');
    expect((await as('Małgorzata').get(`/responses/${other}`)).text).not.toContain('Start from');
    const whole = { systemId: system().ids.systemId, responseId: id(), personId: personId() };
    await fillGrid(database.db, { ...whole, level: 3 });
    expect((await as('Małgorzata').get(at())).text).not.toContain('Start from');
  });

  it('copies nothing: what nobody has decided on is no answer, and is missing', async () => {
    const { status, headers } = await start();
    expect([status, headers['location']]).toEqual([303, at('/carry')]);
    expect(await rows('answers')).toEqual([]);
    const check = await as('Siân').get(at('/check'));
    expect(check.text).toContain('11 things are missing');
    expect(check.text).toContain(`href="${at('/carry')}#${leadership}"`);
    expect(check.text).toContain('last round’s answer to “Strategic leadership” is still true');
    expect((await as('Siân').get(at())).text).toContain('11 are still to be decided');
  });

  it('can be given up while nothing is decided, and not afterwards', async () => {
    await start();
    await as('Siân').post(at('/carry/drop'));
    expect((await as('Siân').get(at())).text).toContain('Start from your answers of Autumn 2025?');
    await start();
    await say('ended', [leadership]);
    expect((await as('Siân').post(at('/carry/drop'))).status).toBe(409);
    expect((await as('Siân').get(at('/carry'))).status).toBe(200);
  });

  it('stands in the audit trail, once', async () => {
    await start();
    await start();
    const acts = await database.db('audit_events').where({ subject_id: id() }).select('act');
    expect(acts).toEqual([{ act: 'response.carry-started' }]);
  });

  it('is refused where there is no earlier round', async () => {
    const other = await system().response('kingfisher', 'quillby');
    expect((await as('Siân').post(`/responses/${other}/carry/start`)).status).toBe(409);
  });
});

describe('the page of last round’s answers', () => {
  beforeEach(start);

  it('shows each in full with who gave it, until it is decided', async () => {
    const { text } = await as('Małgorzata').get(at('/carry'));
    expect(text).toContain('Your answers of Autumn 2025');
    expect(text).toContain('11 answers. Say of each whether it is still true');
    expect(text).toContain('Minutes of March');
    expect(text).toContain('Answered by Siân Elwyn-Hughes, 9 March 2026');
    expect(text.match(/value="same"/g)).toHaveLength(12);
  });

  it('carries what is still true as this person’s answer, with its history', async () => {
    const { headers } = await say('same', [leadership], 'Małgorzata');
    expect(headers['location']).toMatch(/carry#use-of-research/);
    const [answer] = await rows('answers');
    expect(answer).toMatchObject({
      item_id: leadership,
      level: 2,
      has_evidence: true,
      revision: 1,
    });
    expect(answer).toMatchObject({ value: { evidence: 'Minutes of March', level: 2 } });
    expect(await rows('answer_history')).toMatchObject([{ item_id: leadership, revision: 1 }]);
    const { text } = await as('Siân').get(at('/carry'));
    expect(text).toContain('1 of 11 decided');
    expect(text).toMatch(/Still true<\/span> <span[^>]*>Małgorzata Wiśniewska, 14:02/);
  });

  it('copies nothing of what is no longer true: that question is to be answered anew', async () => {
    await say('ended', [leadership]);
    expect(await rows('answers')).toEqual([]);
    const { text } = await as('Siân').get(at('/check'));
    expect(text).toContain('Choose a level for “Strategic leadership”');
  });

  it('takes back that something is no longer true', async () => {
    await say('ended', [leadership]);
    await say('undo', [leadership]);
    expect(await rows('carry_decisions')).toEqual([]);
  });

  it('opens what has changed with last round’s answer in its form, not saved', async () => {
    const address = at(`/sections/${leadership}?from=carry`);
    const page = await as('Siân').get(address);
    expect(page.text).toContain('Last round’s answer stands here');
    const form = sentBy(page.text, 'answers');
    expect(form).toContainEqual([`${leadership}_level`, '2']);
    expect(form).toContainEqual([`${leadership}_evidence`, 'Minutes of March']);
    expect(await rows('answers')).toEqual([]);
    const sent = changed(form, { [`${leadership}_evidence`]: 'Minutes of May' });
    const { headers } = await as('Siân').post(at(`/sections/${leadership}`), sent);
    expect(headers['location']).toBe(at(`/carry#${leadership}`));
    const { text } = await as('Siân').get(at('/carry'));
    expect(text).toContain('Answered anew');
    expect(text).toContain('1 of 11 decided');
  });

  it('has one press for all that is asked as it was asked', async () => {
    const all = await allOnPage();
    expect(all).toHaveLength(11);
    await say('same', all);
    expect(await rows('answers')).toHaveLength(11);
    const { text } = await as('Siân').get(at('/carry'));
    expect(text).toContain('All 11 are decided');
    const { headers } = await as('Siân').post(at('/submit'));
    expect(headers['location']).toBe(at('/submitted'));
  });

  it('never replaces what somebody has written this round', async () => {
    await fillIn(as('Małgorzata'), at(`/sections/${finance}`), { [`${finance}_level`]: '1' });
    const { text } = await as('Siân').get(at('/carry'));
    expect(text).toContain('Answered anew');
    const refused = await say('same', [finance]);
    expect(refused.status).toBe(409);
    expect(refused.text).toContain('Małgorzata Wiśniewska has answered it meanwhile');
    expect(await rows('answers')).toMatchObject([{ item_id: finance, level: 1, revision: 1 }]);
  });

  it('takes an answer that was emptied again for none', async () => {
    await fillIn(as('Siân'), at(`/sections/${finance}`), { [`${finance}_level`]: '1' });
    const form = await formAt(as('Siân'), at(`/sections/${finance}`));
    await as('Siân').post(
      at(`/sections/${finance}`),
      form.filter(([name]) => !name.endsWith('_level')),
    );
    await say('same', [finance]);
    expect(await rows('answers')).toMatchObject([{ item_id: finance, level: 2, revision: 3 }]);
  });
});

it('a section’s page tells what was answered last round, whether or not one starts from it', async () => {
  const { text } = await as('Siân').get(at(`/sections/${finance}`));
  expect(text).toContain('Last round we answered Early growth');
  expect(text).toContain('Autumn 2025, Siân Elwyn-Hughes');
  expect(sentBy(text, 'answers')).not.toContainEqual([`${finance}_level`, '2']);
});

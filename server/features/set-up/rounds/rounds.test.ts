/** Drafts: created, filled in from the last round, mended, changed, deleted. */
import { describe, expect, it } from 'vitest';
import { changed, sentBy } from '../../../../test/factories/html-form.ts';
import { createRound, sendForm } from '../../../../test/factories/round-visit.ts';
import { addCoordinator, mainOf, useSetUp, words } from '../../../../test/factories/set-up.ts';

const { database, system, as, deeds } = useSetUp();
const roundRow = (slug: string) =>
  database.db('rounds').where({ system_id: system().ids.systemId, slug }).first();

describe('a new round', () => {
  it('is filled in with all that is in use, or with what another round had', async () => {
    const colm = await as('colm');
    await database.db('rounds').where({ slug: 'spring-2026' }).update({ quorum: 5 });
    const list = words((await colm.get('/set-up/rounds')).text);
    expect(list).toContain('Round 3, spring 2026 is open.');
    expect(list).toContain('Create one like Round 3, spring 2026');
    const like = (await colm.get('/set-up/rounds/new?from=spring-2026')).text;
    const pairs = sentBy(like, 'su-form');
    const of = (name: string) => pairs.filter(([one]) => one === name).map(([, value]) => value);
    expect(of('places')).toHaveLength(2);
    expect(of('agencies')).toHaveLength(2);
    expect(of('versions')).toHaveLength(2);
    expect([of('quorum'), of('days'), of('amber'), of('green')]).toEqual([
      ['5'],
      ['10'],
      ['2'],
      ['4'],
    ]);
    expect([of('name'), of('opens_day'), of('closes_day'), of('closes_time')]).toEqual([
      [''],
      ['19'],
      ['16'],
      ['17:00'],
    ]);
  });

  it('is a draft with what was chosen, asks nobody, and is kept in the audit trail', async () => {
    const colm = await as('colm');
    const before = await database.db('messages').count('id as count').first();
    const slug = await createRound(colm, {
      name: 'Summer 2026',
      opens_day: '1',
      opens_month: '6',
      opens_year: '2026',
      opens_time: '9',
      closes_day: '30',
      closes_month: '6',
      closes_year: '2026',
      closes_time: '17.30',
      quorum: '2',
      days: '14',
      amber: '1',
      green: '3',
    });
    expect(slug).toBe('summer-2026');
    const row = await roundRow(slug);
    expect(row).toMatchObject({ status: 'draft', quorum: 2, factual_check_days: 14, position: 2 });
    expect(row?.opens_at?.toISOString()).toBe('2026-06-01T08:00:00.000Z');
    expect(row?.closes_at?.toISOString()).toBe('2026-06-30T16:30:00.000Z');
    expect(row?.bands).toEqual([
      { rag: 'red', from: 0, to: 0 },
      { rag: 'amber', from: 1, to: 2 },
      { rag: 'green', from: 3, to: 4 },
    ]);
    expect(await database.db('assignments').where({ round_id: row?.id ?? '' })).toEqual([]);
    expect(await database.db('messages').count('id as count').first()).toEqual(before);
    expect(await deeds()).toContain('round.created');
    const page = words((await colm.get(`/set-up/rounds/${slug}?done=created`)).text);
    expect(page).toContain('The draft is created. Nobody has been e-mailed.');
    expect(page).toContain('2 agencies are e-mailed: 3 invitations');
    expect(page).toContain('Maturity grid for 2 Places; Service map');
    const siân = await as('siân');
    expect((await siân.get('/')).text).not.toContain('Summer 2026');
  });

  it('reminds on the usual days unless others are chosen, and says so with dates', async () => {
    const colm = await as('colm');
    const form = (await colm.get('/set-up/rounds/new')).text;
    const reminders = sentBy(form, 'su-form').filter(([name]) => name === 'reminders');
    expect(reminders.map(([, value]) => value)).toEqual(['14', '7', '2']);
    expect(words(form)).toContain(
      'With this closing: Thursday 2 April 2026, Thursday 9 April 2026',
    );
    const slug = await createRound(colm, { name: 'Reminding', reminders: ['7', '1'] });
    expect(await roundRow(slug)).toMatchObject({ reminder_days: [7, 1], reminders_from: null });
    expect(words((await colm.get(`/set-up/rounds/${slug}`)).text)).toContain(
      'On Thursday 9 April 2026 and Wednesday 15 April 2026 (7 and 1 day before the closing), at 09:00',
    );
    const refused = await sendForm(
      colm,
      '/set-up/rounds/new',
      { name: 'Other days', reminders: ['6'] },
      { to: '/set-up/rounds' },
    );
    expect(refused.status).toBe(422);
    expect(words(refused.text)).toContain('Choose from the list: something chosen is not in it');
    const quiet = await createRound(colm, { name: 'Quiet', reminders: [] });
    expect(words((await colm.get(`/set-up/rounds/${quiet}`)).text)).toContain(
      'No reminder goes out by itself.',
    );
  });

  it('is refused with a fault at each field, and keeps what was typed', async () => {
    const colm = await as('colm');
    const reply = await sendForm(
      colm,
      '/set-up/rounds/new',
      {
        name: 'round 3, SPRING 2026',
        versions: [],
        places: [],
        agencies: ['somebody else’s'],
        opens_day: '1',
        opens_month: '2',
        opens_year: '2026',
        opens_time: 'noon',
        closes_day: '30',
        closes_month: '2',
        closes_year: '2026',
        quorum: '0',
        days: '1000',
      },
      { to: '/set-up/rounds' },
    );
    expect(reply.status).toBe(422);
    const page = words(reply.text);
    for (const fault of [
      '“Round 3, spring 2026” is a round already',
      'Choose at least one instrument',
      'Choose at least one Place',
      'Choose from the list: something chosen is not in it any more',
      'Give the opening time as hours and minutes, such as 17:00',
      'There is no such closing day and time: check it',
      'How many reviewers: give a whole number from 1 to 50',
      'How many days: give a whole number from 0 to 90',
    ]) {
      expect(page.split(fault).length, fault).toBe(3);
    }
    const kept = sentBy(reply.text, 'su-form');
    expect(kept).toContainEqual(['opens_time', 'noon']);
    expect(kept).toContainEqual(['name', 'round 3, SPRING 2026']);
    expect(reply.text).toContain('href="#closes"');
    expect(reply.text).toContain('<title>Error: ');
  });

  it.each([
    [{ closes_year: '2025' }, 'The closing time must be after the opening time'],
    [{ opens_year: '2020', closes_year: '2021' }, 'The closing time has passed'],
    [{ amber: '3', green: '2' }, 'Green must begin above amber'],
    [{ amber: '0' }, 'Choose the level from which it is amber'],
    [{ closes_month: '3', closes_day: '29', closes_time: '01:30' }, 'There is no such closing day'],
  ])('has dates and colours that can be: %o', async (changes, fault) => {
    const colm = await as('colm');
    const reply = await sendForm(
      colm,
      '/set-up/rounds/new',
      { name: 'Another', ...changes },
      { to: '/set-up/rounds' },
    );
    expect(reply.status).toBe(422);
    expect(words(reply.text)).toContain(fault);
  });
});

describe('a draft', () => {
  it('is changed, and a coordinator who started before is told what differs', async () => {
    const colm = await as('colm');
    await addCoordinator(database.db, system(), 'Ruth');
    const ruth = await as('ruth');
    const slug = await createRound(colm, { name: 'Autumn 2026' });
    const address = `/set-up/rounds/${slug}/edit`;
    const stale = sentBy((await ruth.get(address)).text, 'su-form');
    const saved = await sendForm(colm, address, { name: 'Autumn term 2026' });
    expect(saved.headers['location']).toBe(`/set-up/rounds/${slug}?done=saved`);
    const late = await ruth.post(address, changed(stale, { quorum: '4' }));
    expect(late.status).toBe(409);
    const page = words(late.text);
    expect(page).toContain('Colm Doyle changed this round while you had it open');
    expect(page).toContain('Quorum Stored now 3 Yours, not saved 4');
    expect(await roundRow(slug)).toMatchObject({ name: 'Autumn term 2026', quorum: 3 });
    await ruth.post(address, sentBy(late.text, 'su-form'));
    expect(await roundRow(slug)).toMatchObject({ name: 'Autumn 2026', quorum: 4 });
  });

  it('is deleted after a question, and nothing of it is left', async () => {
    const colm = await as('colm');
    const slug = await createRound(colm, { name: 'Too early' });
    const id = (await roundRow(slug))?.id ?? '';
    const address = `/set-up/rounds/${slug}/delete`;
    expect(words((await colm.get(address)).text)).toContain('Delete Too early?');
    const reply = await colm.post(address);
    expect(reply.headers['location']).toBe('/set-up/rounds?deleted=yes');
    expect(await roundRow(slug)).toBeUndefined();
    expect(await database.db('round_agencies').where({ round_id: id })).toEqual([]);
    expect(await deeds()).toContain('round.deleted');
    expect((await colm.get(`/set-up/rounds/${slug}`)).status).toBe(404);
  });

  it('is what can be deleted and changed: a round that is open is not', async () => {
    const colm = await as('colm');
    const reply = await colm.post('/set-up/rounds/spring-2026/delete');
    expect(reply.status).toBe(409);
    expect(mainOf((await colm.get('/set-up/rounds/spring-2026')).text)).not.toContain('/edit"');
    const edit = await colm.get('/set-up/rounds/spring-2026/edit');
    expect(edit.headers['location']).toBe('/set-up/rounds/spring-2026');
  });
});

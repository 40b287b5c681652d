/** Answering a question writes that answer and nothing else: what was submitted stays as it is. */
import { describe, expect, it } from 'vitest';
import { useAskedMap } from '../../../../test/factories/asked-map.ts';
import { wordsOf } from '../../../../test/factories/report-pages.ts';
import { aPlanOf, aResultsSystem, giveEntries } from '../../../../test/factories/results.ts';
import { anApp, signedIn, testTime } from '../../../../test/factories/visitor.ts';

const asked = useAskedMap();

describe('whatever else was submitted', () => {
  const refused = async (fields: Readonly<Record<string, string>>, status: number) => {
    const { db, own, page, siân } = asked();
    const before = await db('service_entries').where(own).orderBy('id');
    const reply = await siân.post(page, fields);
    expect(reply.status).toBe(status);
    expect(await db('service_entries').where(own).orderBy('id')).toEqual(before);
    return wordsOf(reply.text);
  };

  it('[trust 12] stays: another attribute, one that nobody asks for, another service, a bare name', async () => {
    const { café, talk } = asked();
    await refused({ [`focus-${café}`]: 'child', [`name-${café}`]: 'Mine' }, 400);
    await refused({ [`levels-${café}`]: 'universal' }, 400);
    await refused({ [`focus-${talk}`]: 'child' }, 400);
    await refused({ [`riskWork-${talk}`]: 'yes' }, 400);
    await refused({ focus: 'child' }, 400);
    await refused({ [`focus-${café}`]: 'everything' }, 422);
  });

  it('[trust 11] and another agency’s service is no question here, nor another system’s map an address', async () => {
    const { db, own, system, siân, café, page, entry } = asked();
    await giveEntries(db, system, 'agency-2', [
      { agency: 'agency-2', name: 'Theirs', places: ['place-1'], status: 'running' },
    ]);
    const theirs = await db('service_entries')
      .where({ ...own, name: 'Theirs' })
      .first();
    await refused({ [`focus-${theirs?.id ?? ''}`]: 'child' }, 400);
    expect((await siân.get(`/responses/${theirs?.response_id ?? ''}/questions`)).status).toBe(404);
    const plan = aPlanOf(`else-${system.slug}`, { places: 1, agencies: 1 });
    const elsewhere = await aResultsSystem(db, { ...plan, status: 'in-review' });
    const email = elsewhere.email('siân');
    const stranger = await signedIn(anApp(db), db, email);
    expect((await stranger.get(page)).status).toBe(404);
    const sent = { [`focus-${café}`]: 'child' };
    expect((await stranger.post(page, sent)).status).toBe(404);
    expect((await entry(café)).answers).not.toHaveProperty('focus');
  });

  it('stays where it was answered meanwhile in the form of the service', async () => {
    const { db, café, entry } = asked();
    const answers = JSON.stringify({ ...(await entry(café)).answers, focus: 'parent' });
    await db('service_entries').where({ id: café }).update({ answers });
    const words = await refused({ [`focus-${café}`]: 'child' }, 409);
    expect(words).toMatch(/What stands The parent.*You, not saved The child/);
  });

  it('stays where it only follows from the question: the end of funding that was said', async () => {
    const { db, siân, café, page, entry } = asked();
    await db('asked_questions').where({ entry_id: café }).update({ item_id: 'funding' });
    const answers = JSON.stringify({ ...(await entry(café)).answers, fundingEnds: '2026-09-30' });
    await db('service_entries').where({ id: café }).update({ answers });
    expect((await siân.get(page)).text).not.toContain(`fundingEnds-${café}`);
    await siân.post(page, {
      [`funding-${café}`]: 'mixed',
      [`fundingEnds-${café}_day`]: '31',
      [`fundingEnds-${café}_month`]: '3',
      [`fundingEnds-${café}_year`]: '2027',
    });
    const said = { funding: 'mixed', fundingEnds: '2026-09-30' };
    expect((await entry(café)).answers).toMatchObject(said);
  });

  it('stays after publication, and what was typed is shown', async () => {
    const { db, system, siân, café, wordsAt } = asked();
    await db('rounds').where({ id: system.roundId }).update({ status: 'published' });
    const words = await refused({ [`focus-${café}`]: 'child' }, 409);
    expect(words).toContain('Round spring-2026 is published: its answers stand.');
    expect(words).toContain('You, not saved The child');
    expect(await wordsAt(siân, '/')).not.toContain('Answer 2 questions');
  });

  it('stays where a Place of the map is signed off', async () => {
    const { db, own, system, siân, café, page, wordsAt } = asked();
    await db('sign_offs').insert({
      ...own,
      id: '00000000-0000-4000-8000-000000000078',
      round_id: system.roundId,
      place_id: system.ids.places.get('place-2') ?? '',
      signed_at: testTime,
      signed_by: system.ids.people.get(system.email('amina')) ?? '',
    });
    expect(await wordsAt(siân, page)).toContain('Place 2 is signed off');
    const words = await refused({ [`focus-${café}`]: 'child' }, 409);
    expect(words).toContain('Place 2 was signed off meanwhile.');
    expect(words).toContain('You, not saved The child');
    expect(await wordsAt(siân, '/')).not.toContain('Answer 2 questions');
  });

  it('is changed in the ordinary form once the map was returned; the questions lead there', async () => {
    const { db, system, siân, map, café, page } = asked();
    const returned = { return_reason: 'Look again.', returned_at: testTime };
    const by = system.ids.people.get(system.email('colm')) ?? '';
    await db('responses')
      .where({ id: map })
      .update({ status: 'returned', returned_by: by, ...returned });
    const { headers } = await siân.get(page);
    expect(headers['location']).toBe(`/responses/${map}/entries#asked`);
    const { text } = await siân.get(`/responses/${map}/entries`);
    expect(text).toContain(`href="/responses/${map}/entries/${café}#focus"`);
    const words = await refused({ [`focus-${café}`]: 'child' }, 409);
    expect(words).toContain('The map was returned: answer in the form of each service');
    expect(words).toContain('You, not saved The child');
  });
});

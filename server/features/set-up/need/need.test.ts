/** The coordinator's pages of births and need: entered once a year and Place, changed without losing anybody's words. */
import { beforeAll, describe, expect, it } from 'vitest';
import { changed, sentBy } from '../../../../test/factories/html-form.ts';
import { giveBirths, publishNeed } from '../../../../test/factories/need.ts';
import { addCoordinator, useSetUp, words } from '../../../../test/factories/set-up.ts';
import { aSystem } from '../../../../test/factories/system.ts';
import type { Visitor } from '../../../../test/factories/visitor.ts';

const { database, system, as, deeds } = useSetUp();
let colm: Visitor;

beforeAll(async () => {
  await publishNeed(database.db);
  colm = await as('colm');
});

const vale = '/set-up/places/ferrow-vale/need';
const entered = {
  revision: '0',
  year: '2025',
  births: '1,800',
  'births-source': 'Birth summary of the office for statistics',
  'births-link': 'https://statistics.example/births',
  adversity: '-5',
  uptake: '30',
};
const stored = () =>
  database
    .db('population_needs')
    .where({ system_id: system().ids.systemId })
    .first('year', 'answers', 'revision');

describe('births and need', () => {
  it('say of every Place that nothing is entered yet', async () => {
    const page = words((await colm.get('/set-up/need')).text);
    expect(page).toContain('Births are known for 0 Places of 2.');
    expect(page).toMatch(/Ferrow Vale.*No births entered.*Quillby.*No births entered/);
  });

  it('are asked as the instrument asks them, for the Place', async () => {
    const page = words((await colm.get(`${vale}/new`)).text);
    expect(page).toContain('Figures of Ferrow Vale as a whole');
    expect(page).toContain('Live births in the year');
    expect(page).toContain('Source: Parent-Infant Foundation (2023)');
  });

  it.each([
    ['births', '', 'Fill in “Births”'],
    ['year', '', 'Fill in “Year”'],
    ['year', '1899', 'Year: must be from 2000 to 2100'],
    ['births', '12.5', 'Births: must be a whole number'],
    ['births', '-1', 'Births: must be from 0 to 200,000'],
    ['births-source', ' ', 'Fill in “Source of the births”'],
    [
      'births-link',
      'http://statistics.example',
      'Link to the births: must be a whole link that starts with https://',
    ],
    ['adversity', '101', 'Adversity: must be from -50 to 100'],
    ['uptake', '0', 'Uptake: must be from 1 to 100'],
  ])('name the field at fault: %s %j', async (field, value, text) => {
    const page = await colm.post(vale, { ...entered, [field]: value });
    expect(page.status).toBe(422);
    expect(page.text).toContain('<title>Error: Ferrow Vale: add a year');
    expect(page.text).toContain(`<a href="#${field}">${text}</a>`);
    const kept = sentBy(page.text, 'su-form');
    expect(kept).toEqual(expect.arrayContaining([[field, value]]));
    expect(await stored()).toBeUndefined();
  });

  it('are stored with their source, and listed', async () => {
    const saved = await colm.post(vale, entered);
    expect(saved.headers['location']).toBe('/set-up/need?saved=ferrow-vale');
    expect(await stored()).toEqual({
      year: 2025,
      revision: 1,
      answers: {
        year: 2025,
        births: 1800,
        'births-source': 'Birth summary of the office for statistics',
        'births-link': 'https://statistics.example/births',
        adversity: -5,
        uptake: 30,
      },
    });
    const page = words((await colm.get('/set-up/need?saved=ferrow-vale')).text);
    expect(page).toContain('The figures of Ferrow Vale are saved.');
    expect(page).toContain('Births are known for 1 Place of 2. Quillby has none.');
    expect(page).toMatch(/Ferrow Vale.*2025.*1,800.*Birth summary/);
  });

  it('are entered once for a Place and year', async () => {
    const page = await colm.post(vale, entered);
    expect(page.status).toBe(422);
    expect(page.text).toContain(
      '<a href="#year">Ferrow Vale has figures of 2025 already: change those, or enter another year</a>',
    );
  });

  it('show both where somebody saved others meanwhile, and lose neither', async () => {
    const form = sentBy((await colm.get(`${vale}/2025`)).text, 'su-form');
    await addCoordinator(database.db, system(), 'Dilys');
    const dilys = await as('dilys');
    await dilys.post(`${vale}/2025`, changed(form, { births: '1850' }));
    const page = await colm.post(`${vale}/2025`, changed(form, { births: '1790' }));
    expect(page.status).toBe(409);
    expect(words(page.text)).toContain('Dilys changed this record of births');
    expect(words(page.text)).toMatch(/Births Stored now 1,850 Yours, not saved 1,790/);
    expect((await stored())?.answers['births']).toBe(1850);
    const again = changed(sentBy(page.text, 'su-form'), { births: '1790' });
    expect((await colm.post(`${vale}/2025`, again)).status).toBe(303);
    expect(await stored()).toMatchObject({ revision: 3, answers: { births: 1790 } });
  });

  it('keep every earlier figure in their history, and in the audit trail that they changed', async () => {
    const page = words((await colm.get(`${vale}/2025/history`)).text);
    expect(page).toContain('3 changes, the newest first.');
    expect(page).toMatch(/You, .* Births From 1,850 To 1,790 Dilys, .* From 1,800 To 1,850/);
    expect((await deeds()).slice(-3)).toEqual(['need.added', 'need.changed', 'need.changed']);
    const audit = words((await colm.get('/audit')).text);
    expect(audit).toContain('changed births and need of Ferrow Vale, 2025');
  });

  it('change nothing where nothing is different', async () => {
    const form = sentBy((await colm.get(`${vale}/2025`)).text, 'su-form');
    expect((await colm.post(`${vale}/2025`, changed(form, {}))).status).toBe(303);
    expect((await stored())?.revision).toBe(3);
  });

  it('are removed where they were entered for the wrong Place, kept, and brought back', async () => {
    expect((await colm.get(`${vale}/2025`)).text).toContain(`href="${vale}/2025/remove"`);
    const question = words((await colm.get(`${vale}/2025/remove`)).text);
    expect(question).toContain('Remove the births of Ferrow Vale, 2025?');
    const { headers } = await colm.post(`${vale}/2025/remove`);
    expect(headers['location']).toBe('/set-up/need?removed=ferrow-vale');
    const gone = words((await colm.get('/set-up/need?removed=ferrow-vale')).text);
    expect(gone).toMatch(/The figures of Ferrow Vale are removed.*for 0 Places of 2/);
    expect(gone).toMatch(/Removed 1 Ferrow Vale, 2025 Bring back/);
    expect((await colm.get(`${vale}/2025`)).status).toBe(404);
    await colm.post(`${vale}/2025/restore`);
    expect(await stored()).toMatchObject({ revision: 3, answers: { births: 1790 } });
    expect(words((await colm.get(`${vale}/2025/history`)).text)).toContain('3 changes');
    expect((await deeds()).slice(-2)).toEqual(['need.removed', 'need.restored']);
  });

  it('do not come back over others that were entered for their year meanwhile', async () => {
    await colm.post(`${vale}/2025/remove`);
    expect((await colm.post(vale, { ...entered, births: '900' })).status).toBe(303);
    const refused = await colm.post(`${vale}/2025/restore`);
    expect(refused.status).toBe(409);
    expect(words(refused.text)).toContain('Ferrow Vale, 2025 has been entered again');
    await colm.post(`${vale}/2025/remove`);
    expect((await colm.post(`${vale}/2025/restore`)).status).toBe(303);
    expect(words((await colm.get('/set-up/need')).text)).toContain('for 1 Place of 2');
  });

  it('[trust 11] of another system are not found', async () => {
    const other = await aSystem(database.db, { slug: 'other' });
    await giveBirths(database.db, other.ids, {
      place: 'quillby',
      by: 'colm@other.example',
      year: 2019,
      births: 77,
    });
    expect((await colm.get('/set-up/places/quillby/need/2019')).status).toBe(404);
    expect(words((await colm.get('/set-up/need')).text)).not.toContain('2019');
  });
});

import { randomUUID } from 'node:crypto';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { publishDefinition } from '../../server/features/instruments/instruments.queries.ts';
import { insertSystem } from '../../server/features/set-up/set-up.queries.ts';
import { shippedDefinitions } from '../factories/system.ts';
import { enter, follow, press, tabTo } from './hands.ts';
import { useSite } from './site.ts';
import { expectSound } from './sound.ts';

const names = ['Wren Hollis', 'Bram Ashby'];

/** Two systems with nothing but a coordinator each. */
const site = useSite(async (db) => {
  for (const definition of shippedDefinitions()) {
    await publishDefinition(db, definition, randomUUID);
  }
  for (const [index, name] of names.entries()) {
    const plan = {
      slug: `empty-${index}`,
      name: `Empty ${index}`,
      fictional: true,
      notes: [],
      places: [],
      agencies: [],
      people: [{ name, email: `${index}@example.org`, role: 'coordinator' as const }],
    };
    await db.transaction((trx) => insertSystem(trx, plan, randomUUID));
  }
});

const minutes = 60_000;
const places = ['Ferrow Vale', 'Saltmere Bay', 'Tŵr Wennol', 'Isle of Skerrow'];
const agencies = Array.from({ length: 30 }, (_, index) => {
  const note = index === 0 ? '"Ring Ann;\r\nafter four"' : '';
  return `Agency ${index + 1};Midwifery;${places[index % 4] ?? ''};${note}`;
});
const file = (rows: readonly string[]): Buffer =>
  Buffer.from(`\ufeffName;Sectors;Places;Note\r\n${rows.join('\r\n')}\r\n`);

async function heading(page: Page): Promise<string> {
  return (await page.locator('h1').textContent()) ?? '';
}

describe.each([
  ['with JavaScript', names[0], {}],
  ['without JavaScript', names[1], { javaScriptEnabled: false }],
] as const)('%s', (_, name = '', options) => {
  it(
    'an empty system gets its Places, thirty agencies from a file and the people who answer',
    async () => {
      const page = await site.visit({ viewport: { width: 1280, height: 900 }, ...options });
      await site.signInAs(page, `Coordinator: ${name}`);
      await follow(page, 'Set-up');
      expect(await page.locator('.lede').textContent()).toBe('A round can’t open yet.');

      await follow(page, /^From a spreadsheet.*Places/);
      await page.getByLabel('Or rows copied').fill(['Name', ...places].join('\n'));
      await press(page, 'Look at the rows');
      expect(await heading(page)).toBe('4 rows to store');
      await press(page, 'Store 4 rows');
      expect(await page.getByRole('status').textContent()).toContain('4 rows are stored.');

      await page.goto('/set-up/import');
      const wrong = [...agencies.slice(0, 29), 'Agency 30;Midwives;Narnia;'];
      const upload = { name: 'agencies.csv', mimeType: 'text/csv', buffer: file(wrong) };
      await page.getByLabel('A file').setInputFiles(upload);
      await press(page, 'Look at the rows');
      expect(await heading(page)).toBe('1 row has a fault');
      expect(await page.content()).toContain('“Midwives” is not a sector here');
      await page.getByText('The text that was read').click();
      const text = page.getByLabel('Mend it here');
      await text.fill((await text.inputValue()).replace('Midwives;Narnia', 'Midwifery;all'));
      await press(page, 'Look again');
      expect(await heading(page)).toBe('30 rows to store');
      await press(page, 'Store 30 rows');
      expect(await page.locator('tbody tr').count()).toBe(30);

      await page.goto('/set-up/people/new');
      await page.getByLabel('Name', { exact: true }).fill('Siân Elwyn-Hughes');
      await page.getByLabel('E-mail address').fill(`sian.${name.slice(0, 1)}@example.org`);
      await page.getByLabel('Agency lead', { exact: true }).check();
      await page.getByLabel('Agency', { exact: true }).selectOption({ label: 'Agency 7' });
      await press(page, 'Add');
      expect(await page.getByRole('status').textContent()).toContain('Siân Elwyn-Hughes is added.');
      await page.goto('/set-up');
      expect(await page.locator('.lede').textContent()).toContain('A round can open.');
    },
    5 * minutes,
  );
});

it(
  'everything is within reach of the keyboard',
  async () => {
    const page = await site.visit({ viewport: { width: 1280, height: 900 } });
    await site.signInAs(page, `Coordinator: ${names[0] ?? ''}`);
    await tabTo(page, 'Set-up');
    await enter(page);
    await tabTo(page, 'Add an agency');
    await enter(page);
    await tabTo(page, 'Add');
    await enter(page);
    expect(page.url()).toMatch(/agencies$/);
    await tabTo(page, 'Give a name');
    await page.keyboard.press('Enter');
    await page.keyboard.type('Nestlight');
    await tabTo(page, 'Midwifery');
    await page.keyboard.press('Space');
    await tabTo(page, 'Ferrow Vale');
    await page.keyboard.press('Space');
    await tabTo(page, 'Add');
    await enter(page);
    expect(await page.getByRole('status').textContent()).toContain('Nestlight is added.');
    await tabTo(page, 'Nestlight');
    await enter(page);
    await tabTo(page, 'Retire this agency');
    await enter(page);
    await tabTo(page, 'Retire this agency');
    await enter(page);
    expect(await page.getByRole('status').textContent()).toContain('Nestlight is retired');
    await tabTo(page, 'Retired');
    await page.keyboard.press('Enter');
    await tabTo(page, 'Bring back');
    await enter(page);
    expect(await page.getByRole('status').textContent()).toContain('Nestlight is in use again.');
  },
  2 * minutes,
);

it(
  'no page and no state of set-up has a violation, or scrolls sideways on a phone',
  async () => {
    const page = await site.visit({ viewport: { width: 1280, height: 900 } });
    await site.signInAs(page, `Coordinator: ${names[0] ?? ''}`);
    const look = async (what: string, text: string): Promise<void> => {
      await page.goto(`/set-up/import?what=${what}`);
      await page.getByLabel('Or rows copied').fill(text);
      await press(page, 'Look at the rows');
    };
    for (const path of [
      '/set-up',
      '/set-up/places',
      '/set-up/places/new',
      '/set-up/places/ferrow-vale',
      '/set-up/places/ferrow-vale/retire',
      '/set-up/agencies',
      '/set-up/agencies?q=nobody',
      '/set-up/agencies/agency-1',
      '/set-up/people',
      '/set-up/people/new',
      '/set-up/import?what=people',
    ]) {
      await page.goto(path);
      await expectSound(page, path);
    }
    await follow(page, 'People');
    await follow(page, 'Siân Elwyn-Hughes');
    await expectSound(page, 'a person');
    const person = page.url();
    await follow(page, /^Change/);
    await expectSound(page, 'a role');
    await page.goto(`${person}/roles/new`);
    await press(page, 'Give this role');
    await expectSound(page, 'a role without a choice');
    await page.goto('/set-up/agencies/new');
    await press(page, 'Add');
    await expectSound(page, 'an agency with faults');
    await look('places', 'Town\nX');
    await expectSound(page, 'a table without a column');
    await look(
      'people',
      'Name,E-mail,Role\nEve,eve,Boss\nIda,ida@example.org,ICB lead\nIda,ida@example.org,ICB lead',
    );
    await expectSound(page, 'a preview with faults');
    await press(page, /^Store the 1 row/);
    await look(
      'people',
      'Name,E-mail,Role,Places,Chair\nIda Quill,ida@example.org,Reviewer,all,yes',
    );
    await expectSound(page, 'a preview');
    await press(page, 'Store 1 row');
    await page.goto('/set-up/people/new');
    await page.getByLabel('Name', { exact: true }).fill('Oona');
    await page.getByLabel('E-mail address').fill('oona@example.org');
    await page.getByLabel('Reviewer', { exact: true }).check();
    await page.getByLabel('Ferrow Vale').check();
    await page.getByLabel('Chair of the panel').check();
    await press(page, 'Add');
    expect(await heading(page)).toBe('Make Oona the chair?');
    await expectSound(page, 'another chair');

    const long = 'Llanfairpwllgwyngyll'.repeat(6);
    await look('places', `Name\n${long}`);
    await expectSound(page, 'a long name in a preview');
    await press(page, 'Store 1 row');
    await look('agencies', `Name,Sectors,Places\n${long},Other,${long}`);
    await press(page, 'Store 1 row');
    await look(
      'people',
      `Name,E-mail,Role,Agency\n${long},${long.slice(0, 60)}@example.org,Lead,${long}`,
    );
    await press(page, 'Store 1 row');
    const slug = long.toLowerCase().slice(0, 60);
    for (const path of [
      '/set-up',
      '/set-up/places',
      `/set-up/places/${slug}`,
      `/set-up/places/${slug}/retire`,
      '/set-up/agencies',
      `/set-up/agencies/${slug}`,
      '/set-up/people',
      '/set-up/people/new',
      '/set-up/import?what=agencies',
    ]) {
      await page.goto(path);
      await expectSound(page, `a long name on ${path}`);
    }
    await page.goto('/set-up/people');
    await follow(page, long);
    await expectSound(page, 'a long name of a person');
    await follow(page, /^Take away/);
    await expectSound(page, 'a long name to take a role from');
  },
  5 * minutes,
);

import { expect, it } from 'vitest';
import { keysOf, type Keys } from './keys.ts';
import { useSite } from './site.ts';

const site = useSite();
const minutes = 60_000;

/** Past what stands above every page. */
async function begin({ press }: Keys): Promise<void> {
  const { words } = await press('Tab');
  expect(words).toBe('Skip to main content');
  await press('Enter');
}

async function follow(keys: Keys, words: string): Promise<void> {
  await keys.to(words);
  await keys.open();
}

async function signIn(keys: Keys): Promise<void> {
  await keys.page.goto('/sign-in');
  await begin(keys);
  await follow(keys, 'Agency lead: Hester Quayle');
}

/** Marks the first level as met and the next as partly so, and chooses that next level: with a reason, and evidence. */
async function answerDomain(keys: Keys): Promise<void> {
  const { page, press, to, toGroup, type } = keys;
  const met = await page.locator('section.lev').first().locator('fieldset').count();
  await begin(keys);
  const statements = await page.locator('section.lev legend').allTextContents();
  for (const statement of statements.slice(0, met + 1)) {
    await toGroup(statement.replace(/\s+/g, ' ').trim());
    // What explains a word of the statement stands before its answers.
    if (!(await page.evaluate<boolean>(`document.activeElement.type === 'radio'`))) await to('Met');
    await press('Space');
  }
  await press('ArrowRight');
  await page.locator('.sugg').getByText('Foundations', { exact: true }).waitFor();
  await toGroup('Which level fits best?');
  await press('ArrowDown', 2);
  await to('Why Early growth');
  await type('Ie');
  await to('What shows this?');
  await type('Tŷ');
}

async function submit(keys: Keys): Promise<void> {
  const { page, to, open } = keys;
  expect(page.url()).toMatch(/\/check$/);
  await begin(keys);
  await to('Submit');
  await open();
  expect(page.url()).toMatch(/\/submitted$/);
}

/** What submitting needs. @param sector '' where the form begins with it, and with the first Place */
async function fillIn(keys: Keys, name: string, sector: string, morePlaces: number): Promise<void> {
  const { press, to, toGroup, type } = keys;
  await to('Name');
  await type(name);
  if (sector !== '') {
    await to('Sector');
    await type(sector);
  }
  await toGroup('Places it serves');
  if (sector !== '') await press('Space');
  for (let place = 0; place < morePlaces; place += 1) {
    await press('Tab');
    await press('Space');
  }
  for (const question of ['Level', 'What it aims', 'Status']) {
    await toGroup(question);
    await press('Space');
  }
}

/** Backwards, from the top of a page round to its foot, to what opens another. */
async function back(keys: Keys, button: string): Promise<string> {
  await keys.to(button, 'Shift+Tab');
  return (await keys.open()).words;
}

async function walkGrid(keys: Keys): Promise<void> {
  for (const link of ['Saltmere Bay', 'Strategic leadership']) {
    await begin(keys);
    await follow(keys, link);
  }
  for (let domain = 1; domain <= 11; domain += 1) {
    await answerDomain(keys);
    await follow(keys, 'Save and continue');
  }
  await submit(keys);
}

/** Three new services and seven copies; each time the list is back, the focus is where it was left. */
async function walkMap(keys: Keys): Promise<void> {
  await follow(keys, 'Your work');
  for (const link of ['Your services', 'Your services', 'Add the first service']) {
    await begin(keys);
    await follow(keys, link);
  }
  await begin(keys);
  await fillIn(keys, 'A', 'Mid', 5);
  await follow(keys, 'Save and copy to a new one');
  await back(keys, 'Save and copy to a new one');
  expect(await back(keys, 'Save and return to the list')).toMatch(/^A \(copy\) \(copy\)Mid/);

  await follow(keys, 'Add a service for');
  await begin(keys);
  await fillIn(keys, 'B', '', 3);
  expect(await back(keys, 'Name')).toMatch(/^B/);
  await follow(keys, 'B');
  for (let copies = 1; copies <= 5; copies += 1) await back(keys, 'Save and copy to a new one');
  expect(await back(keys, 'Save and return to the list')).toMatch(/^B( \(copy\)){5}/);
  await back(keys, 'Add a service');
  await begin(keys);
  await fillIn(keys, 'C', 'Mid', 0);
  expect(await back(keys, 'Name')).toMatch(/^C/);
}

async function removeAndUndo(keys: Keys): Promise<void> {
  await follow(keys, 'C');
  await back(keys, 'Remove this service');
  await begin(keys);
  await keys.to('Remove this service');
  expect((await keys.open()).words).toMatch(/^Removed “C”/);
  await keys.to('Undo');
  expect((await keys.open()).words).toMatch(/^C/);
  expect(await keys.page.content()).toContain('10 services so far');
}

async function sayNoService({ press, to, open }: Keys): Promise<void> {
  await to('Where you have', 'Shift+Tab');
  await press('Enter');
  for (let left = 2; left > 0; left -= 1) {
    await to('Say “No service”');
    expect((await open()).words).toMatch(/^No service, said by Hester Quayle/);
  }
}

it(
  'a grid and a map of ten services are answered and submitted by keyboard alone on a phone’s width',
  async () => {
    const keys = keysOf(await site.visit({ viewport: { width: 320, height: 640 } }));
    await signIn(keys);
    await walkGrid(keys);
    await walkMap(keys);
    await removeAndUndo(keys);
    await sayNoService(keys);
    await follow(keys, 'Check your answers');
    await submit(keys);
  },
  10 * minutes,
);

it('who goes on by keyboard straight after a jump in the page is not called back to it', async () => {
  const keys = keysOf(await site.visit());
  await keys.page.goto('/sign-in');
  await begin(keys);
  const { words } = await keys.press('Tab');
  await keys.page.evaluate(`dispatchEvent(new HashChangeEvent('hashchange'))`);
  const still = await keys.page.evaluate<string>('document.activeElement.textContent');
  expect(still.replace(/\s+/g, ' ').trim().slice(0, 80)).toBe(words);
});

import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { follow, press } from './hands.ts';
import { useSite } from './site.ts';
import { expectFit, expectSound } from './sound.ts';

const site = useSite();
const agency = 'Agency lead: Zofia Łuczak';

/** The list of services of the agency's response. */
async function openList(page: Page): Promise<void> {
  await site.signInAs(page, agency);
  await follow(page, 'Your services');
  await page.goto(`${page.url().replace(/\/entries$/, '')}/entries`);
}

/** Where the focus is, and shown to be. */
const focused = (page: Page) => page.locator(':focus-visible').textContent();
const save = (page: Page) => press(page, 'Save and return to the list');
const group = (page: Page, name: string) => page.getByRole('group', { name });

describe('the form of a service in a browser', () => {
  it('hides a question while it does not apply, and unticks what cannot stand beside an answer', async () => {
    const page = await site.visit();
    await openList(page);
    await page.goto(`${page.url()}/new`);
    const detail = page.locator('#restrictionDetail');
    const restrictions = group(page, 'Is anyone turned away?');
    expect(await detail.isVisible()).toBe(false);
    await restrictions.getByLabel('Geography').check();
    expect(await detail.isVisible()).toBe(true);
    await restrictions.getByLabel('No restrictions').check();
    expect(await restrictions.getByLabel('Geography').isChecked()).toBe(false);
    expect(await detail.isVisible()).toBe(false);
    await restrictions.getByLabel('Age', { exact: true }).check();
    expect(await restrictions.getByLabel('No restrictions').isChecked()).toBe(false);
  });

  it('shortens a long list by a few letters, and says what is chosen', async () => {
    const page = await site.visit();
    await openList(page);
    await page.goto(`${page.url()}/new`);
    const list = group(page, 'Interventions used');
    await list.getByText('Choose from the list').click();
    await list.getByLabel('Type a few letters').fill('mellow');
    await list.getByLabel('Mellow Babies').check();
    expect(await list.getByRole('checkbox').count()).toBe(1);
    expect(await list.locator('.ticks__s').textContent()).toBe('Mellow Babies');
  });

  it('opens the closed part that a link leads into', async () => {
    const page = await site.visit();
    await openList(page);
    await page.goto(`${page.url()}/new#familiesTotal`);
    await page.locator('#familiesTotal').waitFor({ state: 'visible' });
  });

  it.each([
    [true, expectSound],
    [false, expectFit],
  ] as const)(
    'is filled in, rejected, mended, removed and put back (JavaScript: %s)',
    async (javaScriptEnabled, look) => {
      const page = await site.visit({ javaScriptEnabled, viewport: { width: 320, height: 800 } });
      await openList(page);
      const list = page.url();
      await page.goto(`${list}/new`);
      await look(page, 'the empty form');
      await page.getByLabel('Sector').selectOption('Voluntary and third sector');
      await group(page, 'Places it serves').getByLabel('Ferrow Vale').check();
      await group(page, 'Status').getByLabel('Running').check();
      await save(page);
      expect(await page.title()).toMatch(/^Error: /);
      await look(page, 'rejected');
      const name = `Tŷ Bach parents’ morning ${String(javaScriptEnabled)}`;
      await page.getByLabel('Name').fill(name);
      await save(page);
      await look(page, 'saved');
      expect(await page.getByRole('status').first().textContent()).toContain('is saved');
      expect(await focused(page)).toContain(name);

      await follow(page, name);
      expect(await group(page, 'Status').getByLabel('Running').isChecked()).toBe(true);
      await look(page, 'opened again');
      await follow(page, 'Remove this service');
      await look(page, 'the question');
      await press(page, 'Remove this service');
      await look(page, 'removed');
      expect(await focused(page)).toMatch(/^Removed .*Undo/s);
      await press(page, /^Undo/);
      expect(await page.getByRole('status').first().textContent()).toContain('back in the list');
      expect(await focused(page)).toContain(name);
    },
  );

  it('shows both people’s answers when two change one service', async () => {
    const [one, other] = [await site.visit(), await site.visit()];
    await openList(one);
    await openList(other);
    const list = one.url();
    await one.goto(`${list}/new`);
    await one.getByLabel('Name').fill('Shared');
    await save(one);
    for (const page of [one, other]) {
      await page.goto(list);
      await follow(page, 'Shared');
    }
    await group(other, 'Funding').getByLabel('Recurrent').check();
    await save(other);
    await group(one, 'Funding').getByLabel('Mixed').check();
    await save(one);
    const row = one.getByRole('row', { name: 'Funding' });
    expect(await row.textContent()).toMatch(/Recurrent.*Mixed.*Yours/s);
    await expectSound(one, 'both people’s answers');
    await save(one);
    expect(one.url()).toContain('saved=');
  });
});

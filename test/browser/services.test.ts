import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { overflow, violations } from './axe.ts';
import { useSite } from './site.ts';

const site = useSite();
const agency = 'Agency lead: Zofia Łuczak';

/** The list of services of the agency's response. */
async function openList(page: Page): Promise<void> {
  await site.signInAs(page, agency);
  await page.getByRole('link', { name: 'Your services' }).first().click();
  await page.goto(`${page.url().replace(/\/entries$/, '')}/entries`);
}

const save = (page: Page) => page.getByRole('button', { name: 'Save and return' }).click();
const group = (page: Page, name: string) => page.getByRole('group', { name });

/** Onwards by the keyboard, past the help that may stand between. */
async function tabTo(page: Page, label: string): Promise<void> {
  const wanted = page.getByLabel(label);
  for (let tabs = 0; tabs < 4; tabs += 1) {
    await page.keyboard.press('Tab');
    if (await wanted.and(page.locator(':focus')).isVisible()) return;
  }
  throw new Error(`${label} is not reached by Tab`);
}

/** A page as it should be in every state; axe itself is a script of the page. */
async function expectSound(page: Page, withScript = true): Promise<void> {
  if (withScript) expect(await violations(page)).toEqual([]);
  expect(await overflow(page)).toBe(0);
}

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

  it.each([true, false])(
    'is filled in, rejected, mended, removed and put back (JavaScript: %s)',
    async (javaScriptEnabled) => {
      const page = await site.visit({ javaScriptEnabled, viewport: { width: 320, height: 800 } });
      await openList(page);
      const list = page.url();
      await page.goto(`${list}/new`);
      await expectSound(page, javaScriptEnabled);
      await page.getByLabel('Sector').selectOption('Voluntary and third sector');
      await group(page, 'Places it serves').getByLabel('Ferrow Vale').check();
      await group(page, 'Status').getByLabel('Running').check();
      await save(page);
      expect(await page.title()).toMatch(/^Error: /);
      await expectSound(page, javaScriptEnabled);
      const name = `Tŷ Bach parents’ morning ${String(javaScriptEnabled)}`;
      await page.getByLabel('Name').fill(name);
      await save(page);
      await expectSound(page, javaScriptEnabled);
      expect(await page.getByRole('status').first().textContent()).toContain('is saved');

      await page.getByRole('link', { name, exact: true }).click();
      expect(await group(page, 'Status').getByLabel('Running').isChecked()).toBe(true);
      await expectSound(page, javaScriptEnabled);
      await page.getByRole('link', { name: 'Remove this service' }).click();
      await expectSound(page, javaScriptEnabled);
      await page.getByRole('button', { name: 'Remove this service' }).click();
      await expectSound(page, javaScriptEnabled);
      await page.getByRole('button', { name: 'Undo' }).click();
      expect(await page.getByRole('status').first().textContent()).toContain('back in the list');
    },
  );

  it('saves by Enter and by keyboard alone', async () => {
    const page = await site.visit();
    await openList(page);
    await page.goto(`${page.url()}/new`);
    await page.getByLabel('Name').focus();
    await page.keyboard.type('Typed by keyboard');
    await tabTo(page, 'Sector');
    await page.keyboard.type('Voluntary');
    await page.getByLabel('Name').focus();
    await page.keyboard.press('Enter');
    await page.getByRole('status').first().waitFor();
    expect(page.url()).toContain('saved=');
    const link = page.getByRole('link', { name: 'Typed by keyboard', exact: true });
    await link.click();
    expect(await page.getByLabel('Sector').inputValue()).toBe('voluntary-and-third-sector');
  });

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
      await page.getByRole('link', { name: 'Shared', exact: true }).click();
    }
    await group(other, 'Funding').getByLabel('Recurrent').check();
    await save(other);
    await group(one, 'Funding').getByLabel('Mixed').check();
    await save(one);
    const row = one.getByRole('row', { name: 'Funding' });
    expect(await row.textContent()).toMatch(/Recurrent.*Mixed.*Yours/s);
    await expectSound(one);
    await save(one);
    expect(one.url()).toContain('saved=');
  });
});

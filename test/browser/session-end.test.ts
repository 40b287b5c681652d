/** The session ends while somebody types, in a real browser: nothing is lost, and Back shows nothing. */
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { press } from './hands.ts';
import { useSite } from './site.ts';
import { expectFit, expectSound } from './sound.ts';

const site = useSite();
const minutes = 60_000;
const words = 'The board agreed a budget line\nin March, see “minutes”.';

async function openSection(page: Page): Promise<string> {
  await site.signInAs(page, 'Agency lead');
  const link = page.locator('.nhsuk-task-list__link', { hasText: 'Saltmere Bay' });
  const address = `${(await link.getAttribute('href')) ?? ''}/sections/financial-investment`;
  await page.goto(address);
  return address;
}

describe.each([
  ['with JavaScript', {}, expectSound],
  ['without JavaScript', { javaScriptEnabled: false }, expectFit],
] as const)('%s', (_, options, look) => {
  it(
    '[trust 37] a session that ends while somebody types: they sign in in a new tab, the text is intact, and is saved',
    async () => {
      const page = await site.visit({ viewport: { width: 1280, height: 900 }, ...options });
      const address = await openSection(page);
      const evidence = page.getByLabel('What shows this?');
      await evidence.fill(words);
      await site.db('sessions').delete();

      await press(page, 'Save and continue');
      expect(await page.locator('h1').textContent()).toBe('You are signed out');
      expect(await page.locator('main blockquote').allTextContents()).toContain(words);
      await look(page, 'signed out');

      const [tab] = await Promise.all([
        page.context().waitForEvent('page'),
        page.getByRole('link', { name: /^Sign in/ }).click(),
      ]);
      await tab.waitForLoadState();
      await site.signInAs(tab, 'Agency lead');
      await tab.close();

      await press(page, 'Send it again');
      expect(await page.locator('h1').textContent()).toBe('Send it once more');
      expect(await page.locator('main blockquote').allTextContents()).toContain(words);
      await look(page, 'signed in again');
      await press(page, 'Send it again');
      expect(page.url()).toMatch(/community-involvement$/);
      await page.goto(address);
      expect(await page.getByLabel('What shows this?').inputValue()).toBe(words);
    },
    3 * minutes,
  );
});

it('[trust 36] after signing out, Back shows nothing of what was there', async () => {
  const page = await site.visit();
  await openSection(page);
  await page.locator('.top__me summary').click();
  await press(page, 'Sign out');
  expect(new URL(page.url()).pathname).toBe('/sign-in');
  await page.goBack();
  await expect.poll(() => new URL(page.url()).pathname).toBe('/sign-in');
  expect(await page.locator('body').textContent()).not.toContain('What shows this?');
});

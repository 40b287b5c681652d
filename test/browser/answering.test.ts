import type { Locator, Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { violations } from './axe.ts';
import { press } from './hands.ts';
import { useSite } from './site.ts';

const site = useSite();

/** Signs in as Kingfisher's lead and gives the address of one of the agency's responses. */
async function openResponse(page: Page, place: string): Promise<string> {
  await site.signInAs(page, 'Agency lead');
  const link = page.locator('.nhsuk-task-list__link', { hasText: place });
  return (await link.getAttribute('href')) ?? '';
}
/** Is this where typing would go? */
const isFocused = (found: Locator): Promise<boolean> =>
  found.and(found.page().locator(':focus')).isVisible();

it('asks before words that are not saved are left behind, and not after saving', async () => {
  const page = await site.visit();
  const asked: string[] = [];
  page.on('dialog', (dialog) => {
    asked.push(dialog.type());
    void dialog.dismiss();
  });
  const response = await openResponse(page, 'Saltmere Bay');
  await page.goto(`${response}/sections/financial-investment`);
  await page.getByLabel('What shows this?').fill('Budget paper');
  await page.getByRole('link', { name: 'Your work' }).first().click();
  await expect.poll(() => asked).toEqual(['beforeunload']);
  expect(page.url()).toContain('financial-investment');
  await press(page, 'Save and continue');
  expect(page.url()).toMatch(/community-involvement$/);
  expect(asked).toHaveLength(1);
});

it('a rejected form begins at its faults, each of which leads to its field', async () => {
  const page = await site.visit();
  const response = await openResponse(page, 'Saltmere Bay');
  await page.goto(`${response}/sections/workforce-development`);
  await page.getByLabel('Link 2').fill('javascript:alert(1)');
  await press(page, 'Save and continue');
  const summary = page.locator('.nhsuk-error-summary');
  await expect.poll(() => isFocused(summary)).toBe(true);
  await summary.getByRole('link').click();
  expect(await isFocused(page.getByLabel('Link 2'))).toBe(true);
  expect(await page.getByLabel('Link 2').inputValue()).toBe('javascript:alert(1)');
  expect(await violations(page)).toEqual([]);
});

it('asks again for the suggested level where the connection failed', async () => {
  const page = await site.visit();
  const response = await openResponse(page, 'Saltmere Bay');
  await page.goto(`${response}/sections/service-user-experience`);
  const before = await page.locator('.sugg').textContent();
  let failed = 0;
  await page.route('**/suggestion', async (route) => {
    if (failed > 0) return route.continue();
    failed += 1;
    return route.abort();
  });
  await page.locator('section.lev').first().locator('input[value="not"]').first().check();
  const after = () => page.locator('.sugg').textContent();
  await expect.poll(after, { timeout: 20_000 }).not.toBe(before);
  expect(failed).toBe(1);
});

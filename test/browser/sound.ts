/** What holds of a page in every state: axe finds nothing, and nothing scrolls sideways on a phone. */
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { overflow, violations } from './axe.ts';

/** Nothing scrolls sideways, as wide as the page is and on a phone; it is then as wide as before. */
export async function expectFit(page: Page, state: string): Promise<void> {
  const size = page.viewportSize();
  expect([state, await overflow(page)]).toEqual([state, 0]);
  await page.setViewportSize({ width: 320, height: 640 });
  expect([state, 'phone', await overflow(page)]).toEqual([state, 'phone', 0]);
  if (size) await page.setViewportSize(size);
}

/** axe besides, which is a script of the page itself: with JavaScript only. */
export async function expectSound(page: Page, state: string): Promise<void> {
  expect([state, await violations(page)]).toEqual([state, []]);
  await expectFit(page, state);
}

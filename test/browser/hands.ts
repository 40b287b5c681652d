/** What people do with their hands: press, follow and tab; whatever opens a page is over when that page is there. */
import type { Locator, Page } from 'playwright-core';

/**
 * Does what opens a page, and waits until that page has loaded. The load of a page alone tells too little: it may
 * be the old page's, late, and a link to a part of the same page has none. So first there is another page, or
 * another part of this one, and then it has loaded.
 */
export async function opens(page: Page, deed: () => Promise<void>): Promise<void> {
  const arrival = page.waitForEvent('framenavigated', {
    predicate: (frame) => frame === page.mainFrame(),
    // Longer than a click waits: where there is nothing to click, that is what is said.
    timeout: 40_000,
  });
  await Promise.all([arrival, deed()]);
  await page.waitForLoadState();
}

/** Presses the one button of this name, in full where it is a string, and waits for the page that it opens. */
export async function press(page: Page, name: string | RegExp): Promise<void> {
  const button = page.getByRole('button', { name, exact: typeof name === 'string' });
  await opens(page, () => button.click());
}

/** Follows the first link of this name, in full where it is a string, and waits for the page that it opens. */
export async function follow(page: Page, name: string | RegExp): Promise<void> {
  const link = page.getByRole('link', { name, exact: typeof name === 'string' }).first();
  await opens(page, () => link.click());
}

/** Presses Enter where the focus is, and waits for the page that it opens. */
export async function enter(page: Page): Promise<void> {
  await opens(page, () => page.keyboard.press('Enter'));
}

async function hasFocus(page: Page, wanted: string | Locator): Promise<boolean> {
  if (typeof wanted !== 'string') return (await wanted.and(page.locator(':focus')).count()) === 1;
  const words = await page.evaluate<string>(
    '(() => { const a = document.activeElement; return (a?.labels?.[0] ?? a)?.textContent?.trim() ?? ""; })()',
  );
  return words.startsWith(wanted);
}

/**
 * Tabs from where the focus is.
 * @param wanted what comes to have the focus, or how its text or its label begins
 * @param most presses of Tab
 */
export async function tabTo(page: Page, wanted: string | Locator, most = 80): Promise<void> {
  for (let tabs = 0; tabs < most; tabs += 1) {
    await page.keyboard.press('Tab');
    if (await hasFocus(page, wanted)) return;
  }
  throw new Error(`${String(most)} presses of Tab do not come to ${String(wanted)}`);
}

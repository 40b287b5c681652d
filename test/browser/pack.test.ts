/** The page of a pack that is being made: told as it comes, without a press, without taking the focus, without JavaScript. */
import type { Page } from 'playwright-core';
import { afterEach, describe, expect, it } from 'vitest';
import { violations } from './axe.ts';
import { press } from './hands.ts';
import { useSite } from './site.ts';

const site = useSite();
const path = '/rounds/autumn-2025/pack';
const patient = { timeout: 60_000 };

/** As the process that draws it writes it down. */
const drawn = (columns: Readonly<Record<string, unknown>>) => site.db('packs').update(columns);
const done = () =>
  drawn({
    status: 'done',
    file: Buffer.from('%PDF-1.7'),
    made_at: new Date(),
    shown: '[]',
    places_done: 6,
  });

afterEach(() => site.db('packs').delete());

async function waiting(page: Page): Promise<void> {
  await site.signInAs(page, 'ICB lead: Priya Ramanathan');
  await page.goto(path);
  await press(page, 'Make the pack');
}
const status = (page: Page) => page.getByRole('status').filter({ has: page.locator('p') });

describe('who waits for a pack', () => {
  it(
    'is told how far it is, and has the file, on the same page and where they were',
    patient,
    async () => {
      const page = await site.visit({ viewport: { width: 320, height: 640 } });
      await waiting(page);
      expect(await page.getByRole('link', { name: 'Show how far it is now' }).isVisible()).toBe(
        false,
      );
      await page.evaluate('window.samePage = true');
      await page.getByRole('link', { name: 'Results' }).first().focus();
      const before = await page.evaluate<string>('document.activeElement.outerHTML');
      await drawn({
        status: 'drawing',
        places_done: 2,
        leased_until: new Date(Date.now() + 60_000),
      });
      await status(page).getByText('2 of 6 Places drawn.').waitFor();
      expect(await violations(page)).toEqual([]);
      await done();
      await status(page).getByRole('link', { name: 'Download the pack' }).waitFor();
      expect(await page.getByText('You can leave this page').isVisible()).toBe(false);
      expect(await page.evaluate('window.samePage')).toBe(true);
      expect(await page.evaluate<string>('document.activeElement.outerHTML')).toBe(before);
    },
  );

  it(
    'is told where it could not be made, and finds the button on the same page',
    patient,
    async () => {
      const page = await site.visit();
      await waiting(page);
      await page.evaluate('window.samePage = true');
      await drawn({ status: 'failed' });
      await status(page).getByText('It could not be made.').waitFor();
      expect(await page.evaluate('window.samePage')).toBe(true);
      await press(page, 'Make it again');
      await status(page).getByText('Waiting its turn.').waitFor();
    },
  );

  it('finds the same by a link, without JavaScript', patient, async () => {
    const page = await site.visit({ javaScriptEnabled: false });
    await waiting(page);
    expect(await page.getByRole('button', { name: /^Make/ }).count()).toBe(0);
    await done();
    await page.getByRole('link', { name: 'Show how far it is now' }).click();
    await page.getByRole('link', { name: 'Download the pack' }).waitFor();
  });
});

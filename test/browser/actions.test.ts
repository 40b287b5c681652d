/** An ICB lead raises an action from a published domain and an agency lead says how it stands, in a real browser. */
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { follow, press } from './hands.ts';
import { useSite } from './site.ts';
import { expectFit, expectSound } from './sound.ts';

const site = useSite();
const minutes = 60_000;

type Look = (page: Page, state: string) => Promise<void>;

const main = async (page: Page): Promise<string> =>
  (await page.locator('main').textContent()) ?? '';

describe.each([
  ['with JavaScript', 1280, {}, expectSound],
  ['without JavaScript, at 320 pixels', 320, { javaScriptEnabled: false }, expectFit] as const,
] as const)('%s', (name, width, options, look: Look) => {
  it(
    'an action is raised, found by its owner, and said to be under way',
    async () => {
      const what = `Write one plan, ${name}`;
      const visit = () => site.visit({ viewport: { width, height: 900 }, ...options });
      const page = await visit();
      await site.signInAs(page, 'ICB lead: Priya Ramanathan');
      await page.goto('/rounds/autumn-2025/places/ferrow-vale/report');
      await follow(page, /^Raise an action ?: Strategic leadership/);
      await look(page, 'the form');
      await press(page, 'Raise it');
      expect(await page.title()).toMatch(/^Error: Raise an action/);
      await look(page, 'the form with a fault');
      await page.getByLabel('What is to be done').fill(what);
      await page.getByRole('checkbox').first().check();
      await page.getByLabel('Agency that owns it').selectOption('kingfisher');
      await press(page, 'Raise it');
      expect(await page.locator('h1').textContent()).toBe(what);
      await look(page, 'the action');

      const owner = await visit();
      await site.signInAs(owner, 'Agency lead: Siân Elwyn-Hughes');
      await owner.goto('/actions?show=mine');
      await look(owner, 'the list');
      await follow(owner, what);
      await follow(owner, 'Say how it stands');
      await owner.getByLabel('Status').selectOption('under-way');
      await owner.getByLabel('Note').fill('The first meeting is on Tuesday.');
      await press(owner, 'Save');
      expect(await main(owner)).toContain('Status: Proposed to Under way');
      await look(owner, 'the action with its history');

      await page.goto('/rounds/autumn-2025/report');
      await follow(page, /^Action under way: the actions for Strategic leadership in Ferrow Vale/);
      expect(await main(page)).toContain(what);
      await look(page, 'the list that the flag leads to');
    },
    5 * minutes,
  );
});

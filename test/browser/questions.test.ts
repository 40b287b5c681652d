/** A white cell in the middle of a round: the coordinator asks, the agency answers, and the cell has its colour at once. */
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { overflow, violations } from './axe.ts';
import { follow, press } from './hands.ts';
import { keysOf } from './keys.ts';
import { useSite } from './site.ts';

const site = useSite();
const minutes = 60_000;
const narrow = { viewport: { width: 320, height: 640 } };
const place = '/rounds/autumn-2026/places/brackwater';
const service = 'Stay and play at the three hubs';
const question = 'Do routine appointments ask about relationships and mental health?';

/** Of the element that both questions are about, in the report of the Place. */
async function colour(page: Page): Promise<string> {
  await page.goto(`${place}/report`);
  return (await page.locator('tr#E2 .rag__word').first().textContent()) ?? '';
}

describe('a question to an agency, at 320 px', () => {
  it(
    'is sent and answered without JavaScript, and the white cell gets its colour',
    async () => {
      const options = { ...narrow, javaScriptEnabled: false };
      const ruth = await site.visit(options);
      await site.signInAs(ruth, 'Coordinator: Ruth Abendroth');
      expect(await colour(ruth)).toBe('Unknown');
      await ruth.goto(`${place}/questions`);
      expect(await overflow(ruth)).toBe(0);
      await press(ruth, 'Send the questions');
      expect(await ruth.locator('main').textContent()).toContain('their maps stay submitted.');
      const carys = await site.visit(options);
      await site.signInAs(carys, 'Agency lead: Carys Nightingale');
      await follow(carys, /^Answer 2 questions about 2 services/);
      expect(await overflow(carys)).toBe(0);
      await carys.getByRole('region', { name: service }).getByLabel('Some').check();
      await press(carys, 'Save the answers');
      expect(await carys.getByRole('status').textContent()).toContain('Saved.');
      expect(await overflow(carys)).toBe(0);
      expect(await colour(ruth)).toBe('Amber');
      await ruth.goto(`${place}/questions`);
      expect(await ruth.locator('main').textContent()).toContain('Answered by Carys Nightingale');
    },
    4 * minutes,
  );

  it(
    'is answered by keyboard, and its pages are accessible',
    async () => {
      const carys = await site.visit(narrow);
      await site.signInAs(carys, 'Agency lead: Carys Nightingale');
      expect(await violations(carys)).toEqual([]);
      const keys = keysOf(carys);
      await keys.to('Answer 1 question about 1 service');
      await keys.open();
      expect(await violations(carys)).toEqual([]);
      await keys.toGroup(question);
      await keys.to('Yes');
      await keys.press('ArrowRight', 3);
      await keys.to('Save the answers');
      await keys.open();
      expect(await violations(carys)).toEqual([]);
      const words = await carys.locator('main').textContent();
      expect(words).toContain('No question is open.');
      expect(words).toContain('Not known');
      await carys.goto('/');
      expect(await carys.locator('main').textContent()).not.toContain('question about');
    },
    4 * minutes,
  );
});

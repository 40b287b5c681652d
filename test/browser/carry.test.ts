/** A second round in a real browser: last round's answers confirmed, with and without JavaScript, on a phone and by keyboard. */
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { enter, follow, press, tabTo } from './hands.ts';
import { useSite } from './site.ts';
import { expectFit, expectSound } from './sound.ts';

const site = useSite();
const minutes = 60_000;

async function open(page: Page, part: string): Promise<void> {
  await site.signInAs(page, 'Agency lead: Hester Quayle');
  await follow(page, part);
}

/** How many presses and links it takes; each opens a page. */
function counting(page: Page) {
  let presses = 0;
  return {
    press: async (name: string | RegExp) => {
      presses += 1;
      await press(page, name);
    },
    follow: async (name: string | RegExp) => {
      presses += 1;
      await follow(page, name);
    },
    presses: () => presses,
  };
}

describe('a grid of eleven domains', () => {
  it(
    'is confirmed and submitted with four presses where nothing has changed',
    async () => {
      const page = await site.visit({ viewport: { width: 1280, height: 900 } });
      await open(page, 'Saltmere Bay');
      await expectSound(page, 'the offer');
      const hands = counting(page);
      await hands.press(/^Start from your answers of/);
      await expectSound(page, 'nothing is decided');
      await page.goto(page.url().replace(/carry.*/, 'check'));
      await expectSound(page, 'what is missing');
      expect(await page.content()).toContain('11 things are missing');
      await page.goBack();
      await hands.press('All 11 are still true');
      await expectSound(page, 'all is decided');
      await page.goto(page.url().replace(/\/carry.*/, ''));
      await hands.follow('Check your answers');
      await hands.press('Submit');
      expect(page.url()).toMatch(/\/submitted$/);
      expect(hands.presses()).toBe(4);
    },
    5 * minutes,
  );

  it(
    'is decided on one by one without JavaScript, on a phone',
    async () => {
      const page = await site.visit({
        viewport: { width: 320, height: 640 },
        javaScriptEnabled: false,
      });
      await open(page, 'Brackwater');
      await press(page, /^Start from your answers of/);
      await press(page, /^Still true ?: Strategic leadership/);
      await press(page, /^No longer true ?: Use of research and evidence/);
      await expectFit(page, 'some are decided');
      await follow(page, /^Changed ?: Financial investment/);
      const evidence = page.getByLabel('What shows this?');
      expect(await evidence.inputValue()).not.toBe('');
      await evidence.fill('The budget of this autumn.');
      await press(page, 'Save and return to last round’s answers');
      expect(await page.content()).toContain('3 of 11 decided');
      await expectFit(page, 'one was answered anew');
      await press(page, /^Decide again ?: Use of research and evidence/);
      expect(await page.content()).toContain('2 of 11 decided');
    },
    5 * minutes,
  );

  it('is not saved by being opened as changed: only by being typed in', async () => {
    const page = await site.visit();
    await open(page, 'Isle of Skerrow');
    await press(page, /^Start from your answers of/);
    const carry = page.url();
    await follow(page, /^Changed ?: Strategic leadership/);
    await expectSound(page, 'last round’s answer in the form');
    await page.evaluate('window.dispatchEvent(new Event("focus"))');
    await page.evaluate('document.dispatchEvent(new Event("visibilitychange"))');
    await page.goto(carry);
    expect(await page.content()).toContain('11 answers. Say of each');
    await follow(page, /^Changed ?: Strategic leadership/);
    await page.getByLabel('What shows this?').pressSequentially(' And the minutes of May.');
    const state = page.locator('[data-save-state]');
    await expect.poll(() => state.textContent(), { timeout: 20_000 }).toMatch(/Saved \d\d:\d\d/);
    await page.goto(carry);
    expect(await page.content()).toContain('1 of 11 decided');
  });
});

describe('a map of services', () => {
  it(
    'is confirmed by keyboard alone',
    async () => {
      const page = await site.visit({ viewport: { width: 320, height: 640 } });
      await open(page, 'Your services');
      await tabTo(page, 'Start from your answers of');
      await enter(page);
      await expectSound(page, 'services to decide on');
      await tabTo(page, 'Still true');
      await enter(page);
      await expectSound(page, 'one service is confirmed');
      await tabTo(page, 'Changed');
      await enter(page);
      await expectSound(page, 'a service in the form');
      await tabTo(page, 'Save and return to the list', 200);
      await enter(page);
      expect(await page.content()).toContain('2 of 8 services decided');
      await tabTo(page, 'No longer true');
      await enter(page);
      await press(page, /^All \d are still true/);
      await expectSound(page, 'all services are decided');
      expect(await page.content()).toContain('All are decided');
    },
    5 * minutes,
  );
});

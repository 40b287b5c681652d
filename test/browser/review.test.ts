/** A Place is reviewed: own views first, the chair on the workshop screen, two screens at once, the decisions. */
import { randomUUID } from 'node:crypto';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { follow, opens, press } from './hands.ts';
import { useSite } from './site.ts';
import { expectFit, expectSound } from './sound.ts';

const site = useSite();
const minutes = 60_000;
const wide = { viewport: { width: 1280, height: 900 } };
const review = '/rounds/spring-2026/places/ferrow-vale/review';
const said = 'Nothing specialist before birth.';
const words = async (page: Page): Promise<string> => page.locator('main').innerText();

/** What a chair does for one domain: the level, why, and on. @returns how many presses it took */
async function decide(page: Page, level: string, because: string): Promise<number> {
  await page.getByRole('radio', { name: level, exact: true }).check();
  await page.getByLabel('Because').fill(because);
  await press(page, /^Record and/);
  return 3;
}

describe('a Place in review', () => {
  it(
    'is given own views first, then decided on the projector, and nothing of two screens is lost',
    async () => {
      const reviewer = await site.visit(wide);
      await site.signInAs(reviewer, 'Reviewer: Callum Deverell');
      await reviewer.goto(review);
      await expectSound(reviewer, 'what is left to agree');
      await follow(reviewer, 'Financial investment');
      expect(await words(reviewer)).toContain('Your view first');
      await reviewer.getByRole('radio', { name: 'Foundations', exact: true }).check();
      await reviewer.getByLabel('Why').fill(said);
      await press(reviewer, /^Save/);
      await expectSound(reviewer, 'a domain with one’s own view');

      const chair = await site.visit(wide);
      await site.signInAs(chair, 'Chair: Ines Okonjo');
      await chair.goto(`${review}/elements/E4`);
      await expectSound(chair, 'a support element');
      await chair.goto(review);
      await opens(chair, () => chair.getByRole('link', { name: 'Workshop screen' }).click());
      let presses = 1;
      expect(await words(chair)).toContain('Your own view opens them');
      expect(await words(chair)).not.toContain(said);
      await expectSound(chair, 'the workshop screen');
      await follow(chair, 'Your own view opens them');
      expect(await words(chair)).not.toContain(said);
      await chair.getByRole('radio', { name: 'Early growth', exact: true }).first().check();
      await press(chair, /^Save/);
      expect(await words(chair)).toContain(said);

      await opens(chair, () => chair.goto(`${review}/workshop`).then(() => undefined));
      expect(await words(chair)).toContain('1 Foundations, 1 Early growth');
      const late = await chair.context().newPage();
      await late.goto(chair.url());
      presses += await decide(chair, 'Foundations', 'No budget names under-twos.');
      await decide(late, 'Early growth', 'One budget does.');
      expect(await words(late)).toContain('No budget names under-twos.');
      expect(await late.getByLabel('Because').inputValue()).toBe('One budget does.');
      await expectSound(late, 'the second of two screens');
      await late.close();

      await chair.keyboard.press('ArrowLeft');
      await chair.waitForURL(/financial-investment$/);
      expect(await words(chair)).toContain('No budget names under-twos.');
      await chair.keyboard.press('ArrowRight');
      await chair.waitForURL((url) => !url.href.includes('financial-investment'));
      while (!chair.url().endsWith('/decisions')) {
        presses += await decide(chair, 'Good progress', `Said on ${randomUUID()}.`);
      }
      expect(await words(chair)).toContain('All 11 domains are agreed or set aside.');
      await expectSound(chair, 'the decisions');
      // seven were left, each of three presses, and one that opened the screen
      expect(presses).toBe(7 * 3 + 1);
    },
    5 * minutes,
  );

  it(
    'is listed, given a view and decided without JavaScript',
    async () => {
      const chair = await site.visit({ ...wide, javaScriptEnabled: false });
      await site.signInAs(chair, 'Chair: Ines Okonjo');
      await chair.goto(review);
      await expectFit(chair, 'what is left, without JavaScript');
      await follow(chair, 'Outcomes and impact');
      await expectFit(chair, 'a domain, without JavaScript');
      await chair.getByRole('group', { name: 'Your own view' }).getByLabel('Good progress').check();
      await press(chair, /^Save/);
      expect(await words(chair)).toContain('Change my view');
      await chair.goto(`${review}/workshop/domains/outcomes-and-impact`);
      await chair.getByText('Record another agreement').click();
      await chair.getByRole('radio', { name: 'Good progress', exact: true }).check();
      await chair.getByLabel('Because').fill('They saw the report.');
      await press(chair, /^Record and/);
      await chair.goto(`${review}/workshop/decisions`);
      expect(await words(chair)).toContain('They saw the report.');
      await expectFit(chair, 'the decisions, without JavaScript');
    },
    2 * minutes,
  );
});

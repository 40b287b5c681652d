/** The demonstration's coordinator takes a round through its whole life, in a browser. */
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { signedOff } from '../factories/sign-off.ts';
import { follow, opens, press } from './hands.ts';
import { useSite } from './site.ts';
import { expectFit, expectSound } from './sound.ts';

const site = useSite();
const minutes = 60_000;

type Look = (page: Page, state: string) => Promise<void>;

const mainText = async (page: Page): Promise<string> =>
  ((await page.locator('main').textContent()) ?? '').replace(/\s+/g, ' ');

/** From the round's page: the question, then the deed. */
async function take(page: Page, step: string, look: Look): Promise<void> {
  await follow(page, step);
  await look(page, `${step}?`);
  await press(page, step);
  await look(page, `after: ${step}`);
}

/** An agency's lead says that it has no service, and submits: the newest round stands first. */
async function submitOne(page: Page): Promise<void> {
  await site.signInAs(page, 'Agency lead: Jonah Amponsah');
  await follow(page, 'Your services');
  await follow(page, 'Your services');
  const say = page.getByRole('button', { name: /^Say “No service”/ });
  for (let left = await say.count(); left > 0; left -= 1) {
    await opens(page, () => say.first().click());
  }
  await follow(page, 'Service map');
  await follow(page, /[Cc]heck your answers/);
  await press(page, /^Submit/);
}

describe.each([
  ['with JavaScript', 'Spring 2027', expectSound, {}],
  ['without JavaScript', 'Summer 2027', expectFit, { javaScriptEnabled: false }],
] as const)('%s', (_, name, look, options) => {
  it(
    'a round is created from the last one, opened, mended, reviewed, published and archived',
    async () => {
      const page = await site.visit({ viewport: { width: 1280, height: 900 }, ...options });
      await site.signInAs(page, 'Coordinator: Ruth');
      await follow(page, 'Set-up');
      await follow(page, 'Create or look after a round');
      await look(page, 'the list of rounds');
      await follow(page, /^Create one like /);
      await look(page, 'the form');
      await page.getByLabel('Name of the round').fill('');
      await press(page, 'Create as a draft');
      await look(page, 'the form with a fault');
      await page.getByLabel('Name of the round').fill(name);
      await press(page, 'Create as a draft');
      expect(await page.getByRole('status').textContent()).toContain('The draft is created.');
      expect(await mainText(page)).toContain('agencies are e-mailed');
      await look(page, 'the draft');

      await follow(page, 'Change the draft');
      const agencies = page.locator('details.ticks');
      if ((await agencies.getAttribute('open')) === null) await agencies.locator('summary').click();
      await page.getByLabel('Kingfisher Children’s Community Services').uncheck();
      await page.getByLabel('Quorum').fill('2');
      await press(page, 'Save');
      await take(page, 'Open the round', look);
      expect(await page.getByRole('status').textContent()).toContain('The round is open.');

      await follow(page, 'Extend the deadline');
      await look(page, 'the deadline');
      const year = page.getByLabel('Year');
      await year.fill(String(Number(await year.inputValue()) - 1));
      await press(page, 'Extend');
      await look(page, 'a deadline that is too early');
      await year.fill(String(Number(await year.inputValue()) + 2));
      await press(page, 'Extend');
      expect(await page.getByRole('status').textContent()).toContain('The deadline is extended.');

      await follow(page, 'Ask more agencies');
      await look(page, 'more agencies');
      await page.getByLabel(/^Kingfisher Children’s Community Services \(\d people\)/).check();
      await press(page, 'Ask and invite them');
      expect(await mainText(page)).toContain('Kingfisher Children’s Community Services');

      await follow(page, /^Withdraw ?: Brackwater Family Hubs/);
      await look(page, 'a withdrawal');
      await press(page, 'Withdraw');
      await look(page, 'a withdrawal without a reason');
      await page.getByLabel('Service map').check();
      await page.getByLabel('Why').fill('Their services are entered by the council.');
      await press(page, 'Withdraw');
      expect(await mainText(page)).toContain('Brackwater Family Hubs: Service map');
      await look(page, 'the open round');
      const round = page.url().replace(/\?.*/, '');

      await submitOne(page);
      await site.signInAs(page, 'Coordinator: Ruth');
      await page.goto(round);
      await take(page, 'Close and move to review', look);
      await take(page, 'Begin the factual check', look);
      await signedOff(site.db, new URL(round).pathname.split('/').at(-1) ?? '');
      await page.reload();
      await take(page, 'Publish the results', look);
      expect(await page.getByRole('status').textContent()).toContain('The results are published.');
      await take(page, 'Archive the round', look);
      expect(await mainText(page)).toContain('Archived. Its results can still be read.');
      expect(await mainText(page)).not.toContain('Next:');
    },
    10 * minutes,
  );
});

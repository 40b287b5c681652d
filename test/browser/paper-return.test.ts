/** A coordinator with a form on paper beside the keyboard: a domain and a service keyed in, and the map submitted. */
import { describe, expect, it } from 'vitest';
import { overflow, violations } from './axe.ts';
import { follow, opens, press } from './hands.ts';
import { useSite } from './site.ts';

const site = useSite();
const minutes = 60_000;
const banner = 'You are keying in the paper return of Skerrow Island Nurses.';

describe.each([
  ['on a laptop', { viewport: { width: 1280, height: 900 } }],
  [
    'on a narrow screen without JavaScript',
    { viewport: { width: 320, height: 640 }, javaScriptEnabled: false },
  ],
] as const)('a paper return, %s', (where, options) => {
  it(
    'is keyed in from the start page on, and shows everywhere that it came on paper',
    async () => {
      const page = await site.visit(options);
      await site.signInAs(page, 'Coordinator: Ruth Abendroth');
      await follow(page, /^Key in/);
      const isWithScript = !('javaScriptEnabled' in options);
      if (isWithScript) expect(await violations(page)).toEqual([]);
      expect(await overflow(page)).toBe(0);
      await follow(page, /^Key in.*Maturity grid/);
      expect(await page.locator('.keying').textContent()).toContain(banner);
      if (isWithScript) expect(await violations(page)).toEqual([]);
      await follow(page, 'Financial investment');
      expect(await page.locator('.keying').textContent()).toContain(banner);
      await page.getByRole('radio', { name: /^Foundations/ }).check();
      await page.getByLabel('What shows this?').fill('The island’s own budget, on page 3.');
      await press(page, 'Save and continue');
      await follow(page, 'Skerrow Island Nurses');
      expect(await page.locator('main').textContent()).toContain(
        'on paper, keyed in by Ruth Abendroth',
      );
      await follow(page, /^Key in.*Service map/);
      await follow(page, 'Your services');
      await follow(page, /^Add a service/);
      await page.getByLabel(/^Name/).fill(`Home visits ${where}`);
      await page.getByLabel(/^Sector/).selectOption({ label: 'Midwifery' });
      await page.getByLabel('Isle of Skerrow', { exact: true }).first().check();
      await page.getByLabel('Universal', { exact: true }).first().check();
      await page.getByLabel('The relationship').first().check();
      await page.getByLabel('Running').first().check();
      await press(page, 'Save and return to the list');
      expect(await page.locator('.keying').textContent()).toContain(banner);
      expect(await overflow(page)).toBe(0);
      if (isWithScript) return;
      const say = page.getByRole('button', { name: /^Say “No service”/ });
      for (let left = await say.count(); left > 0; left -= 1) {
        await opens(page, () => say.first().click());
      }
      await follow(page, 'Service map');
      await follow(page, /^Check Skerrow Island Nurses’ answers/);
      await press(page, /^Submit/);
      expect(await page.locator('main').textContent()).toContain(
        'They see that it came on paper and who keyed it in.',
      );
      await follow(page, 'Back to the progress of Skerrow Island Nurses');
      expect(page.url()).toMatch(/\/progress\/skerrow-nurses$/);
    },
    4 * minutes,
  );
});

/** Two people of an agency answer one response: give, answer, look back, bring back, clear and mark as done. */
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { follow, press } from './hands.ts';
import { useSite } from './site.ts';
import { expectFit, expectSound } from './sound.ts';

const site = useSite();
const minutes = 60_000;

type Look = (page: Page, state: string) => Promise<void>;

const wide = { viewport: { width: 1280, height: 900 } };
const part = 'Financial investment';
const status = async (page: Page): Promise<string> =>
  (await page.locator('main [role=status]').first().textContent()) ?? '';
const evidence = (page: Page) => page.getByLabel('What shows this?');
const row = async (page: Page): Promise<string> =>
  (await page.locator('#financial-investment-row').textContent()) ?? '';

describe.each([
  ['with JavaScript', 'Tŵr Wennol', wide, expectSound],
  ['without JavaScript', 'Saltmere Bay', { ...wide, javaScriptEnabled: false }, expectFit],
] as const)('%s', (_, place, options, look: Look) => {
  it(
    'two colleagues share a response, and nothing of either is lost',
    async () => {
      const lead = await site.visit(options);
      await site.signInAs(lead, 'Agency lead: Siân Elwyn-Hughes');
      await follow(lead, place);
      const list = lead.url();
      const section = `${list}/sections/financial-investment`;
      await follow(lead, 'Who does what');
      await look(lead, 'who does what');
      await lead.getByLabel(part).selectOption({ label: 'Małgorzata Wiśniewska' });
      await press(lead, 'Save who does what');
      expect(await status(lead)).toContain('Whoever was given a part gets one e-mail.');
      expect(await row(lead)).toContain('Given to Małgorzata Wiśniewska by you');
      await look(lead, 'the list with a part given away');

      const colleague = await site.visit(options);
      await site.signInAs(colleague, 'Contributor: Małgorzata Wiśniewska');
      await look(colleague, 'the start page of whom it is given to');
      await colleague.goto(section);
      await evidence(colleague).fill('The budget of 2025');
      await colleague.locator('.pick input').nth(1).check();
      await press(colleague, 'Save and continue');

      await lead.goto(section);
      expect(await lead.locator('.last').textContent()).toContain('Małgorzata Wiśniewska');
      await look(lead, 'a section that a colleague changed');
      await evidence(lead).fill('The budget of 2026');
      await press(lead, 'Save and continue');

      await colleague.goto(section);
      await follow(colleague, /^History/);
      await look(colleague, 'the history');
      await follow(colleague, /^Bring this back ?: What shows this/);
      await look(colleague, 'the question before bringing back');
      await press(colleague, 'Bring it back');
      expect(await status(colleague)).toContain('The old text is back.');
      await follow(colleague, 'Go to the answers');
      expect(await evidence(colleague).inputValue()).toBe('The budget of 2025');

      await colleague.getByText('Clear a choice').click();
      await colleague
        .getByLabel('What is to be cleared?')
        .selectOption('The level that was chosen');
      await look(colleague, 'about to clear');
      await press(colleague, 'Save and clear it');
      expect(await colleague.locator('.pick input:checked').count()).toBe(0);
      expect(await evidence(colleague).inputValue()).toBe('The budget of 2025');

      await colleague.goto(list);
      await press(colleague, new RegExp(`^Mark as done ?: ${part}`));
      expect(await row(colleague)).toContain('Marked as done by you');
      await look(colleague, 'the list with a part marked');
      await lead.goto(list);
      expect(await row(lead)).toContain('Marked as done by Małgorzata Wiśniewska');
      expect(await row(lead)).toMatch(/Marked as done, \d+ things? missing/);
      await lead.goto(`${list}/check`);
      expect(await lead.getByRole('button', { name: 'Submit' }).count()).toBe(0);
    },
    5 * minutes,
  );
});

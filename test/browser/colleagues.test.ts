/** An agency lead invites a colleague and removes them again, in a real browser. */
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { enter, follow, press, tabTo } from './hands.ts';
import { useSite } from './site.ts';
import { expectFit, expectSound } from './sound.ts';

const site = useSite();
const minutes = 60_000;

type Look = (page: Page, state: string) => Promise<void>;

const status = async (page: Page): Promise<string> =>
  (await page.getByRole('status').textContent()) ?? '';

const long = 'Llanfairpwllgwyngyll'.repeat(6);

describe.each([
  ['with JavaScript', 'Siân Elwyn-Hughes', 'ngozi', {}, expectSound],
  ['without JavaScript', 'Jonah Amponsah', 'ida', { javaScriptEnabled: false }, expectFit] as const,
] as const)('%s', (_, lead, name, options, look: Look) => {
  it(
    'a colleague is invited, listed and removed; each page says what it does',
    async () => {
      const page = await site.visit({ viewport: { width: 1280, height: 900 }, ...options });
      await site.signInAs(page, `Agency lead: ${lead}`);
      await follow(page, 'Invite or remove colleagues');
      await look(page, 'the list');
      await follow(page, 'Invite a colleague');
      await look(page, 'the form');
      await press(page, 'Invite');
      expect(await page.title()).toMatch(/^Error: Invite a colleague/);
      await look(page, 'the form with faults');
      await page.getByLabel('Name', { exact: true }).fill(long);
      await page.getByLabel('E-mail address').fill(`${name}.${long.slice(0, 50)}@example.org`);
      await press(page, 'Invite');
      expect(await status(page)).toContain(`${long} is invited: the message goes to ${name}.`);
      expect(await page.locator('tr', { hasText: long }).textContent()).toContain(
        'not signed in yet',
      );
      await look(page, 'the list after inviting');
      await follow(page, `Remove ${long}`);
      expect(await page.locator('h1').textContent()).toBe(`Remove ${long}?`);
      await look(page, 'the question');
      await press(page, `Remove ${long}`);
      expect(await status(page)).toContain('To undo it, invite them again.');
      expect(await page.locator('tr', { hasText: long }).count()).toBe(0);
      await look(page, 'the list after removing');
    },
    5 * minutes,
  );
});

it(
  'everything is within reach of the keyboard, and a refusal says who can',
  async () => {
    const page = await site.visit({ viewport: { width: 1280, height: 900 } });
    await site.signInAs(page, 'Agency lead: Hester Quayle');
    await tabTo(page, 'Invite or remove');
    await enter(page);
    await tabTo(page, 'Invite a colleague');
    await enter(page);
    await tabTo(page, 'Name');
    await page.keyboard.type('Oona Marsh');
    await tabTo(page, 'E-mail');
    await page.keyboard.type('oona@example.org');
    await enter(page);
    expect(await status(page)).toContain('Oona Marsh is invited');
    await tabTo(page, 'Remove Oona Marsh');
    await enter(page);
    await tabTo(page, 'Remove Oona Marsh');
    await enter(page);
    expect(await status(page)).toContain('Removed.');

    const own = await site
      .db('people')
      .where('email', 'like', 'hester.quayle@%')
      .first<{ id: string } | undefined>('id');
    await page.goto(`${new URL(page.url()).pathname}/${own?.id ?? ''}/remove`);
    expect(await page.locator('main').textContent()).toContain('You can’t remove yourself');
    await expectSound(page, 'a refusal');
  },
  2 * minutes,
);

it(
  'an invitation that was not delivered says so, and is sent again',
  async () => {
    const page = await site.visit({ viewport: { width: 1280, height: 900 } });
    await site.signInAs(page, 'Agency lead: Zofia');
    await follow(page, 'Invite or remove colleagues');
    await follow(page, 'Invite a colleague');
    await page.getByLabel('Name', { exact: true }).fill('Una Quiet');
    await page.getByLabel('E-mail address').fill('una@example.org');
    await press(page, 'Invite');
    const earlier = new Date(Date.now() - 20 * minutes);
    await site
      .db('messages')
      .where({ recipient: 'una@example.org' })
      .update({ status: 'failed', queued_at: earlier, finished_at: earlier, leased_until: null });
    await site.db('memberships').where({ invited_as: 'Una Quiet' }).update({ invited_at: earlier });
    await page.reload();
    expect(await page.locator('main').textContent()).toContain('Not delivered');
    await expectSound(page, 'an invitation that failed');
    await press(page, /^Invite again/);
    expect(await status(page)).toContain('Una Quiet is invited');
  },
  2 * minutes,
);

/** An agency lead invites a colleague and removes them again, in a real browser. */
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { overflow, violations } from './axe.ts';
import { useSite } from './site.ts';

const site = useSite();
const minutes = 60_000;

async function press(page: Page, name: string | RegExp): Promise<void> {
  const button = page.getByRole('button', { name }).first();
  await Promise.all([page.waitForEvent('load'), button.click()]);
}

async function follow(page: Page, name: string | RegExp): Promise<void> {
  const link = page.getByRole('link', { name }).first();
  await Promise.all([page.waitForEvent('load'), link.click()]);
}

type Look = (page: Page, state: string) => Promise<void>;

/** Nothing scrolls sideways on a phone. */
async function expectFit(page: Page, state: string): Promise<void> {
  await page.setViewportSize({ width: 320, height: 640 });
  expect([state, await overflow(page)]).toEqual([state, 0]);
  await page.setViewportSize({ width: 1280, height: 900 });
}

/** axe besides, which is a script itself. */
async function expectSound(page: Page, state: string): Promise<void> {
  expect([state, await violations(page)]).toEqual([state, []]);
  await expectFit(page, state);
}

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

/** Tabs until what has the focus has these words, as its text or its label. */
async function tabTo(page: Page, wanted: string): Promise<void> {
  for (let steps = 0; steps < 80; steps += 1) {
    await page.keyboard.press('Tab');
    const words = await page.evaluate<string>(
      '(() => { const a = document.activeElement; return (a?.labels?.[0] ?? a)?.textContent?.trim() ?? ""; })()',
    );
    if (words.startsWith(wanted)) return;
  }
  throw new Error(`the keyboard does not reach ${wanted}`);
}

it(
  'everything is within reach of the keyboard, and a refusal says who can',
  async () => {
    const page = await site.visit({ viewport: { width: 1280, height: 900 } });
    await site.signInAs(page, 'Agency lead: Hester Quayle');
    const enter = async (): Promise<void> => {
      await Promise.all([page.waitForEvent('load'), page.keyboard.press('Enter')]);
    };
    await tabTo(page, 'Invite or remove');
    await enter();
    await tabTo(page, 'Invite a colleague');
    await enter();
    await tabTo(page, 'Name');
    await page.keyboard.type('Oona Marsh');
    await tabTo(page, 'E-mail');
    await page.keyboard.type('oona@example.org');
    await enter();
    expect(await status(page)).toContain('Oona Marsh is invited');
    await tabTo(page, 'Remove Oona Marsh');
    await enter();
    await tabTo(page, 'Remove Oona Marsh');
    await enter();
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

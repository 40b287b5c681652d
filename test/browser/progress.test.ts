/** The coordinator sees who is silent and reminds them, by keyboard, without JavaScript, and on a phone. */
import type { Page } from 'playwright-core';
import { afterEach, describe, expect, it } from 'vitest';
import { enter, follow, press, tabTo } from './hands.ts';
import { useSite } from './site.ts';
import { expectFit, expectSound } from './sound.ts';

const site = useSite();
const minutes = 60_000;
const wide = { width: 1280, height: 900 };

/** Each state of the pages is one that others begin with. */
afterEach(async () => {
  await site.db('messages').where({ kind: 'reminder' }).delete();
  await site.db('reminders').delete();
});

const toldOf = (page: Page): Promise<string | null> =>
  page.getByRole('status').first().textContent();

/** By keyboard. */
async function choose(page: Page, name: string | RegExp): Promise<void> {
  await tabTo(page, page.getByRole('button', { name }), 200);
  await enter(page);
}

it('by keyboard alone: filter, remind all that are silent, and be told', async () => {
  const page = await site.visit({ viewport: wide });
  await site.signInAs(page, 'Coordinator: Ruth');
  await page.goto('/progress');
  await tabTo(page, page.getByLabel('Show', { exact: true }));
  await page.keyboard.type('silent');
  await choose(page, 'Show');
  expect(page.url()).toContain('show=silent');
  expect(await toldOf(page)).toContain('7 agencies.');
  await choose(page, 'Remind all 7 that are silent');
  expect(await page.locator('h1').textContent()).toBe('Remind 5 agencies?');
  await tabTo(page, page.getByLabel('A line of your own (optional)'));
  await page.keyboard.type('Ring me if something is in the way.');
  await choose(page, /^Send to 5 people/);
  expect(await toldOf(page)).toContain('5 reminders are on the way, to 5 agencies.');
  expect(page.url()).toContain('show=silent');
  expect(await page.locator('.pg-flag', { hasText: 'Reminded today' }).count()).toBe(5);
  await page.goto('/messages');
  expect(await page.getByRole('link', { name: 'Not submitted yet: Autumn 2026' }).count()).toBe(5);
});

describe.each([
  ['with JavaScript', expectSound, {}],
  ['without JavaScript', expectFit, { javaScriptEnabled: false }],
] as const)('%s', (_, look, options) => {
  it(
    'every state of the pages is sound, and fits a phone',
    async () => {
      const page = await site.visit({ viewport: wide, ...options });
      await site.signInAs(page, 'Coordinator: Ruth');
      await follow(page, /^See who has answered/);
      await look(page, 'the list');
      await press(page, 'Remind those that are ticked');
      expect(await page.title()).toMatch(/^Error: /);
      await look(page, 'nobody chosen');
      await page.getByLabel('Sector').selectOption('midwifery');
      await page.getByLabel('Show', { exact: true }).selectOption('returned');
      await press(page, 'Show');
      expect(await page.locator('main').textContent()).toContain('No agency is like that');
      await look(page, 'a filter that finds nobody');
      await follow(page, 'Show all');
      await page.getByLabel('Remind Lapwing Perinatal Mental Health Team').check();
      await page.getByLabel('Remind Kingfisher Children’s Community Services').check();
      await press(page, 'Remind those that are ticked');
      await look(page, 'the question');
      await page.getByLabel('A line of your own (optional)').fill('x'.repeat(281));
      await press(page, /^Send to/);
      expect(await page.title()).toMatch(/^Error: /);
      await look(page, 'the question with a fault');
      await page.getByLabel('A line of your own (optional)').fill('Half an hour is enough.');
      await press(page, /^Send to 4 people/);
      expect(await toldOf(page)).toContain('4 reminders are on the way, to 2 agencies.');
      await look(page, 'what came of it');
      await follow(page, 'Lapwing Perinatal Mental Health Team');
      await look(page, 'one agency');
      await page.goto('/set-up/rounds/autumn-2026/reminders');
      await look(page, 'the days of the reminders');
      await page.getByLabel(/^3 days before/).check();
      await press(page, 'Save');
      expect(await page.getByRole('status').textContent()).toBe('The reminders are changed.');
      await look(page, 'the round');
      await site.signInAs(page, 'Agency lead: Siân');
      await follow(page, /^Progress of Kingfisher/);
      expect(await page.locator('h1').textContent()).toBe(
        'Kingfisher Children’s Community Services',
      );
      await look(page, 'an agency lead’s own');
    },
    5 * minutes,
  );
});

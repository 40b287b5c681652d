/** Each persona's first minutes: signs in, reads what to do, follows it, and gets to something useful. */
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { overflow, violations } from './axe.ts';
import { enter, follow, opens, press, tabTo } from './hands.ts';
import { useSite } from './site.ts';

const site = useSite();

/** The first step of the start page: its words and its link. */
function firstStep(page: Page) {
  const step = page.locator('.gaps > li').first();
  return { step, link: step.getByRole('link') };
}

/** The heading of the page that is open. */
async function headingOf(page: Page): Promise<string> {
  return (await page.locator('h1').textContent()) ?? '';
}

it('the sign-in page names everybody by role, person, agency or Place, and system, without JavaScript', async () => {
  const page = await site.visit({ javaScriptEnabled: false });
  await page.goto('/sign-in');
  for (const name of [
    'Coordinator: Ruth Abendroth, Aldermoor and Wend',
    'ICB lead: Priya Ramanathan, Aldermoor and Wend',
    'Agency lead: Siân Elwyn-Hughes, Kingfisher Children’s Community Services, Aldermoor and Wend',
    'Coordinator: Dilys Marchbank, Lancashire and South Cumbria',
  ]) {
    expect(await page.getByRole('button', { name, exact: true }).isVisible(), name).toBe(true);
  }
  const buttons = await page.getByRole('button').all();
  for (const button of buttons) {
    const name = (await button.getAttribute('aria-label')) ?? '';
    expect(name).toMatch(
      /^(Administrator|Coordinator|Chair|Reviewer|ICB lead|Agency lead|Contributor): /,
    );
  }
  expect(buttons.length).toBeGreaterThan(20);
});

describe('a coordinator', () => {
  it('reads by name who is silent in the open round, and comes to whom to call', async () => {
    const page = await site.visit();
    await site.signInAs(page, 'Coordinator');
    expect(await page.locator('.demo').textContent()).toContain(
      'You are Ruth Abendroth, coordinator: this is what you would do now.',
    );
    const { step, link } = firstStep(page);
    const words = (await step.textContent()) ?? '';
    expect(words).toMatch(/\d+ of 22 agencies have saved nothing for Autumn 2026/);
    expect(words).toContain('days left');
    const silent = await step.locator('.names li').allTextContents();
    expect(words).toContain(`${silent.length} of 22`);
    expect(await violations(page)).toEqual([]);
    await opens(page, () => link.click());
    expect(page.url()).toMatch(/\/rounds\/autumn-2026\/progress$/);
    expect(await headingOf(page)).toBe('Who has answered');
    const marked = await page.locator('.is-silent th a').allTextContents();
    expect(marked.toSorted()).toEqual(silent.toSorted());
  });

  it('is led to the Place with the most to discuss, at what is left to agree', async () => {
    const page = await site.visit();
    await site.signInAs(page, 'Coordinator');
    await follow(page, /^Open Ferrow Vale/);
    expect(page.url()).toMatch(/\/places\/ferrow-vale\/review$/);
    expect(await headingOf(page)).toBe('Ferrow Vale: what is left to agree');
    expect(await page.getByRole('heading', { name: 'To discuss' }).count()).toBe(1);
  });
});

describe('a reviewer', () => {
  it.each(['Chair: Ines Okonjo', 'Reviewer: Callum Deverell'])(
    '%s reads what is to discuss in their own Places, by keyboard alone',
    async (persona) => {
      const page = await site.visit();
      await page.goto('/sign-in');
      await page.getByRole('button', { name: new RegExp(`^${persona}`) }).focus();
      await enter(page);
      expect(new URL(page.url()).pathname).toBe('/');
      const { step, link } = firstStep(page);
      expect(await step.textContent()).toMatch(/Ferrow Vale: \d+ domains to discuss/);
      expect(await step.textContent()).toContain('The agencies differ on ');
      await tabTo(page, link, 30);
      await enter(page);
      expect(page.url()).toMatch(/\/places\/ferrow-vale\/review$/);
      expect(await headingOf(page)).toBe('Ferrow Vale: what is left to agree');
    },
  );
});

describe('an ICB lead', () => {
  it('reads the finding and what stands out, asks why, and takes the PDF along', async () => {
    const page = await site.visit();
    await site.signInAs(page, 'ICB lead: Priya');
    expect(await headingOf(page)).toBe('What is missing, and where');
    expect(await page.locator('.lede').textContent()).toMatch(/red in \d of 6 Places/);
    const { step, link } = firstStep(page);
    expect(await step.textContent()).toMatch(/Red in \w+ Places: /);
    expect(await page.locator('main').textContent()).not.toContain('to discuss');
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: /^System summary/ }).click(),
    ]);
    expect(download.suggestedFilename()).toMatch(/\.pdf$/);
    await opens(page, () => link.click());
    expect(page.url()).toMatch(/\/rounds\/autumn-2025\/places\/[\w-]+\/report#E\d$/);
  });
});

describe('an agency', () => {
  it('carries on where it was, without JavaScript and on a phone', async () => {
    const page = await site.visit({
      javaScriptEnabled: false,
      viewport: { width: 320, height: 640 },
    });
    await site.signInAs(page, 'Agency lead: Siân');
    expect(await page.locator('.lede').textContent()).toContain('The rest close on');
    expect(await overflow(page)).toBe(0);
    const next = page.locator('.resume').first();
    expect(await next.textContent()).toContain('Carry on where you were');
    await opens(page, () => next.getByRole('link', { name: /^Continue/ }).click());
    expect(page.url()).toMatch(/\/responses\//);
    expect(await page.getByRole('button', { name: /^Save/ }).first().isVisible()).toBe(true);
  });

  it('begins where nothing has been saved yet', async () => {
    const page = await site.visit();
    await site.signInAs(page, 'Agency lead: Jonah Amponsah');
    const next = page.locator('.resume').first();
    expect(await next.textContent()).toContain('Begin here');
    await opens(page, () => next.getByRole('link', { name: /^Begin/ }).click());
    expect(page.url()).toMatch(/\/responses\//);
    expect(await page.locator('.scope').textContent()).toContain('whole system');
  });

  it('reads first what was returned, and the deadline that is still to come', async () => {
    const page = await site.visit();
    await site.signInAs(page, 'Agency lead: Maureen');
    expect(await page.locator('.resume').first().textContent()).toContain('returned it on');
    const lede = (await page.locator('.lede').textContent()) ?? '';
    expect(lede).toMatch(/Autumn 2026 closes on .*, in \d+ days/);
    expect(lede).not.toContain('passed');
  });

  it('shows a contributor the same work, and leaves submitting to the lead', async () => {
    const page = await site.visit();
    await site.signInAs(page, 'Contributor: Małgorzata');
    expect(await page.locator('main').textContent()).toContain('Maturity grid');
    expect(await page.locator('.resume').allTextContents()).not.toContain('Check and submit');
    expect(await page.getByText('can submit').isVisible()).toBe(true);
  });
});

describe('the published case', () => {
  it.each(['Coordinator: Dilys', 'Chair: Osric', 'ICB lead: Lena'])(
    '%s reads what is missing in Lancashire and South Cumbria, and why',
    async (persona) => {
      const page = await site.visit();
      await site.signInAs(page, persona);
      expect(await page.locator('.demo').textContent()).toContain('published strategy');
      expect(await page.locator('.gaps > li').allTextContents()).toEqual([
        expect.stringContaining('Red in three Places: specialist 0-2 mental health support'),
        expect.stringContaining('Red in three Places: specialist 2-5 mental health support'),
        expect.stringContaining('Not known in three Places'),
      ]);
      await opens(page, () => firstStep(page).link.click());
      expect(page.url()).toMatch(/\/places\/blackburn-with-darwen\/report#E4$/);
      expect(await page.locator('#E4').textContent()).toContain('Red');
    },
  );
});

it('one becomes somebody else in one step, and the pages are theirs', async () => {
  const page = await site.visit();
  await site.signInAs(page, 'Coordinator');
  await follow(page, 'Be somebody else');
  await press(page, /^ICB lead: Priya/);
  expect(new URL(page.url()).pathname).toBe('/');
  expect(await headingOf(page)).toBe('What is missing, and where');
});

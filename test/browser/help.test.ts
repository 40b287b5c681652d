/** Words that explain themselves, and the way from a colour to how it was worked out: by keyboard, on a phone, without JavaScript. */
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { overflow, violations } from './axe.ts';
import { follow } from './hands.ts';
import { useSite } from './site.ts';

const site = useSite();
const phone = { width: 320, height: 640 };
const desk = { width: 1280, height: 900 };
const minutes = 60_000;

async function openAll(page: Page): Promise<number> {
  return page.evaluate<number>(
    `document.querySelectorAll('details.term').forEach((term) => { term.open = true; });
     document.querySelectorAll('details.term').length`,
  );
}

/** Goes where the first link leads whose address matches. */
async function goToLink(page: Page, address: RegExp): Promise<void> {
  const html = await page.content();
  const found = [...html.matchAll(/<a [^>]*href="([^"]+)"/g)].find(([, href = '']) =>
    address.test(href),
  );
  await page.goto(found?.[1]?.replaceAll('&amp;', '&') ?? '/missing');
}

async function toSection(page: Page, section: string): Promise<void> {
  await page.goto('/');
  await goToLink(page, /^\/responses\/[0-9a-f-]+$/);
  await page.goto(`${page.url()}/sections/${section}`);
}

describe('a word that explains itself', () => {
  it(
    'is clean and fits a phone, opened, in a form, in a key and on the start page',
    async () => {
      const page = await site.visit({ viewport: phone });
      await site.signInAs(page, 'Agency lead: Siân Elwyn-Hughes');
      await toSection(page, 'capacity-building-activities');
      expect(await openAll(page)).toBeGreaterThan(2);
      expect(await violations(page)).toEqual([]);
      expect(await overflow(page)).toBe(0);
      const reader = await site.visit({ viewport: phone });
      await site.signInAs(reader, 'Coordinator: Ruth Abendroth');
      for (const path of ['/', '/rounds/spring-2026/report']) {
        await reader.goto(path);
        expect(await openAll(reader), path).toBeGreaterThan(0);
        expect(await violations(reader), path).toEqual([]);
        expect(await overflow(reader), path).toBe(0);
      }
    },
    3 * minutes,
  );

  it('opens by keyboard where it stands, and leaves the form’s answers alone', async () => {
    const page = await site.visit({ viewport: desk, javaScriptEnabled: false });
    await site.signInAs(page, 'Agency lead: Siân Elwyn-Hughes');
    await toSection(page, 'capacity-building-activities');
    const word = page.locator('details.term', { hasText: 'Case consultation' });
    await word.locator('summary').focus();
    await page.keyboard.press('Enter');
    expect(await word.locator('.term__m').isVisible()).toBe(true);
    await page.keyboard.press('Enter');
    expect(await word.locator('.term__m').isVisible()).toBe(false);
  });
});

describe('how it was worked out', () => {
  it('is one click from a cell of the matrix, and stands open without JavaScript', async () => {
    const page = await site.visit({ viewport: phone, javaScriptEnabled: false });
    await site.signInAs(page, 'Coordinator: Ruth Abendroth');
    await page.goto('/rounds/spring-2026/report');
    await follow(page, /how this was worked out for services and interventions in Saltmere Bay/i);
    const worked = page.locator('#services-and-interventions');
    expect(await worked.getByText('is in the middle').isVisible()).toBe(true);
    const top = (await worked.boundingBox())?.y ?? Number.NaN;
    expect(Math.abs(top)).toBeLessThan(phone.height);
    expect(await overflow(page)).toBe(0);
  });

  it('is one click from a domain on a Place’s page', async () => {
    const page = await site.visit({ viewport: desk });
    await site.signInAs(page, 'Coordinator: Ruth Abendroth');
    await page.goto('/rounds/spring-2026/places/saltmere-bay/report');
    await follow(page, 'Financial investment: how it was worked out');
    expect(page.url()).toMatch(/\/places\/saltmere-bay\/method#financial-investment$/);
    expect(await violations(page)).toEqual([]);
  });

  it('prints the words of the key, and none of their meanings that are closed', async () => {
    const page = await site.visit({ viewport: desk });
    await site.signInAs(page, 'Coordinator: Ruth Abendroth');
    await page.goto('/rounds/spring-2026/report');
    await page.emulateMedia({ media: 'print' });
    const word = page.locator('.key .term', { hasText: 'To discuss' });
    expect(await word.locator('summary').isVisible()).toBe(true);
    expect(await word.locator('.term__m').isVisible()).toBe(false);
  });
});

/** Pages on paper: what is closed is told, what can only be pressed is left out, and addresses stay off. */
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { readPdf } from '../factories/pdf-reader.ts';
import { follow } from './hands.ts';
import { useSite } from './site.ts';

const site = useSite();

interface Printed {
  readonly text: string;
  readonly pages: number;
  /** A3 or A4, by the width of the first sheet in points */
  readonly sheet: string;
}

async function print(page: Page): Promise<Printed> {
  const bytes = await page.pdf({ format: 'A4', preferCSSPageSize: true, tagged: true });
  const { pages, source } = await readPdf(bytes);
  const text = pages.map(({ tree }) => tree.text).join(' ');
  const width = Number(/\/MediaBox \[0 0 ([\d.]+)/.exec(source)?.[1] ?? 0);
  return { text, pages: pages.length, sheet: width > 1000 ? 'A3' : 'A4' };
}

const report = '/rounds/spring-2026/report';
/** with two flags or more in most cells, since few have answered */
const openReport = '/rounds/autumn-2026/report';
const placeReport = '/rounds/spring-2026/places/ferrow-vale/report';

/** A page, as the coordinator. */
async function open(page: Page, path: string): Promise<void> {
  await site.signInAs(page, 'Coordinator');
  await page.goto(path);
}

describe.each([
  ['with JavaScript', true],
  ['without JavaScript', false],
])('%s', (_, javaScriptEnabled) => {
  it.each([report, openReport])(
    'the matrix of %s takes two sheets of A3, domains, then elements and sectors; need has a third',
    async (path) => {
      const page = await site.visit({ javaScriptEnabled });
      await open(page, path);
      const { text, pages, sheet } = await print(page);
      expect([sheet, pages]).toEqual(['A3', 3]);
      expect(text).toContain('Outcomes and impact');
      expect(text).not.toMatch(/Sign out|Instruments|Be somebody else|Download as PDF|https?:/);
    },
  );

  it('a Place’s page tells what is closed on the screen', async () => {
    const page = await site.visit({ javaScriptEnabled });
    await open(page, placeReport);
    const closed = page.locator('.nhsuk-details', { hasText: 'Every service that was entered' });
    const service = (await closed.locator('tbody th').first().textContent()) ?? '';
    expect(await closed.locator('tbody').isVisible()).toBe(false);
    const { text, sheet } = await print(page);
    expect(sheet).toBe('A4');
    expect(service).not.toBe('');
    expect(text).toContain(service);
    // Where the births come from is told with its address; no link's own is added.
    const told = text.replace('https://statistics.example/births/2025', '');
    expect(told).not.toMatch(/Sign out|Download as PDF|On this page|https?:/);
  });
});

it('closes again after printing what was closed before', async () => {
  const page = await site.visit();
  await open(page, placeReport);
  const opened = page.locator('.nhsuk-details[open]');
  await page.evaluate('window.dispatchEvent(new Event("beforeprint"))');
  expect(await opened.count()).toBeGreaterThan(0);
  await page.evaluate('window.dispatchEvent(new Event("afterprint"))');
  expect(await opened.count()).toBe(0);
});

it('an agency’s answers are kept on paper without anything to press', async () => {
  const page = await site.visit();
  await site.signInAs(page, 'Agency lead');
  await follow(page, 'Ferrow Vale');
  await follow(page, 'Check your answers');
  expect(page.url()).toMatch(/\/check$/);
  const statement = (await page.locator('.marks li span').first().textContent()) ?? '';
  const { text } = await print(page);
  expect(text).toContain('Strategic leadership');
  expect(statement).not.toBe('');
  expect(text.replace(/\s+/g, ' ')).toContain(statement);
  expect(text).not.toMatch(/Change|Sign out/);
});

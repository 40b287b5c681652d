/** Pages on paper: what is closed is told, what can only be pressed is left out, and addresses stay off. */
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { readPdf, squeeze } from '../factories/pdf-reader.ts';
import { follow } from './hands.ts';
import { useSite } from './site.ts';

const site = useSite();

interface Printed {
  readonly text: string;
  /** what stands on each sheet */
  readonly sheets: readonly string[];
  /** the first of them: "A3 across" */
  readonly paper: string;
}

async function print(page: Page, format: 'A3' | 'A4' = 'A4'): Promise<Printed> {
  const bytes = await page.pdf({ format, preferCSSPageSize: true, tagged: true });
  const { pages, source } = await readPdf(bytes);
  const sheets = pages.map(({ tree }) => squeeze(tree.text));
  const box = /\/MediaBox \[0 0 ([\d.]+) ([\d.]+)/.exec(source) ?? [];
  const [width = 0, height = 0] = box.slice(1).map(Number);
  const paper = `${Math.max(width, height) > 1000 ? 'A3' : 'A4'} ${width > height ? 'across' : 'upright'}`;
  return { text: sheets.join(' '), sheets, paper };
}

/** In points: the smallest text that is told on paper. */
const smallestText = (page: Page): Promise<number> =>
  page.evaluate(`(() => {
    const texts = document.createTreeWalker(document.querySelector('main'), NodeFilter.SHOW_TEXT);
    let smallest = Infinity;
    while (texts.nextNode()) {
      const told = texts.currentNode.parentElement;
      if (!told.checkVisibility() || texts.currentNode.data.trim() === '') continue;
      smallest = Math.min(smallest, parseFloat(getComputedStyle(told).fontSize) * 0.75);
    }
    return smallest;
  })()`);

const report = '/rounds/spring-2026/report';
/** with two flags or more in most cells, since few have answered */
const openReport = '/rounds/autumn-2026/report';
/** from the first row to the last, the long name of a Place with them */
const domains = /Parishes of the Fen Edge .*Strategic leadership .* Outcomes and impact/;
const elements = /Parishes of the Fen Edge .*Relationships are promoted .* crisis response/;
const sectors = /What eight sectors offer .*Midwifery .* Voluntary and third sector .* Other/;
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
    'the three matrices of %s take one sheet of A3; the rest follows on another',
    async (path) => {
      const page = await site.visit({ javaScriptEnabled });
      await open(page, path);
      const { text, sheets, paper } = await print(page, 'A3');
      expect(paper).toBe('A3 across');
      expect(sheets).toHaveLength(2);
      const [matrices = '', rest = ''] = sheets;
      for (const of of [domains, elements, sectors]) expect(matrices).toMatch(of);
      expect(matrices).toContain(
        'Need against capacity, what this rests on and the sources follow',
      );
      expect(rest).toMatch(/^Need against capacity .* What this rests on .* Drawn from:/);
      expect(text).not.toMatch(/Sign out|Instruments|Be somebody else|as PDF|https?:/);
    },
  );

  it.each([report, openReport])(
    'the matrices of %s take two sheets of A4, the domains one and elements with sectors the other',
    async (path) => {
      const page = await site.visit({ javaScriptEnabled });
      await open(page, path);
      const { sheets, paper } = await print(page, 'A4');
      expect(paper).toBe('A4 across');
      expect(sheets).toHaveLength(3);
      expect(sheets[0]).toMatch(domains);
      expect(sheets[1]).toMatch(elements);
      expect(sheets[1]).toMatch(sectors);
      expect(sheets[2]).toMatch(/^Need against capacity/);
    },
  );

  it('a Place’s page tells what is closed on the screen', async () => {
    const page = await site.visit({ javaScriptEnabled });
    await open(page, placeReport);
    const closed = page.locator('.nhsuk-details', { hasText: 'Every service that was entered' });
    const service = (await closed.locator('tbody th').first().textContent()) ?? '';
    expect(await closed.locator('tbody').isVisible()).toBe(false);
    const { text, paper } = await print(page);
    expect(paper).toBe('A4 upright');
    expect(service).not.toBe('');
    expect(text).toContain(service);
    // Where the births come from is told with its address; no link's own is added.
    const told = text.replace('https://statistics.example/births/2025', '');
    expect(told).not.toMatch(/Sign out|as PDF|On this page|https?:/);
  });
});

it.each([
  ['/rounds/spring-2026/changes', 'A4 across'],
  ['/rounds/spring-2026/compare', 'A4 upright'],
])(
  'the comparison %s takes two sheets of A4, its sectors and sources with it',
  async (path, on) => {
    const page = await site.visit();
    await open(page, path);
    const { text, sheets, paper } = await print(page);
    expect([paper, sheets.length]).toEqual([on, 2]);
    expect(sheets[1]).toMatch(/Sectors .*Midwifery .* Other .*State: In review\. Drawn from:/);
    expect(text).not.toMatch(/Download as PDF|Sign out|https?:/);
  },
);

it('no text of the matrices is smaller on paper than 7.5 points', async () => {
  const page = await site.visit({ viewport: { width: 1500, height: 900 } });
  await open(page, openReport);
  await page.emulateMedia({ media: 'print' });
  expect(await smallestText(page)).toBeGreaterThanOrEqual(7.5);
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

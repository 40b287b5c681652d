import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { readPdf } from '../factories/pdf-reader.ts';
import { overflow } from './axe.ts';
import { follow, opens, press } from './hands.ts';
import { useSite } from './site.ts';

const site = useSite();
const minutes = 60_000;
const lead = 'Agency lead: Hester Quayle';

/** Marks everything up to Early growth as met and the rest as not, and chooses that level. */
async function answerDomain(page: Page): Promise<void> {
  const levels = page.locator('section.lev');
  for (const [index, level] of (await levels.all()).entries()) {
    const mark = index < 2 ? 'Met' : 'Not met';
    for (const radio of await level.getByRole('radio', { name: mark, exact: true }).all()) {
      await radio.check();
    }
  }
  await page.getByRole('radio', { name: /^Early growth/ }).check();
  await page
    .getByLabel('What shows this?')
    .fill('Cofnodion y grŵp, Ebrill 2026. Zażółć gęślą jaźń.');
}

async function answerGrid(page: Page): Promise<number> {
  let domains = 0;
  while (page.url().includes('/sections/')) {
    await answerDomain(page);
    await press(page, 'Save and continue');
    domains += 1;
    if (domains > 20) throw new Error('the grid does not end');
  }
  return domains;
}

async function addService(page: Page, name: string): Promise<void> {
  await follow(page, /^Add a service/);
  await page.getByLabel(/^Name/).fill(name);
  await page.getByLabel(/^Sector/).selectOption({ label: 'Midwifery' });
  for (const place of ['Ferrow Vale', 'Saltmere Bay', 'Tŵr Wennol']) {
    await page.getByLabel(place, { exact: true }).first().check();
  }
  await page.getByLabel('Universal', { exact: true }).first().check();
  await page.getByLabel('The relationship').first().check();
  await page.getByLabel('Running').first().check();
  await press(page, 'Save and return to the list');
}

async function submit(page: Page): Promise<void> {
  await press(page, /^Submit/);
  expect(page.url()).toMatch(/\/submitted$/);
  expect(await page.locator('h1').textContent()).toMatch(/submitted/i);
}

describe.each([
  ['with JavaScript, on a laptop', { viewport: { width: 1280, height: 900 } }],
  [
    'without JavaScript, on a phone',
    { viewport: { width: 320, height: 640 }, javaScriptEnabled: false },
  ],
] as const)('%s', (_, options) => {
  it(
    'an agency answers the whole grid, from the first page to the confirmation',
    async () => {
      const page = await site.visit(options);
      await site.signInAs(page, lead);
      const place = 'javaScriptEnabled' in options ? 'Ferrow Vale' : 'Saltmere Bay';
      await follow(page, place);
      await follow(page, 'Strategic leadership');
      expect(await answerGrid(page)).toBe(11);
      expect(await page.content()).toContain('Zażółć gęślą jaźń.');
      expect(await overflow(page)).toBe(0);
      await submit(page);
      expect(await page.content()).toContain('Early growth');
    },
    10 * minutes,
  );
});

describe('the service map', () => {
  it(
    'is entered service by service, and “No service” said for the rest, before it is submitted',
    async () => {
      const page = await site.visit({ viewport: { width: 320, height: 640 } });
      await site.signInAs(page, lead);
      await follow(page, 'Your services');
      expect(page.url()).toMatch(/\/responses\/[^/]+$/);
      await follow(page, 'Your services');
      await addService(page, 'Bonding before birth');
      expect(await page.content()).toContain('Bonding before birth');
      const say = page.getByRole('button', { name: /^Say “No service”/ });
      for (let left = await say.count(); left > 0; left -= 1) {
        await opens(page, () => say.first().click());
      }
      await follow(page, 'Service map');
      await follow(page, /[Cc]heck your answers/);
      expect(await page.content()).toContain('Bonding before birth');
      await submit(page);
    },
    10 * minutes,
  );
});

describe('the suggested level', () => {
  it('follows the ticks as they are made, and differs from the chosen level only with a reason', async () => {
    const page = await site.visit({ viewport: { width: 1280, height: 900 } });
    await site.signInAs(page, 'Agency lead: Jonah Amponsah');
    await follow(page, 'Ferrow Vale');
    await follow(page, 'Co-ordination across the system');
    const panel = page.locator('.sugg');
    expect(await panel.textContent()).toContain('None yet');
    await page.getByRole('radio', { name: 'Met', exact: true }).nth(0).check();
    await page.getByRole('radio', { name: 'Not met', exact: true }).nth(1).check();
    await panel.getByText('Foundations', { exact: true }).waitFor();
    await page.getByRole('radio', { name: /^Good progress/ }).check();
    await page.getByLabel(/Why Good progress/).waitFor({ state: 'visible' });
  });
});

describe('the Place’s PDF', () => {
  it('is downloaded from the Place page, as a PDF that names the Place', async () => {
    const page = await site.visit({ viewport: { width: 1280, height: 900 } });
    await site.signInAs(page, 'Coordinator: Ruth Abendroth');
    await page.goto('/rounds/spring-2026/places/ferrow-vale/report');
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: /PDF/ }).last().click(),
    ]);
    expect(download.suggestedFilename()).toMatch(/^Ferrow Vale.*\.pdf$/);
    const stream = await download.createReadStream();
    const chunks: Buffer[] = [];
    for await (const chunk of stream) chunks.push(chunk as Buffer);
    const pdf = await readPdf(Buffer.concat(chunks));
    expect(JSON.stringify(pdf)).toContain('Ferrow Vale');
  });
});

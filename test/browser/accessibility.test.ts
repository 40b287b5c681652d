/** Every page that people can reach by links: axe finds nothing, it fits a phone, and it is light. */
import { describe, expect, it } from 'vitest';
import { overflow, violations } from './axe.ts';
import { walk } from './crawl.ts';
import { most, scales } from './scales.ts';
import { useSite } from './site.ts';

const site = useSite();

describe('signed out', () => {
  it.each(['/sign-in', '/help', '/glossary', '/accessibility', '/privacy', '/cookies', '/nowhere'])(
    '%s has no violation and fits a phone',
    async (path) => {
      const page = await site.visit({ viewport: { width: 320, height: 640 } });
      await page.goto(path);
      expect(await violations(page)).toEqual([]);
      expect(await overflow(page)).toBe(0);
    },
  );
});

const minutes = 60_000;
const wide = { width: 1280, height: 900 };

// One persona for each way that pages differ: answering, all of a draft, published only, the map alone, no system.
describe.each([
  'Agency lead: Siân Elwyn-Hughes',
  'Coordinator: Ruth Abendroth',
  'ICB lead: Priya Ramanathan',
  'Chair: Osric Penhale',
  'Administrator: Winston Achterberg',
])('%s', (persona) => {
  it(
    'meets no violation on any page, nothing scrolls sideways on a phone, and nothing weighs too much',
    async () => {
      const page = await site.visit({ viewport: wide });
      await site.signInAs(page, persona);
      const weigh = await scales(page);
      const found: string[] = [];
      const paths = await walk(page, async (path) => {
        const { bytes, scriptBytes, requests } = await weigh();
        const isLight =
          bytes <= most.bytes && scriptBytes <= most.scriptBytes && requests <= most.requests;
        if (!isLight) found.push(`${path}: ${bytes} B, ${scriptBytes} B script, ${requests}`);
        found.push(...(await violations(page)).map((line) => `${path} | ${line}`));
        await page.setViewportSize({ width: 320, height: 640 });
        const over = await overflow(page);
        if (over > 0) found.push(`${path} is ${String(over)} px too wide at 320`);
        await page.setViewportSize(wide);
      });
      expect(found).toEqual([]);
      expect(paths.length).toBeGreaterThan(8);
    },
    10 * minutes,
  );
});

import { describe, expect, it } from 'vitest';
import { overflow, violations } from './axe.ts';
import { pagesWithinReach } from './crawl.ts';
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

// One persona for each way that pages differ: answering, all of a draft, published only, the map alone.
describe.each([
  'Agency lead: Siân Elwyn-Hughes',
  'Coordinator: Ruth Abendroth',
  'ICB lead: Priya Ramanathan',
  'Chair: Osric Penhale',
])('%s', (persona) => {
  it(
    'meets no violation on any page, and nothing scrolls sideways on a phone',
    async () => {
      const page = await site.visit({ viewport: { width: 1280, height: 900 } });
      await site.signInAs(page, persona);
      const paths = await pagesWithinReach(page);
      const found: string[] = [];
      for (const path of paths) {
        await page.setViewportSize({ width: 1280, height: 900 });
        await page.goto(path);
        found.push(...(await violations(page)).map((line) => `${path} 1280 | ${line}`));
        await page.setViewportSize({ width: 320, height: 640 });
        const wide = await overflow(page);
        if (wide > 0) found.push(`${path} is ${String(wide)} px too wide at 320`);
      }
      expect(found).toEqual([]);
      expect(paths.length).toBeGreaterThan(8);
    },
    10 * minutes,
  );
});

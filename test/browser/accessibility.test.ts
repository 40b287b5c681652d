/** Pages that nobody has to sign in for, and those of the personas whose pages are few. */
import { describe, expect, it } from 'vitest';
import { overflow, violations } from './axe.ts';
import { itHoldsOnEveryPage } from './crawled.ts';
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

// One persona for each way that pages differ: here published results only, and no system.
itHoldsOnEveryPage(site, 'ICB lead: Priya Ramanathan');
itHoldsOnEveryPage(site, 'Administrator: Winston Achterberg');

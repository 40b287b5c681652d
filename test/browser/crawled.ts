/** Every page that a persona can reach by links: axe finds nothing, it fits a phone, and it is light. */
import { expect, it } from 'vitest';
import { overflow, violations } from './axe.ts';
import { walk } from './crawl.ts';
import { most, scales } from './scales.ts';
import type { Site } from './site.ts';

const minutes = 60_000;
const wide = { width: 1280, height: 900 };

/** One file for each persona whose pages are many: a file is what the machine's cores share. */
export function itHoldsOnEveryPage(site: Site, persona: string): void {
  it(
    `${persona} meets no violation on any page, nothing scrolls sideways on a phone, and nothing weighs too much`,
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
}

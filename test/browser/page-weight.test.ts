/** What a page costs on the way: compressed bytes, script and requests, as a browser that has nothing yet asks for them. */
import type { Page, Response } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { walk } from './crawl.ts';
import { useSite } from './site.ts';

const site = useSite();
const minutes = 60_000;
/** Design, figures: page weight */
const most = { bytes: 100_000, scriptBytes: 20_000, requests: 15 };

/** What the page has asked for since the last time, if the browser keeps nothing. */
async function scales(page: Page): Promise<() => Promise<Record<keyof typeof most, number>>> {
  const devTools = await page.context().newCDPSession(page);
  await devTools.send('Network.enable');
  await devTools.send('Network.setCacheDisabled', { cacheDisabled: true });
  const answers: Response[] = [];
  page.on('response', (answer) => answers.push(answer));
  return async () => {
    const sizes = await Promise.all(
      answers.splice(0).map(async (answer) => ({
        isScript: answer.request().resourceType() === 'script',
        bytes: (await answer.request().sizes()).responseBodySize,
      })),
    );
    const sum = (list: typeof sizes): number => list.reduce((total, { bytes }) => total + bytes, 0);
    return {
      bytes: sum(sizes),
      scriptBytes: sum(sizes.filter(({ isScript }) => isScript)),
      requests: sizes.length,
    };
  };
}

describe.each(['Agency lead: Siân Elwyn-Hughes', 'Coordinator: Ruth Abendroth'])(
  '%s',
  (persona) => {
    it(
      'waits for no more than 100 kB, 20 kB of script and 15 requests on any page',
      async () => {
        const page = await site.visit();
        await site.signInAs(page, persona);
        const weigh = await scales(page);
        const heavy: string[] = [];
        await walk(page, async (path) => {
          const { bytes, scriptBytes, requests } = await weigh();
          const isWithin =
            bytes <= most.bytes && scriptBytes <= most.scriptBytes && requests <= most.requests;
          if (!isWithin) heavy.push(`${path}: ${bytes} B, ${scriptBytes} B script, ${requests}`);
        });
        expect(heavy).toEqual([]);
      },
      10 * minutes,
    );
  },
);

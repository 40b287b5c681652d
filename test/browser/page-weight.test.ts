/** What a page costs on the way: compressed bytes, script and requests, as a browser that has nothing yet asks for them. */
import type { Page, Response } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { pagesWithinReach } from './crawl.ts';
import { useSite } from './site.ts';

const site = useSite();
const minutes = 60_000;
/** Design, figures: page weight */
const most = { bytes: 100_000, scriptBytes: 20_000, requests: 15 };

interface Weight {
  readonly bytes: number;
  readonly scriptBytes: number;
  readonly requests: number;
}

/** Opens the page in a browser with an empty cache, signed in as this page's visitor is. */
async function weigh(visitor: Page, path: string): Promise<Weight> {
  const page = await site.visit({ storageState: await visitor.context().storageState() });
  const answers: Response[] = [];
  page.on('response', (answer) => answers.push(answer));
  await page.goto(path, { waitUntil: 'networkidle' });
  const sizes = await Promise.all(
    answers.map(async (answer) => ({
      isScript: answer.request().resourceType() === 'script',
      bytes: (await answer.request().sizes()).responseBodySize,
    })),
  );
  await page.context().close();
  const sum = (list: readonly { readonly bytes: number }[]): number =>
    list.reduce((total, { bytes }) => total + bytes, 0);
  return {
    bytes: sum(sizes),
    scriptBytes: sum(sizes.filter(({ isScript }) => isScript)),
    requests: sizes.length,
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
        const heavy: string[] = [];
        for (const path of await pagesWithinReach(page)) {
          const { bytes, scriptBytes, requests } = await weigh(page, path);
          const isWithin =
            bytes <= most.bytes && scriptBytes <= most.scriptBytes && requests <= most.requests;
          if (!isWithin) heavy.push(`${path}: ${bytes} B, ${scriptBytes} B script, ${requests}`);
        }
        expect(heavy).toEqual([]);
      },
      10 * minutes,
    );
  },
);

/** What a page costs on the way: compressed bytes, script and requests, as a browser that has nothing yet asks for them. */
import type { Page, Response } from 'playwright-core';

/** Design, figures: page weight */
export const most = { bytes: 100_000, scriptBytes: 20_000, requests: 15 };

/** What the page has asked for since the last time, if the browser keeps nothing. */
export async function scales(
  page: Page,
): Promise<() => Promise<Record<keyof typeof most, number>>> {
  const devTools = await page.context().newCDPSession(page);
  await devTools.send('Network.enable');
  await devTools.send('Network.setCacheDisabled', { cacheDisabled: true });
  const answers: Response[] = [];
  page.on('response', (answer) => answers.push(answer));
  return async () => {
    const all = answers.splice(0);
    // What the page before had asked for may come late: this page begins with its own document.
    const begin = all.findLastIndex((answer) => answer.request().isNavigationRequest());
    const sizes = await Promise.all(
      all.slice(Math.max(begin, 0)).map(async (answer) => ({
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

/** What a page costs on the way: compressed bytes, script and requests, as a browser that has nothing yet asks for them. */
import type { Page, Response } from 'playwright-core';

/** Design, figures: page weight */
export const most = { bytes: 100_000, scriptBytes: 20_000, requests: 15 };

/**
 * What the page has asked for since the last time, if the browser keeps nothing. The icon is not counted: the browser
 * asks for it when it likes, now and then while the next page is open.
 */
export async function scales(
  page: Page,
): Promise<() => Promise<Record<keyof typeof most, number>>> {
  const devTools = await page.context().newCDPSession(page);
  await devTools.send('Network.enable');
  await devTools.send('Network.setCacheDisabled', { cacheDisabled: true });
  const answers: Response[] = [];
  page.on('response', (answer) => answers.push(answer));
  return async () => {
    const own = answers.splice(0).filter((answer) => !answer.url().endsWith('/favicon.svg'));
    const sizes = await Promise.all(
      own.map(async (answer) => ({
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

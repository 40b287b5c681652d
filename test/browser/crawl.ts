/** Follows the links of the site as somebody signed in, one page of each kind. */
import type { Page } from 'playwright-core';

const patterns: readonly (readonly [RegExp, string])[] = [
  [/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, ':id'],
  [/\/sections\/[^/]+/, '/sections/:section'],
  [/\/places\/[^/]+/, '/places/:place'],
  [/\/review\/domains\/[^/]+/, '/review/domains/:domain'],
  [/\/review\/elements\/[^/]+/, '/review/elements/:element'],
  [/\/need\/\d+/, '/need/:year'],
  [/\/progress\/[^/?]+/, '/progress/:agency'],
  [/\/agencies\/[^/]+/, '/agencies/:agency'],
  [/\/set-up\/agencies\/(?!new)[^/]+/, '/set-up/agencies/:agency'],
  [/\?.*$/, ''],
];

/** "/responses/0b…/check?from=x" is of the same kind as any other response's check. */
function kindOf(path: string): string {
  return patterns.reduce((kind, [pattern, name]) => kind.replace(pattern, name), path);
}

async function linksOf(page: Page): Promise<string[]> {
  const html = await page.content();
  const paths = [...html.matchAll(/<a [^>]*href="(\/[^"#]*)/g)].map(([, path]) => path ?? '/');
  return paths
    .map((path) => path.replaceAll('&amp;', '&'))
    .filter((path) => !/\.(pdf|csv|ics|json|xlsx)(\?|$)/.test(path));
}

/**
 * Opens one page of each kind that can be reached by links from the start page.
 * @param look at the page while it is open
 * @returns the paths
 */
export async function walk(
  page: Page,
  look: (path: string) => Promise<void>,
): Promise<readonly string[]> {
  const waiting = ['/'];
  const kinds = new Set<string>();
  const found: string[] = [];
  for (let path = waiting.shift(); path !== undefined; path = waiting.shift()) {
    const kind = kindOf(path);
    if (path === '' || kinds.has(kind)) continue;
    kinds.add(kind);
    found.push(path);
    await page.goto(path);
    waiting.push(...(await linksOf(page)));
    await look(path);
  }
  return found;
}

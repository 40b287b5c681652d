/** Accessibility by axe-core: every rule of WCAG A and AA, and its best practices. */
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';

/**
 * One line per violation; empty is clean. Our pages have no frames, so axe sums up where it looked: it otherwise
 * opens a page for that and hands it every node that passed, which takes two to four times as long.
 */
export async function violations(page: Page): Promise<string[]> {
  const axe = new AxeBuilder({ page }).setLegacyMode().options({ resultTypes: ['violations'] });
  const { violations: found } = await axe.analyze();
  return found.flatMap(({ id, help, nodes }) =>
    nodes.map(({ target, failureSummary }) =>
      [id, help, target.join(' '), failureSummary ?? ''].join(' | '),
    ),
  );
}

/** How many CSS pixels the page is wider than its window: 0 where nothing scrolls sideways. */
export function overflow(page: Page): Promise<number> {
  return page.evaluate<number>(
    'document.documentElement.scrollWidth - document.documentElement.clientWidth',
  );
}

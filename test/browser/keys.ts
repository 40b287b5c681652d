/** Somebody at a keyboard and nothing else: after every press the focus is there to be seen, and the page fits. */
import type { Page } from 'playwright-core';
import { expect } from 'vitest';

/** Where a press leads. */
interface Standing {
  /** what is wrong; '' where nothing is */
  readonly fault: string;
  /** the text of what has the focus, or of its label */
  readonly words: string;
  /** of the group that it belongs to; '' where there is none */
  readonly group: string;
}
export interface Keys {
  readonly page: Page;
  readonly press: (key: string, times?: number) => Promise<Standing>;
  /** presses the key until what has the focus, or its label, begins with these words */
  readonly to: (words: string, key?: 'Tab' | 'Shift+Tab') => Promise<void>;
  /** the same, until the focus is in the group whose title begins so */
  readonly toGroup: (title: string) => Promise<void>;
  readonly type: (text: string) => Promise<void>;
  /** presses Enter, and waits for the page that it opens */
  readonly open: () => Promise<Standing>;
}

/** The indicator may be drawn by what has the focus, by its label, or around both. */
const standing = `(() => {
  const root = document.documentElement;
  const at = document.activeElement ?? document.body;
  const textOf = (part) => (part?.textContent ?? '').replace(/\\s+/g, ' ').trim();
  const label = at.labels?.[0] ?? at;
  const drawn = [at, label].flatMap((part) =>
    [null, '::before', '::after'].map((pseudo) => getComputedStyle(part, pseudo)),
  );
  const yellow = 'rgb(255, 235, 59)';
  const isMarked = drawn.some(
    ({ outlineStyle, outlineColor, backgroundColor, boxShadow }) =>
      (outlineStyle !== 'none' && outlineColor !== 'rgba(0, 0, 0, 0)') ||
      backgroundColor === yellow ||
      boxShadow.includes(yellow),
  );
  const isSeen = [at, label].some((part) => {
    const { left, right, top, bottom } = part.getClientRects()[0] ?? new DOMRect();
    const [x, y] = [
      (Math.max(left, 0) + Math.min(right, root.clientWidth)) / 2,
      (Math.max(top, 0) + Math.min(bottom, root.clientHeight)) / 2,
    ];
    const hit = right > left && bottom > top ? document.elementFromPoint(x, y) : null;
    return hit !== null && (part.contains(hit) || label.contains(hit));
  });
  const isNew = at === document.body && location.hash === '';
  const faults = {
    'the page scrolls sideways': root.scrollWidth > root.clientWidth,
    'the focus is lost': at === document.body && !isNew,
    'the focus is out of sight': at !== document.body && !isSeen,
    'the focus is not marked': at !== document.body && !isMarked,
  };
  const fault = Object.keys(faults).filter((name) => faults[name]).join(', ');
  const group = textOf(at.closest('fieldset')?.querySelector('legend'));
  return { fault, words: textOf(label).slice(0, 80), group, isNew };
})()`;

export function keysOf(page: Page): Keys {
  let now: Standing = { fault: '', words: '', group: '' };

  /** @param opened a new page may begin with the focus nowhere */
  async function look(key: string, opened = false): Promise<Standing> {
    const before = now;
    const { isNew, ...found } = await page.evaluate<Standing & { readonly isNew: boolean }>(
      standing,
    );
    const fault = isNew && !opened ? 'the focus is lost' : found.fault;
    expect({ fault, key, before, found, page: page.url() }).toMatchObject({ fault: '' });
    now = found;
    return found;
  }

  const press: Keys['press'] = async (key, times = 1) => {
    for (let n = 0; n < times; n += 1) {
      await page.keyboard.press(key);
      // Past the last control of a page some browsers keep the focus to themselves for one press.
      const left = await page.evaluate<boolean>('document.activeElement === document.body');
      if (left && key.endsWith('Tab')) await page.keyboard.press(key);
      await look(key);
    }
    return now;
  };

  async function until(key: string, wanted: string, isThere: () => boolean): Promise<void> {
    for (let most = 120; most > 0; most -= 1) {
      await press(key);
      if (isThere()) return;
    }
    throw new Error(`${key} does not come to “${wanted}” on ${page.url()}`);
  }

  return {
    page,
    press,
    to: (words, key = 'Tab') => until(key, words, () => now.words.startsWith(words)),
    toGroup: (title) => until('Tab', title, () => now.group.startsWith(title)),
    type: async (text) => {
      await page.keyboard.type(text);
      await look(text);
    },
    open: async () => {
      const origin = await page.evaluate<number>('performance.timeOrigin');
      await page.keyboard.press('Enter');
      const isThere = `performance.timeOrigin !== ${String(origin)} && document.readyState === 'complete'`;
      // Between two pages there is nothing to ask.
      const arrived = () => page.evaluate<boolean>(isThere).catch(() => false);
      await expect.poll(arrived, { interval: 20, timeout: 20_000 }).toBe(true);
      return look('Enter', true);
    },
  };
}

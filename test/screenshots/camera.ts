/** Takes a picture of a page as somebody sees it, in one font on every machine. */
import { readFileSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import { signInAs } from '../browser/served.ts';

export interface Picture {
  /** in docs/pictures */
  readonly file: string;
  /** who looks: the beginning of a button's name on the sign-in page */
  readonly persona: string;
  /** in CSS pixels */
  readonly width: number;
  /** what the persona does from the start page on */
  readonly open: (page: Page) => Promise<unknown>;
  /** what stands at the top of the picture, as a selector: the page's own top where left out */
  readonly from?: string;
  /** what stands at its end */
  readonly to: string;
}

/** Between the picture's edge and what stands there, in CSS pixels; what follows below is not to be seen. */
const above = 16;
const below = 8;

/** The PDFs' font stands for the system's own, which differs from machine to machine. */
const inOneFont = [
  ['400Regular', '400'],
  ['600SemiBold', '600'],
  ['700Bold', '700'],
]
  .map(([cut = '', weight = '']) => {
    const file = `@expo-google-fonts/source-sans-3/${cut}/SourceSans3_${cut}.ttf`;
    const data = readFileSync(new URL(import.meta.resolve(file)), 'base64');
    return `@font-face { font-family: Pictures; font-weight: ${weight}; src: url(data:font/ttf;base64,${data}) }`;
  })
  .concat(':root { --font: Pictures }')
  .join('\n');

/** White pages stand on a white README. */
const inFrame =
  'body::after { content: ""; position: fixed; inset: 0; z-index: 9; border: 1px solid #d8dde0; pointer-events: none }';

/** @returns a PNG */
export async function photograph(browser: Browser, url: string, picture: Picture): Promise<Buffer> {
  const context = await browser.newContext({
    baseURL: url,
    viewport: { width: picture.width, height: 800 },
    reducedMotion: 'reduce',
    // The page's policy admits no font but its own.
    bypassCSP: true,
  });
  try {
    const page = await context.newPage();
    await signInAs(page, picture.persona);
    await picture.open(page);
    await page.addStyleTag({ content: `${inOneFont}\n${inFrame}` });
    await page.evaluate('document.fonts.ready');
    await frame(page, picture);
    return await page.screenshot({ animations: 'disabled' });
  } finally {
    await context.close();
  }
}

/** Makes the window as high as what is shown, and scrolls there: what sticks to its edge is where people see it. */
async function frame(page: Page, { width, from, to }: Picture): Promise<void> {
  await page.evaluate('window.scrollTo(0, 0)');
  const end = await boxOf(page, to);
  const top = from === undefined ? 0 : (await boxOf(page, from)).y - above;
  const height = Math.ceil(end.y + end.height + below - top);
  await page.setViewportSize({ width, height });
  await page.evaluate(`window.scrollTo(0, ${top})`);
  await page.mouse.move(0, 0);
}

async function boxOf(page: Page, selector: string): Promise<{ y: number; height: number }> {
  const box = await page.locator(selector).first().boundingBox();
  if (!box) throw new Error(`${page.url()} shows no ${selector}.`);
  return box;
}

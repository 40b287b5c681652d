/** Charts of a Place where they are looked at: on large and small screens, in print, and in the reader's own colours. */
import { expect, it } from 'vitest';
import { useSite } from './site.ts';

const site = useSite();
const report = '/rounds/spring-2026/places/ferrow-vale/report';

/** The charts that are shown, and the size of their smallest words in CSS pixels. */
const shown = `[...document.querySelectorAll('svg.drawing[role=img]')]
  .filter((svg) => svg.getClientRects().length > 0)
  .map((svg) => {
    const scale = svg.getBoundingClientRect().width / svg.viewBox.baseVal.width;
    const sizes = [...svg.querySelectorAll('text')].map((text) =>
      parseFloat(getComputedStyle(text).fontSize));
    return { kind: svg.classList.item(svg.classList.length - 1), smallest: scale * Math.min(...sizes) };
  })`;
interface Shown {
  readonly kind: string;
  readonly smallest: number;
}

it('each screen and each paper has one strip, and bars of need, with words that can be read', async () => {
  const page = await site.visit();
  await site.signInAs(page, 'Coordinator: Ruth Abendroth');
  await page.goto(report);
  const kindsAt = async (width: number): Promise<string[]> => {
    await page.setViewportSize({ width, height: 900 });
    const charts = await page.evaluate<Shown[]>(shown);
    for (const { kind, smallest } of charts) {
      expect(smallest, `${kind} at ${width}`).toBeGreaterThanOrEqual(11);
    }
    return charts.map(({ kind }) => kind);
  };
  expect(await kindsAt(1280)).toEqual(['radar', 'agestrip--wide', 'needbars']);
  expect(await kindsAt(1120)).toEqual(['radar', 'agestrip--wide', 'needbars']);
  expect(await kindsAt(1119)).toEqual(['radar', 'agestrip--tall', 'needbars']);
  expect(await kindsAt(768)).toEqual(['radar', 'agestrip--tall', 'needbars']);
  expect(await kindsAt(767)).toEqual(['agestrip--tall', 'needbars']);
  expect(await kindsAt(320)).toEqual(['agestrip--tall', 'needbars']);
  await page.emulateMedia({ media: 'print' });
  expect(await kindsAt(688)).toEqual(['radar', 'agestrip--print', 'needbars']);
});

it('forced colours draw data and words in the reader’s ink, gaps on the reader’s paper', async () => {
  const page = await site.visit({
    forcedColors: 'active',
    colorScheme: 'dark',
    viewport: { width: 1280, height: 900 },
  });
  await site.signInAs(page, 'Coordinator: Ruth Abendroth');
  await page.goto(report);
  const style = (selector: string, property: string): Promise<string> =>
    page.evaluate<string>(
      `getComputedStyle(document.querySelector('.agestrip--wide ${selector}')).${property}`,
    );
  const [ink, paper] = ['rgb(255, 255, 255)', 'rgb(0, 0, 0)'];
  expect(await style('.ch-offer', 'fill')).toBe(ink);
  expect(await style('.ch-service', 'stroke')).toBe(ink);
  expect(await style('.ct-quiet', 'fill')).toBe(ink);
  expect(await style('.ch-hole', 'fill')).toBe(paper);
});

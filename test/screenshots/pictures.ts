/** The README's pictures: who looks, and what they do to get there. */
import type { Page } from 'playwright-core';
import { follow } from '../browser/hands.ts';
import type { Picture } from './camera.ts';
import type { Paper } from './paper.ts';

const lead = 'Agency lead: Siân Elwyn-Hughes';
const coordinator = 'Coordinator: Ruth Abendroth';
const chair = 'Chair: Ines Okonjo';
const width = 1280;
const placeReport = '/rounds/spring-2026/places/ferrow-vale/report';

const goTo =
  (path: string) =>
  (page: Page): Promise<unknown> =>
    page.goto(path);

/** Marks statements in their order, and waits for the level that follows from them. */
async function answer(page: Page): Promise<void> {
  await follow(page, 'Ferrow Vale');
  await follow(page, 'Services and interventions');
  const marks = ['Met', 'Met', 'Partly', 'Met', 'Don’t know', 'Not met'];
  for (const [index, mark] of marks.entries()) {
    const statement = page.locator('section.lev fieldset').nth(index);
    await statement.getByRole('radio', { name: mark, exact: true }).check();
  }
  await page.locator('.sugg').getByText('Early growth', { exact: true }).waitFor();
}

const stay = (): Promise<void> => Promise.resolve();

export const pictures: readonly Picture[] = [
  { file: 'start.png', persona: lead, width, open: stay, to: '.cols--23 ul' },
  {
    file: 'service.png',
    persona: lead,
    width,
    open: (page) => follow(page, 'Universal health visiting contacts'),
    from: 'main .cap',
    to: '.entry fieldset.q',
  },
  // What is typed for it is saved, and becomes where the start page carries on.
  {
    file: 'answer.png',
    persona: lead,
    width,
    open: answer,
    from: '.ans__h',
    to: 'section.lev >> nth=2 >> fieldset >> nth=3',
  },
  { file: 'phone.png', persona: coordinator, width: 320, open: stay, to: '.gaps .names' },
  {
    file: 'progress.png',
    persona: coordinator,
    width,
    open: goTo('/rounds/autumn-2026/progress'),
    from: 'main .cap',
    to: 'main tbody tr >> nth=9',
  },
  { file: 'set-up.png', persona: coordinator, width, open: goTo('/set-up'), to: '.su-lists' },
  {
    file: 'review.png',
    persona: chair,
    width,
    open: goTo('/rounds/spring-2026/places/ferrow-vale/review'),
    from: 'main .cap',
    to: '.domlist',
  },
  {
    file: 'workshop.png',
    persona: chair,
    width,
    open: goTo('/rounds/spring-2026/places/ferrow-vale/review/workshop'),
    to: 'button:has-text("Record")',
  },
  {
    file: 'matrix.png',
    persona: coordinator,
    width,
    open: goTo('/rounds/spring-2026/report'),
    from: 'main .cap',
    to: 'main tbody tr >> nth=4',
  },
  {
    file: 'place.png',
    persona: coordinator,
    width,
    open: goTo(placeReport),
    from: 'main .cap',
    to: '.cols--profile',
  },
  {
    file: 'ages.png',
    persona: coordinator,
    width,
    open: goTo(placeReport),
    from: '#ages',
    to: '.agestrip--wide',
  },
  {
    file: 'method.png',
    persona: coordinator,
    width,
    open: goTo('/rounds/spring-2026/places/ferrow-vale/method'),
    from: '.worked h3',
    to: '.worked',
  },
];

export const papers: readonly Paper[] = [
  {
    file: 'paper.png',
    persona: coordinator,
    path: '/rounds/spring-2026/places/ferrow-vale/report.pdf',
  },
];

/**
 * A whole round of the demonstration, played by its roles: an agency answers, the coordinator closes, reviewers give
 * their own views, the chair decides and signs off, the draft is checked, the results are published and read, and the
 * next round begins with the answers and the actions of this one.
 */
import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { fourMoreAnswer } from '../factories/demo-round.ts';
import { signedOff } from '../factories/sign-off.ts';
import { follow, opens, press } from './hands.ts';
import { useSite } from './site.ts';
import { expectSound } from './sound.ts';

const site = useSite();
const minutes = 60_000;
const place = '/rounds/autumn-2026/places/ferrow-vale';
const review = `${place}/review`;
const silent = 'Nothing specialist before birth.';
const action = 'Write one budget for the first 1001 days';
const comment = 'Our reflective hour is weekly, not monthly.';
const words = async (page: Page): Promise<string> => page.locator('main').innerText();
const domainsOf = (page: Page) => page.locator('.domlist .dom__n a');

/** Somebody of the demonstration at a browser of their own, whose presses of a button, a link or a choice are counted. */
async function enters(persona: string): Promise<Page> {
  const page = await site.visit({ viewport: { width: 1280, height: 800 } });
  await page.addInitScript(`addEventListener('pointerdown', (event) => {
    if (event.isTrusted) sessionStorage.presses = Number(sessionStorage.presses ?? 0) + 1;
  }, true);`);
  await site.signInAs(page, persona);
  return page;
}

const presses = (page: Page): Promise<number> =>
  page.evaluate<number>('Number(sessionStorage.presses ?? 0)');

/** From the round's page: the question, then the deed. */
async function take(page: Page, step: string, round = 'autumn-2026'): Promise<void> {
  await page.goto(`/set-up/rounds/${round}`);
  await follow(page, step);
  await press(page, step);
}

/** An agency that answers as it did last time. */
async function answers(page: Page, round: string): Promise<void> {
  await follow(page, 'Ferrow Vale');
  await press(page, new RegExp(`^Start from your answers of ${round}`));
  await press(page, 'All 11 are still true');
  await page.goto(page.url().replace(/\/carry.*/, ''));
  await follow(page, 'Check your answers');
  await press(page, 'Submit');
  expect(page.url()).toMatch(/\/submitted$/);
}

/** An agency whose answers were given back with a question. */
async function answersAgain(page: Page): Promise<void> {
  await follow(page, 'Ferrow Vale');
  await follow(page, 'Check your answers');
  await press(page, 'Submit');
  expect(page.url()).toMatch(/\/submitted$/);
}

async function viewsEveryDomain(page: Page): Promise<void> {
  await opens(page, () => domainsOf(page).first().click());
  for (let given = 1; ; given += 1) {
    expect(await words(page)).toContain('Your view first');
    if (given === 1) await page.getByLabel('Why').fill(silent);
    await page.getByRole('radio', { name: 'Early growth', exact: true }).first().check();
    await press(page, 'Save and see the others');
    expect(await words(page)).toMatch(/1 of \d reviewers (has|have) given a view/);
    const next = page.getByRole('link', { name: /^Next: / });
    if ((await next.count()) === 0) break;
    await opens(page, () => next.click());
  }
}

/** On the workshop screen, split by split; who is present is ticked once. */
async function decidesSplits(page: Page): Promise<number> {
  await follow(page, 'Workshop screen');
  for (const name of [/^Ines Okonjo/, /^Callum Deverell/, /^Aneira Bevan/]) {
    await page.getByRole('checkbox', { name }).check();
  }
  let decided = 0;
  while ((await words(page)).includes('· split ')) {
    await page.getByRole('radio', { name: 'Foundations', exact: true }).check();
    await page.getByLabel('Because').fill('We weighed both sides.');
    await press(page, /^Record and/);
    decided += 1;
  }
  return decided;
}

/** What divides nobody, together. */
async function agreesTheRest(page: Page): Promise<number> {
  await follow(page, 'Leave');
  await follow(page, 'Agree these together');
  await expectSound(page, 'what divides nobody');
  const ticks = page.getByRole('checkbox', { name: /^(?!.*(Okonjo|Deverell|Bevan|Lascelles))/ });
  const all = await ticks.all();
  for (const tick of all) await tick.check();
  await press(page, 'Record what is ticked');
  return all.length;
}

it(
  'goes from an agency’s answers to the published results, and hands answers and actions on to the next',
  async () => {
    await fourMoreAnswer(site.db);
    const agency = await enters('Agency lead: Hester Quayle');
    await answers(agency, 'Spring 2026');

    const returned = await enters('Agency lead: Bridget Farrow');
    await answersAgain(returned);

    const coordinator = await enters('Coordinator: Ruth');
    await take(coordinator, 'Close and move to review');

    const reviewer = await enters('Reviewer: Callum Deverell');
    await reviewer.goto(review);
    expect(await words(reviewer)).toContain('8 of 12 gave a level');
    await viewsEveryDomain(reviewer);
    // eleven domains: into each, its level, and save
    expect(await presses(reviewer)).toBe(3 * 11 + 1);

    const chair = await enters('Chair: Ines Okonjo');
    await chair.goto(review);
    await opens(chair, () => domainsOf(chair).first().click());
    expect(await words(chair)).not.toContain(silent);
    await chair
      .getByRole('group', { name: /own view/ })
      .getByLabel('Foundations')
      .check();
    await press(chair, /^Save/);
    expect(await words(chair)).toContain(silent);
    await follow(chair, 'Raise an action');
    await chair.getByLabel('What is to be done').fill(action);
    await chair.getByLabel('Agency that owns it').selectOption('wendside-maternity');
    await press(chair, 'Raise it');

    await chair.goto(review);
    const before = await presses(chair);
    const splits = await decidesSplits(chair);
    const together = await agreesTheRest(chair);
    expect(await words(chair)).toContain('All 11 are agreed or set aside.');
    expect([splits, together]).toEqual([2, 9]);
    await follow(chair, 'Sign off this Place');
    await expectSound(chair, 'the question before the sign-off');
    await press(chair, 'Sign off');
    expect(await words(chair)).toContain('Ines Okonjo signed this Place off');
    // 1 opens the screen, 3 are present, 2 for each split; 4 to the others and their sign-off, 1 tick each
    expect((await presses(chair)) - before).toBe(1 + 3 + 2 * splits + 5 + together);
    await follow(chair, 'Reopen it with a reason');
    await expectSound(chair, 'the question before it is reopened');

    await signedOff(site.db, 'autumn-2026');
    await take(coordinator, 'Begin the factual check');
    await agency.goto('/');
    await follow(agency, /^Check ?: Check the draft results of Ferrow Vale/);
    await expectSound(agency, 'the factual check, for an agency');
    await agency.getByLabel('What is it about?').selectOption({ label: 'Workforce development' });
    await agency.getByLabel('Your comment', { exact: true }).fill(comment);
    await press(agency, 'Save the comment');
    expect(await words(agency)).toContain('Your comment is saved.');
    await reviewer.goto('/');
    await follow(reviewer, /^Open the comments/);
    expect(await words(reviewer)).toContain(comment);
    await reviewer.getByLabel(/^Your answer/).fill('It is weekly now; the level stays.');
    await press(reviewer, /^Save the answer/);
    await expectSound(reviewer, 'the factual check, answered');
    await agency.reload();
    expect(await words(agency)).toContain('It is weekly now; the level stays.');
    expect(await words(agency)).not.toContain('Callum');

    await take(coordinator, 'Publish the results');
    await agency.goto(`${place}/report`);
    const read = await words(agency);
    expect(read).toContain('We weighed both sides.');
    for (const hidden of [silent, 'Lapwing Perinatal', 'Callum']) {
      expect(read).not.toContain(hidden);
    }

    await agency.goto('/actions?show=mine');
    expect(await words(agency)).toContain(action);

    await coordinator.goto('/set-up/rounds');
    await follow(coordinator, /^Create one like ?:? ?Autumn 2026/);
    await coordinator.getByLabel('Name of the round').fill('Spring 2027');
    await press(coordinator, 'Create as a draft');
    await take(coordinator, 'Open the round', 'spring-2027');
    await agency.goto('/');
    await answers(agency, 'Autumn 2026');
    await chair.goto('/actions/review?round=spring-2027');
    expect(await words(chair)).toContain(action);
    await take(coordinator, 'Close and move to review', 'spring-2027');
    await chair.goto(review.replace('autumn-2026', 'spring-2027'));
    await follow(chair, 'Financial investment');
    expect(await words(chair)).toContain(action);
    expect(await words(chair)).toContain('Last round: Foundations.');
  },
  5 * minutes,
);

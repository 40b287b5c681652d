/** The workshop screen's scripts, with ten agencies of long names: what others record, the keys, the clock, and the form on the first screen. */
import type { Knex } from 'knex';
import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { splitDomain } from '../factories/review.ts';
import { aPlanOf, aResultsSystem, giveLevels } from '../factories/results.ts';
import { useSite } from './site.ts';
import { expectSound } from './sound.ts';

const patience = { timeout: 20_000 };
const workshop = '/rounds/spring-2026/places/place-1/review/workshop';
const longName = (n: number): string =>
  `Agency ${n} of the Long Valley and Both Banks of the Upper River Marram`.slice(0, 60);

/** Ten agencies in one Place, split; Amina is its chair. */
async function tenAgencies(db: Knex): Promise<void> {
  const plan = aPlanOf('workshop', { places: 1, agencies: 10 });
  const agencies = plan.agencies.map((agency, n) => ({ ...agency, name: longName(n + 1) }));
  const system = await aResultsSystem(db, { ...plan, agencies });
  for (const [n, level] of [0, 0, 1, 1, 1, 1, 3, 3, 4, 4].entries()) {
    const where = { agency: `agency-${n + 1}`, place: 'place-1' };
    await giveLevels(db, system, where, { [splitDomain]: { level, evidence: 'Its plan.' } });
  }
}
const site = useSite(tenAgencies);
const projector = { viewport: { width: 1280, height: 800 } };

async function chairAt(domain: string): Promise<Page> {
  const page = await site.visit(projector);
  await site.signInAs(page, 'Chair: Amina Rahman');
  await page.goto(`${workshop}/domains/${domain}`);
  return page;
}

it('has the level, the reason and the button on the first screen, whatever the agencies are called', async () => {
  const page = await chairAt(splitDomain);
  await expectSound(page, 'ten agencies');
  // Who is present is asked once, at the first decision.
  await page.evaluate(`document.querySelector('.ws__pres').removeAttribute('open')`);
  for (const part of [
    page.getByRole('radio', { name: 'Set aside', exact: true }),
    page.getByLabel('Because'),
    page.getByRole('button', { name: /^Record and/ }),
  ]) {
    const box = await part.boundingBox();
    expect((box?.y ?? 800) + (box?.height ?? 0)).toBeLessThan(800);
  }
});

it('tells what another screen recorded without a reload, and leaves what one types and where one is', async () => {
  const page = await chairAt('strategic-leadership');
  await page.clock.install();
  await page.reload();
  const because = page.getByLabel('Because');
  await because.fill('We are still');
  const other = await chairAt(splitDomain);
  await other.getByRole('checkbox', { name: /^Amina Rahman/ }).check();
  await other.getByRole('radio', { name: 'Foundations', exact: true }).check();
  await other.getByLabel('Because').fill('Most of them say so.');
  await other.getByRole('button', { name: /^Record and/ }).click();
  await other.waitForURL((url) => !url.pathname.endsWith(splitDomain));

  await page.clock.runFor(15_000);
  const news = page.locator('[data-news]');
  await expect
    .poll(() => news.innerText(), patience)
    .toContain('Services and interventions: Foundations, recorded by Amina Rahman.');
  await page.keyboard.type(' talking.');
  expect(await because.inputValue()).toBe('We are still talking.');
  await expectSound(page, 'told of another screen');
});

it('goes on and back by keys outside fields, until they are switched off, and starts and stops a clock', async () => {
  const page = await chairAt('strategic-leadership');
  await page.clock.install();
  await page.reload();
  const start = page.url();
  await page.getByLabel('Because').press('ArrowRight');
  expect(page.url()).toBe(start);
  await page.getByRole('heading', { level: 1 }).click();
  await page.keyboard.press('ArrowRight');
  await page.waitForURL((url) => url.href !== start);
  await page.keyboard.press('ArrowLeft');
  await page.waitForURL(start);

  await page.getByRole('button', { name: 'Start the clock' }).click();
  await page.clock.runFor(2 * 60_000);
  const clock = page.locator('[data-timer]');
  await expect.poll(() => clock.innerText(), patience).toContain('2 minutes');
  await page.getByRole('button', { name: 'Stop the clock' }).click();
  await page.clock.runFor(2 * 60_000);
  expect(await clock.innerText()).toMatch(/Start the clock\s+2 minutes/);

  await page.getByRole('checkbox', { name: /Keys/ }).uncheck();
  await page.reload();
  expect(await page.getByRole('checkbox', { name: /Keys/ }).isChecked()).toBe(false);
  await page.getByRole('heading', { level: 1 }).click();
  await page.keyboard.press('ArrowRight');
  await page.getByLabel('Because').fill('Still here.');
  expect(page.url()).toBe(start);
});

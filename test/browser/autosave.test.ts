/** Saving by itself in a real browser: said honestly, through a lost connection, a stale page, a colleague and a submission. */
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { follow, press } from './hands.ts';
import { expectSound } from './sound.ts';
import { useSite } from './site.ts';

const site = useSite();
const minutes = 60_000;

const state = (page: Page) => page.locator('[data-save-state]');
const says = async (page: Page, words: RegExp): Promise<void> => {
  await expect.poll(() => state(page).textContent(), { timeout: 20_000 }).toMatch(words);
};
const evidence = (page: Page) => page.getByLabel('What shows this?');

/** The address of a section of the agency's grid for Saltmere Bay, signed in. */
async function openSection(page: Page, section = 'financial-investment'): Promise<string> {
  await site.signInAs(page, 'Agency lead');
  const link = page.locator('.nhsuk-task-list__link', { hasText: 'Saltmere Bay' });
  const address = `${(await link.getAttribute('href')) ?? ''}/sections/${section}`;
  await page.goto(address);
  return address;
}

/** Every evidence that a section's history has since the page was opened for the first time. */
async function textsOf(address: string): Promise<unknown[]> {
  const [, , response = '', , section = ''] = address.split('/');
  const history = await site
    .db('answer_history')
    .where({ response_id: response, item_id: section })
    .orderBy('revision')
    .select('value');
  return history.map(({ value }) => (value as { evidence?: string }).evidence);
}

describe('a questionnaire that saves by itself', () => {
  it('says when it has saved, and a page opened anew has the words', async () => {
    const page = await site.visit();
    const address = await openSection(page);
    await evidence(page).fill('A budget line since March.');
    await says(page, /^\s*Saved \d\d:\d\d\s+By you/);
    await expectSound(page, 'saved');
    await page.goto(address);
    expect(await evidence(page).inputValue()).toBe('A budget line since March.');
  });

  it(
    'keeps the words through thirty seconds without a connection, says so, and saves them once',
    async () => {
      const page = await site.visit();
      const address = await openSection(page, 'community-involvement');
      await page.context().setOffline(true);
      await evidence(page).pressSequentially('Typed on a train, ');
      await says(page, /Not saved.*We’ll try again/s);
      await expectSound(page, 'no connection');
      await evidence(page).pressSequentially('in a tunnel.');
      await page.waitForTimeout(30_000);
      await page.context().setOffline(false);
      await says(page, /^\s*Saved/);
      const response = address.split('/')[2] ?? '';
      const history = await site
        .db('answer_history')
        .where({ response_id: response, item_id: 'community-involvement' })
        .select('value');
      expect(history).toHaveLength(1);
      expect(history[0]?.value).toMatchObject({ evidence: 'Typed on a train, in a tunnel.' });
    },
    2 * minutes,
  );

  it('[trust 48] whose save is stored and not heard of says that it is not saved, and saves it once', async () => {
    const page = await site.visit();
    const address = await openSection(page, 'co-ordination-across-the-system');
    await page.route('**/save', async (route) => {
      await route.fetch();
      await route.abort();
    });
    await evidence(page).fill('Stored, and not heard of.');
    await says(page, /Not saved.*We’ll try again/s);
    expect(await textsOf(address)).toEqual(['Stored, and not heard of.']);
    await page.unroute('**/save');
    await says(page, /^\s*Saved/);
    expect(await textsOf(address)).toEqual(['Stored, and not heard of.']);
  });

  it('[trust 53] tells of a full disk that nothing is saved, and pressing Save there costs no word', async () => {
    const page = await site.visit();
    const address = await openSection(page, 'strategic-leadership');
    await site.db.raw(`
      create function no_space() returns trigger language plpgsql as $$ begin
        raise exception 'could not extend file: No space left on device' using errcode = '53100';
      end $$;
      create trigger no_space before insert or update on answers
        for each row execute function no_space();`);
    await evidence(page).fill('Typed on a full disk.');
    await says(page, /Not saved.*We’ll try again/s);
    expect(await textsOf(address)).toEqual([]);
    await press(page, 'Save and continue');
    expect(await page.getByLabel('Text 1 of 1').inputValue()).toBe('Typed on a full disk.');
    await expectSound(page, 'full disk');
    await site.db.raw('drop function no_space() cascade');
    await press(page, 'Try again');
    expect(await textsOf(address)).toEqual(['Typed on a full disk.']);
  });

  it('saves the rest where a link is half typed, and says what is not saved', async () => {
    const page = await site.visit();
    const address = await openSection(page, 'strategies-and-policies');
    await page.getByLabel('Link 1').fill('http:/half');
    await evidence(page).fill('The rest.');
    await says(page, /Saved \d\d:\d\d, except for this\s+Link 1/);
    await expectSound(page, 'half a link');
    page.on('dialog', (dialog) => void dialog.accept());
    await page.goto(address);
    expect(await evidence(page).inputValue()).toBe('The rest.');
    expect(await page.getByLabel('Link 1').inputValue()).toBe('');
  });

  it('[trust 37] goes on by itself once somebody whose session ended is signed in again', async () => {
    const page = await site.visit();
    const address = await openSection(page, 'workforce-development');
    await site.db('sessions').delete();
    await evidence(page).fill('Typed after the session had ended.');
    await says(page, /Not saved: you have been signed out/);
    await expectSound(page, 'signed out');
    const [tab] = await Promise.all([
      page.context().waitForEvent('page'),
      page.getByRole('link', { name: 'Sign in in a new tab' }).click(),
    ]);
    await tab.waitForLoadState();
    await site.signInAs(tab, 'Agency lead');
    await tab.close();
    await page.bringToFront();
    await page.evaluate(`window.dispatchEvent(new Event('focus'))`);
    await says(page, /^\s*Saved/);
    await page.goto(address);
    expect(await evidence(page).inputValue()).toBe('Typed after the session had ended.');
  });
});

describe('two people at one page', () => {
  it('[trust 38, 39] keep what each changed, are told of what they do not see, and decide what both wrote', async () => {
    const [one, other] = [await site.visit(), await site.visit()];
    const address = await openSection(one, 'use-of-research-and-evidence');
    await openSection(other, 'use-of-research-and-evidence');
    await one.locator('.crit').first().getByLabel('Met', { exact: true }).check();
    await says(one, /^\s*Saved/);
    await evidence(other).fill('Written by the other.');
    await says(other, /Saved.*Colleagues changed 1 answer here/s);
    await expectSound(other, 'a colleague’s change');

    await evidence(one).fill('Typed over it, unseen.');
    await says(one, /Someone changed this/);
    await expectSound(one, 'both changed it');
    await press(one, 'See both answers');
    expect(await one.title()).toMatch(/^Not saved: /);
    expect(await one.locator('main').textContent()).toContain('Written by the other.');
    expect(await evidence(one).inputValue()).toBe('Typed over it, unseen.');
    await expectSound(one, 'both answers');
    await evidence(one).fill('A third, from both.');
    await says(one, /^\s*Saved/);
    await other.goto(address);
    expect(await evidence(other).inputValue()).toBe('A third, from both.');
    const met = other.locator('.crit').first().getByLabel('Met', { exact: true });
    expect(await met.isChecked()).toBe(true);
  });

  it('[trust 41] submit beside typing: what came too late is said to be so, and can be copied', async () => {
    const page = await site.visit();
    const address = await openSection(page, 'outcomes-and-impact');
    const response = address.split('/')[2] ?? '';
    await site
      .db('responses')
      .where({ id: response })
      .update({
        status: 'submitted',
        submitted_at: new Date(),
        revision: site.db.raw('revision + 1'),
      });
    await evidence(page).fill('Too late by a minute.');
    await says(page, /Not saved.*Submitted/s);
    await expectSound(page, 'too late');
    await press(page, 'Show what I typed, to copy it');
    expect(await page.locator('main').textContent()).toContain('Too late by a minute.');
    await site
      .db('responses')
      .where({ id: response })
      .update({ status: 'draft', submitted_at: null, revision: site.db.raw('revision + 1') });
  });
});

describe('a service that saves by itself', () => {
  it('is in the list once it has a name, and its page is from then on its own', async () => {
    const page = await site.visit();
    await site.signInAs(page, 'Agency lead');
    await follow(page, 'Your services');
    const list = `${page.url().replace(/\/entries$/, '')}/entries`;
    await page.goto(`${list}/new`);
    await page.getByRole('group', { name: 'Status' }).getByLabel('Running').check();
    await says(page, /Nothing saved yet, except for this|say what the service is called/);
    await page.getByLabel('Name').fill('Saved while it was typed');
    await says(page, /^\s*Saved today/);
    await expectSound(page, 'a new service');
    expect(page.url()).not.toContain('/new');
    const twice = 'Saved while it was typed, twice';
    await page.getByLabel('Name').fill(twice);
    await expect
      .poll(() => site.db('service_entries').where({ name: twice }).select('id'), {
        timeout: 20_000,
      })
      .toHaveLength(1);
    await page.goto(list);
    expect(await page.getByRole('link', { name: /^Saved while it was typed/ }).count()).toBe(1);
  });
});

/** From the one-time link of an empty installation to a coordinator at their set-up, as people sign in for real. */
import type { Page } from 'playwright-core';
import { describe, it } from 'vitest';
import { firstRunLink } from '../../server/first-run.ts';
import { publishShippedInstruments } from '../../server/publish.ts';
import { codeAt } from '../factories/authenticator.ts';
import { linkSentBy } from '../factories/newcomer.ts';
import { follow, press } from './hands.ts';
import { useSite } from './site.ts';
import { expectFit, expectSound } from './sound.ts';

const site = useSite(publishShippedInstruments, { demo: false });

/** A page as it should be in every state; axe itself is a script of the page. */
async function expectPage(page: Page, withScript: boolean): Promise<void> {
  await (withScript ? expectSound : expectFit)(page, page.url());
}

/** Scans the square, so to speak, and keeps the recovery codes. */
async function setUpAuthenticator(page: Page, withScript: boolean): Promise<void> {
  await page.getByRole('heading', { name: 'Set up your authenticator' }).waitFor();
  await expectPage(page, withScript);
  const key = (await page.locator('.key').textContent()) ?? '';
  await page.getByLabel('Code that the application shows now').fill('no code');
  await press(page, 'Confirm');
  await page.getByRole('alert').waitFor();
  await expectPage(page, withScript);
  await page.getByLabel('Code that the application shows now').fill(codeAt(key, new Date()));
  await press(page, 'Confirm');
  await page.getByRole('heading', { name: 'Your recovery codes' }).waitFor();
  await expectPage(page, withScript);
  await follow(page, 'I have kept them');
}

interface Cast {
  readonly withScript: boolean;
  readonly administrator: string;
  readonly coordinator: string;
  readonly system: string;
}

async function becomeAdministrator(page: Page, cast: Cast): Promise<void> {
  await site.db('administrators').delete();
  const link = await firstRunLink(site.db, site.url, new Date());
  await page.goto(link ?? '');
  await expectPage(page, cast.withScript);
  await press(page, 'Continue');
  await page.getByRole('alert').waitFor();
  await expectPage(page, cast.withScript);
  await page.getByLabel('Your name').fill('Owen Tallis');
  await page.getByLabel('Your e-mail address').fill(cast.administrator);
  await press(page, 'Continue');
  await setUpAuthenticator(page, cast.withScript);
}

async function createSystem(page: Page, cast: Cast): Promise<void> {
  await page.getByRole('heading', { name: 'Systems' }).waitFor();
  await expectPage(page, cast.withScript);
  await follow(page, 'Create a system');
  await press(page, 'Create the system');
  await page.getByRole('alert').waitFor();
  await expectPage(page, cast.withScript);
  await page.getByLabel('Name of the system').fill(cast.system);
  await page.getByLabel('Name of its coordinator').fill('Ada Quist');
  await page.getByLabel('The coordinator’s e-mail').fill(cast.coordinator);
  await press(page, 'Create the system');
  await page.getByRole('status').waitFor();
  await expectPage(page, cast.withScript);
  await page.goto('/administration/accounts');
  await expectPage(page, cast.withScript);
}

async function signInByLink(page: Page, { coordinator, withScript }: Cast): Promise<string> {
  const link = await linkSentBy(site.db, async () => {
    await page.goto('/sign-in');
    await expectPage(page, withScript);
    await page.getByLabel('Your e-mail address').fill(coordinator);
    await press(page, 'Send me a link');
    await page.getByRole('heading', { name: 'Look in your mail' }).waitFor();
    await expectPage(page, withScript);
  });
  await page.goto(link);
  await expectPage(page, withScript);
  await press(page, 'Sign in');
  return link;
}

describe.each([
  {
    withScript: true,
    administrator: 'owen.tallis@example.org',
    coordinator: 'ada.quist@example.org',
    system: 'Harrowmere and the Seven Parishes of the Coast',
  },
  {
    withScript: false,
    administrator: 'owen.tallis@harrowmere.example',
    coordinator: 'ada.quist@harrowmere.example',
    system: 'Lower Harrowmere',
  },
])('an empty installation (JavaScript: $withScript)', (cast) => {
  it('gets its administrator, a system, and a coordinator who begins to set it up', async () => {
    const javaScriptEnabled = cast.withScript;
    const owen = await site.visit({ javaScriptEnabled });
    await becomeAdministrator(owen, cast);
    await createSystem(owen, cast);
    const ada = await site.visit({ javaScriptEnabled });
    const link = await signInByLink(ada, cast);
    await setUpAuthenticator(ada, cast.withScript);
    await follow(ada, 'Set-up');
    await ada.getByRole('heading', { level: 1 }).waitFor();
    await ada.goto('/account');
    await expectPage(ada, cast.withScript);
    await press(ada, 'Sign out everywhere');
    await ada.goto(link);
    await ada.getByRole('heading', { name: 'This link no longer works' }).waitFor();
    await expectPage(ada, cast.withScript);
  });
});

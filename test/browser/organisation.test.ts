/** Sign-in with the organisation's account in a real browser, through the page of a real provider on another site. */
import type { Page } from 'playwright-core';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { openidProvider } from '../../server/adapters/openid.ts';
import { linkSentBy } from '../factories/newcomer.ts';
import { anOidcProvider, type OwnProvider } from '../factories/oidc-provider.ts';
import { aSystem } from '../factories/system.ts';
import { follow, press } from './hands.ts';
import { useSite } from './site.ts';
import { expectFit, expectSound } from './sound.ts';

let provider: OwnProvider | undefined;

const site = useSite((db) => aSystem(db), {
  demo: false,
  provider: async (url) => {
    const redirectUri = `${url}/sign-in/organisation/back`;
    // For browsers another site than 127.0.0.1: they hold forms and cookies to that.
    provider = await anOidcProvider({ redirectUri, host: 'localhost' });
    return openidProvider({ ...provider, redirectUri, now: () => new Date() });
  },
});
afterAll(() => provider?.close());
beforeEach(async () => {
  for (const table of ['person_identities', 'attempts']) {
    await site.db.raw('delete from ??', [table]);
  }
});

const coordinator = 'colm@aldermoor-and-wend.example';
const enter = 'Sign in with your organisation’s account';

/** The page of this heading, as it should be in every state. */
async function expectPage(page: Page, heading: string, withScript: boolean): Promise<void> {
  await page.getByRole('heading', { level: 1, name: heading }).waitFor();
  await (withScript ? expectSound : expectFit)(page, heading);
}

/** On the provider's own page. */
async function signInThere(page: Page, as: string): Promise<void> {
  await page.getByRole('heading', { name: 'Trust sign-in' }).waitFor();
  expect(new URL(page.url()).hostname).toBe('localhost');
  await page.getByLabel('User name').fill(as);
  await press(page, 'Sign in');
}

/** Asks for the link on the page that is open, and presses the button that it leads to. */
async function proveMailbox(page: Page, withScript: boolean): Promise<void> {
  const link = await linkSentBy(site.db, async () => {
    await page.getByLabel('The e-mail address that you were invited by').fill(coordinator);
    await press(page, 'Send me a link');
    await page.getByRole('heading', { name: 'Look in your mail' }).waitFor();
  });
  await page.goto(link);
  await expectPage(page, 'Sign in', withScript);
  await press(page, 'Sign in');
}

describe.each([true, false])('a coordinator (JavaScript: %s)', (withScript) => {
  it('ties the organisation’s account once, and from then on signs in by it alone', async () => {
    const page = await site.visit({ javaScriptEnabled: withScript });
    const complaints: string[] = [];
    page.on('console', (message) => {
      if (/content security policy/i.test(message.text())) complaints.push(message.text());
    });
    await page.goto('/set-up');
    await expectPage(page, 'Sign in', withScript);
    await press(page, enter);
    await signInThere(page, 'colm');
    await expectPage(page, 'This account is not known here yet', withScript);
    await proveMailbox(page, withScript);
    await expectPage(page, 'Link your organisation’s account?', withScript);
    await press(page, 'Link the account');
    await page.getByText('Colm Doyle, coordinator').waitFor();
    expect(new URL(page.url()).pathname).toBe('/set-up');
    await page.goto('/account');
    await expectPage(page, 'Your sign-in', withScript);
    await press(page, 'Sign out everywhere');
    await page.goto('/');
    await press(page, enter);
    await page.getByText('Colm Doyle, coordinator').waitFor();
    expect(complaints).toEqual([]);
  });

  it('finds the sign-in page behind Back, and a page of ours behind Cancel', async () => {
    const page = await site.visit({ javaScriptEnabled: withScript });
    await page.goto('/sign-in?returnTo=/set-up');
    await press(page, enter);
    await page.getByRole('heading', { name: 'Trust sign-in' }).waitFor();
    await page.goBack();
    await page.getByRole('heading', { level: 1, name: 'Sign in' }).waitFor();
    await press(page, enter);
    await page.getByRole('heading', { name: 'Trust sign-in' }).waitFor();
    await press(page, 'Cancel');
    await expectPage(page, 'You are not signed in', withScript);
    await page.reload();
    await expectPage(page, 'This sign-in is over', withScript);
    await press(page, enter);
    await page.getByRole('heading', { name: 'Trust sign-in' }).waitFor();
  });
});

describe('a page on a sign-in that came to nothing', () => {
  /** Leaves, and comes back with this answer in place of the provider's. */
  async function comeBackWith(page: Page, error: string): Promise<void> {
    await page.goto('/sign-in');
    const leaving = page.waitForRequest(/localhost.*state=/);
    await press(page, enter);
    const { searchParams } = new URL((await leaving).url());
    await page.getByRole('heading', { name: 'Trust sign-in' }).waitFor();
    const state = searchParams.get('state') ?? '';
    const iss = provider?.issuer.slice(0, -1) ?? '';
    const answer = new URLSearchParams({ error, state, iss }).toString();
    await page.goto(`/sign-in/organisation/back?${answer}`);
  }

  it.each([
    ['temporarily_unavailable', 'Your organisation’s sign-in can’t be reached'],
    ['invalid_scope', 'You are not signed in'],
  ])('(%s) is sound, and leads to the other ways', async (error, heading) => {
    const page = await site.visit();
    await comeBackWith(page, error);
    await expectPage(page, heading, true);
    await follow(page, 'Other ways to sign in');
    await page.getByLabel('Your e-mail address at work').waitFor();
  });
});

describe('a coordinator who came by a link', () => {
  it('chooses between the organisation’s account and an authenticator', async () => {
    const page = await site.visit();
    await page.goto('/sign-in');
    const link = await linkSentBy(site.db, async () => {
      await page.getByLabel('Your e-mail address at work').fill(coordinator);
      await press(page, 'Send me a link');
    });
    await page.goto(link);
    await press(page, 'Sign in');
    await expectPage(page, 'One more proof', true);
    await press(page, 'Use your organisation’s account');
    await signInThere(page, 'colm');
    await page.getByRole('heading', { name: 'Link your organisation’s account?' }).waitFor();
    await press(page, 'Not now');
    await expectPage(page, 'One more proof', true);
  });
});

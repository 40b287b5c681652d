/** An authenticator application, as people have it on their phones. */
import { Secret, TOTP } from 'otpauth';
import type { Response } from 'supertest';
import type { Browser } from './newcomer.ts';

/** The code that the application shows at that time for the key. */
export function codeAt(key: string, now: Date): string {
  const secret = Secret.fromBase32(key.replaceAll(' ', ''));
  return new TOTP({ secret, digits: 6, period: 30 }).generate({ timestamp: now.getTime() });
}

/** The key that the page of the set-up shows. */
export function keyIn(text: string): string {
  const key = /class="key">([^<]+)</.exec(text)?.[1];
  if (key === undefined) throw new Error('the page shows no key');
  return key;
}

/** Sets the authenticator up at first sign-in. */
export async function confirmAuthenticator(browser: Browser, now: Date): Promise<Response> {
  const { text } = await browser.get('/sign-in/code/set-up');
  return browser.post('/sign-in/code/set-up', { code: codeAt(keyIn(text), now) });
}

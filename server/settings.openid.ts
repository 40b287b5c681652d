/** How the settings of the organisation's sign-in are read: all three, or none. */
import type { OpenidSettings } from './adapters/openid.ts';
import { isLoopback, type Reader } from './settings.ts';

const names = ['OIDC_ISSUER', 'OIDC_CLIENT_ID', 'OIDC_CLIENT_SECRET'] as const;

/** The provider signs people in, so nobody may sit between us and it. */
function isSafe({ protocol, hostname }: URL): boolean {
  return protocol === 'https:' || (protocol === 'http:' && isLoopback(hostname));
}

function issuerOf(value: string): string | undefined {
  const url = URL.canParse(value) ? new URL(value) : undefined;
  const isPlain = url?.username === '' && url.password === '' && url.search + url.hash === '';
  return url && isPlain && isSafe(url) ? url.href : undefined;
}

const together = 'the OIDC_ settings go together: give all three, or none';

const issuer: Reader<string> = (value, fault) => {
  const found = issuerOf(value);
  if (found === undefined) {
    fault(`give the provider’s https:// address, such as https://id.example.org (${together}).`);
  }
  return found ?? '';
};

const given =
  (what: string): Reader<string> =>
  (value, fault) => {
    if (value === '') fault(`give the ${what} that the provider knows us by (${together}).`);
    return value;
  };

/** @param take reads one setting by its name; @param env tells whether any of them is there */
export function readOpenid(
  take: <T>(name: string, reader: Reader<T>) => T,
  env: Readonly<Record<string, string | undefined>>,
): OpenidSettings | undefined {
  if (names.every((name) => !env[name]?.trim())) return undefined;
  return {
    issuer: take('OIDC_ISSUER', issuer),
    clientId: take('OIDC_CLIENT_ID', given('client id')),
    clientSecret: take('OIDC_CLIENT_SECRET', given('client secret')),
  };
}

/** An issuer that does what no honest one does: tokens that are wrong in one point, answers that are slow, broken or none. */
import { createSign, generateKeyPairSync, type KeyObject } from 'node:crypto';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { OpenidSettings } from '../../server/adapters/openid.ts';

export type Claims = Readonly<Record<string, string | number>>;
export type Part = 'discovery' | 'keys' | 'token';

export interface FakeIssuer extends OpenidSettings {
  /** the token of the next sign-ins; `sign` makes it with the issuer's own key */
  tokens: (right: Claims, sign: Sign) => string;
  /** answers the part in another way than an issuer should; null: as it should */
  answers: Partial<Record<Part, (response: ServerResponse) => void>>;
  /** how often each part was asked for */
  readonly asked: Record<Part, number>;
  /** the nonce that the next token is to hold, as the authorization request gave it */
  nonce: string;
  readonly close: () => Promise<void>;
}
type Sign = (claims: Claims, key?: KeyObject) => string;

const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');

const rsa = (): { publicKey: KeyObject; privateKey: KeyObject } =>
  generateKeyPairSync('rsa', { modulusLength: 2048 });

/** A key that the issuer never published. */
export const strangeKey = (): KeyObject => rsa().privateKey;

function signedBy(key: KeyObject, claims: Claims): string {
  const text = `${part({ alg: 'RS256', kid: 'one', typ: 'JWT' })}.${part(claims)}`;
  return `${text}.${createSign('RSA-SHA256').update(text).sign(key, 'base64url')}`;
}

/** A token that says that nobody signed it. */
export function unsigned(claims: Claims): string {
  return `${part({ alg: 'none' })}.${part(claims)}.`;
}

export async function aFakeIssuer(): Promise<FakeIssuer> {
  const { publicKey, privateKey } = rsa();
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const issuer = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}/`;
  const sign: Sign = (claims, key = privateKey) => signedBy(key, claims);
  const fake: FakeIssuer = {
    issuer,
    clientId: 'assess',
    clientSecret: 'a secret of the tests',
    tokens: (right) => sign(right),
    answers: {},
    asked: { discovery: 0, keys: 0, token: 0 },
    nonce: '',
    close: () =>
      new Promise((resolve) => {
        server.close(() => {
          resolve();
        });
        server.closeAllConnections();
      }),
  };
  const right = (): Claims => {
    const now = Math.floor(Date.now() / 1000);
    const times = { iat: now, exp: now + 60, auth_time: now };
    return { iss: issuer, aud: fake.clientId, sub: 'colm', nonce: fake.nonce, ...times };
  };
  const said: Readonly<Record<Part, () => object>> = {
    discovery: () => ({
      issuer,
      authorization_endpoint: `${issuer}authorize`,
      token_endpoint: `${issuer}token`,
      jwks_uri: `${issuer}keys`,
      id_token_signing_alg_values_supported: ['RS256', 'none'],
    }),
    keys: () => ({ keys: [{ ...publicKey.export({ format: 'jwk' }), kid: 'one', use: 'sig' }] }),
    token: () => ({
      access_token: 'access',
      token_type: 'Bearer',
      id_token: fake.tokens(right(), sign),
    }),
  };
  server.on('request', (request, response) => {
    const asked = partOf(request.url ?? '');
    fake.asked[asked] += 1;
    const other = fake.answers[asked];
    if (other) other(response);
    else response.setHeader('Content-Type', 'application/json').end(JSON.stringify(said[asked]()));
  });
  return fake;
}

function partOf(url: string): Part {
  if (url.startsWith('/keys')) return 'keys';
  return url.startsWith('/token') ? 'token' : 'discovery';
}

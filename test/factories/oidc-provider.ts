/** An organisation's sign-in, as it is: oidc-provider on this machine, with a page that asks for a user name. */
import { generateKeyPairSync, randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { Provider, type Configuration } from 'oidc-provider';
import type { OpenidSettings } from '../../server/adapters/openid.ts';

export interface OwnProvider extends OpenidSettings {
  readonly close: () => Promise<void>;
}

export interface ProviderOptions {
  /** where the application takes people back */
  readonly redirectUri: string;
  /** of accounts, by user name; the user name at care.example where left out */
  readonly emails?: Readonly<Record<string, string>>;
  /** as its address names this machine */
  readonly host?: string;
  /** does it say without being asked when the password was given? */
  readonly tellsTime?: boolean;
}

const clientId = 'assess';

/** The user name is the account's id, and no password is asked. */
export async function anOidcProvider(options: ProviderOptions): Promise<OwnProvider> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { host = '127.0.0.1' } = options;
  const issuer = `http://${host}:${String((server.address() as AddressInfo).port)}/`;
  const clientSecret = randomUUID();
  const provider = new Provider(issuer.slice(0, -1), settings(options, clientSecret));
  const answer = provider.callback();
  server.on('request', (request: IncomingMessage, response: ServerResponse) => {
    if (request.url?.startsWith('/interaction/')) void ask(provider, request, response);
    else void answer(request, response);
  });
  return {
    issuer,
    clientId,
    clientSecret,
    close: () =>
      new Promise((resolve) => {
        server.close(() => {
          resolve();
        });
        server.closeAllConnections();
      }),
  };
}

function settings(
  { redirectUri, emails = {}, tellsTime = true }: ProviderOptions,
  clientSecret: string,
): Configuration {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  return {
    clients: [
      {
        client_id: clientId,
        client_secret: clientSecret,
        redirect_uris: [redirectUri],
        require_auth_time: tellsTime,
      },
    ],
    jwks: { keys: [{ ...privateKey.export({ format: 'jwk' }), use: 'sig', alg: 'RS256' }] },
    cookies: { keys: [randomUUID()] },
    claims: { openid: ['sub'], profile: ['preferred_username'], email: ['email'] },
    conformIdTokenClaims: false,
    features: { devInteractions: { enabled: false } },
    interactions: { url: (_context, { uid }) => `/interaction/${uid}` },
    ttl: {
      ...{ AccessToken: 60, AuthorizationCode: 60, IdToken: 60 },
      ...{ Grant: 600, Interaction: 600, Session: 3600 },
    },
    findAccount: (_context, accountId) => ({
      accountId,
      claims: () => ({
        sub: accountId,
        preferred_username: emails[accountId] ?? `${accountId}@care.example`,
        email: emails[accountId] ?? `${accountId}@care.example`,
      }),
    }),
    // An organisation has agreed for its people.
    loadExistingGrant: async ({ oidc }) => {
      const known = oidc.session?.grantIdFor(clientId);
      if (known !== undefined) return oidc.provider.Grant.find(known);
      const grant = new oidc.provider.Grant({
        clientId: oidc.client?.clientId,
        accountId: oidc.session?.accountId,
      });
      grant.addOIDCScope('openid profile email');
      await grant.save();
      return grant;
    },
  };
}

const form = `<!doctype html><html lang="en"><title>Trust sign-in</title><main><h1>Trust sign-in</h1>
<form method="post"><label>User name <input name="login"></label><button name="do" value="in">Sign in</button>
<button name="do" value="cancel">Cancel</button></form></main></html>`;

async function ask(
  provider: Provider,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  if (request.method !== 'POST') {
    await provider.interactionDetails(request, response);
    response.setHeader('Content-Type', 'text/html; charset=utf-8').end(form);
    return;
  }
  const sent = new URLSearchParams(await text(request));
  const result =
    sent.get('do') === 'cancel'
      ? { error: 'access_denied', error_description: '<b>The person</b> went away' }
      : { login: { accountId: sent.get('login') ?? '' } };
  await provider.interactionFinished(request, response, result);
}

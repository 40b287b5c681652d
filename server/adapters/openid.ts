/** Sign-in at the organisation's OpenID provider: where to send somebody, and what their coming back proves. */
import * as openid from 'openid-client';
import { recentMinutes } from '../domain/access/sign-in.ts';
import { faultOf } from './openid.faults.ts';

export interface OpenidSettings {
  /** an https address; http on this machine only */
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
}

/** Somebody's account at the provider, as its signed answer tells it. */
export interface Identity {
  readonly issuer: string;
  /** what the issuer knows the account by, for ever; nothing else tells accounts apart */
  readonly subject: string;
  /** what its owner knows it by, to be shown and never to be compared; '' where the provider does not say */
  readonly label: string;
  /** when the provider last asked for a password or the like, in milliseconds; null where it does not say */
  readonly provenAt: number | null;
}

/** Kept here until the person is back; the provider sees hashes of it, or nothing. */
export interface Expected {
  readonly state: string;
  readonly nonce: string;
  /** PKCE: whoever catches the answer on its way can do nothing with it */
  readonly verifier: string;
}
export interface Departure extends Expected {
  /** the provider's page */
  readonly address: string;
}

export type Arrival =
  | { readonly kind: 'identity'; readonly identity: Identity }
  /** away: down, slow or broken; declined: by the person or the provider; refused: an answer that proves nothing */
  | { readonly kind: 'away' | 'declined' | 'refused'; readonly code: string };

export interface IdentityProvider {
  readonly issuer: string;
  /** its host: how people recognise it */
  readonly name: string;
  /** @param again has the provider ask for the password even of somebody it knows. @returns a fault where it is away */
  readonly depart: (again: boolean) => Promise<Departure | Extract<Arrival, { code: string }>>;
  /** @param answer the parameters of the address that the person came back to */
  readonly arrive: (
    answer: Readonly<Record<string, string>>,
    expected: Expected,
  ) => Promise<Arrival>;
}

export interface OpenidOptions extends OpenidSettings {
  /** where the provider sends people back to; it knows this address */
  readonly redirectUri: string;
  readonly now: () => Date;
  /** how long one answer of the provider may take */
  readonly patienceMs?: number;
}

/** What the provider says of itself is asked again after an hour, and after a failure not for some seconds. */
const freshMs = 60 * 60_000;
const restMs = 10_000;
const defaultPatienceMs = 5_000;

/** Nothing is asked of the provider before the first sign-in: that it is away does not keep us from starting. */
export function openidProvider(options: OpenidOptions): IdentityProvider {
  const configuration = rememberedFor(options.now, () => discover(options));
  return {
    issuer: options.issuer,
    name: new URL(options.issuer).host,
    depart: async (again) => {
      try {
        return await depart(await configuration(), options.redirectUri, again);
      } catch (error) {
        return faultOf(error);
      }
    },
    arrive: async (answer, expected) => {
      try {
        const back = new URL(options.redirectUri);
        for (const [name, value] of Object.entries(answer)) back.searchParams.set(name, value);
        return await arrive(await configuration(), { ...expected, issuer: options.issuer, back });
      } catch (error) {
        return faultOf(error);
      }
    },
  };
}

function discover(options: OpenidOptions): Promise<openid.Configuration> {
  const { issuer, clientId, clientSecret, patienceMs = defaultPatienceMs } = options;
  const url = new URL(issuer);
  const plain = url.protocol === 'http:' ? [openid.allowInsecureRequests] : [];
  return openid.discovery(url, clientId, undefined, authenticateWith(clientSecret), {
    timeout: patienceMs / 1000,
    // The token comes straight from the provider; its signature is checked all the same.
    execute: [openid.enableNonRepudiationChecks, ...plain],
  });
}

/** In the header, as the standard has it, unless the provider takes it in the form only. */
function authenticateWith(secret: string): openid.ClientAuth {
  const [basic, inForm] = [openid.ClientSecretBasic(secret), openid.ClientSecretPost(secret)];
  return (server, ...request) => {
    const taken = server.token_endpoint_auth_methods_supported ?? ['client_secret_basic'];
    const method = taken.includes('client_secret_basic') ? basic : inForm;
    method(server, ...request);
  };
}

/** One asking at a time for everybody who waits; an old answer is better than none. */
function rememberedFor<T>(now: () => Date, ask: () => Promise<T>): () => Promise<T> {
  let known: { readonly value: T; readonly until: number } | undefined;
  let failed: { readonly error: unknown; readonly until: number } | undefined;
  let asking: Promise<T> | undefined;
  const isAhead = (until: number | undefined): boolean => (until ?? 0) > now().getTime();
  const askOnce = async (): Promise<T> => {
    try {
      const value = await ask();
      known = { value, until: now().getTime() + freshMs };
      return value;
    } catch (error) {
      failed = { error, until: now().getTime() + restMs };
      if (known) return known.value;
      throw error;
    } finally {
      asking = undefined;
    }
  };
  return () => {
    if (known && (isAhead(known.until) || isAhead(failed?.until))) {
      return Promise.resolve(known.value);
    }
    if (failed && isAhead(failed.until)) throw failed.error;
    return (asking ??= askOnce());
  };
}

async function depart(
  configuration: openid.Configuration,
  redirectUri: string,
  again: boolean,
): Promise<Departure> {
  const state = openid.randomState();
  const nonce = openid.randomNonce();
  const verifier = openid.randomPKCECodeVerifier();
  const address = openid.buildAuthorizationUrl(configuration, {
    redirect_uri: redirectUri,
    // Name and address are asked for to be shown to their owner, who is to see which account it is.
    scope: 'openid profile email',
    state,
    nonce,
    code_challenge: await openid.calculatePKCECodeChallenge(verifier),
    code_challenge_method: 'S256',
    ...(again ? { prompt: 'login', max_age: String(recentMinutes * 60) } : {}),
  });
  return { address: address.href, state, nonce, verifier };
}

interface Returned extends Expected {
  readonly issuer: string;
  /** the address that the person came back to, with the provider's answer */
  readonly back: URL;
}

async function arrive(
  configuration: openid.Configuration,
  { issuer, back, state, nonce, verifier }: Returned,
): Promise<Arrival> {
  const tokens = await openid.authorizationCodeGrant(configuration, back, {
    expectedState: state,
    expectedNonce: nonce,
    pkceCodeVerifier: verifier,
  });
  const claims = tokens.claims();
  if (!claims || !isSubject(claims.sub)) return { kind: 'refused', code: 'no_subject' };
  // The library lets a provider of many tenants name another issuer than the one we were given.
  if (new URL(claims.iss).href !== issuer) return { kind: 'refused', code: 'other_issuer' };
  const { client_id: clientId } = configuration.clientMetadata();
  if ((claims.azp ?? clientId) !== clientId) return { kind: 'refused', code: 'other_party' };
  return {
    kind: 'identity',
    identity: {
      issuer,
      subject: claims.sub,
      label: labelOf(claims),
      provenAt: claims.auth_time === undefined ? null : claims.auth_time * 1000,
    },
  };
}

/** OpenID Connect Core 2: at most 255 ASCII characters. */
const isSubject = (text: string): boolean => /^[\x20-\x7e]{1,255}$/.test(text);

function labelOf(claims: openid.IDToken): string {
  const said = [claims['preferred_username'], claims['email'], claims['name']];
  const label = said.find((claim) => typeof claim === 'string' && claim.trim() !== '');
  return typeof label === 'string' ? label.replace(/\p{C}/gu, '').trim().slice(0, 100) : '';
}

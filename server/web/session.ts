/** Sessions by express-session; the store keeps only a hash of the token, in PostgreSQL. */
import { createHash, randomBytes } from 'node:crypto';
import { csrfSync } from 'csrf-sync';
import type { Request, RequestHandler } from 'express';
import session, { Store, type SessionData } from 'express-session';
import { longestSessionMs } from '../domain/access/sign-in.ts';
import type { Administrator, Scope } from '../domain/access/scope.ts';
import type { Form } from './form.ts';
import type { NewSession, SessionHandle, SessionPerson, SignInStage } from './route.ts';

declare module 'express-session' {
  interface SessionData {
    personId?: string;
    systemId?: string | null;
    stage?: SignInStage | null;
    signedInAt?: number;
    provenAt?: number;
    mark?: string;
    /** see `whoAsks`; a function, since express-session compares and stores all but functions */
    who?: () => Who;
  }
}

/** Who a session's person is now: in the session's system, or in the administration. */
export interface Who {
  /** null where the roles are gone, or sign-in is not finished */
  readonly scope: Scope | null;
  readonly administrator: Administrator | null;
}
const nobody: Who = { scope: null, administrator: null };

export function isSomebody({ scope, administrator }: Who): boolean {
  return scope !== null || administrator !== null;
}

export interface StoredSession {
  readonly data: SessionData;
  readonly expiresAt: Date;
  readonly who: Who;
}

/** The rows behind the sessions; `db/sessions.queries.ts` has them. */
export interface SessionRows {
  readonly find: (hash: Buffer) => Promise<StoredSession | undefined>;
  readonly save: (hash: Buffer, data: SessionData, expiresAt: Date) => Promise<void>;
  /** moves the end on */
  readonly touch: (hash: Buffer, expiresAt: Date) => Promise<void>;
  readonly remove: (hash: Buffer) => Promise<void>;
}

const idleMs = 20 * 60 * 60 * 1000;
/** An end is moved on at most this often: most requests cost no write for their session. */
const touchMs = 10 * 60 * 1000;
const hashOf = (token: string): Buffer => createHash('sha256').update(token).digest();
/** After so long without a request, and in any case some days after the sign-in. */
function expiryOf({ cookie, signedInAt = Date.now() }: SessionData): Date {
  const idleEnd = Date.now() + (cookie.originalMaxAge ?? idleMs);
  return new Date(Math.min(idleEnd, signedInAt + longestSessionMs));
}

/** Who is asking, as the database had it when the request began. */
export function whoAsks(request: Request): Who {
  // Nobody has looked for a session where a fault came before it.
  const found = request.session as Request['session'] | undefined;
  return found?.who?.() ?? nobody;
}

type Done = ((error?: unknown) => void) | undefined;
function settle(work: Promise<void>, done: Done): void {
  work.then(
    () => done?.(),
    (error: unknown) => done?.(error),
  );
}

class HashedStore extends Store {
  readonly #rows: SessionRows;

  constructor(rows: SessionRows) {
    super();
    this.#rows = rows;
  }

  override get(token: string, done: (error: unknown, data?: SessionData | null) => void): void {
    this.#find(hashOf(token)).then(
      (data) => {
        done(null, data);
      },
      (error: unknown) => {
        done(error);
      },
    );
  }

  /** Moves the end on while it is here: express-session would do so after, and divide every answer for it. */
  async #find(hash: Buffer): Promise<SessionData | null> {
    const stored = await this.#rows.find(hash);
    if (!stored) return null;
    const { data, expiresAt, who } = stored;
    const until = expiryOf(data);
    if (until.getTime() - expiresAt.getTime() > touchMs) await this.#rows.touch(hash, until);
    return { ...data, who: () => who };
  }

  override set(token: string, data: SessionData, done?: Done): void {
    settle(this.#rows.save(hashOf(token), data, expiryOf(data)), done);
  }

  override destroy(token: string, done?: Done): void {
    settle(this.#rows.remove(hashOf(token)), done);
  }
}

export interface SessionSettings {
  readonly rows: SessionRows;
  readonly secret: string;
  readonly secure: boolean;
}

export function sessions({ rows, secret, secure }: SessionSettings): RequestHandler {
  return session({
    name: secure ? '__Host-session' : 'session',
    secret,
    store: new HashedStore(rows),
    resave: false,
    saveUninitialized: false,
    cookie: { httpOnly: true, sameSite: 'lax', secure, path: '/', maxAge: idleMs },
  });
}

const { generateToken, isRequestValid } = csrfSync({
  getTokenFromRequest: (request) => (request.body as Form).text('_csrf'),
});

/** The token that every form of this session carries. */
export function formToken(request: Request): string {
  return generateToken(request);
}

/** Did the form carry this session's token, from one of our own pages? */
export function isOwnForm(request: Request, baseUrl: string): boolean {
  return isFromOwnPage(request, baseUrl) && isRequestValid(request);
}

/** Browsers that do not say how the sites relate (older ones, and all over plain http) still name the page's origin. */
export function isFromOwnPage(request: Request, baseUrl: string): boolean {
  const site = request.get('sec-fetch-site');
  if (site !== undefined) return site === 'same-origin' || site === 'none';
  const origin = request.get('origin');
  if (origin === undefined || origin === baseUrl) return true;
  return URL.canParse(origin) && new URL(origin).host === request.get('host');
}

type SessionAct = (done: (error: unknown) => void) => void;
const settled = (act: SessionAct): Promise<void> =>
  new Promise((resolve, reject) => {
    act((error) => {
      if (error) reject(error instanceof Error ? error : new Error('session not kept'));
      else resolve();
    });
  });

/** A new token for another session, which ends the old one. */
const renew = (request: Request): Promise<void> =>
  settled((done) => request.session.regenerate(done));

/** Who the session says it belongs to; null for nobody. */
export function sessionPerson({ session }: Request): SessionPerson | null {
  const { personId, systemId = null, stage = null, signedInAt = 0 } = session;
  const { provenAt = signedInAt } = session;
  return personId === undefined ? null : { personId, systemId, stage, signedInAt, provenAt };
}

type Kept = NewSession & Pick<SessionPerson, 'signedInAt'>;

/** The mark goes on: a sign-in that another tab of this browser has begun still ends well. */
async function renewAs(request: Request, person: Kept): Promise<void> {
  const { mark } = request.session;
  await renew(request);
  Object.assign(request.session, person, mark === undefined ? {} : { mark });
  await saved(request);
}

const saved = (request: Request): Promise<void> => settled((done) => request.session.save(done));

async function leaveMark(request: Request): Promise<string> {
  const { session } = request;
  const mark = (session.mark ??= randomBytes(32).toString('base64url'));
  await saved(request);
  return mark;
}

/**
 * Sign-in and sign-out both end the old session under its old token. The new one is saved before
 * the reply: a browser follows a redirect as soon as it has read its head.
 */
export function sessionHandle(request: Request): SessionHandle {
  return {
    person: sessionPerson(request),
    signIn: (person) => renewAs(request, { ...person, signedInAt: Date.now() }),
    move: (systemId) => {
      const person = sessionPerson(request);
      if (!person) throw new Error('nobody is signed in');
      return renewAs(request, { ...person, systemId, stage: null });
    },
    signOut: () => renew(request),
    mark: request.session.mark ?? null,
    leaveMark: () => leaveMark(request),
  };
}

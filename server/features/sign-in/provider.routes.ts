/** Sign-in with the organisation's account: to its provider and back. Only the browser that left comes back, once, in time. */
import type { Logger } from 'pino';
import { isRecent, limits } from '../../domain/access/sign-in.ts';
import { notFound } from '../../domain/errors.ts';
import type { Arrival, Identity, IdentityProvider } from '../../adapters/openid.ts';
import { tokenHash } from '../../adapters/tokens.ts';
import { ownPath, paths } from '../../web/paths.ts';
import { page, redirect, type Reply } from '../../web/reply.ts';
import {
  publicGet,
  publicPost,
  type AnyRequest,
  type Route,
  type SessionHandle,
} from '../../web/route.ts';
import { countAttempt } from '../../db/attempts.ts';
import { enter, isIn, type EnterDeps } from './enter.ts';
import { keepWaiting, useIdentity } from './identity.queries.ts';
import { fault, goingPage, type Fault } from './provider.view.ts';
import { insertVisit, takeVisit, type Visit } from './visit.queries.ts';

export interface ProviderDeps extends EnterDeps {
  /** null: people sign in by e-mail only */
  readonly provider: IdentityProvider | null;
  readonly logger: Pick<Logger, 'warn'>;
}
type Known = ProviderDeps & { readonly provider: IdentityProvider };

/** The routes are always there, and without a provider they lead nowhere. */
export function withProvider(deps: ProviderDeps): Known {
  const { provider } = deps;
  if (!provider) throw notFound();
  return { ...deps, provider };
}

/** Whose accounts sign people in now; null: nobody's. */
export const issuerOf = ({ provider }: ProviderDeps): string | null => provider?.issuer ?? null;

export function providerRoutes(deps: ProviderDeps): Route[] {
  return [
    publicPost(paths.signInOrganisation(), (request) =>
      depart(withProvider(deps), request, {
        returnTo: ownPath(request.form.text('returnTo')),
        again: isIn(request),
        personId: null,
      }),
    ),
    publicGet(paths.signInOrganisationBack(), (request) => arrive(withProvider(deps), request)),
  ];
}

/**
 * A form with its token begins it, so that no other site does. Its answer is a page of ours that leads on: our
 * policy lets forms go to ourselves alone, and browsers hold every redirect of a form to that.
 */
export async function depart(
  { db, now, provider, logger }: Known,
  { session, address: network, csrf }: AnyRequest,
  purpose: Omit<Visit, 'nonce' | 'verifier'>,
): Promise<Reply> {
  await countAttempt(db, { limit: limits.visitsFromNetwork, by: network, now: now() });
  const departure = await provider.depart(purpose.again);
  if ('kind' in departure) {
    logger.warn({ code: departure.code }, 'no sign-in with the organisation’s account');
    return showFault('away', csrf, purpose.returnTo);
  }
  const { address, state, nonce, verifier } = departure;
  const browserHash = tokenHash(await session.leaveMark());
  const visit = { ...purpose, nonce, verifier };
  await insertVisit(db, { ...visit, stateHash: tokenHash(state), browserHash, now: now() });
  const view = { address, name: provider.name };
  return page(goingPage, view, { title: 'Going to your organisation', onward: address });
}

export function showFault(kind: Fault, csrf: string, returnTo: string): Reply {
  const { template, view, title, status } = fault(kind, { csrf, returnTo });
  return page(template, view, { title, status });
}

async function arrive(deps: Known, request: AnyRequest): Promise<Reply> {
  const { db, now, provider, logger } = deps;
  const { query, session, csrf } = request;
  const state = query['state'] ?? '';
  const keys = { stateHash: tokenHash(state), browserHash: tokenHash(session.mark ?? '') };
  const visit = await takeVisit(db, { ...keys, now: now() });
  if (!visit) {
    await countAttempt(db, { limit: limits.guessesFromNetwork, by: request.address, now: now() });
    return showFault('over', csrf, paths.home());
  }
  const { nonce, verifier } = visit;
  const arrival = await provider.arrive(query, { state, nonce, verifier });
  if (arrival.kind === 'identity') return recognise(deps, request, { visit, arrival });
  logger.warn({ code: arrival.code }, 'no sign-in with the organisation’s account');
  return showFault(arrival.kind, csrf, visit.returnTo);
}

interface Arrived {
  readonly visit: Visit;
  readonly arrival: Extract<Arrival, { kind: 'identity' }>;
}

/** The clock of sessions: a provider that is ahead of it makes nobody's proof younger than now. */
function provenAtOf({ provenAt }: Identity): number {
  return Math.min(provenAt ?? 0, Date.now());
}

async function recognise(
  deps: Known,
  request: AnyRequest,
  { visit, arrival: { identity } }: Arrived,
): Promise<Reply> {
  const { db, now } = deps;
  const { session, csrf } = request;
  const { returnTo } = visit;
  const provenAt = provenAtOf(identity);
  if (visit.again && !isRecent(provenAt, Date.now())) return showFault('old', csrf, returnTo);
  const personId = await useIdentity(db, identity, now());
  if (personId === undefined) return keepForLater(deps, session, { identity, returnTo });
  if (visit.personId !== null && visit.personId !== personId) {
    return showFault('taken', csrf, returnTo);
  }
  // Whoever only wanted to link it, and has done so before, stays as they are.
  if (visit.personId !== null && isIn(request)) return redirect(returnTo);
  const shown = {
    personId,
    returnTo,
    isProven: true,
    provenAt: latestProof(session, personId, provenAt),
  };
  return enter(deps, session, shown);
}

/** A link that the person followed on the way counts too: not every provider says when it asked for a password. */
function latestProof({ person }: SessionHandle, personId: string, provenAt: number): number {
  return person?.personId === personId ? Math.max(person.provenAt, provenAt) : provenAt;
}

interface Unknown {
  readonly identity: Identity;
  readonly returnTo: string;
}

/** Nobody's account here: this browser is asked whose it is. */
async function keepForLater(
  { db, now }: Known,
  { mark }: SessionHandle,
  { identity, returnTo }: Unknown,
): Promise<Reply> {
  const proven = identity.provenAt === null ? null : new Date(provenAtOf(identity));
  const browserHash = tokenHash(mark ?? '');
  await keepWaiting(db, { ...identity, provenAt: proven, returnTo, browserHash, now: now() });
  return redirect(paths.linkOrganisation());
}

/** Sign-in by a link that is sent by e-mail; opening it shows a button, and only that signs in. */
import { limits, linkMinutes } from '../../domain/access/sign-in.ts';
import { readEmail } from '../../domain/set-up/email.ts';
import { tokenHash } from '../../adapters/tokens.ts';
import { ownPath, paths } from '../../web/paths.ts';
import { page, redirect, type Reply } from '../../web/reply.ts';
import { publicGet, publicPost, type AnyRequest, type Route } from '../../web/route.ts';
import { countAttempt } from '../../db/attempts.ts';
import { enter } from './enter.ts';
import {
  askPage,
  linkOverPage,
  linkPage,
  sentPage,
  toAskView,
  type LinkView,
} from './link.view.ts';
import type { ProviderDeps } from './provider.routes.ts';
import { sendLink } from './send-link.ts';
import { findLinkAddress, isLinkGood, useLink } from './link.queries.ts';

export interface LinkDeps extends ProviderDeps {
  /** begins some work that nobody waits for; what goes wrong is logged */
  readonly later: (work: () => Promise<void>) => void;
}

const title = 'Sign in';

export function linkRoutes(deps: LinkDeps): Route[] {
  return [
    publicPost(paths.signInAsk(), (request) => ask(deps, request)),
    publicGet(paths.signInSent(), () =>
      page(sentPage, { minutes: linkMinutes }, { title: 'Look in your mail' }),
    ),
    publicGet(paths.signInLink(), (request) => showLink(deps, request)),
    publicPost(paths.signInLink(), (request) => followLink(deps, request)),
    publicPost(paths.signInLinkAgain(), (request) => sendAgain(deps, request)),
  ];
}

async function ask(deps: LinkDeps, { form, csrf, address }: AnyRequest): Promise<Reply> {
  const { value: email, fault } = readEmail(form.text('email'));
  const returnTo = ownPath(form.text('returnTo'));
  if (fault) {
    const tried = { value: form.text('email'), error: fault };
    const organisation = deps.provider !== null;
    const view = toAskView({ csrf, returnTo, organisation, waiting: false }, tried);
    return page(askPage, view, { title: `Error: ${title}`, status: 422 });
  }
  return send(deps, { email, returnTo, address });
}

interface Asked {
  readonly email: string;
  readonly returnTo: string;
  /** of the network */
  readonly address: string;
}

/** The answer never waits for the link, so that it takes the same time for an address that nobody has. */
async function send({ db, now, later }: LinkDeps, asked: Asked): Promise<Reply> {
  const at = now();
  await countAttempt(db, { limit: limits.linksFromNetwork, by: asked.address, now: at });
  await countAttempt(db, { limit: limits.linksForAddress, by: asked.email, now: at });
  later(() => sendLink(db, { ...asked, now: at }));
  return redirect(paths.signInSent());
}

async function showLink({ db, now }: LinkDeps, { query, csrf }: AnyRequest): Promise<Reply> {
  const token = query['token'] ?? '';
  const isGood = await isLinkGood(db, tokenHash(token), now());
  return showLinkPage({ csrf, token, returnTo: ownPath(query['returnTo'] ?? '') }, isGood);
}

function showLinkPage(view: LinkView, isGood: boolean): Reply {
  return isGood
    ? page(linkPage, view, { title })
    : page(linkOverPage, view, { title: 'This link no longer works', status: 410 });
}

async function followLink(deps: LinkDeps, request: AnyRequest): Promise<Reply> {
  const { db, now } = deps;
  const { form, session, csrf } = request;
  const token = form.text('token');
  const returnTo = ownPath(form.text('returnTo'));
  const personId = await useLink(db, tokenHash(token), now());
  if (personId !== undefined) return enter(deps, session, { personId, returnTo, isProven: false });
  await countAttempt(db, { limit: limits.guessesFromNetwork, by: request.address, now: now() });
  return showLinkPage({ csrf, token, returnTo }, false);
}

async function sendAgain(deps: LinkDeps, { form, address }: AnyRequest): Promise<Reply> {
  const email = await findLinkAddress(deps.db, tokenHash(form.text('token')));
  if (email === undefined) return redirect(paths.signIn());
  return send(deps, { email, returnTo: ownPath(form.text('returnTo')), address });
}

/** Tying an account of the organisation to a person: once, by proving the mailbox or from a recent sign-in; and untying it. */
import { isRecent, secondProof } from '../../domain/access/sign-in.ts';
import { notFound } from '../../domain/errors.ts';
import { tokenHash } from '../../adapters/tokens.ts';
import { recordAccountEvent } from '../../db/accounts.ts';
import { transact } from '../../db/transact.ts';
import { paths } from '../../web/paths.ts';
import { page, redirect, type Reply } from '../../web/reply.ts';
import { publicGet, publicPost, type AnyRequest, type Route } from '../../web/route.ts';
import { getOwnAccount } from './account.queries.ts';
import { enter, isIn } from './enter.ts';
import {
  deleteIdentity,
  findWaiting,
  getProofs,
  insertIdentity,
  listIdentities,
  takeWaiting,
  useIdentity,
  type ForeignAccount,
  type WaitingIdentity,
} from './identity.queries.ts';
import { provePage, tiePage, toProveView, toTieView } from './identity.view.ts';
import { depart, issuerOf, showFault, withProvider, type ProviderDeps } from './provider.routes.ts';

export interface IdentityDeps extends ProviderDeps {
  readonly newId: () => string;
}

export function identityRoutes(deps: IdentityDeps): Route[] {
  return [
    publicGet(paths.linkOrganisation(), (request) => showLink(deps, request)),
    publicPost(paths.linkOrganisation(), (request) => answerLink(deps, request)),
    publicPost(paths.accountOrganisation(), (request) =>
      whoIsRecent(request, (personId) =>
        depart(withProvider(deps), request, { returnTo: paths.account(), again: false, personId }),
      ),
    ),
    publicPost(paths.unlinkOrganisation(), (request) =>
      whoIsRecent(request, (personId) => unlink(deps, request, personId)),
    ),
  ];
}

function isFresh(request: AnyRequest): boolean {
  return isIn(request) && isRecent(request.session.person?.provenAt ?? 0, Date.now());
}

/** Somebody signed in who has shown just now who they are; others do, and come back. */
export function whoIsRecent(
  request: AnyRequest,
  step: (personId: string) => Promise<Reply>,
): Promise<Reply> | Reply {
  const { person } = request.session;
  if (!person || !isFresh(request)) return redirect(paths.signIn(paths.account()));
  return step(person.personId);
}

/** The account that this browser came back with, if it still waits. */
export async function waitingOf(
  { db, now }: Pick<ProviderDeps, 'db' | 'now'>,
  { session }: Pick<AnyRequest, 'session'>,
): Promise<WaitingIdentity | undefined> {
  return session.mark === null ? undefined : findWaiting(db, tokenHash(session.mark), now());
}

/** What is still to be done before the account may be tied to whoever the session says. */
type Missing = 'mailbox' | 'code' | 'account' | 'choice' | null;

async function missingOf(deps: ProviderDeps, request: AnyRequest): Promise<Missing> {
  const { person } = request.session;
  if (person?.stage === 'choose') return 'choice';
  if (person?.stage !== 'code') return isFresh(request) ? null : 'mailbox';
  const proof = secondProof(await getProofs(deps.db, person.personId, issuerOf(deps)));
  return proof === 'new' ? null : proof;
}

const link = paths.linkOrganisation();
const ways: Readonly<Record<Exclude<Missing, 'mailbox' | null>, string>> = {
  code: paths.signInCode(link),
  // Says that another account is linked already.
  account: paths.signInCodeSetUp(link),
  choice: paths.chooseSystem(link),
};

/** @param tie what happens once nothing is missing */
async function onceProven(
  deps: IdentityDeps,
  request: AnyRequest,
  tie: (waiting: WaitingIdentity, personId: string) => Promise<Reply>,
): Promise<Reply> {
  const { name } = withProvider(deps).provider;
  const waiting = await waitingOf(deps, request);
  if (!waiting) return redirect(isIn(request) ? paths.account() : paths.signIn());
  const missing = await missingOf(deps, request);
  const { person } = request.session;
  if (missing === 'mailbox' || !person) {
    const view = toProveView({ csrf: request.csrf, label: waiting.label, name });
    return page(provePage, view, { title: 'This account is not known here yet' });
  }
  return missing === null ? tie(waiting, person.personId) : redirect(ways[missing]);
}

/** What the form says it is about: what a page showed, and not what another tab has brought meanwhile. */
const fingerprint = ({ issuer, subject }: ForeignAccount): string =>
  tokenHash(`${issuer} ${subject}`).toString('base64url');

function showLink(deps: IdentityDeps, request: AnyRequest): Promise<Reply> {
  return onceProven(deps, request, async (waiting, personId) => {
    const account = await getOwnAccount(deps.db, personId);
    const { name } = withProvider(deps).provider;
    const facts = { csrf: request.csrf, fingerprint: fingerprint(waiting), provider: name };
    const view = toTieView(account, waiting.label, facts);
    return page(tiePage, view, { title: 'Link your organisation’s account?' });
  });
}

function answerLink(deps: IdentityDeps, request: AnyRequest): Promise<Reply> {
  return onceProven(deps, request, async (waiting, personId) => {
    const { form } = request;
    if (form.text('account') !== fingerprint(waiting)) return redirect(link);
    const says = form.text('answer') === 'link' ? accept : decline;
    return says(deps, request, { waiting, personId });
  });
}

/** Somebody who came by a link, and would give a code next. */
const isCodeMissing = ({ session }: AnyRequest): boolean => session.person?.stage === 'code';

async function decline(
  { db }: IdentityDeps,
  request: AnyRequest,
  { waiting }: Tie,
): Promise<Reply> {
  await takeWaiting(db, waiting, tokenHash(request.session.mark ?? ''));
  const { returnTo } = waiting;
  return redirect(isCodeMissing(request) ? paths.signInCodeSetUp(returnTo) : returnTo);
}

async function accept(
  deps: IdentityDeps,
  request: AnyRequest,
  { waiting, personId }: Tie,
): Promise<Reply> {
  const { returnTo, provenAt } = waiting;
  const isTied = await tie(deps, request, { waiting, personId });
  if (!isTied) return showFault('taken', request.csrf, returnTo);
  if (!isCodeMissing(request)) return redirect(returnTo);
  const shown = { personId, returnTo, isProven: true, provenAt: provenAt?.getTime() ?? 0 };
  return enter(deps, request.session, shown);
}

interface Tie {
  readonly waiting: WaitingIdentity;
  readonly personId: string;
}

/** @returns false where the account is somebody's already */
async function tie(
  { db, now, newId }: IdentityDeps,
  { session }: AnyRequest,
  { waiting, personId }: Tie,
): Promise<boolean> {
  const at = now();
  return transact(db, async (trx) => {
    await takeWaiting(trx, waiting, tokenHash(session.mark ?? ''));
    const isTied = await insertIdentity(trx, { ...waiting, id: newId(), personId, now: at });
    // Sent twice, the form finds the account to be the person's own already.
    if (!isTied) return (await useIdentity(trx, waiting, at)) === personId;
    await recordAccountEvent(trx, {
      personId,
      act: 'account.organisation-linked',
      subjectId: personId,
      happenedAt: at,
    });
    return true;
  });
}

async function unlink(
  { db, now }: IdentityDeps,
  { form }: AnyRequest,
  personId: string,
): Promise<Reply> {
  const own = await listIdentities(db, personId);
  const chosen = own.find(({ id }) => id === form.text('identity'));
  if (!chosen) throw notFound();
  await transact(db, async (trx) => {
    if (!(await deleteIdentity(trx, personId, chosen.id))) return;
    await recordAccountEvent(trx, {
      personId,
      act: 'account.organisation-unlinked',
      subjectId: personId,
      happenedAt: now(),
    });
  });
  return redirect(paths.account());
}

/** The second proof of coordinators, ICB leads and administrators beside a link: the code of an authenticator, set up at first sign-in. */
import { limits, secondProof } from '../../domain/access/sign-in.ts';
import { newSecret, qrCodeOf, stepOfCode } from '../../adapters/one-time-code.ts';
import { newRecoveryCode, seal, tokenHash, unseal } from '../../adapters/tokens.ts';
import { transact } from '../../db/transact.ts';
import { ownPath, paths } from '../../web/paths.ts';
import { page, redirect, type Reply } from '../../web/reply.ts';
import { publicGet, publicPost, type AnyRequest, type Route } from '../../web/route.ts';
import { countAttempt } from '../../db/attempts.ts';
import {
  findAuthenticator,
  keepSecret,
  replaceRecoveryCodes,
  takeStep,
  useRecoveryCode,
} from './code.queries.ts';
import {
  codePage,
  recoveryPage,
  setUpCodePage,
  toCodeView,
  toSetUpCodeView,
  useAccountPage,
} from './code.view.ts';
import { enter, isIn } from './enter.ts';
import { getProofs } from './identity.queries.ts';
import { waitingOf, whoIsRecent } from './identity.routes.ts';
import { issuerOf, type ProviderDeps } from './provider.routes.ts';

export interface CodeDeps extends ProviderDeps {
  /** seals the authenticators' secrets */
  readonly sessionSecret: string;
}

const recoveryCodes = 10;
const wrongCode = 'That code is not right. Give the one that the application shows now';

export function codeRoutes(deps: CodeDeps): Route[] {
  return [
    publicGet(paths.signInCode(), (request) => whoGivesCode(request, showCode(deps, request))),
    publicPost(paths.signInCode(), (request) => whoGivesCode(request, giveCode(deps, request))),
    publicGet(paths.signInCodeSetUp(), (request) =>
      whoSetsUp(deps, request, showSetUp(deps, request)),
    ),
    publicPost(paths.signInCodeSetUp(), (request) =>
      whoSetsUp(deps, request, confirm(deps, request)),
    ),
  ];
}

type Step = (personId: string) => Promise<Reply>;

/** Only whoever has just followed a link gets here. */
function whoGivesCode({ session, query }: AnyRequest, step: Step): Promise<Reply> | Reply {
  const { person } = session;
  if (person?.stage !== 'code') return redirect(paths.signIn(query['returnTo']));
  return step(person.personId);
}

/** Whoever has just followed a link and has no other proof yet; and somebody signed in, for a day without their organisation. */
async function whoSetsUp(deps: CodeDeps, request: AnyRequest, step: Step): Promise<Reply> {
  const { person } = request.session;
  if (!person || (person.stage !== 'code' && !isIn(request))) return whoGivesCode(request, step);
  const proof = secondProof(await getProofs(deps.db, person.personId, issuerOf(deps)));
  if (person.stage === 'code') return firstProof(deps, request, { proof, step });
  return proof === 'code' ? redirect(paths.account()) : whoIsRecent(request, step);
}

interface Proving {
  readonly proof: ReturnType<typeof secondProof>;
  readonly step: Step;
}

async function firstProof(
  deps: CodeDeps,
  request: AnyRequest,
  { proof, step }: Proving,
): Promise<Reply> {
  const returnTo = returnToOf(request);
  if (proof === 'code') return redirect(paths.signInCode(returnTo));
  if (proof === 'account') {
    const title = 'Go on with your organisation’s account';
    return page(useAccountPage, { csrf: request.csrf, returnTo }, { title });
  }
  const waiting = await waitingOf(deps, request);
  return waiting ? redirect(paths.linkOrganisation()) : whoGivesCode(request, step);
}

function returnToOf({ query, form }: AnyRequest): string {
  return ownPath(form.has('returnTo') ? form.text('returnTo') : (query['returnTo'] ?? ''));
}

function showCode({ db, provider }: CodeDeps, request: AnyRequest, error = ''): Step {
  return async (personId) => {
    const returnTo = returnToOf(request);
    const authenticator = await findAuthenticator(db, personId);
    if (!authenticator?.confirmedAt) return redirect(paths.signInCodeSetUp(returnTo));
    const organisation = provider !== null;
    const view = toCodeView({ csrf: request.csrf, returnTo, error, organisation });
    return page(codePage, view, options('Your code', error));
  };
}

function options(title: string, error: string): { title: string; status: number } {
  return error ? { title: `Error: ${title}`, status: 422 } : { title, status: 200 };
}

/** As people type them: with spaces, in capitals. */
const plainCode = (text: string): string => text.replace(/\s/g, '').toLowerCase();

function giveCode(deps: CodeDeps, request: AnyRequest): Step {
  return async (personId) => {
    const { hasAuthenticator } = await getProofs(deps.db, personId, null);
    if (!hasAuthenticator) return redirect(paths.signInCodeSetUp(returnToOf(request)));
    await countCode(deps, personId);
    const isRight = await takeCode(deps, personId, plainCode(request.form.text('code')));
    if (!isRight) return showCode(deps, request, wrongCode)(personId);
    return enter(deps, request.session, {
      personId,
      returnTo: returnToOf(request),
      isProven: true,
    });
  };
}

function countCode({ db, now }: CodeDeps, personId: string): Promise<void> {
  return countAttempt(db, { limit: limits.codesForPerson, by: personId, now: now() });
}

async function takeCode(deps: CodeDeps, personId: string, code: string): Promise<boolean> {
  const { db, now, sessionSecret } = deps;
  if (!/^\d{6}$/.test(code)) {
    return useRecoveryCode(db, { personId, hash: tokenHash(code), now: now() });
  }
  const authenticator = await findAuthenticator(db, personId);
  if (!authenticator) return false;
  const step = stepOfCode(unseal(authenticator.secret, sessionSecret), code, now());
  return step !== null && takeStep(db, { personId, step, now: now() });
}

function showSetUp(deps: CodeDeps, request: AnyRequest, error = ''): Step {
  const { db, sessionSecret, provider } = deps;
  return async (personId) => {
    const returnTo = returnToOf(request);
    const kept = await keepSecret(db, personId, seal(newSecret(), sessionSecret));
    if (kept.confirmedAt) return redirect(paths.signInCode(returnTo));
    const secret = unseal(kept.secret, sessionSecret);
    const organisation = provider !== null && !isIn(request);
    const view = toSetUpCodeView(
      { csrf: request.csrf, returnTo, error, organisation },
      { secret, qr: qrCodeOf(secret, 'sign-in') },
    );
    const title = organisation ? 'One more proof' : 'Set up your authenticator';
    return page(setUpCodePage, view, options(title, error));
  };
}

/** The first right code confirms the authenticator; then the recovery codes are shown, this once. */
function confirm(deps: CodeDeps, request: AnyRequest): Step {
  return async (personId) => {
    const { db } = deps;
    const authenticator = await findAuthenticator(db, personId);
    if (!authenticator || authenticator.confirmedAt) return redirect(paths.signInCode());
    await countCode(deps, personId);
    const codes = Array.from({ length: recoveryCodes }, newRecoveryCode);
    const isRight = await transact(db, async (trx) => {
      const code = plainCode(request.form.text('code'));
      if (!(await takeCode({ ...deps, db: trx }, personId, code))) return false;
      await replaceRecoveryCodes(trx, personId, codes.map(tokenHash));
      return true;
    });
    if (!isRight) return showSetUp(deps, request, wrongCode)(personId);
    const returnTo = returnToOf(request);
    const title = 'Your recovery codes';
    if (isIn(request)) return page(recoveryPage, { codes, next: paths.account() }, { title });
    const entered = await enter(deps, request.session, { personId, returnTo, isProven: true });
    const next = entered.kind === 'redirect' ? entered.to : paths.home();
    return page(recoveryPage, { codes, next }, { title });
  };
}

/** Tokens for analysts' tools on one's own account: making one, seeing when each was used, revoking it. */
import type { Knex } from 'knex';
import { newToken, tokenHash } from '../../adapters/tokens.ts';
import { recordAudit } from '../../db/audit.ts';
import { isId } from '../../db/responses.queries.ts';
import { transact } from '../../db/transact.ts';
import { mostTokens, tokenEnd } from '../../domain/access/token.ts';
import { notFound } from '../../domain/errors.ts';
import { refuseOthers } from '../../web/form.ts';
import { paths } from '../../web/paths.ts';
import { page, redirect, type Reply } from '../../web/reply.ts';
import { get, param, post, recently, type Route, type SignedInRequest } from '../../web/route.ts';
import { formatDate } from '../../web/time.ts';
import { emptyToken, readToken, type TokenFault } from './tokens.form.ts';
import { insertToken, listTokens, lockWorking, revokeToken } from './tokens.queries.ts';
import {
  madeTokenPage,
  newTokenPage,
  tokensPage,
  toNewTokenView,
  toTokensView,
} from './tokens.view.ts';

interface TokenDeps {
  readonly db: Knex;
  readonly now: () => Date;
  readonly newId: () => string;
  readonly baseUrl: string;
}

/** Whoever may take data away may have a program do so; making the token asks for a recent sign-in, as a download does. */
export function tokenRoutes(deps: TokenDeps): Route[] {
  return [
    get(paths.tokens(), 'results.export', async (request) => {
      const tokens = await listTokens(deps.db, request.scope);
      const view = toTokensView(around(request), tokens, deps.now());
      return page(tokensPage, view, { title, crumbs: [crumb] });
    }),
    recently(
      get(paths.newToken(), 'results.export', (request) =>
        page(newTokenPage, toNewTokenView(around(request), emptyToken), inside),
      ),
    ),
    recently(post(paths.tokens(), 'results.export', (request) => make(deps, request))),
    post('/account/tokens/:token/revoke', 'results.export', (request) => revoke(deps, request)),
  ];
}

const title = 'Access for analysts’ tools';
const crumb = { text: 'Your sign-in', href: paths.account() };
const inside = {
  title: 'Make a token',
  crumbs: [crumb, { text: title, href: paths.tokens() }],
};

const tooMany: TokenFault = {
  field: 'name',
  text: `You have ${String(mostTokens)} tokens that work. Revoke one that you no longer need, then make this one`,
};

const around = ({ csrf, scope }: SignedInRequest) => ({ csrf, systemName: scope.systemName });

async function make(deps: TokenDeps, request: SignedInRequest): Promise<Reply> {
  const { scope, form } = request;
  const { typed, days, faults } = readToken(form);
  const refuse = (why: readonly TokenFault[]): Reply => {
    const view = toNewTokenView(around(request), typed, why);
    return page(newTokenPage, view, { ...inside, title: `Error: ${inside.title}`, status: 422 });
  };
  if (faults.length > 0) return refuse(faults);
  const [token, id, madeAt] = [newToken(), deps.newId(), deps.now()];
  const expiresAt = tokenEnd(madeAt, days);
  const isMade = await transact(deps.db, async (trx) => {
    if ((await lockWorking(trx, scope, madeAt)) >= mostTokens) return false;
    const { name } = typed;
    await insertToken(trx, scope, { id, name, madeAt, expiresAt, hash: tokenHash(token) });
    await recordAudit(trx, deed(request, 'token.made', { id, at: madeAt, days }));
    return true;
  });
  if (!isMade) return refuse([tooMany]);
  const view = {
    name: typed.name,
    token,
    until: formatDate(expiresAt),
    roundsAddress: `${deps.baseUrl}${paths.api.rounds()}`,
    next: paths.tokens(),
  };
  return page(madeTokenPage, view, { ...inside, title: 'Your token' });
}

/** At once, and without a recent sign-in: whoever fears for a token loses no time. */
async function revoke(deps: TokenDeps, request: SignedInRequest): Promise<Reply> {
  refuseOthers(request.form);
  const [id, now] = [param(request, 'token'), deps.now()];
  await transact(deps.db, async (trx) => {
    const done = isId(id) ? await revokeToken(trx, request.scope, { id, now }) : 'missing';
    if (done === 'missing') throw notFound();
    if (done === 'already') return;
    await recordAudit(trx, deed(request, 'token.revoked', { id, at: now }));
  });
  return redirect(paths.tokens());
}

function deed(
  { scope: { systemId, personId } }: SignedInRequest,
  act: string,
  { id, at, ...details }: { readonly id: string; readonly at: Date; readonly days?: number },
) {
  return {
    ...{ systemId, personId, act, happenedAt: at },
    ...{ subjectType: 'person', subjectId: personId, details: { token: id, ...details } },
  };
}

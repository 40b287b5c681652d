/** The one-time link that a first start prints: it makes the first administrator, once. */
import type { Knex } from 'knex';
import { tokenHash } from '../../adapters/tokens.ts';
import { transact } from '../../db/transact.ts';
import { paths } from '../../web/paths.ts';
import { page, redirect, type Reply } from '../../web/reply.ts';
import { publicGet, publicPost, type AnyRequest, type Route } from '../../web/route.ts';
import { readFirstRun } from './first-run.form.ts';
import { isFirstRunLink, makeFirstAdministrator } from './first-run.queries.ts';
import { firstRunOverPage, firstRunPage, toFirstRunView } from './first-run.view.ts';

export interface FirstRunDeps {
  readonly db: Knex;
  readonly now: () => Date;
  readonly newId: () => string;
}

export function firstRunRoutes(deps: FirstRunDeps): Route[] {
  return [
    publicGet(paths.firstRun(), (request) => show(deps, request)),
    publicPost(paths.firstRun(), (request) => begin(deps, request)),
  ];
}

const title = 'First steps';

function isOver(): Reply {
  return page(firstRunOverPage, {}, { title: 'This link no longer works', status: 410 });
}

async function show({ db }: FirstRunDeps, { query, csrf }: AnyRequest): Promise<Reply> {
  const token = query['token'] ?? '';
  if (!(await isFirstRunLink(db, tokenHash(token)))) return isOver();
  const view = toFirstRunView({ csrf, token }, { name: '', email: '' });
  return page(firstRunPage, view, { title });
}

async function begin({ db, now, newId }: FirstRunDeps, request: AnyRequest): Promise<Reply> {
  const { form, csrf, session } = request;
  const token = form.text('token');
  const { typed, faults } = readFirstRun(form);
  if (faults.length > 0) {
    const view = toFirstRunView({ csrf, token }, typed, faults);
    return page(firstRunPage, view, { title: `Error: ${title}`, status: 422 });
  }
  const personId = await transact(db, (trx) =>
    makeFirstAdministrator(trx, {
      hash: tokenHash(token),
      person: { id: newId(), ...typed },
      now: now(),
    }),
  );
  if (personId === null) return isOver();
  await session.signIn({ personId, systemId: null, stage: 'code' });
  return redirect(paths.signInCode());
}

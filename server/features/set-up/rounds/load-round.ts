/** A round with all that its coordinator's pages and steps ask about. */
import type { Knex } from 'knex';
import type { Scope } from '../../../domain/access/scope.ts';
import { notFound } from '../../../domain/errors.ts';
import { param, type SignedInRequest } from '../../../web/route.ts';
import type { SetUpChange, SetUpDeps } from '../change.ts';
import { loadSystem } from '../known.queries.ts';
import { lockRound } from './round-write.queries.ts';
import {
  findRound,
  listAsked,
  listVersions,
  type StoredRound,
  type Version,
} from './rounds.queries.ts';
import type { RoundState } from './step-facts.ts';

export interface LoadedRound extends RoundState {
  readonly versions: readonly Version[];
}

/** @throws AppError not-found for what does not exist and for another system's, alike */
export async function getRound(
  db: Knex,
  scope: Scope,
  request: SignedInRequest,
): Promise<StoredRound> {
  const round = await findRound(db, scope, param(request, 'round'));
  if (!round) throw notFound();
  return round;
}

export async function loadRound(deps: SetUpDeps, request: SignedInRequest): Promise<LoadedRound> {
  const { scope } = request;
  const round = await getRound(deps.db, scope, request);
  const system = await loadSystem(deps, scope);
  return withAsked(deps.db, scope, { round, system, now: deps.now() });
}

/** As it is stored now, held until the transaction ends. */
export async function holdRound(
  { trx, scope, system, now }: SetUpChange,
  request: SignedInRequest,
): Promise<LoadedRound> {
  await lockRound(trx, scope, param(request, 'round'));
  return reloadRound({ trx, scope, system, now }, request);
}

/**
 * As it is stored now. No step is taken meanwhile, since changes of set-up wait for one another; what
 * locks responses reads it thus, because a save locks its response before its round.
 */
export async function reloadRound(
  { trx, scope, system, now }: Pick<SetUpChange, 'trx' | 'scope' | 'system' | 'now'>,
  request: SignedInRequest,
): Promise<LoadedRound> {
  const round = await getRound(trx, scope, request);
  return withAsked(trx, scope, { round, system, now });
}

async function withAsked(
  db: Knex,
  scope: Scope,
  known: Pick<RoundState, 'round' | 'system' | 'now'>,
): Promise<LoadedRound> {
  const versions = (await listVersions(db)).filter(({ id }) => known.round.versionIds.includes(id));
  const asked = await listAsked(db, scope, known.round.id);
  const hasLevels = versions.some(({ kind }) => kind === 'maturity');
  return { ...known, asked, versions, hasLevels };
}

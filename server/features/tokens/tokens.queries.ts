/** Somebody's own tokens for analysts' tools, in the system in which they are at work. */
import type { Knex } from 'knex';
import type { Scope } from '../../domain/access/scope.ts';
import { tokenState } from '../../domain/access/token.ts';

export interface OwnToken {
  readonly id: string;
  readonly name: string;
  readonly madeAt: Date;
  readonly expiresAt: Date;
  readonly lastUsedAt: Date | null;
  readonly revokedAt: Date | null;
}

const own = (db: Knex, { systemId, personId }: Scope) =>
  db('api_tokens').where({ system_id: systemId, person_id: personId });

/** The newest first. */
export function listTokens(db: Knex, scope: Scope): Promise<OwnToken[]> {
  return own(db, scope)
    .orderBy(['made_at', 'id'].map((column) => ({ column, order: 'desc' })))
    .select<OwnToken[]>({
      id: 'id',
      name: 'name',
      madeAt: 'made_at',
      expiresAt: 'expires_at',
      lastUsedAt: 'last_used_at',
      revokedAt: 'revoked_at',
    });
}

/** Of the tokens that still work: whoever makes one at the same time waits until this transaction has ended. */
export async function lockWorking(trx: Knex, scope: Scope, now: Date): Promise<number> {
  await trx.raw(`select pg_advisory_xact_lock(hashtextextended('tokens ' || ?::text, 0))`, [
    scope.personId,
  ]);
  const tokens = await listTokens(trx, scope);
  return tokens.filter((token) => tokenState(token, now) === 'works').length;
}

export interface NewToken extends Pick<OwnToken, 'id' | 'name' | 'madeAt' | 'expiresAt'> {
  readonly hash: Buffer;
}

export async function insertToken(trx: Knex, scope: Scope, token: NewToken): Promise<void> {
  await trx('api_tokens').insert({
    system_id: scope.systemId,
    id: token.id,
    person_id: scope.personId,
    name: token.name,
    token_hash: token.hash,
    made_at: token.madeAt,
    expires_at: token.expiresAt,
    last_used_at: null,
    revoked_at: null,
  });
}

/** @returns whether there is such a token of theirs; one that is revoked already stays as it is */
export async function revokeToken(
  trx: Knex,
  scope: Scope,
  { id, now }: { readonly id: string; readonly now: Date },
): Promise<'revoked' | 'already' | 'missing'> {
  const token = await own(trx, scope).where({ id }).forUpdate().first('revoked_at');
  if (!token) return 'missing';
  if (token.revoked_at !== null) return 'already';
  await own(trx, scope).where({ id }).update({ revoked_at: now });
  return 'revoked';
}

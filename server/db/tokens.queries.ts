/** Who stands behind a token for analysts' tools, as the database has it when a request begins. */
import type { Knex } from 'knex';
import { grantScope, type Scope } from '../domain/access/scope.ts';
import { limits } from '../domain/access/sign-in.ts';
import { countAttempt } from './attempts.ts';
import { recordAudit } from './audit.ts';
import {
  membershipsColumn,
  systemColumns,
  type HasMemberships,
  type MemberRow,
} from './memberships.ts';
import { prepare } from './prepared.ts';

export interface TokenHolder {
  readonly tokenId: string;
  readonly scope: Scope;
}
/** What the interface for programs asks of the whole database: of which system a token is nobody knows before. */
export interface TokenRows {
  /** undefined: no such token, or it holds no longer, or nobody with a role stands behind it */
  readonly find: (hash: Buffer) => Promise<TokenHolder | undefined>;
  /** @throws too-many */
  readonly count: (holder: TokenHolder) => Promise<void>;
  readonly noteUse: (holder: TokenHolder) => Promise<void>;
}

interface Row extends MemberRow, HasMemberships {
  readonly tokenId: string;
}

const find = prepare<{ readonly hash: Buffer; readonly now: Date }, Row>(
  'token',
  `select t.id as "tokenId", a.id as "personId", p.name as "personName",
      ${systemColumns},
      ${membershipsColumn}
    from api_tokens t
    join people a on a.id = t.person_id and a.deactivated_at is null
    join members p on p.person_id = a.id and p.system_id = t.system_id
    join systems s on s.id = t.system_id
    where t.token_hash = :hash and t.revoked_at is null and t.expires_at > :now`,
);

/** A use is written down at most this often. */
const noteMs = 60_000;

export function tokenRows(db: Knex, now: () => Date): TokenRows {
  return {
    find: async (hash) => {
      const [row] = await find(db, { hash, now: now() });
      if (!row?.memberships) return undefined;
      const { tokenId, memberships, ...facts } = row;
      return { tokenId, scope: grantScope({ ...facts, memberships }) };
    },
    count: ({ tokenId }) =>
      countAttempt(db, { limit: limits.requestsOfToken, by: tokenId, now: now() }),
    noteUse: (holder) => noteUse(db, holder, now()),
  };
}

/** The page on tokens shows the last use; the audit trail has a line for each day with one. */
async function noteUse(db: Knex, { tokenId, scope }: TokenHolder, now: Date): Promise<void> {
  const { systemId, personId } = scope;
  await db.transaction(async (trx) => {
    const own = { system_id: systemId, id: tokenId };
    const token = await trx('api_tokens').where(own).forUpdate().first('last_used_at');
    const before = token?.last_used_at ?? null;
    if (before && now.getTime() - before.getTime() < noteMs) return;
    await trx('api_tokens').where(own).update({ last_used_at: now });
    if (before && dayOf(before) === dayOf(now)) return;
    await recordAudit(trx, {
      ...{ systemId, personId, act: 'token.used', happenedAt: now },
      ...{ subjectType: 'person', subjectId: personId, details: { token: tokenId } },
    });
  });
}

const dayOf = (moment: Date): string => moment.toISOString().slice(0, 10);

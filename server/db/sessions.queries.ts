/** The rows behind the sessions, and who the session's person is now. */
import type { Knex } from 'knex';
import { grantScope, type Membership } from '../domain/access/scope.ts';
import type { SessionRows, StoredSession, Who } from '../web/session.ts';
import { membershipsColumn, systemColumns, type MemberRow } from './memberships.ts';
import { prepare } from './prepared.ts';

/** Without roles in the system nobody is signed in. */
type Row = Pick<StoredSession, 'data' | 'expiresAt'> & { readonly isAdministrator: boolean } & (
    | (MemberRow & { readonly memberships: readonly Membership[] })
    | (Pick<MemberRow, 'personId' | 'personName'> & { readonly memberships: null })
  );

/** Nobody in particular while a code or a choice is missing; either in a system or in the administration. */
function whoIs({ data, ...facts }: Row): Who {
  const isIn = (data.stage ?? null) === null;
  const { personId, personName } = facts;
  return {
    scope: isIn && facts.memberships ? grantScope(facts) : null,
    administrator: isIn && facts.isAdministrator ? { personId, personName } : null,
  };
}

type Arrival = Parameters<SessionRows['save']>[1];

/** Somebody is in a system: who looks after its people sees when they came last, and their own name from then on. */
async function noteArrival(
  db: Knex,
  { personId, systemId, stage, signedInAt }: Arrival,
): Promise<void> {
  if (!personId || !systemId || !signedInAt || (stage ?? null) !== null) return;
  const at = new Date(signedInAt);
  const own = { system_id: systemId, person_id: personId };
  const came = await db('members')
    .where(own)
    .where((before) => {
      void before.whereNull('last_signed_in_at').orWhere('last_signed_in_at', '<', at);
    })
    .update({ last_signed_in_at: at });
  if (came > 0) await db('memberships').where(own).update({ invited_as: null });
}

/** One question for both: every request of somebody signed in begins with it. */
const find = prepare<{ readonly hash: Buffer }, Row>(
  'session',
  `select se.data, se.expires_at as "expiresAt",
      a.id as "personId", coalesce(p.name, a.name) as "personName",
      ${systemColumns},
      ${membershipsColumn},
      exists (select from administrators d
        where d.person_id = a.id and se.data ->> 'systemId' is null) as "isAdministrator"
    from sessions se
    left join people a on a.id = se.person_id and a.deactivated_at is null
    left join members p on p.person_id = a.id and p.system_id = (se.data ->> 'systemId')::uuid
    left join systems s on s.id = p.system_id
    where se.token_hash = :hash and se.expires_at > now()`,
);

export function sessionRows(db: Knex): SessionRows {
  return {
    find: async (hash) => {
      const [row] = await find(db, { hash });
      if (!row) return undefined;
      return { data: row.data, expiresAt: row.expiresAt, who: whoIs(row) };
    },
    save: async (hash, data, expiresAt) => {
      const row = {
        token_hash: hash,
        data: JSON.stringify(data),
        expires_at: expiresAt,
        person_id: data.personId ?? null,
      };
      await db('sessions').insert(row).onConflict('token_hash').merge();
      await noteArrival(db, data);
    },
    touch: async (hash, expiresAt) => {
      await db('sessions').where('token_hash', hash).update({ expires_at: expiresAt });
    },
    remove: async (hash) => {
      await db('sessions').where('token_hash', hash).delete();
    },
  };
}

/** The people who answer for an agency, as its lead sees them: nothing of what else they do, here or elsewhere. */
import type { Knex } from 'knex';
import type { Scope } from '../../../domain/access/scope.ts';

export interface Colleague {
  readonly personId: string;
  readonly roleIds: readonly string[];
  /** until they sign in: as the lead who invited them said */
  readonly name: string;
  readonly email: string;
  readonly isLead: boolean;
  /** by a lead, the last time; null where the coordinator gave the role */
  readonly invitedAt: Date | null;
  /** null where they have not signed in since they were invited */
  readonly lastSignedInAt: Date | null;
  /** the last invitation could not be delivered */
  readonly undelivered: boolean;
}

export async function listColleagues(
  db: Knex,
  scope: Scope,
  agencyId: string,
): Promise<Colleague[]> {
  const { rows } = await db.raw<{ rows: Colleague[] }>(
    `with own as (
       select person_id, array_agg(id) as role_ids, bool_or(role = 'agency-lead') as is_lead,
         min(invited_as) as invited_as, max(invited_at) as invited_at
       from memberships where system_id = :system and agency_id = :agency
       group by person_id)
     select o.person_id as "personId", o.role_ids as "roleIds", p.email, o.is_lead as "isLead",
       coalesce(o.invited_as, m.name) as name, o.invited_at as "invitedAt",
       case when o.invited_as is null then m.last_signed_in_at end as "lastSignedInAt",
       exists (select from messages s
         where s.system_id = :system and s.person_id = o.person_id and s.kind = 'invitation'
           and s.queued_at = o.invited_at and s.status = 'failed') as undelivered
     from own o
     join members m on m.system_id = :system and m.person_id = o.person_id
     join people p on p.id = o.person_id
     order by coalesce(o.invited_as, m.name) collate "en-GB-x-icu", p.email`,
    { system: scope.systemId, agency: agencyId },
  );
  return rows;
}

/** Somebody whom the system knows already keeps their name here, and all that they have. */
export async function insertUnknownMember(
  trx: Knex,
  scope: Scope,
  { personId, name }: { readonly personId: string; readonly name: string },
): Promise<void> {
  await trx('members')
    .insert({ system_id: scope.systemId, person_id: personId, name })
    .onConflict(['system_id', 'person_id'])
    .ignore();
}

/** @param name what the lead calls somebody new to the agency; left out where they were invited before */
export async function noteInvitation(
  trx: Knex,
  scope: Scope,
  {
    agencyId,
    personId,
    at,
    name,
  }: {
    readonly agencyId: string;
    readonly personId: string;
    readonly at: Date;
    readonly name?: string;
  },
): Promise<void> {
  await trx('memberships')
    .where({ system_id: scope.systemId, agency_id: agencyId, person_id: personId })
    .update({ invited_at: at, ...(name === undefined ? {} : { invited_as: name }) });
}

/** How many invitations this lead has sent since then. */
export async function countInvitations(db: Knex, scope: Scope, since: Date): Promise<number> {
  const [row] = await db('audit_events')
    .where({ system_id: scope.systemId, person_id: scope.personId })
    .whereIn('act', ['colleague.invited', 'colleague.invited-again'])
    .where('happened_at', '>', since)
    .count<{ count: string }[]>('id as count');
  return Number(row?.count ?? 0);
}

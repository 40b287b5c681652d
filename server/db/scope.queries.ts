/** Who a person is in a system now, for work that they asked for and that is done when they are gone. */
import type { Knex } from 'knex';
import { grantScope, type Membership, type Scope } from '../domain/access/scope.ts';

interface Row {
  readonly personId: string;
  readonly personName: string;
  readonly systemId: string;
  readonly systemName: string;
  readonly systemSlug: string;
  readonly fictional: boolean;
  readonly memberships: readonly Membership[] | null;
}

/** Undefined without a role there, or with an account that is closed. @param db sees people's accounts: not a request's */
export async function findMemberScope(
  db: Knex,
  { systemId, personId }: { readonly systemId: string; readonly personId: string },
): Promise<Scope | undefined> {
  const { rows } = await db.raw<{ rows: Row[] }>(
    `select a.id as "personId", p.name as "personName",
      s.id as "systemId", s.name as "systemName", s.slug as "systemSlug", s.fictional,
      (select json_agg(json_build_object(
          'role', m.role, 'agencyId', m.agency_id, 'isChair', m.is_chair,
          'placeIds', array(
            select mp.place_id from membership_places mp
            where mp.system_id = m.system_id and mp.membership_id = m.id)) order by m.position)
        from memberships m
        where m.person_id = p.person_id and m.system_id = p.system_id) as memberships
    from members p
    join people a on a.id = p.person_id and a.deactivated_at is null
    join systems s on s.id = p.system_id
    where p.system_id = :systemId and p.person_id = :personId`,
    { systemId, personId },
  );
  const [row] = rows;
  if (!row?.memberships) return undefined;
  return grantScope({ ...row, memberships: row.memberships });
}

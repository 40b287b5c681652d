/** Who a person is in a system now, for work that they asked for and that is done when they are gone. */
import type { Knex } from 'knex';
import { grantScope, type Scope } from '../domain/access/scope.ts';
import {
  membershipsColumn,
  systemColumns,
  type HasMemberships,
  type MemberRow,
} from './memberships.ts';

/** Undefined without a role there, or with an account that is closed. @param db sees people's accounts: not a request's */
export async function findMemberScope(
  db: Knex,
  { systemId, personId }: { readonly systemId: string; readonly personId: string },
): Promise<Scope | undefined> {
  const { rows } = await db.raw<{ rows: (MemberRow & HasMemberships)[] }>(
    `select a.id as "personId", p.name as "personName",
      ${systemColumns},
      ${membershipsColumn}
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

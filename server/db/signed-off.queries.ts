/** A Place that is signed off doesn't change: what would change it holds its lock and asks first. */
import type { Knex } from 'knex';
import type { Scope } from '../domain/access/scope.ts';

/**
 * The Places that a response speaks for are held until the transaction ends: a sign-off waits for it, or is seen
 * here. A grid speaks for its own Place; a map for those in which its agency works, and those of its services.
 * @param trx holds the response's lock
 * @returns the names of those that are signed off
 */
export async function holdSignedOff(
  trx: Knex,
  scope: Scope,
  responseId: string,
): Promise<string[]> {
  await trx.raw(
    `select from responses r
    join assignments a on a.system_id = r.system_id and a.id = r.assignment_id
    join round_places rp on rp.system_id = a.system_id and rp.round_id = a.round_id
    where r.system_id = ? and r.id = ? and ${spokenFor}
    order by rp.place_id
    for update of rp`,
    [scope.systemId, responseId],
  );
  // A statement of its own: it sees what was committed while the one before waited.
  return listSignedOff(trx, scope, responseId);
}

/** The names of the Places that a response speaks for and that are signed off, in the system's order. */
export async function listSignedOff(db: Knex, scope: Scope, responseId: string): Promise<string[]> {
  const { rows } = await db.raw<{ rows: { name: string }[] }>(
    `select p.name from responses r
    join assignments a on a.system_id = r.system_id and a.id = r.assignment_id
    join sign_offs rp on rp.system_id = a.system_id and rp.round_id = a.round_id
    join places p on p.system_id = rp.system_id and p.id = rp.place_id
    where r.system_id = ? and r.id = ? and rp.reopened_at is null and ${spokenFor}
    order by p.position`,
    [scope.systemId, responseId],
  );
  return rows.map(({ name }) => name);
}

/** SQL: the response `r` of the assignment `a` speaks for the Place of the row `rp`. */
export const spokenFor = `(a.place_id = rp.place_id
  or a.place_id is null and (
    exists (
      select from round_agency_places ap
      where ap.system_id = a.system_id and ap.round_id = a.round_id
        and ap.agency_id = a.agency_id and ap.place_id = rp.place_id)
    or exists (
      select from service_entries e
      join service_entry_places ep on ep.system_id = e.system_id and ep.entry_id = e.id
      where e.system_id = r.system_id and e.response_id = r.id
        and e.removed_at is null and ep.place_id = rp.place_id)))`;

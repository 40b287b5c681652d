/** What a round keeps of its agencies: the sectors and Places that they had when it asked them. */
import type { Knex } from 'knex';

/**
 * For every assigned agency of which the round keeps nothing yet: call it after assigning, also when an
 * agency is added late. What is kept of the others stays, whatever set-up has changed meanwhile.
 * @param trx the transaction of the assignment
 */
export async function freezeAgencies(
  trx: Knex,
  { systemId, roundId }: { readonly systemId: string; readonly roundId: string },
): Promise<void> {
  // The sectors first: having Places is how a kept agency is known.
  await trx.raw(
    `insert into round_agency_sectors (system_id, round_id, agency_id, sector)
    select distinct a.system_id, a.round_id, a.agency_id, s.sector
    from assignments a
    join agency_sectors s on s.system_id = a.system_id and s.agency_id = a.agency_id
    where a.system_id = ? and a.round_id = ? and not exists (
      select from round_agency_places f
      where f.system_id = a.system_id and f.round_id = a.round_id and f.agency_id = a.agency_id)`,
    [systemId, roundId],
  );
  await trx.raw(
    `insert into round_agency_places (system_id, round_id, agency_id, place_id)
    select distinct a.system_id, a.round_id, a.agency_id, p.place_id
    from assignments a
    join agency_places p on p.system_id = a.system_id and p.agency_id = a.agency_id
    where a.system_id = ? and a.round_id = ? and not exists (
      select from round_agency_places f
      where f.system_id = a.system_id and f.round_id = a.round_id and f.agency_id = a.agency_id)`,
    [systemId, roundId],
  );
}

/** Whoever did something in the demonstration had signed in for it. */
import type { Knex } from 'knex';

export async function noteArrivals(trx: Knex): Promise<void> {
  await trx.raw(`
update members m set last_signed_in_at = d.at
from (
  select system_id, person_id, max(at) as at from (
    select system_id, updated_by as person_id, updated_at as at from answers
    union all select system_id, updated_by, updated_at from service_entries
    union all select system_id, submitted_by, submitted_at from responses
    union all select system_id, agreed_by, agreed_at from agreements) deeds
  where person_id is not null group by 1, 2) d
where d.system_id = m.system_id and d.person_id = m.person_id`);
}

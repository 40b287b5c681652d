/** Makes a test system's open round a large one: agencies by the hundred, in six Places, each with a lead and some answers. */
import type { Knex } from 'knex';
import { domains } from './progress.ts';
import type { TestSystem } from './system.ts';

const steps = [
  `insert into places (system_id, id, slug, name, position)
   select :system, gen_random_uuid(), 'more-' || n, 'Place ' || n, 10 + n
   from generate_series(3, 6) n`,
  `insert into round_places (system_id, round_id, place_id)
   select system_id, :round, id from places where system_id = :system and slug like 'more-%'`,
  `insert into agencies (system_id, id, slug, name)
   select :system, gen_random_uuid(), 'many-' || n, 'Agency ' || n
   from generate_series(1, :count::int) n`,
  `insert into people (id, name, email)
   select gen_random_uuid(), 'Lead of ' || slug, slug || '@many.example' from agencies
   where slug like 'many-%'`,
  `insert into members (system_id, person_id, name)
   select :system, id, name from people where email like '%@many.example'`,
  `insert into memberships (system_id, id, person_id, role, agency_id)
   select :system, gen_random_uuid(), p.id, 'agency-lead', a.id from agencies a
   join people p on p.email = a.slug || '@many.example'`,
  `insert into round_agency_sectors (system_id, round_id, agency_id, sector)
   select :system, :round, id, 'midwifery' from agencies where slug like 'many-%'`,
  `insert into round_agency_places (system_id, round_id, agency_id, place_id)
   select a.system_id, :round, a.id, p.place_id from agencies a
   join round_places p on p.system_id = a.system_id and p.round_id = :round
   where a.slug like 'many-%'`,
  `insert into assignments (system_id, id, round_id, agency_id, version_id, place_id)
   select a.system_id, gen_random_uuid(), :round, a.id, i.version_id, p.place_id from agencies a
   join round_instruments i on i.round_id = :round
   left join round_places p on p.round_id = :round and i.kind = 'maturity'
   where a.slug like 'many-%'`,
  `insert into responses (system_id, id, assignment_id, updated_at)
   select s.system_id, gen_random_uuid(), s.id, :at from assignments s
   join agencies a on a.id = s.agency_id where a.slug like 'many-%'`,
  `insert into answers (system_id, response_id, item_id, level, has_level, has_evidence, value,
     revision, updated_at, updated_by)
   select r.system_id, r.id, d.id, 2, true, false, '{}', 1, :at, :by from responses r
   join assignments s on s.id = r.assignment_id and s.place_id is not null
   join agencies a on a.id = s.agency_id and a.slug like 'many-%'
   cross join unnest(:domains::text[]) as d(id)`,
];

export async function addAgencies(db: Knex, system: TestSystem, count: number): Promise<void> {
  const values = {
    system: system.ids.systemId,
    round: system.roundId,
    count,
    at: new Date('2026-03-09T09:30:00Z'),
    by: [...system.ids.people.values()][0] ?? '',
    domains,
  };
  for (const step of steps) await db.raw(step, values);
}

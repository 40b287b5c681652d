/** Reads the loaded demonstration: rows of the invented system alone, by the words of its files. */
import type { Knex } from 'knex';

export interface DemoRows {
  /**
   * SQL that may name `asked` (responses with round, agency, place and kind), `services` (entries of submitted
   * maps, a row for each Place) and `demo` (the system's id)
   */
  readonly rows: <T>(sql: string, given?: readonly string[]) => Promise<T[]>;
  readonly count: (sql: string, given?: readonly string[]) => Promise<number>;
}

const named = `with demo as (select id from systems where slug = 'aldermoor-and-wend'),
  asked as (
    select r.*, a.agency_id, a.place_id, ro.slug as round, iv.kind, ag.slug as agency,
      pl.slug as place
    from responses r
    join assignments a on a.id = r.assignment_id
    join rounds ro on ro.id = a.round_id
    join agencies ag on ag.id = a.agency_id
    join instrument_versions iv on iv.id = a.version_id
    left join places pl on pl.id = a.place_id
    where r.system_id in (table demo)),
  services as (
    select e.*, asked.round, asked.agency, asked.agency_id, p.slug as place
    from service_entries e join asked on asked.id = e.response_id
    left join service_entry_places ep on ep.entry_id = e.id
    left join places p on p.id = ep.place_id
    where asked.status = 'submitted')`;

export function demoRows(database: { readonly db: Knex }): DemoRows {
  const rows: DemoRows['rows'] = async <T>(sql: string, given: readonly string[] = []) => {
    const result = await database.db.raw<{ rows: T[] }>(`${named} ${sql}`, [...given]);
    return result.rows;
  };
  return { rows, count: async (sql, given) => (await rows(sql, given)).length };
}

/** Rules that every table keeps, read from PostgreSQL's catalogue. */
import { describe, expect, it } from 'vitest';
import { REQUEST_ROLE } from '../../server/db/guard.ts';
import { useDatabase } from '../config/database.ts';

/** Tables that belong to no system; of the messages, those about a person's account do not. */
const GLOBAL = [
  'messages',
  'account_events',
  'administrators',
  'attempts',
  'authenticators',
  'first_run_links',
  'person_identities',
  'provider_visits',
  'recovery_codes',
  'sign_in_links',
  'waiting_identities',
  'systems',
  'people',
  'instruments',
  'instrument_versions',
  'sessions',
  'knex_migrations',
  'knex_migrations_lock',
];

describe('the schema', () => {
  const database = useDatabase();
  const names = async (sql: string): Promise<string[]> => {
    const { rows } = await database.db.raw<{ rows: { name: string }[] }>(sql);
    return rows.map((row) => row.name);
  };

  it('says of every row of a system’s data which system it belongs to', async () => {
    const without = await names(`
      select c.relname as name from pg_class c
      where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and not exists (
        select from pg_attribute a
        where a.attrelid = c.oid and a.attname = 'system_id' and a.attnotnull)
      order by 1`);
    expect(without.toSorted()).toEqual(GLOBAL.toSorted());
  });

  it('shows and takes of a system’s data only the rows of the system that is asked for', async () => {
    const open = await names(`
      select c.relname as name from pg_class c
      join pg_attribute a on a.attrelid = c.oid and a.attname = 'system_id'
      left join pg_policies p on p.tablename = c.relname and p.policyname = 'own_system'
        and p.cmd = 'ALL' and p.roles = array['${REQUEST_ROLE}']::name[]
        and p.qual like '(system_id = %own_system()%' and p.with_check = p.qual
      where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')
        and (p.policyname is null or not c.relrowsecurity)
      order by 1`);
    expect(open, 'migrations/own-rows.ts has what such a table needs').toEqual([]);
  });

  it('opens to requests, besides, people and systems of their own and the instruments', async () => {
    const granted = await names(`
      select distinct table_name as name from information_schema.column_privileges p
      where grantee = '${REQUEST_ROLE}' and not exists (select from information_schema.columns c
        where (c.table_schema, c.table_name) = (p.table_schema, p.table_name)
          and c.column_name = 'system_id')
      order by 1`);
    expect(granted).toEqual(['instrument_versions', 'instruments', 'people', 'systems']);
  });

  it('has an index that begins with the columns of every foreign key', async () => {
    const without = await names(`
      select k.conname as name from pg_constraint k
      where k.contype = 'f' and k.connamespace = 'public'::regnamespace and not exists (
        select from pg_index i
        where i.indrelid = k.conrelid and i.indisvalid and i.indpred is null
          and (select array_agg(c order by c) from unnest(i.indkey[0:cardinality(k.conkey) - 1]) c)
            = (select array_agg(c order by c) from unnest(k.conkey) c))
      order by 1`);
    expect(without).toEqual([]);
  });

  it('keeps every foreign key between two tables of systems inside one system', async () => {
    const crossing = await names(`
      select k.conname as name from pg_constraint k
      where k.contype = 'f' and k.connamespace = 'public'::regnamespace
        and exists (select from pg_attribute a
          where a.attrelid = k.confrelid and a.attname = 'system_id')
        and not exists (select from pg_attribute a
          where a.attrelid = k.conrelid and a.attname = 'system_id' and a.attnum = any (k.conkey))
      order by 1`);
    expect(crossing).toEqual([]);
  });

  it('names every constraint after its table', async () => {
    const badly = await names(`
      select k.conname as name from pg_constraint k join pg_class c on c.oid = k.conrelid
      where k.connamespace = 'public'::regnamespace and k.contype in ('p', 'u', 'f', 'c')
        and c.relname not like 'knex%'
        and k.conname !~ ('^' || c.relname || '_([a-z_]+_){0,1}(pkey|key|fkey|check)$')
      order by 1`);
    expect(badly).toEqual([]);
  });
});

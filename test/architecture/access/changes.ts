/** Notes whether anything was changed in the database, and puts everything back: every request meets the same state. */
import type { Knex } from 'knex';

export interface Kept {
  /** since the last time; what was taken back counts as well */
  readonly anything: () => Promise<boolean>;
  readonly putBack: () => Promise<void>;
}

/** No content: a session, attempts, the key of somebody's own authenticator. A request may write them whoever asks. */
const ownLife = [
  'sessions',
  'attempts',
  'authenticators',
  'knex_migrations',
  'knex_migrations_lock',
];

/** Keeps what is stored now. */
export async function keep(db: Knex): Promise<Kept> {
  const { rows } = await db.raw<{ rows: { name: string }[] }>(
    `select relname as name from pg_class
     where relnamespace = 'public'::regnamespace and relkind = 'r' and not relname = any(?)`,
    [ownLife],
  );
  const tables = rows.map(({ name }) => name);
  await db.raw(`
create schema kept;
create sequence kept.changes;
create function kept.note() returns trigger language plpgsql security definer as
  $$ begin perform nextval('kept.changes'); return null; end $$;
${tables
  .map(
    (table) => `
create table kept.${table} as table public.${table};
create trigger note_change after insert or update or delete on public.${table}
  for each row execute function kept.note();`,
  )
  .join('')}`);
  // Neither foreign keys nor what keeps the audit trail are asked.
  const putBack = `
set local session_replication_role = replica;
${tables
  .map(
    (table) => `
delete from public.${table};
insert into public.${table} overriding system value table kept.${table};`,
  )
  .join('')}`;
  let seen = '';
  const changes = async (): Promise<string> => {
    const found = await db.raw<{ rows: { at: string }[] }>(
      `select last_value || ' ' || is_called as at from kept.changes`,
    );
    return found.rows[0]?.at ?? '';
  };
  seen = await changes();
  return {
    anything: async () => {
      const before = seen;
      seen = await changes();
      return seen !== before;
    },
    putBack: async () => {
      await db.transaction((trx) => trx.raw(putBack));
      seen = await changes();
    },
  };
}

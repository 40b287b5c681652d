/** Waiting for what a database shows. */
import type { Knex } from 'knex';

/** When somebody's statement waits for a lock of this database. */
export async function untilSomebodyWaits(db: Knex): Promise<void> {
  for (;;) {
    const waiting = await db
      .select('pid')
      .from<{ pid: number; wait_event_type: string | null; datname: string }>('pg_stat_activity')
      .where({ wait_event_type: 'Lock' })
      .whereRaw('datname = current_database()');
    if (waiting.length > 0) return;
  }
}

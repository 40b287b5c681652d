/** Counts attempts, for all processes together. */
import type { Knex } from 'knex';
import type { Limit } from '../domain/access/sign-in.ts';
import { AppError } from '../domain/errors.ts';

interface Attempt {
  readonly limit: Limit;
  /** whose attempts are counted: an address, a person */
  readonly by: string;
  readonly now: Date;
}

/**
 * Counts one attempt, and forgets the spans that are over. A span begins with the first attempt after the one before has ended.
 * @throws too-many once the limit is passed
 */
export async function countAttempt(db: Knex, { limit, by, now }: Attempt): Promise<void> {
  const ends = new Date(now.getTime() + limit.minutes * 60_000);
  const { rows } = await db.raw<{ rows: readonly { count: number; ends_at: Date }[] }>(
    `with over as (
       select what from attempts where ends_at <= :now and what <> :what for update skip locked),
     forgotten as (delete from attempts where what in (select what from over))
     insert into attempts as a (what, ends_at, count) values (:what, :ends, 1)
     on conflict (what) do update set
       count = case when a.ends_at <= :now then 1 else a.count + 1 end,
       ends_at = case when a.ends_at <= :now then excluded.ends_at else a.ends_at end
     returning count, ends_at`,
    { what: `${limit.name}:${by}`, ends, now },
  );
  const row = rows[0];
  if (!row || row.count <= limit.times) return;
  const minutes = Math.max(1, Math.ceil((row.ends_at.getTime() - now.getTime()) / 60_000));
  throw new AppError(
    'too-many',
    `That was tried too often. Wait ${minutes === 1 ? 'a minute' : `${String(minutes)} minutes`}, then try again.`,
  );
}

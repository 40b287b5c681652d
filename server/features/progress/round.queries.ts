/** The round whose progress is looked at: what it asks, where, and until when. */
import type { Knex } from 'knex';
import type { Scope } from '../../domain/access/scope.ts';
import type { RoundStatus } from '../../domain/round/round.ts';

/** Where queries of this feature look: one round of one system. From `findRound`, or from the clock's own list. */
export interface InRound {
  readonly systemId: string;
  readonly roundId: string;
}

export interface NamedPlace {
  readonly id: string;
  readonly slug: string;
  readonly name: string;
}
export interface ProgressRound extends InRound {
  readonly slug: string;
  readonly name: string;
  readonly status: RoundStatus;
  readonly closesAt: Date | null;
  readonly reminderDays: readonly number[];
  readonly remindersFrom: Date | null;
  /** in the system's order */
  readonly places: readonly NamedPlace[];
  /** the grid first */
  readonly versionIds: readonly string[];
}

const columns = {
  systemId: 'r.system_id',
  roundId: 'r.id',
  slug: 'r.slug',
  name: 'r.name',
  status: 'r.status',
  closesAt: 'r.closes_at',
  reminderDays: 'r.reminder_days',
  remindersFrom: 'r.reminders_from',
} as const;

const lists = `array(
    select i.version_id from round_instruments i
    join instrument_versions v on v.id = i.version_id
    where i.system_id = r.system_id and i.round_id = r.id
    order by v.kind, v.instrument_id) as "versionIds",
  coalesce((
    select json_agg(json_build_object('id', p.id, 'slug', p.slug, 'name', p.name)
      order by p.position, p.slug)
    from round_places rp
    join places p on p.system_id = rp.system_id and p.id = rp.place_id
    where rp.system_id = r.system_id and rp.round_id = r.id), '[]') as places`;

/** Undefined for what does not exist or belongs to another system. */
export function findRound(
  db: Knex,
  scope: Scope,
  slug: string,
): Promise<ProgressRound | undefined> {
  return db('rounds as r')
    .where({ 'r.system_id': scope.systemId, 'r.slug': slug })
    .first<ProgressRound | undefined>(columns, db.raw(lists));
}

/** Of the whole installation, for the clock: open rounds that remind by themselves and have not closed. */
export interface RemindingRound extends ProgressRound {
  /** days of the mornings that were seen to: "2026-03-11" */
  readonly sent: readonly string[];
}

/** @param db seen whole: the clock belongs to no system */
export function listRemindingRounds(db: Knex, now: Date): Promise<RemindingRound[]> {
  return db('rounds as r')
    .where('r.status', 'open')
    .where('r.closes_at', '>', now)
    .whereNotNull('r.reminders_from')
    .whereRaw('cardinality(r.reminder_days) > 0')
    .orderBy(['r.system_id', 'r.id'])
    .select<RemindingRound[]>(
      columns,
      db.raw(lists),
      db.raw(`array(
        select e.due_on::text from reminders e
        where e.system_id = r.system_id and e.round_id = r.id and e.due_on is not null) as sent`),
    );
}

/** The round that a coordinator looks after now: the newest that is open, else the newest that was opened. */
export async function findCurrentSlug(db: Knex, scope: Scope): Promise<string | undefined> {
  const row = await db('rounds')
    .where('system_id', scope.systemId)
    .whereNot('status', 'draft')
    .orderByRaw(`(status = 'open') desc, position desc`)
    .first('slug');
  return row?.slug;
}

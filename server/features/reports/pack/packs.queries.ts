/** Complete packs as rows: each person's last one of a round, asked for, drawn, kept for some days. */
import type { Knex } from 'knex';
import type { Scope } from '../../../domain/access/scope.ts';
import {
  packSilentMs,
  packWaitsMs,
  type PackRecord,
  type ShownPlace,
} from '../../../domain/round/pack.ts';

/** The task of the job queue that draws one pack; migrations name it too. */
export const DRAW_PACK = 'draw-pack';
/** … and the one that sees to it that no pack waits for a process that is gone. */
export const WAKE_PACKS = 'wake-packs';

export interface StoredPack extends PackRecord {
  readonly id: string;
  readonly askedAt: Date;
  readonly places: number;
  readonly placesDone: number;
  readonly madeAt: Date | null;
  /** that it shows; null for a draft */
  readonly edition: number | null;
  readonly shown: readonly ShownPlace[] | null;
  /** the Board paper is in it */
  readonly board: boolean;
  /** in bytes; null until it is done */
  readonly size: number | null;
}

/** The reader's own, without its file. */
export function findPack(
  db: Knex,
  { systemId, personId }: Scope,
  roundId: string,
): Promise<StoredPack | undefined> {
  return db('packs')
    .where({ system_id: systemId, round_id: roundId, person_id: personId })
    .first<StoredPack | undefined>(
      {
        id: 'id',
        status: 'status',
        leasedUntil: 'leased_until',
        askedAt: 'asked_at',
        places: 'places',
        placesDone: 'places_done',
        madeAt: 'made_at',
        edition: 'edition',
        shown: 'shown',
        board: 'board',
      },
      db.raw('octet_length(file) as size'),
    );
}

export async function findPackFile(
  db: Knex,
  { systemId }: Scope,
  packId: string,
): Promise<Buffer | undefined> {
  const row = await db('packs').where({ system_id: systemId, id: packId }).first('file');
  return row?.file ?? undefined;
}

/** Number of the last edition of a round; null before its publication. */
export async function findLatestEdition(
  db: Knex,
  { systemId }: Scope,
  roundId: string,
): Promise<number | null> {
  const own = { system_id: systemId, round_id: roundId };
  const row = await db('editions').where(own).orderBy('number', 'desc').first('number');
  return row?.number ?? null;
}

export interface NewPack {
  readonly id: string;
  readonly roundId: string;
  readonly places: number;
  readonly now: Date;
}

/** The round of which a pack of this person is under way, another than this one. @param trx see `beginPack` */
export async function findOtherUnderWay(
  trx: Knex,
  { systemId, personId }: Scope,
  { roundId, now }: Pick<NewPack, 'roundId' | 'now'>,
): Promise<string | undefined> {
  const round = await trx('packs as p')
    .join('rounds as r', { 'r.system_id': 'p.system_id', 'r.id': 'p.round_id' })
    .where({ 'p.system_id': systemId, 'p.person_id': personId })
    .whereIn('p.status', ['queued', 'drawing'])
    .where('p.leased_until', '>', now)
    .whereNot('p.round_id', roundId)
    .first<{ readonly name: string } | undefined>('r.name');
  return round?.name;
}

/**
 * Asks for a pack in the place of the one before; nothing where that is under way: a second press leads to the
 * same one. @param trx its job is there once the row is
 */
export async function beginPack(trx: Knex, scope: Scope, pack: NewPack): Promise<void> {
  const { systemId, personId } = scope;
  const { id, roundId, places, now } = pack;
  // Whoever drew these is gone; they would stand in the way of the next.
  await trx('packs')
    .where({ system_id: systemId, person_id: personId })
    .whereIn('status', ['queued', 'drawing'])
    .where('leased_until', '<=', now)
    .update({ status: 'failed' });
  const { rows } = await trx.raw<{ rows: unknown[] }>(
    `insert into packs (system_id, round_id, person_id, id, status, asked_at, leased_until, places)
     values (:systemId, :roundId, :personId, :id, 'queued', :now, :until, :places)
     on conflict (system_id, round_id, person_id) do update set
       id = excluded.id, status = 'queued', asked_at = excluded.asked_at,
       leased_until = excluded.leased_until, places = excluded.places, places_done = 0,
       made_at = null, edition = null, shown = null, board = false, file = null
     where packs.status in ('done', 'failed')
     returning id`,
    { systemId, personId, roundId, id, places, now, until: after(now, packWaitsMs) },
  );
  if (rows.length > 0) await trx.raw('select wake_pack(?, ?)', [systemId, id]);
}

/**
 * Puts every pack that waits into the queue anew: who was killed between taking its job and beginning it holds that
 * job still. A pack is drawn once, however often it is woken (`claimPack`). @param db sees every system
 */
export async function wakeWaiting(db: Knex): Promise<void> {
  await db.raw(`select wake_pack(system_id, id) from packs where status = 'queued'`);
}

export interface ClaimedPack {
  readonly systemId: string;
  readonly packId: string;
}
export interface PackToDraw {
  readonly personId: string;
  readonly roundId: string;
  readonly roundSlug: string;
}

/** Undefined where somebody draws it already, or another was asked for in its place. */
export async function claimPack(
  db: Knex,
  { systemId, packId }: ClaimedPack,
  now: Date,
): Promise<PackToDraw | undefined> {
  const { rows } = await db.raw<{ rows: PackToDraw[] }>(
    `update packs p set status = 'drawing', leased_until = :until from rounds r
     where p.system_id = :systemId and p.id = :packId and p.status = 'queued'
       and r.system_id = p.system_id and r.id = p.round_id
     returning p.person_id as "personId", p.round_id as "roundId", r.slug as "roundSlug"`,
    { systemId, packId, until: after(now, packSilentMs) },
  );
  return rows[0];
}

const drawing = (db: Knex, { systemId, packId }: ClaimedPack) =>
  db('packs').where({ system_id: systemId, id: packId, status: 'drawing' });

/** How many Places are drawn; from now on it may be silent again. */
export async function notePlaces(
  db: Knex,
  pack: ClaimedPack,
  { done, now }: { readonly done: number; readonly now: Date },
): Promise<void> {
  await drawing(db, pack).update({ places_done: done, leased_until: after(now, packSilentMs) });
}

export interface DonePack {
  readonly madeAt: Date;
  readonly edition: number | null;
  readonly shown: readonly ShownPlace[];
  readonly board: boolean;
  readonly file: Buffer;
}

export async function finishPack(
  db: Knex,
  pack: ClaimedPack,
  { madeAt, edition, shown, board, file }: DonePack,
): Promise<void> {
  await drawing(db, pack).update({
    status: 'done',
    made_at: madeAt,
    edition,
    shown: JSON.stringify(shown),
    board,
    file,
    places_done: shown.length,
  });
}

export async function failPack(db: Knex, pack: ClaimedPack): Promise<void> {
  await drawing(db, pack).update({ status: 'failed' });
}

/** It is stopped in the middle; its reader sees that at once. */
export async function dropPack(db: Knex, pack: ClaimedPack, now: Date): Promise<void> {
  await drawing(db, pack).update({ leased_until: now });
}

const after = (now: Date, ms: number): Date => new Date(now.getTime() + ms);

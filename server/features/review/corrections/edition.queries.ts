/** Publishes an edition: under the locks of all Places of its round, with what it corrects. */
import type { Knex } from 'knex';
import { recordAudit } from '../../../db/audit.ts';
import { insertEdition } from '../../../db/editions.queries.ts';
import type { Scope } from '../../../domain/access/scope.ts';
import { notFound } from '../../../domain/errors.ts';
import type { RoundStatus } from '../../../domain/round/round.ts';

export interface PublishedEdition {
  readonly number: number;
  readonly publishedAt: Date | null;
  readonly publishedById: string | null;
  /** '' where nobody knows any more */
  readonly publishedBy: string;
}

/** The editions of a round, the last first. */
export function listEditionRows(
  db: Knex,
  scope: Scope,
  roundId: string,
): Promise<PublishedEdition[]> {
  return db('editions as e')
    .leftJoin('members as m', { 'm.system_id': 'e.system_id', 'm.person_id': 'e.published_by' })
    .where({ 'e.system_id': scope.systemId, 'e.round_id': roundId })
    .orderBy('e.number', 'desc')
    .select<PublishedEdition[]>(
      { number: 'e.number', publishedAt: 'e.published_at', publishedById: 'e.published_by' },
      db.raw(`coalesce(m.name, '') as "publishedBy"`),
    );
}

/**
 * Holds every Place of the round, in one order, so that two who publish wait for one another and no chair writes
 * meanwhile. @param trx a transaction: the locks are held until it ends
 */
export async function lockPlaces(trx: Knex, scope: Scope, roundId: string): Promise<RoundStatus> {
  const { rows } = await trx.raw<{ rows: { status: RoundStatus }[] }>(
    `select r.status from round_places rp
    join rounds r on r.system_id = rp.system_id and r.id = rp.round_id
    where rp.system_id = ? and rp.round_id = ?
    order by rp.place_id
    for update of rp for share of r`,
    [scope.systemId, roundId],
  );
  const [first] = rows;
  if (!first) throw notFound();
  return first.status;
}

export interface EditionPlan {
  readonly round: { readonly id: string; readonly name: string };
  readonly number: number;
  readonly note: string;
  readonly correctionIds: readonly string[];
  readonly now: Date;
}

/** @param trx holds the Places; the agreements have their corrected values already */
export async function writeEdition(
  trx: Knex,
  { systemId, personId }: Scope,
  { round, number, note, correctionIds, now }: EditionPlan,
): Promise<void> {
  const edition = { systemId, roundId: round.id, number, note };
  await insertEdition(trx, { ...edition, publishedAt: now, publishedBy: personId });
  await trx('corrections')
    .where('system_id', systemId)
    .whereIn('id', [...correctionIds])
    .update({ edition: number });
  await recordAudit(trx, {
    ...{ systemId, personId },
    act: 'edition.published',
    subjectType: 'round',
    subjectId: round.id,
    happenedAt: now,
    details: { name: round.name, edition: number, corrections: correctionIds.length },
  });
}

export interface Reader {
  readonly personId: string;
  readonly name: string;
}

/** Everybody with a role in the system and an account that is not closed: who was told of the results. */
export function listReaders(db: Knex, { systemId }: Scope): Promise<Reader[]> {
  return db('members as m')
    .join('people as p', 'p.id', 'm.person_id')
    .where('m.system_id', systemId)
    .whereNull('p.deactivated_at')
    .whereExists((query) => {
      void query
        .from('memberships as r')
        .whereRaw('r.system_id = m.system_id and r.person_id = m.person_id')
        .select(db.raw('1'));
    })
    .orderBy('m.name')
    .select<Reader[]>({ personId: 'm.person_id', name: 'm.name' });
}

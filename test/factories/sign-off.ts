/** Places that are signed off, put straight into the tables: for tests that are about what comes after. */
import { randomUUID } from 'node:crypto';
import type { Knex } from 'knex';
import { levelItems } from '../../server/domain/instrument/items.ts';
import { idOf } from '../../server/features/set-up/set-up.queries.ts';
import type { ResultsSystem } from './results.ts';
import { shippedDefinitions } from './system.ts';

interface ChairIn {
  readonly system: string;
  readonly round: string;
  readonly place: string;
  readonly person: string;
}

/** Signs every Place of the round off that is not yet, in the name of one of its system's people. */
export async function signedOff(
  db: Knex,
  roundSlug: string,
  signedAt = new Date('2026-03-18T14:00:00Z'),
): Promise<void> {
  const standing = db('sign_offs').whereNull('reopened_at').select('round_id', 'place_id');
  const places: readonly ChairIn[] = await db('round_places as rp')
    .join('rounds as r', { 'r.system_id': 'rp.system_id', 'r.id': 'rp.round_id' })
    .join('memberships as m', { 'm.system_id': 'rp.system_id' })
    .where({ 'r.slug': roundSlug, 'm.is_chair': true })
    .whereNotIn(['rp.round_id', 'rp.place_id'], standing)
    .select<readonly ChairIn[]>({
      system: 'rp.system_id',
      round: 'rp.round_id',
      place: 'rp.place_id',
      person: 'm.person_id',
    });
  await db('sign_offs').insert(
    places.map(({ system, round, place, person }) => ({
      system_id: system,
      id: randomUUID(),
      round_id: round,
      place_id: place,
      signed_at: signedAt,
      signed_by: person,
      reopened_at: null,
      reopened_by: null,
      reopen_reason: null,
    })),
  );
}

/** Agrees level 2 on every domain of the first Place, with these people present. */
export async function agreeAll(
  db: Knex,
  { ids, roundId }: Pick<ResultsSystem, 'ids' | 'roundId'>,
  present: readonly string[],
): Promise<void> {
  const [grid] = shippedDefinitions();
  const domains = grid ? levelItems(grid).map(({ id }) => id) : [];
  const [agreedBy = ''] = present;
  const key = {
    system_id: ids.systemId,
    round_id: roundId,
    place_id: idOf(ids.places, 'place-1'),
    subject: 'domain' as const,
  };
  for (const item_id of domains) {
    const row = {
      level: 2 as const,
      colour: null,
      rationale: 'The plan names under-twos.',
      dissent: null,
      present: 'Amina Rahman (chair)',
      revision: 1,
      agreed_at: new Date('2026-03-18T10:00:00Z'),
      agreed_by: agreedBy,
    };
    await db('agreements').insert({ ...key, item_id, ...row, others_present: '' });
    await db('agreement_history').insert({ ...key, item_id, ...row });
    await db('agreement_people').insert(
      present.map((person_id) => ({ ...key, item_id, person_id })),
    );
  }
}

/** The person is a member still, without any role. */
export async function removeRoles(db: Knex, personId: string): Promise<void> {
  const own = await db('memberships').where({ person_id: personId }).pluck<string[]>('id');
  await db('membership_places').whereIn('membership_id', own).delete();
  await db('memberships').whereIn('id', own).delete();
}

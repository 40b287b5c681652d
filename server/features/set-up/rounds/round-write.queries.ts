/** Writes rounds. Every write bumps the revision, so that a form that started before is told. */
import type { Knex } from 'knex';
import type { Scope } from '../../../domain/access/scope.ts';
import type { Band } from '../../../domain/instrument/definition.ts';
import type { RoundStatus } from '../../../domain/round/round.ts';
import type { StoredRound, Version } from './rounds.queries.ts';

/** What a form says of a round. */
export interface RoundPlan {
  readonly name: string;
  readonly versions: readonly Version[];
  readonly placeIds: readonly string[];
  readonly agencyIds: readonly string[];
  readonly opensAt: Date;
  readonly closesAt: Date;
  readonly quorum: number;
  readonly checkDays: number;
  readonly reminderDays: readonly number[];
  readonly bands: readonly Band[];
}

/** After the newest round, as a draft. */
export async function insertDraft(
  trx: Knex,
  scope: Scope,
  { id, slug, plan }: { readonly id: string; readonly slug: string; readonly plan: RoundPlan },
): Promise<void> {
  const newest = await trx('rounds')
    .where('system_id', scope.systemId)
    .orderBy('position', 'desc')
    .first('position');
  await trx('rounds').insert({
    ...toRow(plan),
    system_id: scope.systemId,
    id,
    slug,
    status: 'draft',
    published_at: null,
    position: (newest?.position ?? -1) + 1,
  });
  await insertChoices(trx, scope, id, plan);
}

/** A round as it was found under its lock. */
type Held = Pick<StoredRound, 'id' | 'revision'>;

export async function updateDraft(
  trx: Knex,
  scope: Scope,
  { id, revision }: Held,
  plan: RoundPlan,
): Promise<void> {
  await trx('rounds')
    .where({ system_id: scope.systemId, id })
    .update({ ...toRow(plan), revision: revision + 1 });
  await deleteChoices(trx, scope, id);
  await insertChoices(trx, scope, id, plan);
}

/** @param id of a draft: nobody has answered anything in it */
export async function deleteDraft(trx: Knex, scope: Scope, id: string): Promise<void> {
  await deleteChoices(trx, scope, id);
  await trx('rounds').where({ system_id: scope.systemId, id, status: 'draft' }).delete();
}

function toRow({ name, opensAt, closesAt, quorum, checkDays, reminderDays, bands }: RoundPlan) {
  return {
    name,
    opens_at: opensAt,
    closes_at: closesAt,
    quorum,
    factual_check_days: checkDays,
    reminder_days: reminderDays,
    bands: JSON.stringify(bands),
  };
}

async function insertChoices(
  trx: Knex,
  scope: Scope,
  id: string,
  { placeIds, agencyIds, versions }: RoundPlan,
): Promise<void> {
  const inRound = { system_id: scope.systemId, round_id: id };
  await trx('round_places').insert(placeIds.map((place_id) => ({ ...inRound, place_id })));
  await trx('round_agencies').insert(agencyIds.map((agency_id) => ({ ...inRound, agency_id })));
  await trx('round_instruments').insert(
    versions.map((version) => ({ ...inRound, version_id: version.id, kind: version.kind })),
  );
}

/** Those of a draft that was loaded with assignments too. */
async function deleteChoices(trx: Knex, scope: Scope, id: string): Promise<void> {
  const inRound = { system_id: scope.systemId, round_id: id };
  const assigned = trx('assignments').where(inRound).select('id');
  await trx('responses')
    .where('system_id', scope.systemId)
    .whereIn('assignment_id', assigned)
    .delete();
  for (const table of [
    'assignments',
    'round_agency_sectors',
    'round_agency_places',
    'round_places',
    'round_agencies',
    'round_instruments',
  ] as const) {
    await trx.from<{ system_id: string; round_id: string }>(table).where(inRound).delete();
  }
}

/** Holds a round against every save and every other step until the transaction ends. */
export async function lockRound(trx: Knex, scope: Scope, slug: string): Promise<void> {
  await trx.raw('select from rounds where system_id = ? and slug = ? for update', [
    scope.systemId,
    slug,
  ]);
}

/** What a step or a new deadline changes of a round. */
export interface RoundChange {
  readonly status?: RoundStatus;
  readonly opensAt?: Date;
  readonly closesAt?: Date;
  readonly publishedAt?: Date;
  readonly checkEndsAt?: Date | null;
  readonly reminderDays?: readonly number[];
  /** given with whatever moves its mornings: those before are owed to nobody */
  readonly remindersFrom?: Date;
}

/** @param trx holds the round's lock */
export async function updateRound(
  trx: Knex,
  scope: Scope,
  { id, revision }: Held,
  change: RoundChange,
): Promise<void> {
  const row = {
    status: change.status,
    opens_at: change.opensAt,
    closes_at: change.closesAt,
    published_at: change.publishedAt,
    factual_check_ends_at: change.checkEndsAt,
    reminder_days: change.reminderDays,
    reminders_from: change.remindersFrom,
  };
  const given = Object.entries(row).filter(([, value]) => value !== undefined);
  await trx('rounds')
    .where({ system_id: scope.systemId, id })
    .update({ ...Object.fromEntries(given), revision: revision + 1 });
}

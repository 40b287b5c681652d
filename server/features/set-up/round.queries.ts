/** Creates a round with its assignments and an empty response for each. */
import type { Knex } from 'knex';
import { roundBands } from '../../domain/round/bands.ts';
import { assignAgencies } from './rounds/assign.queries.ts';
import type { RoundPlan } from './plan.ts';
import { idOf, type SystemIds } from './set-up.queries.ts';

type NewId = () => string;
interface Version {
  readonly id: string;
  readonly instrument_id: string;
  readonly kind: 'maturity' | 'service-map' | 'questionnaire';
  readonly definition: Parameters<typeof roundBands>[0][number];
}

async function pinnedVersions(db: Knex, plan: RoundPlan): Promise<Version[]> {
  const versions: Version[] = [];
  for (const { id, version } of plan.instruments) {
    const row = await db('instrument_versions')
      .where({ instrument_id: id, version })
      .first('id', 'instrument_id', 'kind', 'definition');
    if (!row) throw new Error(`instrument ${id} ${version} is not published`);
    versions.push(row);
  }
  return versions;
}

/** Those of the plan, else all that are in use. */
async function chosenIds(
  db: Knex,
  list: 'places' | 'agencies',
  ids: SystemIds,
  slugs: readonly string[] | undefined,
): Promise<string[]> {
  if (slugs) return slugs.map((slug) => idOf(ids[list], slug));
  const inUse = await db
    .from<{ id: string; system_id: string; retired_at: Date | null }>(list)
    .where('system_id', ids.systemId)
    .whereNull('retired_at')
    .select<{ readonly id: string }[]>('id');
  return [...ids[list].values()].filter((id) => inUse.some((row) => row.id === id));
}

/** @returns the round's id. @param db a transaction */
export async function insertRound(
  db: Knex,
  ids: SystemIds,
  plan: RoundPlan,
  { newId, position }: { newId: NewId; position: number },
): Promise<string> {
  const versions = await pinnedVersions(db, plan);
  const roundId = newId();
  const inRound = { system_id: ids.systemId, round_id: roundId };
  const placeIds = await chosenIds(db, 'places', ids, plan.places);
  const agencyIds = await chosenIds(db, 'agencies', ids, plan.agencies);
  await db('rounds').insert({
    system_id: ids.systemId,
    id: roundId,
    slug: plan.slug,
    name: plan.name,
    status: plan.status,
    opens_at: plan.opensAt,
    closes_at: plan.closesAt,
    published_at: plan.publishedAt ?? null,
    bands: JSON.stringify(roundBands(versions.map(({ definition }) => definition))),
    position,
    reminder_days: plan.reminderDays ?? [],
    reminders_from: plan.opensAt,
    ...(plan.quorum === undefined ? {} : { quorum: plan.quorum }),
  });
  await db('round_places').insert(placeIds.map((place_id) => ({ ...inRound, place_id })));
  await db('round_instruments').insert(
    versions.map(({ id, kind }) => ({ ...inRound, version_id: id, kind })),
  );
  await assignAgencies(db, { systemId: ids.systemId, roundId, agencyIds, newId });
  return roundId;
}

/** Moves a round on; the conditions of each step belong to those who call this. */
export async function setRoundStatus(
  db: Knex,
  systemId: string,
  roundId: string,
  change: Pick<RoundPlan, 'status' | 'publishedAt'>,
): Promise<void> {
  await db('rounds')
    .where({ system_id: systemId, id: roundId })
    .update({ status: change.status, published_at: change.publishedAt ?? null });
}

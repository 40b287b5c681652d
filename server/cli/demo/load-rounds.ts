/** Loads the rounds of the invented system: what each agency answered, what was agreed, who submitted. */
import { randomUUID } from 'node:crypto';
import type { Knex } from 'knex';
import { insertRound, setRoundStatus } from '../../features/set-up/round.queries.ts';
import type { SystemIds } from '../../features/set-up/set-up.queries.ts';
import { shippedVersions } from './seeds.ts';
import type { FictionalSeed, SeedRound } from './seeds.ts';

const dayMs = 24 * 60 * 60 * 1000;

/** A date of the file, or five in the afternoon so many days from now. */
function moment(date: string | undefined, days: number | undefined, now: Date): Date {
  if (date !== undefined) return new Date(date);
  const then = new Date(now.getTime() + (days ?? 0) * dayMs);
  then.setUTCHours(17, 0, 0, 0);
  return then;
}

async function loadRound(
  db: Knex,
  _seed: FictionalSeed,
  ids: SystemIds,
  { round, position, now }: { round: SeedRound; position: number; now: Date },
): Promise<void> {
  const roundId = await insertRound(
    db,
    ids,
    {
      slug: round.slug,
      name: round.name,
      status: 'open',
      opensAt: moment(round.opensAt, round.opensInDays, now),
      closesAt: moment(round.closesAt, round.closesInDays, now),
      instruments: shippedVersions(['pair-maturity', 'pair-service-map']),
    },
    { newId: randomUUID, position },
  );
  await setRoundStatus(db, ids.systemId, roundId, {
    status: round.status,
    ...(round.publishedAt === undefined ? {} : { publishedAt: new Date(round.publishedAt) }),
  });
}

export async function loadRounds(
  db: Knex,
  seed: FictionalSeed,
  ids: SystemIds,
  now: Date,
): Promise<void> {
  for (const [position, round] of seed.rounds.entries()) {
    await loadRound(db, seed, ids, { round, position, now });
  }
}

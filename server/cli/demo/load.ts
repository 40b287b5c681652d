/** Loads the demonstration through the same functions that people's pages use; an unchanged database is left alone. */
import { randomUUID } from 'node:crypto';
import type { Knex } from 'knex';
import { publishShippedInstruments } from '../../publish.ts';
import { insertSystem } from '../../features/set-up/set-up.queries.ts';
import { loadCase } from './load-case.ts';
import { loadRounds } from './load-rounds.ts';
import { fictionalSeed } from './seeds.ts';

/** @returns false where the demonstration was there already */
export async function loadDemonstration(db: Knex, now: Date): Promise<boolean> {
  const seed = fictionalSeed();
  if (await db('systems').where('slug', seed.system.slug).first('id')) return false;
  await db.transaction(async (trx) => {
    await publishShippedInstruments(trx);
    const ids = await insertSystem(trx, seed.system, randomUUID);
    await loadRounds(trx, seed, ids, now);
    await loadCase(trx);
  });
  return true;
}

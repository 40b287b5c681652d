/** Loads the demonstration through the same functions that people's pages use; an unchanged database is left alone. */
import type { Knex } from 'knex';
import { makeAdministrator } from '../../db/accounts.ts';
import { publishShippedInstruments } from '../../publish.ts';
import { insertSystem } from '../../features/set-up/set-up.queries.ts';
import { noteArrivals } from './arrivals.ts';
import { countedIds } from './counted-ids.ts';
import { loadActions } from './load-actions.ts';
import { loadCase } from './load-case.ts';
import { loadNeeds } from './load-needs.ts';
import { loadRounds } from './load-rounds.ts';
import { gridItems } from './load-grid.ts';
import { seedFaults } from './seed.faults.ts';
import type { FictionalSeed } from './seed.types.ts';
import { elementTitles, fictionalSeed } from './seeds.ts';

/** @returns false where the demonstration was there already */
export async function loadDemonstration(db: Knex, now: Date): Promise<boolean> {
  const seed = fictionalSeed();
  refuseFaults(seed);
  if (await db('systems').where('slug', seed.system.slug).first('id')) return false;
  await db.transaction(async (trx) => {
    await publishShippedInstruments(trx);
    const newId = countedIds(seed.system.slug);
    const ids = await insertSystem(trx, seed.system, newId);
    await loadRounds(trx, seed, ids, { newId, today: now });
    await loadCase(trx);
    await noteArrivals(trx);
    for (const { name, email } of seed.administrators) {
      await makeAdministrator(trx, { id: newId(), name, email }, now);
    }
    await loadActions({ db: trx, seed, ids, today: now, newId });
    await loadNeeds({ db: trx, seed, ids, newId });
  });
  return true;
}

function refuseFaults(seed: FictionalSeed): void {
  const faults = seedFaults(seed, {
    domains: gridItems().map(({ id }) => id),
    elements: [...elementTitles().keys()],
  });
  if (faults.length === 0) return;
  throw new Error(faults.map(({ path, text }) => `${path} ${text}`).join('\n'));
}

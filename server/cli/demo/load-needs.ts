/** Loads the births of the invented system's Places, as its coordinator entered them. */
import type { Knex } from 'knex';
import { yearOf } from '../../domain/needs/entered.ts';
import { findNeedVersion, storeNeed } from '../../features/set-up/need/need.queries.ts';
import { idOf, type SystemIds } from '../../features/set-up/set-up.queries.ts';
import type { FictionalSeed } from './seed.types.ts';

interface Loading {
  /** a transaction */
  readonly db: Knex;
  readonly seed: FictionalSeed;
  readonly ids: SystemIds;
  readonly newId: () => string;
}

export async function loadNeeds({ db, seed, ids, newId }: Loading): Promise<void> {
  const person = seed.system.people.find(({ role }) => role === 'coordinator');
  const versionId = await findNeedVersion(db);
  if (!person || versionId === undefined) throw new Error('need: nobody, or nothing, to enter it');
  const scope = { systemId: ids.systemId, personId: idOf(ids.people, person.email) };
  for (const { place, on, answers } of seed.needs) {
    const placeId = idOf(ids.places, place);
    const wish = { id: newId(), placeId, year: yearOf(answers), versionId, answers };
    await storeNeed(db, scope, wish, { revision: 1, now: new Date(on) });
  }
}

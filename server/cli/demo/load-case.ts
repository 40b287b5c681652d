/** Loads the published case of Lancashire and South Cumbria as a system of its own: a round with the service map alone. */
import { randomUUID } from 'node:crypto';
import type { Knex } from 'knex';
import type { SystemPlan } from '../../features/set-up/plan.ts';
import { insertRound } from '../../features/set-up/round.queries.ts';
import { insertSystem } from '../../features/set-up/set-up.queries.ts';
import { caseSeed, shippedVersions, type CaseSeed } from './seeds.ts';

/** Invented people, so that somebody can look at the real case. */
function plan({ system }: CaseSeed): SystemPlan {
  const places = system.places.map(({ slug }) => slug);
  const email = (name: string): string => `${name}@example.org`;
  return {
    slug: system.slug,
    name: system.name,
    fictional: false,
    notes: system.assumptions,
    places: system.places,
    agencies: system.agencies.map(({ agency, ...rest }) => ({ slug: agency, ...rest })),
    people: [
      { name: 'Dilys Marchbank', email: email('dilys.marchbank'), role: 'coordinator' },
      {
        name: 'Osric Penhale',
        email: email('osric.penhale'),
        role: 'reviewer',
        chair: true,
        places,
      },
      { name: 'Lena Hartigan', email: email('lena.hartigan'), role: 'icb-lead' },
    ],
  };
}

export async function loadCase(db: Knex, _now: Date): Promise<void> {
  const seed = caseSeed();
  const ids = await insertSystem(db, plan(seed), randomUUID);
  await insertRound(
    db,
    ids,
    {
      slug: 'march-2025',
      name: 'March 2025',
      status: 'open',
      opensAt: new Date('2025-03-01T09:00:00Z'),
      closesAt: new Date('2025-03-31T16:00:00Z'),
      instruments: shippedVersions(['pair-service-map']),
    },
    { newId: randomUUID, position: 0 },
  );
}

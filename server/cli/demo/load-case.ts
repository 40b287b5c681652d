/** Loads the published case of Lancashire and South Cumbria as a system of its own: a round with the service map alone. */
import type { Knex } from 'knex';
import type { SystemPlan } from '../../features/set-up/plan.ts';
import { submitResponse } from '../../features/responses/submit.queries.ts';
import { insertRound, setRoundStatus } from '../../features/set-up/round.queries.ts';
import { idOf, insertSystem } from '../../features/set-up/set-up.queries.ts';
import { countedIds } from './counted-ids.ts';
import { enterServices } from './load-maps.ts';
import { responsesOf, scopeOf } from './people.ts';
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

/** @param db a transaction */
export async function loadCase(db: Knex): Promise<void> {
  const seed = caseSeed();
  const system = plan(seed);
  const newId = countedIds(system.slug);
  const ids = await insertSystem(db, system, newId);
  const closesAt = new Date('2025-03-31T16:00:00Z');
  const roundId = await insertRound(
    db,
    ids,
    {
      slug: 'march-2025',
      name: 'March 2025',
      status: 'open',
      opensAt: new Date('2025-03-01T09:00:00Z'),
      closesAt,
      instruments: shippedVersions(['pair-service-map']),
    },
    { newId, position: 0 },
  );
  const keyedBy = system.people.find(({ role }) => role === 'coordinator');
  if (!keyedBy) throw new Error('the case has no coordinator');
  const scope = scopeOf(ids, system, keyedBy);
  const responses = await responsesOf(db, ids, roundId);
  for (const { slug } of system.agencies) {
    const response = responses.find(({ agencyId }) => agencyId === idOf(ids.agencies, slug));
    if (!response) throw new Error(`${slug} is not asked`);
    const own = seed.entries.filter(({ agency }) => agency === slug);
    const entries = own.map(({ entry }) => entry);
    const answered = { responseId: response.id, now: closesAt };
    await enterServices(db, scope, ids, { ...answered, entries, newId });
    await submitResponse(db, scope, answered);
  }
  await setRoundStatus(db, ids.systemId, roundId, { status: 'published', publishedAt: closesAt });
}

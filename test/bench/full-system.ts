/** A system of full size: 6 Places, 25 agencies, a grid for each agency and Place, all submitted. */
import { randomUUID } from 'node:crypto';
import type { Knex } from 'knex';
import { answerGrid, gridItems } from '../../server/cli/demo/load-grid.ts';
import { responsesOf, scopeOf } from '../../server/cli/demo/people.ts';
import { shippedVersions } from '../../server/cli/demo/seeds.ts';
import type { Scope } from '../../server/domain/access/scope.ts';
import { submitResponse } from '../../server/features/responses/submit.queries.ts';
import type { PersonPlan, SystemPlan } from '../../server/features/set-up/plan.ts';
import { insertRound } from '../../server/features/set-up/round.queries.ts';
import { insertSystem } from '../../server/features/set-up/set-up.queries.ts';
import { publishShippedInstruments } from '../../server/publish.ts';

const numbers = (count: number): number[] => Array.from({ length: count }, (_, index) => index);
const places = numbers(6).map((n) => ({ slug: `place-${n}`, name: `Place ${n}` }));
const leadOf = (n: number): PersonPlan => ({
  name: `Lead ${n}`,
  email: `lead-${n}@example.org`,
  role: 'agency-lead',
  agency: `agency-${n}`,
});
const chair: PersonPlan = {
  name: 'Chair',
  email: 'chair@example.org',
  role: 'reviewer',
  chair: true,
  places: places.map(({ slug }) => slug),
};

const coordinator: PersonPlan = {
  name: 'Coordinator',
  email: 'coordinator@example.org',
  role: 'coordinator',
};

const plan: SystemPlan = {
  slug: 'full',
  name: 'A full system',
  fictional: true,
  notes: [],
  places,
  agencies: numbers(25).map((n) => ({
    slug: `agency-${n}`,
    name: `Agency ${n}`,
    sectors: ['health-visiting'],
    places: places.map(({ slug }) => slug),
  })),
  people: [...numbers(25).map(leadOf), chair, coordinator],
};

export interface FullSystem {
  /** sees all Places */
  readonly chair: Scope;
  /** takes data away */
  readonly coordinator: Scope;
  readonly chairEmail: string;
  readonly leadEmail: string;
  readonly roundSlug: string;
  readonly placeSlug: string;
  /** of the lead, in a round that is open and empty */
  readonly openResponses: readonly string[];
}

export async function fullSystem(db: Knex): Promise<FullSystem> {
  await publishShippedInstruments(db);
  const ids = await insertSystem(db, plan, randomUUID);
  const round = (slug: string, position: number): Promise<string> =>
    insertRound(
      db,
      ids,
      {
        slug,
        name: slug,
        status: 'open',
        opensAt: new Date(0),
        closesAt: new Date(0),
        instruments: shippedVersions(['pair-maturity']),
      },
      { newId: randomUUID, position },
    );
  const answered = await responsesOf(db, ids, await round('answered', 0));
  const open = await responsesOf(db, ids, await round('open', 1));
  const agencies = [...ids.agencies.values()];
  const items = gridItems();
  for (const [at, { id, agencyId }] of answered.entries()) {
    const n = agencies.indexOf(agencyId);
    const scope = scopeOf(ids, plan, leadOf(n));
    const levels = numbers(11).map((domain) => (at + domain * 3) % 5);
    const now = new Date(0);
    await db.transaction(async (trx) => {
      await answerGrid(trx, [scope], {
        responseId: id,
        items,
        levels,
        voice: id,
        said: () => ({}),
        now,
      });
      await submitResponse(trx, scope, { responseId: id, now });
    });
  }
  return {
    chair: scopeOf(ids, plan, chair),
    coordinator: scopeOf(ids, plan, coordinator),
    chairEmail: 'chair@example.org',
    leadEmail: leadOf(0).email,
    roundSlug: 'answered',
    placeSlug: 'place-0',
    openResponses: open.filter(({ agencyId }) => agencyId === agencies[0]).map(({ id }) => id),
  };
}

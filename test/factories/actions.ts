/** Actions put straight where they are kept, as their pages would. */
import { randomUUID } from 'node:crypto';
import type { Knex } from 'knex';
import { grantScope } from '../../server/domain/access/scope.ts';
import type { ActionContent, ActionSource } from '../../server/domain/actions/action.ts';
import { raiseAction, type Origin } from '../../server/features/actions/write.queries.ts';
import { idOf, type SystemIds } from '../../server/features/set-up/set-up.queries.ts';

export interface ActionPlan extends Partial<
  Omit<ActionContent, 'ownerAgencyId' | 'ownerPersonId'>
> {
  readonly what: string;
  /** slugs; none: the whole system, nobody */
  readonly place?: string;
  readonly agency?: string;
  /** address of the person who owns it */
  readonly person?: string;
  /** address of the person who raises it */
  readonly by: string;
  /** a domain of the grid unless it says otherwise */
  readonly source?: ActionSource;
  readonly item?: string;
  readonly about?: string;
  readonly at?: Date;
}

/** @returns its id */
export async function anAction(
  db: Knex,
  { ids, roundId }: { readonly ids: SystemIds; readonly roundId: string },
  plan: ActionPlan,
): Promise<string> {
  const id = randomUUID();
  const { by, at = new Date('2026-03-10T10:00:00Z') } = plan;
  const action = { ...originOf(plan, ids, roundId), content: contentOf(plan, ids), note: '' };
  await db.transaction((trx) => raiseAction(trx, raiser(ids, by), { ...action, id }, at));
  return id;
}

function contentOf({ agency, person, ...plan }: ActionPlan, ids: SystemIds): ActionContent {
  return {
    ...{ ownerName: '', dueOn: null, status: 'proposed', aimedLevel: null, criteria: [] },
    ...plan,
    ownerAgencyId: agency === undefined ? null : idOf(ids.agencies, agency),
    ownerPersonId: person === undefined ? null : idOf(ids.people, person),
  };
}

function originOf(plan: ActionPlan, ids: SystemIds, roundId: string): Origin {
  const { place, source = 'domain', item = 'financial-investment' } = plan;
  const placeId = place === undefined ? null : idOf(ids.places, place);
  if (source === 'none') return { placeId, source, itemId: null, about: '', roundId: null };
  return { placeId, source, itemId: item, about: plan.about ?? 'Financial investment', roundId };
}

/** Only who it is counts where an action is stored. */
const raiser = (ids: SystemIds, email: string) =>
  grantScope({
    personId: idOf(ids.people, email),
    personName: email,
    systemId: ids.systemId,
    systemName: '',
    systemSlug: '',
    fictional: true,
    memberships: [],
  });

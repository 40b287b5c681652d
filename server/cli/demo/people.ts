/** In whose name the demonstration's answers are given: as sign-in would have it. */
import type { Knex } from 'knex';
import { grantScope, type Membership, type Scope } from '../../domain/access/scope.ts';
import type { PersonPlan, SystemPlan } from '../../features/set-up/plan.ts';
import { idOf, type SystemIds } from '../../features/set-up/set-up.queries.ts';

/** What the person may do in this one role. */
export function scopeOf(
  ids: SystemIds,
  system: Pick<SystemPlan, 'name' | 'slug' | 'fictional'>,
  person: PersonPlan,
): Scope {
  const membership: Membership = {
    role: person.role,
    agencyId: person.agency === undefined ? null : idOf(ids.agencies, person.agency),
    placeIds: (person.places ?? []).map((slug) => idOf(ids.places, slug)),
    isChair: person.chair ?? false,
  };
  return grantScope({
    personId: idOf(ids.people, person.email),
    personName: person.name,
    systemId: ids.systemId,
    systemName: system.name,
    systemSlug: system.slug,
    fictional: system.fictional,
    memberships: [membership],
  });
}

export interface LoadedResponse {
  readonly id: string;
  readonly agencyId: string;
  /** null where the instrument is answered once for all Places */
  readonly placeId: string | null;
}

/** The empty responses that a new round made. */
export async function responsesOf(
  db: Knex,
  { systemId }: SystemIds,
  roundId: string,
): Promise<LoadedResponse[]> {
  return db('responses as r')
    .join('assignments as a', { 'a.system_id': 'r.system_id', 'a.id': 'r.assignment_id' })
    .where({ 'a.system_id': systemId, 'a.round_id': roundId })
    .select<LoadedResponse[]>({ id: 'r.id', agencyId: 'a.agency_id', placeId: 'a.place_id' });
}

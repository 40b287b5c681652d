/** In whose name the demonstration's answers are given: each agency's lead, as sign-in would have it. */
import type { Knex } from 'knex';
import { grantScope, type Membership, type Scope } from '../../domain/access/scope.ts';
import type { SystemIds } from '../../features/set-up/set-up.queries.ts';
import { idOf } from '../../features/set-up/set-up.queries.ts';

export interface Speaker {
  readonly email: string;
  readonly name: string;
}

/** @param agency slug of the agency that the person answers for; none for the chair */
export function scopeFor(
  ids: SystemIds,
  system: { readonly name: string; readonly slug: string; readonly fictional: boolean },
  speaker: Speaker,
  agency?: string,
): Scope {
  const membership: Membership =
    agency === undefined
      ? { role: 'reviewer', agencyId: null, placeIds: [...ids.places.values()], isChair: true }
      : { role: 'agency-lead', agencyId: idOf(ids.agencies, agency), placeIds: [], isChair: false };
  return grantScope({
    personId: idOf(ids.people, speaker.email),
    personName: speaker.name,
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

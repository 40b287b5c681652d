/** What a query says of somebody in a system: who they are there, and their roles. `p` is its members, `s` its systems. */
import type { Membership } from '../domain/access/scope.ts';

export interface MemberRow {
  readonly personId: string;
  readonly personName: string;
  readonly systemId: string;
  readonly systemName: string;
  readonly systemSlug: string;
  readonly fictional: boolean;
}

export const systemColumns = `s.id as "systemId", s.name as "systemName", s.slug as "systemSlug", s.fictional`;

/** `memberships`: null without a role there. Shape of `Membership`. */
export const membershipsColumn = `(select json_agg(json_build_object(
      'role', m.role, 'agencyId', m.agency_id, 'isChair', m.is_chair,
      'placeIds', array(
        select mp.place_id from membership_places mp
        where mp.system_id = m.system_id and mp.membership_id = m.id)) order by m.position)
    from memberships m
    where m.person_id = p.person_id and m.system_id = p.system_id) as memberships`;

export interface HasMemberships {
  readonly memberships: readonly Membership[] | null;
}

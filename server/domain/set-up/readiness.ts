/** How far a system's set-up is: what is missing before a round can open, be answered and be reviewed. */
import type { KnownAgency, KnownPlace, KnownRole, KnownSystem } from './known.ts';
import { chairOf } from './roles.ts';

export type Gap =
  /** without Places and agencies no round can open */
  | { readonly code: 'no-places' | 'no-agencies' | 'no-chair' | 'no-icb-lead' }
  | {
      /** nobody works there; nobody can submit for them, and they are not on paper; nobody reviews them */
      readonly code: 'place-without-agency' | 'agency-without-lead' | 'place-without-reviewer';
      readonly names: readonly string[];
    };

/** Names of what is concerned, in the system's order; retired things lack nothing. */
export function gapsOf(system: KnownSystem): Gap[] {
  const roles = system.members.flatMap((member) => member.roles);
  const inUse: InUse = {
    places: system.places.filter(({ retired }) => !retired),
    agencies: system.agencies.filter(({ retired }) => !retired),
    roles,
  };
  const gaps: (Gap | false)[] = [
    inUse.places.length === 0 && { code: 'no-places' },
    ...agencyGaps(inUse),
    ...reviewGaps(inUse),
    chairOf(system.members) === undefined && { code: 'no-chair' },
    !roles.some(({ role }) => role === 'icb-lead') && { code: 'no-icb-lead' },
  ];
  return gaps.filter((gap) => gap !== false);
}

interface InUse {
  readonly places: readonly KnownPlace[];
  readonly agencies: readonly KnownAgency[];
  readonly roles: readonly KnownRole[];
}

function agencyGaps({ places, agencies, roles }: InUse): Gap[] {
  if (agencies.length === 0) return [{ code: 'no-agencies' }];
  const served = new Set(agencies.flatMap(({ placeIds }) => placeIds));
  const unserved = places.filter(({ id }) => !served.has(id));
  const led = new Set(
    roles.flatMap(({ role, agencyId }) => (role === 'agency-lead' ? [agencyId] : [])),
  );
  const leaderless = agencies.filter(({ id, onPaper }) => !onPaper && !led.has(id));
  const gaps: Gap[] = [
    { code: 'place-without-agency', names: names(unserved) },
    { code: 'agency-without-lead', names: names(leaderless) },
  ];
  return gaps.filter(concernsAny);
}

function reviewGaps({ places, roles }: InUse): Gap[] {
  const reviewed = new Set(
    roles.flatMap(({ role, placeIds }) => (role === 'reviewer' ? placeIds : [])),
  );
  const gap: Gap = {
    code: 'place-without-reviewer',
    names: names(places.filter(({ id }) => !reviewed.has(id))),
  };
  return [gap].filter(concernsAny);
}

function concernsAny(gap: Gap): boolean {
  return !('names' in gap) || gap.names.length > 0;
}

/** A round needs a Place and an agency that works in one. */
export function mayOpen({ places, agencies }: KnownSystem): boolean {
  const inUse = new Set(places.flatMap(({ id, retired }) => (retired ? [] : [id])));
  return agencies.some(({ retired, placeIds }) => !retired && placeIds.some((id) => inUse.has(id)));
}

function names(things: readonly { readonly name: string }[]): string[] {
  return things.map(({ name }) => name);
}

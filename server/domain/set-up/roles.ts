/** Who may be given which role, and what a coordinator can't do: change the own roles, or leave a system without one. */
import type { MemberRole } from '../access/scope.ts';
import type { KnownMember, KnownRole, KnownSystem } from './known.ts';

export const roleNames: Readonly<Record<MemberRole, string>> = {
  contributor: 'Contributor',
  'agency-lead': 'Agency lead',
  reviewer: 'Reviewer',
  'icb-lead': 'ICB lead',
  coordinator: 'Coordinator',
};
export const memberRoles = Object.keys(roleNames) as readonly MemberRole[];

/** What each may do, for whoever has to choose. */
export const roleMeanings: Readonly<Record<MemberRole, string>> = {
  contributor: 'answers for an agency',
  'agency-lead': 'answers and submits for an agency',
  reviewer: 'weighs what came in for their Places, and agrees levels',
  'icb-lead': 'reads published results, and raises actions',
  coordinator: 'sets the system up, opens rounds, invites and publishes',
};

/** A role as somebody wants it given. */
export type RoleWish = Omit<KnownRole, 'id'>;
export interface WishFault {
  readonly field: 'role' | 'agency' | 'places' | 'chair';
  /** a sentence without its full stop */
  readonly text: string;
}

/** Agency leads and contributors have an agency, reviewers Places and perhaps the chair, others nothing. */
export function wishFaults(wish: RoleWish): WishFault[] {
  const { role, isChair } = wish;
  return [
    ...agencyFaults(wish),
    ...placeFaults(wish),
    ...(isChair && role !== 'reviewer'
      ? [{ field: 'chair' as const, text: 'Only a reviewer can be the chair' }]
      : []),
  ];
}

function agencyFaults({ role, agencyId }: RoleWish): WishFault[] {
  if (answersFor(role) === (agencyId !== null)) return [];
  const text = answersFor(role)
    ? `Choose the agency of the ${lowerName(role)}`
    : `${aRole(role)} has no agency: leave it out`;
  return [{ field: 'agency', text }];
}

function placeFaults({ role, placeIds }: RoleWish): WishFault[] {
  if ((role === 'reviewer') === placeIds.length > 0) return [];
  const text =
    role === 'reviewer'
      ? 'Choose the reviewer’s Places'
      : `${aRole(role)} has no Places of their own: leave them out`;
  return [{ field: 'places', text }];
}

export function answersFor(role: MemberRole): boolean {
  return role === 'contributor' || role === 'agency-lead';
}

/** "agency lead", "ICB lead" */
export function lowerName(role: MemberRole): string {
  return role === 'icb-lead' ? roleNames[role] : roleNames[role].toLowerCase();
}

function aRole(role: MemberRole): string {
  return `${role === 'agency-lead' || role === 'icb-lead' ? 'An' : 'A'} ${lowerName(role)}`;
}

/** The same role, or the other way of answering for the same agency: a person holds one of the two. */
export function matchingRole(
  roles: readonly KnownRole[],
  { role, agencyId }: Pick<RoleWish, 'role' | 'agencyId'>,
): KnownRole | undefined {
  const sameAgency = roles.filter((known) => known.agencyId === agencyId);
  return (
    sameAgency.find((known) => known.role === role) ??
    sameAgency.find((known) => answersFor(known.role) && answersFor(role))
  );
}

export interface Chair {
  readonly member: KnownMember;
  readonly role: KnownRole;
}

export function chairOf(members: readonly KnownMember[]): Chair | undefined {
  for (const member of members) {
    const role = member.roles.find(({ isChair }) => isChair);
    if (role) return { member, role };
  }
  return undefined;
}

/** Nobody raises or lowers the own rights; '' for anybody else's. */
export function ownRolesRefusal(actorId: string, personId: string | null): string {
  return actorId === personId ? 'You can’t change your own roles. Another coordinator can.' : '';
}

/** Why these roles can't be taken from the person; '' where they can. */
export function removalRefusal(
  { members }: Pick<KnownSystem, 'members'>,
  actorId: string,
  member: KnownMember,
  roleIds: readonly string[],
): string {
  const refusal = ownRolesRefusal(actorId, member.personId);
  if (refusal !== '') return refusal;
  const coordinators = members.flatMap(({ roles }) =>
    roles.filter(({ role }) => role === 'coordinator'),
  );
  if (coordinators.length > 0 && coordinators.every(({ id }) => roleIds.includes(id))) {
    return `${member.name} is the only coordinator. Make somebody else one first.`;
  }
  return '';
}

/** "Agency lead, Kingfisher"; "Reviewer of Quillby and Netherwend, chair" */
export function roleWords(
  { role, agencyId, placeIds, isChair }: RoleWish,
  { agencies, places }: Pick<KnownSystem, 'agencies' | 'places'>,
): string {
  const agency = agencies.find(({ id }) => id === agencyId);
  const named = places.flatMap(({ id, name, retired }) =>
    placeIds.includes(id) && !retired ? [name] : [],
  );
  const of = named.length === 0 ? '' : ` of ${placeList(named, places)}`;
  const parts = [`${roleNames[role]}${of}`, agency?.name ?? '', isChair ? 'chair' : ''];
  return parts.filter(Boolean).join(', ');
}

function placeList(named: readonly string[], places: KnownSystem['places']): string {
  const all = places.filter(({ retired }) => !retired).length;
  if (named.length > 3 && named.length === all) return `all ${all} Places`;
  return named.length < 2
    ? named.join('')
    : `${named.slice(0, -1).join(', ')} and ${named.at(-1) ?? ''}`;
}

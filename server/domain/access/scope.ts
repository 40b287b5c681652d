/** Who is asking: every query on a system's data takes a Scope, so that code without one does not compile. */

export type MemberRole = 'contributor' | 'agency-lead' | 'reviewer' | 'icb-lead' | 'coordinator';

export interface Membership {
  readonly role: MemberRole;
  /** of a contributor or agency lead */
  readonly agencyId: string | null;
  /** a reviewer's Places */
  readonly placeIds: readonly string[];
  readonly isChair: boolean;
}

/** Runs the installation: systems and accounts, no content. */
export interface Administrator {
  readonly personId: string;
  readonly personName: string;
}

declare const scoped: unique symbol;

/** One person in one system, as the database had it when the request began. */
export interface Scope {
  readonly [scoped]: true;
  readonly personId: string;
  readonly personName: string;
  readonly systemId: string;
  readonly systemName: string;
  readonly systemSlug: string;
  readonly fictional: boolean;
  readonly memberships: readonly Membership[];
}

/** Only sign-in and the command line may make one: from what the database says, never from a request. */
export function grantScope(facts: Omit<Scope, typeof scoped>): Scope {
  return Object.freeze({ ...facts }) as Scope;
}

/** The same person in some of their roles: never more than before. */
export function inRoles(scope: Scope, roles: readonly MemberRole[]): Scope {
  const memberships = scope.memberships.filter(({ role }) => roles.includes(role));
  return Object.freeze({ ...scope, memberships });
}

export function hasRole(scope: Scope, role: MemberRole): boolean {
  return scope.memberships.some((membership) => membership.role === role);
}

/** The agencies that the person answers for. */
export function ownAgencies(scope: Scope): readonly string[] {
  return [
    ...new Set(
      scope.memberships.flatMap((membership) => (membership.agencyId ? [membership.agencyId] : [])),
    ),
  ];
}

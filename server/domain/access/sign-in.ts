/** The rules of signing in: how long things hold, who needs a code besides the link, where somebody may enter. */
import type { MemberRole } from './scope.ts';

const minute = 60_000;

/** A link by e-mail holds this long; the page and the mail say so. */
export const linkMinutes = 10;
/** Deeds that reach far ask for a sign-in not older than this. */
export const recentMinutes = 15;
/** However busy, a session ends after seven days. */
export const longestSessionMs = 7 * 24 * 60 * minute;

/** When a link that is made now stops to work. */
export function linkEnd(now: Date): Date {
  return new Date(now.getTime() + linkMinutes * minute);
}

/** How long a stay at the organisation's provider may take. */
export function visitEnd(now: Date): Date {
  return new Date(now.getTime() + 10 * minute);
}

/** How long an account of the organisation waits to be tied to a person: a link by e-mail comes in between. */
export function waitingEnd(now: Date): Date {
  return new Date(now.getTime() + 30 * minute);
}

/** Both in milliseconds. */
export function isRecent(provenAt: number, now: number): boolean {
  return now - provenAt <= recentMinutes * minute;
}

/** What somebody has that proves more than their mailbox. */
export interface Proofs {
  /** set up and confirmed */
  readonly hasAuthenticator: boolean;
  /** an account of the organisation that signs in now is linked */
  readonly hasIdentity: boolean;
}

/**
 * What somebody whose role reaches far does after a link by e-mail. The first proof beside the mailbox may be set
 * up on the mailbox's word; once there is one, it is asked for.
 */
export function secondProof({ hasAuthenticator, hasIdentity }: Proofs): 'code' | 'account' | 'new' {
  if (hasAuthenticator) return 'code';
  return hasIdentity ? 'account' : 'new';
}

/** A way into the installation: a system in which the person has a role, or its administration. */
export interface Entrance {
  /** null: the administration */
  readonly systemId: string | null;
  readonly name: string;
  readonly roles: readonly MemberRole[];
}

const codeRoles: readonly MemberRole[] = ['coordinator', 'icb-lead'];

/** Coordinators, ICB leads and administrators give a code of their authenticator besides the link. */
export function needsCode(entrances: readonly Entrance[]): boolean {
  return entrances.some(
    ({ systemId, roles }) => systemId === null || roles.some((role) => codeRoles.includes(role)),
  );
}

/** How often something may be tried in a span of time; the count is shared by all processes. */
export interface Limit {
  readonly name: string;
  readonly times: number;
  readonly minutes: number;
}

export const limits = {
  /** links asked for, for one address */
  linksForAddress: { name: 'links-for-address', times: 5, minutes: 15 },
  /** links asked for, from one network address: a whole trust may share one */
  linksFromNetwork: { name: 'links-from-network', times: 100, minutes: 15 },
  /** links, invitations and codes that were wrong, from one network address */
  guessesFromNetwork: { name: 'guesses-from-network', times: 30, minutes: 15 },
  /** people sent to the organisation's provider, from one network address: for most it is the only step */
  visitsFromNetwork: { name: 'visits-from-network', times: 300, minutes: 15 },
  /** codes given for one person */
  codesForPerson: { name: 'codes-for-person', times: 6, minutes: 15 },
  /** requests with one token: a round is some dozens of pages */
  requestsOfToken: { name: 'requests-of-token', times: 120, minutes: 1 },
} satisfies Record<string, Limit>;

/** The rules of tokens for analysts' tools: how long they hold, and when one does. */

/** days */
export const usualTokenLife = 90;
export const longestTokenLife = 365;

/** that work at a time, of one person in a system: one for each tool, and nobody loses count */
export const mostTokens = 10;

const day = 24 * 60 * 60_000;

export function tokenEnd(now: Date, days: number): Date {
  return new Date(now.getTime() + days * day);
}

export interface TokenFacts {
  readonly expiresAt: Date;
  readonly revokedAt: Date | null;
}
export type TokenState = 'works' | 'expired' | 'revoked';

/** Whoever made it may besides have lost the role: that is asked with every request. */
export function tokenState({ expiresAt, revokedAt }: TokenFacts, now: Date): TokenState {
  if (revokedAt !== null) return 'revoked';
  return expiresAt > now ? 'works' : 'expired';
}

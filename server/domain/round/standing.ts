/** How far an agency has come with all that a round asks of it: one word for what its responses say together. */
import type { ResponseStatus } from './response.ts';

/**
 * silent: nobody has saved anything. returned: something came back and waits to be submitted again.
 * submitted: everything that is asked for.
 */
export type Standing = 'silent' | 'under-way' | 'returned' | 'submitted';

export interface StandingFacts {
  readonly status: ResponseStatus;
  /** somebody has saved something */
  readonly begun: boolean;
}

/** @param responses those that are still asked for; what was withdrawn counts nowhere */
export function standingOf(responses: readonly StandingFacts[]): Standing {
  if (responses.some(({ status }) => status === 'returned')) return 'returned';
  if (responses.every(({ status }) => status === 'submitted')) return 'submitted';
  const isTouched = responses.some(({ status, begun }) => begun || status === 'submitted');
  return isTouched ? 'under-way' : 'silent';
}

/** A response's life as a table: routes, buttons and tests all read it (Design 1, 2, 9). */
import type { RoundStatus } from './round.ts';

/** withdrawn: no longer asked for; its answers are kept, and not counted */
export type ResponseStatus = 'draft' | 'submitted' | 'returned' | 'withdrawn';
/** answer: fill what was left open and is asked for, while the rest stays as it was submitted */
export type ResponseAct = 'write' | 'submit' | 'return' | 'answer' | 'withdraw' | 'ask-again';
/** How the answers came: typed by the agency, or keyed in from a form on paper. */
export type Provenance = 'online' | 'paper';

const writable: readonly RoundStatus[] = ['open', 'in-review', 'factual-check'];

/** response status -> act -> round statuses in which it may happen; what is not listed is refused */
const acts: Readonly<Record<ResponseStatus, Partial<Record<ResponseAct, readonly RoundStatus[]>>>> =
  {
    draft: { write: ['open'], submit: ['open'], withdraw: writable },
    returned: { write: writable, submit: writable, withdraw: writable },
    submitted: { return: writable, answer: writable, withdraw: writable },
    withdrawn: { 'ask-again': ['open'] },
  };

export const responseStatusWords: Readonly<Record<ResponseStatus, string>> = {
  draft: 'In progress',
  submitted: 'Submitted',
  returned: 'Returned',
  withdrawn: 'Withdrawn',
};

/** Does the state of things allow the act? Whether the person may do it is `may()`'s question. */
export function allows(act: ResponseAct, response: ResponseStatus, round: RoundStatus): boolean {
  return acts[response][act]?.includes(round) ?? false;
}

/** "on paper, keyed in by Ruth Abendroth"; '' for what the agency answered itself. */
export function provenanceWords({ keyedBy }: { readonly keyedBy: string | null }): string {
  return keyedBy === null ? '' : `on paper, keyed in by ${keyedBy}`;
}

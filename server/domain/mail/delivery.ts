/** What follows from one attempt to send a message: sent, given up, or tried again and when. */

/** What an attempt came to. */
export type Outcome =
  | { readonly kind: 'sent' }
  /** the server will not take this message, now or later */
  | ({ readonly kind: 'refused' } & Trouble)
  /** certainly not delivered; another time it may be */
  | ({ readonly kind: 'later' } & Trouble)
  /** the whole message was handed over and nobody said that it arrived */
  | ({ readonly kind: 'unconfirmed' } & Trouble)
  /** this process ends; nothing was handed over */
  | { readonly kind: 'stopped' };

interface Trouble {
  /** for coordinators; may quote the server, and with it the address */
  readonly error: string;
  /** for the log: the server's number or the kind of fault, nobody's words */
  readonly code: string;
}

export interface DeliveryState {
  /** attempts so far, this one included */
  readonly attempts: number;
  /** earlier attempts that may have delivered it */
  readonly unconfirmed: number;
  /** worth nothing after this */
  readonly notAfter: Date;
}

export type NextStep =
  | { readonly kind: 'sent' }
  | { readonly kind: 'failed'; readonly error: string; readonly unconfirmed: number }
  | {
      readonly kind: 'again';
      readonly at: Date;
      readonly error: string;
      readonly unconfirmed: number;
    }
  /** at once, by another process, as if this one had not tried */
  | { readonly kind: 'release' };

/** Seconds to the next attempt; from the last one on, every three hours. */
const delays = [10, 60, 5 * 60, 15 * 60, 60 * 60] as const;
const longest = 3 * 60 * 60;

/** An unconfirmed message may be there already: it is sent once more, never twice. */
const maxUnconfirmed = 2;

export const neverConfirmed =
  'The mail server took the message twice and never confirmed it. It may have arrived.';

/** May a message whose last attempts were not confirmed be sent at all? */
export function mayBeSent(unconfirmed: number): boolean {
  return unconfirmed < maxUnconfirmed;
}

export function nextStep(state: DeliveryState, outcome: Outcome, now: Date): NextStep {
  const { unconfirmed } = state;
  switch (outcome.kind) {
    case 'sent':
      return { kind: 'sent' };
    case 'stopped':
      return { kind: 'release' };
    case 'refused':
      return { kind: 'failed', error: outcome.error, unconfirmed };
    case 'later':
      return again(state, outcome.error, now);
    case 'unconfirmed':
      return mayBeSent(unconfirmed + 1)
        ? again({ ...state, unconfirmed: unconfirmed + 1 }, outcome.error, now)
        : { kind: 'failed', error: neverConfirmed, unconfirmed: unconfirmed + 1 };
  }
}

function again(state: DeliveryState, error: string, now: Date): NextStep {
  const { attempts, unconfirmed, notAfter } = state;
  const seconds = delays[attempts - 1] ?? longest;
  const at = new Date(now.getTime() + seconds * 1000);
  return at > notAfter
    ? { kind: 'failed', error, unconfirmed }
    : { kind: 'again', at, error, unconfirmed };
}

/** What follows from an attempt. */
import { describe, expect, it } from 'vitest';
import {
  mayBeSent,
  neverConfirmed,
  nextStep,
  type DeliveryState,
  type Outcome,
} from './delivery.ts';

const now = new Date('2026-03-18T14:02:00Z');
const after = (seconds: number): Date => new Date(now.getTime() + seconds * 1000);
const state: DeliveryState = { attempts: 1, unconfirmed: 0, notAfter: after(14 * 24 * 3600) };
const later: Outcome = { kind: 'later', error: 'No answer.', code: 'ETIMEDOUT' };
const unconfirmed: Outcome = { kind: 'unconfirmed', error: 'No answer.', code: 'ETIMEDOUT' };

describe('after an attempt', () => {
  it('a message that was taken is done', () => {
    expect(nextStep(state, { kind: 'sent' }, now)).toEqual({ kind: 'sent' });
  });

  it('one that is refused for good is given up, with what the server said', () => {
    const refused: Outcome = { kind: 'refused', error: '550 no such user', code: '550' };
    expect(nextStep(state, refused, now)).toEqual({
      kind: 'failed',
      error: '550 no such user',
      unconfirmed: 0,
    });
  });

  it.each([
    [1, 10],
    [2, 60],
    [3, 300],
    [4, 900],
    [5, 3600],
    [6, 10_800],
    [40, 10_800],
  ])('number %i that failed is followed by another after %i seconds', (attempts, seconds) => {
    expect(nextStep({ ...state, attempts }, later, now)).toEqual({
      kind: 'again',
      at: after(seconds),
      error: 'No answer.',
      unconfirmed: 0,
    });
  });

  it('there is none after the message is worth nothing', () => {
    const link = { attempts: 3, unconfirmed: 0, notAfter: after(299) };
    expect(nextStep(link, later, now)).toMatchObject({ kind: 'failed', error: 'No answer.' });
    expect(nextStep({ ...link, notAfter: after(300) }, later, now).kind).toBe('again');
  });

  it('[trust 52] one that nobody confirmed is sent once more, and never a third time', () => {
    const once = nextStep(state, unconfirmed, now);
    expect(once).toMatchObject({ kind: 'again', unconfirmed: 1 });
    expect(nextStep({ ...state, attempts: 2, unconfirmed: 1 }, unconfirmed, now)).toEqual({
      kind: 'failed',
      error: neverConfirmed,
      unconfirmed: 2,
    });
    expect([0, 1, 2].map(mayBeSent)).toEqual([true, true, false]);
  });

  it('an attempt that certainly failed does not use up the second one', () => {
    expect(nextStep({ ...state, attempts: 2, unconfirmed: 1 }, later, now)).toMatchObject({
      kind: 'again',
      unconfirmed: 1,
    });
  });

  it('one that this process could not begin is left to the others', () => {
    expect(nextStep(state, { kind: 'stopped' }, now)).toEqual({ kind: 'release' });
  });
});

import { describe, expect, it } from 'vitest';
import { allows, type ResponseAct, type ResponseStatus } from './response.ts';
import { roundStatusWords, type RoundStatus } from './round.ts';

const statuses = Object.keys(roundStatusWords) as RoundStatus[];
const where = (act: ResponseAct, status: ResponseStatus) =>
  statuses.filter((round) => allows(act, status, round));

describe('a response', () => {
  it('that was withdrawn is neither written, submitted nor returned, and asked for again while the round is open', () => {
    expect(where('write', 'withdrawn')).toEqual([]);
    expect(where('submit', 'withdrawn')).toEqual([]);
    expect(where('return', 'withdrawn')).toEqual([]);
    expect(where('ask-again', 'withdrawn')).toEqual(['open']);
  });

  it('is withdrawn until its round is published, whatever has come of it', () => {
    const until = ['open', 'in-review', 'factual-check'];
    expect(where('withdraw', 'draft')).toEqual(until);
    expect(where('withdraw', 'submitted')).toEqual(until);
    expect(where('withdraw', 'returned')).toEqual(until);
  });

  it('is written before it is submitted while the round is open, and once returned until publication', () => {
    expect(where('write', 'draft')).toEqual(['open']);
    expect(where('write', 'returned')).toEqual(['open', 'in-review', 'factual-check']);
    expect(where('write', 'submitted')).toEqual([]);
  });

  it('fills what is asked of it only while it is submitted, until its round is published', () => {
    expect(where('answer', 'submitted')).toEqual(['open', 'in-review', 'factual-check']);
    for (const status of ['draft', 'returned', 'withdrawn'] as const) {
      expect(where('answer', status)).toEqual([]);
    }
  });
});

/** Loads what waits in a round to be published as its next edition. */
import type { Knex } from 'knex';
import type { Scope } from '../../../domain/access/scope.ts';
import { hasQuorum, isWaiting, type Correction } from '../../../domain/review/correction.ts';
import { loadRound, type VisibleRound } from '../../../results/load.ts';
import { loadTopics, type Topics } from '../../../results/topics.ts';
import { param, type SignedInRequest } from '../../../web/route.ts';
import { findQuorum, refuseUnlessPublished } from '../place.queries.ts';
import type { ReviewDeps } from '../review.load.ts';
import { listCorrections } from './corrections.queries.ts';
import { listEditionRows, listReaders, type PublishedEdition } from './edition.queries.ts';

/** What waits in a round, and what an edition would publish of it. */
export interface Pending {
  /** number of the next edition: 2 or more */
  readonly number: number;
  readonly last: PublishedEdition | undefined;
  readonly waiting: readonly Correction[];
  /** of these, those that the quorum agreed */
  readonly ready: readonly Correction[];
  readonly quorum: number;
}

/** One query after the other: also on the connection of a transaction. */
export async function loadPending(db: Knex, scope: Scope, roundId: string): Promise<Pending> {
  const [last] = await listEditionRows(db, scope, roundId);
  const quorum = await findQuorum(db, scope, roundId);
  const waiting = (await listCorrections(db, scope, { roundId })).filter(isWaiting);
  const ready = waiting.filter((correction) => hasQuorum(correction, quorum));
  return { number: Math.max(last?.number ?? 1, 1) + 1, last, waiting, ready, quorum };
}

/** Names what a page showed: another correction, or another one of the same, makes it another. */
export function pendingMark({ ready }: Pick<Pending, 'ready'>): string {
  return ready.map(({ id, revision }) => `${id}.${revision}`).join(' ');
}

export interface OpenedRound extends VisibleRound {
  readonly topics: Topics;
  readonly pending: Pending;
  /** how many people are told of an edition */
  readonly readers: number;
}

/** @throws not found for a draft and another system's; conflict before publication */
export async function openRound(deps: ReviewDeps, request: SignedInRequest): Promise<OpenedRound> {
  const { db } = deps;
  const { scope } = request;
  const found = await loadRound(deps, scope, param(request, 'round'));
  refuseUnlessPublished({ roundStatus: found.round.status });
  const [topics, pending, readers] = await Promise.all([
    loadTopics(deps, found.round),
    loadPending(db, scope, found.round.id),
    listReaders(db, scope),
  ]);
  return { ...found, topics, pending, readers: readers.length };
}

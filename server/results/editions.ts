/** What was corrected since a round was first published, with the names of its domains and elements. */
import type { Scope } from '../domain/access/scope.ts';
import { isPublished } from '../domain/round/round.ts';
import { listPublishedChanges, type PublishedChange } from './editions.queries.ts';
import type { ResultsDeps } from './load.ts';
import type { ReportRound } from './round.queries.ts';
import { loadTopics, type Topics } from './topics.ts';

export interface Corrected extends Topics {
  /** the last edition first; none while there is one edition */
  readonly changes: readonly PublishedChange[];
}

export async function loadCorrected(
  deps: ResultsDeps,
  scope: Scope,
  round: ReportRound,
): Promise<Corrected> {
  const [changes, topics] = await Promise.all([
    // Before the first publication there is nothing to correct.
    isPublished(round.status) ? listPublishedChanges(deps.db, scope, round.id) : [],
    loadTopics(deps, round),
  ]);
  return { changes, ...topics };
}

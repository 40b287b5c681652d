/** Last round's answers of the same agency to the same instrument for the same Place, read with this round's questions. */
import type { Scope } from '../../../domain/access/scope.ts';
import type { Definition } from '../../../domain/instrument/definition.ts';
import type { LastRound } from '../../../db/carry.queries.ts';
import { contentOf, type Content } from '../content.queries.ts';
import { openFound, type Opened, type ResponseDeps } from '../opened.ts';
import { findLastWithAnswers, findWithLast, type LastAnswered } from './last.queries.ts';

export interface Last {
  readonly round: LastRound;
  /** the questions as they were asked */
  readonly definition: Definition;
  readonly content: Content;
}

type Deps = Pick<ResponseDeps, 'db' | 'definitions'>;

/** Undefined where the agency submitted nothing of the kind before. @param opened one of its own */
export async function findLast(
  deps: Deps,
  scope: Scope,
  opened: Pick<Opened, 'response'>,
): Promise<Last | undefined> {
  return readLast(deps, scope, await findLastWithAnswers(deps.db, scope, opened.response.id));
}

/** The same for what was looked for already. */
export async function readLast(
  { db, definitions }: Deps,
  scope: Scope,
  found: LastAnswered | undefined,
): Promise<Last | undefined> {
  if (!found) return undefined;
  const { round, answers } = found;
  const definition = await definitions(round.versionId);
  // What was undecided then plays no part now.
  const response = { id: round.responseId, carriedFrom: null };
  return {
    round,
    definition,
    content: await contentOf(db, scope, { response, definition, answers }),
  };
}

/** A response that somebody opens, found together with last round's. Throws as `openResponse` does. */
export async function openWithLast(
  deps: Deps,
  scope: Scope,
  responseId: string,
): Promise<{ readonly opened: Opened; readonly lastRound: LastAnswered | undefined }> {
  const both = await findWithLast(deps.db, scope, responseId);
  return { opened: await openFound(deps, scope, both?.found), lastRound: both?.lastRound };
}

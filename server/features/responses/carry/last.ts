/** Last round's answers of the same agency to the same instrument for the same Place, read with this round's questions. */
import type { Scope } from '../../../domain/access/scope.ts';
import { compareDefinitions, type Comparison } from '../../../domain/carry/compare.ts';
import type { Definition } from '../../../domain/instrument/definition.ts';
import type { LastRound } from '../../../db/carry.queries.ts';
import { contentOf, type Content } from '../content.queries.ts';
import type { Opened, ResponseDeps } from '../opened.ts';
import { findLastWithAnswers } from './last.queries.ts';

export interface Last {
  readonly round: LastRound;
  /** the questions as they were asked */
  readonly definition: Definition;
  readonly content: Content;
  /** with this round's */
  readonly comparison: Comparison;
}

/** Undefined where the agency submitted nothing of the kind before. @param opened one of its own */
export async function findLast(
  { db, definitions }: Pick<ResponseDeps, 'db' | 'definitions'>,
  scope: Scope,
  opened: Pick<Opened, 'response' | 'definition'>,
): Promise<Last | undefined> {
  const found = await findLastWithAnswers(db, scope, opened.response.id);
  if (!found) return undefined;
  const { round, answers } = found;
  const definition = await definitions(round.versionId);
  // What was undecided then plays no part now.
  const response = { id: round.responseId, carriedFrom: null };
  const content = await contentOf(db, scope, { response, definition, answers });
  return {
    round,
    definition,
    content,
    comparison: compareDefinitions(definition, opened.definition),
  };
}

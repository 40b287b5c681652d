/** Last round's response with its answers, in one question: a section's page shows them beside its own. */
import type { Knex } from 'knex';
import type { Scope } from '../../../domain/access/scope.ts';
import { lastRoundColumns, lastRoundFrom, type LastRound } from '../../../db/carry.queries.ts';
import { prepare } from '../../../db/prepared.ts';
import { answersByItem, answersColumn, type AnswerInJson } from '../opened.queries.ts';
import type { StoredAnswer } from '../content.queries.ts';

interface Row extends LastRound {
  readonly answers: readonly AnswerInJson[];
}

const find = prepare<{ readonly system: string; readonly response: string }, Row>(
  'last-round-with-answers',
  `select ${lastRoundColumns}, ${answersColumn('r2')} ${lastRoundFrom}`,
);

/** Undefined where the agency submitted nothing of the kind before. */
export async function findLastWithAnswers(
  db: Knex,
  scope: Scope,
  responseId: string,
): Promise<
  { readonly round: LastRound; readonly answers: ReadonlyMap<string, StoredAnswer> } | undefined
> {
  const [row] = await find(db, { system: scope.systemId, response: responseId });
  if (!row) return undefined;
  const { answers, ...round } = row;
  return { round, answers: answersByItem(answers) };
}

/** Last round's response with its answers, alone or together with this round's: each in one question. */
import type { Knex } from 'knex';
import type { Scope } from '../../../domain/access/scope.ts';
import { lastRoundFrom, type LastRound } from '../../../db/carry.queries.ts';
import { prepare } from '../../../db/prepared.ts';
import { isId } from '../../../db/responses.queries.ts';
import {
  answeredColumns,
  answeredFrom,
  answersByItem,
  answersOf,
  toAnswered,
  type Answered,
  type AnsweredRow,
  type AnswerInJson,
  type ResponseValues,
} from '../opened.queries.ts';
import type { StoredAnswer } from '../content.queries.ts';

interface LastRow {
  /** null where the agency submitted nothing of the kind before */
  readonly last: (LastRound & { readonly answers: readonly AnswerInJson[] }) | null;
}
export interface LastAnswered {
  readonly round: LastRound;
  readonly answers: ReadonlyMap<string, StoredAnswer>;
}

const lastColumn = `(select json_build_object('responseId', r2.id, 'versionId', a2.version_id,
      'roundName', ro2.name, 'answers', ${answersOf('r2')}) ${lastRoundFrom}) as last`;

function toLastAnswered({ last }: LastRow): LastAnswered | undefined {
  if (!last) return undefined;
  const { answers, ...round } = last;
  return { round, answers: answersByItem(answers) };
}

const findLast = prepare<ResponseValues, LastRow>(
  'last-round-with-answers',
  `select ${lastColumn}`,
);

/** Undefined where the agency submitted nothing of the kind before. */
export async function findLastWithAnswers(
  db: Knex,
  scope: Scope,
  responseId: string,
): Promise<LastAnswered | undefined> {
  const [row] = await findLast(db, { system: scope.systemId, response: responseId });
  return row && toLastAnswered(row);
}

const findBoth = prepare<ResponseValues, AnsweredRow & LastRow>(
  'response-and-last-round',
  `select ${answeredColumns}, ${lastColumn} ${answeredFrom}`,
);

export interface BothAnswered {
  readonly found: Answered;
  readonly lastRound: LastAnswered | undefined;
}

/** Undefined for what is no id, does not exist, or belongs to another system. */
export async function findWithLast(
  db: Knex,
  scope: Scope,
  responseId: string,
): Promise<BothAnswered | undefined> {
  if (!isId(responseId)) return undefined;
  const [row] = await findBoth(db, { system: scope.systemId, response: responseId });
  if (!row) return undefined;
  const { last, ...own } = row;
  return { found: toAnswered(own), lastRound: toLastAnswered({ last }) };
}

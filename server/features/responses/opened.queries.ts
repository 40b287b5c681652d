/** A response with its answers, in one question: its pages and its saves begin with it. */
import type { Knex } from 'knex';
import type { Scope } from '../../domain/access/scope.ts';
import {
  pageSaveColumn,
  toOwnSaves,
  type OwnSaves,
  type PageSave,
  type SaveMark,
} from '../../db/page-saves.queries.ts';
import { prepare } from '../../db/prepared.ts';
import {
  isId,
  responseColumns,
  responseTables,
  type ResponseInRound,
} from '../../db/responses.queries.ts';
import type { StoredAnswer } from './content.queries.ts';

/** Dates are text in JSON. */
export type AnswerInJson = Omit<StoredAnswer, 'updatedAt'> & { readonly updatedAt: string };
/** A response with its answers as a row has them. */
export interface AnsweredRow extends ResponseInRound {
  readonly answers: readonly AnswerInJson[];
}
export interface Answered {
  readonly response: ResponseInRound;
  readonly answers: ReadonlyMap<string, StoredAnswer>;
  /** of the page that asks, where it saves by itself */
  readonly ownSaves: OwnSaves;
}
export interface ResponseValues {
  readonly system: string;
  readonly response: string;
}

/** @param r what the statement calls the response */
export const answersOf = (r: 'r' | 'r2'): string => `coalesce((
      select json_agg(json_build_object(
        'responseId', an.response_id, 'itemId', an.item_id, 'value', an.value,
        'revision', an.revision, 'updatedAt', an.updated_at,
        'updatedById', an.updated_by, 'updatedBy', p.name))
      from answers an
      join members p on p.system_id = an.system_id and p.person_id = an.updated_by
      where an.system_id = ${r}.system_id and an.response_id = ${r}.id), '[]')`;

export function answersByItem(rows: readonly AnswerInJson[]): ReadonlyMap<string, StoredAnswer> {
  return new Map(
    rows.map((answer) => [answer.itemId, { ...answer, updatedAt: new Date(answer.updatedAt) }]),
  );
}

/** Columns of an `AnsweredRow`… */
export const answeredColumns = `${responseColumns}, ${answersOf('r')} as answers`;
/** …of the response `:response` of the system `:system`. */
export const answeredFrom = `from ${responseTables}
    where r.system_id = :system and r.id = :response`;

export function toAnswered(
  { answers, ...response }: AnsweredRow,
  ownSaves = toOwnSaves(null, null),
): Answered {
  return { response, answers: answersByItem(answers), ownSaves };
}

const find = prepare<
  ResponseValues & { readonly page: string | null },
  AnsweredRow & { readonly pageSave: PageSave | null }
>('response-with-answers', `select ${answeredColumns}, ${pageSaveColumn} ${answeredFrom}`);

/** All as it was at one moment. Undefined for what is no id, does not exist, or belongs to another system. */
export async function findWithAnswers(
  db: Knex,
  scope: Scope,
  responseId: string,
  mark: SaveMark | null = null,
): Promise<Answered | undefined> {
  if (!isId(responseId)) return undefined;
  const page = mark?.page ?? null;
  const [row] = await find(db, { system: scope.systemId, response: responseId, page });
  if (!row) return undefined;
  const { pageSave, ...answered } = row;
  return toAnswered(answered, toOwnSaves(pageSave, mark));
}

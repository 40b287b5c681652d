/** Opens the page of last round's answers, for those who may decide on them. */
import type { Knex } from 'knex';
import type { Scope } from '../../../domain/access/scope.ts';
import { listDecisions } from '../../../db/carry.queries.ts';
import { contentOf, getContent, type Content } from '../content.queries.ts';
import type { Opened, ResponseDeps } from '../opened.ts';
import { toFacts, type CarryFact } from './facts.ts';
import { findLast, type Last } from './last.ts';

export interface OpenCarry {
  readonly opened: Opened;
  readonly last: Last;
  readonly content: Content;
  readonly facts: readonly CarryFact[];
}

/** Undefined where the response did not start from last round's answers. */
export async function openCarry(
  deps: ResponseDeps,
  scope: Scope,
  opened: Opened,
): Promise<OpenCarry | undefined> {
  if (opened.response.carriedFrom === null) return undefined;
  const last = await findLast(deps, scope, opened);
  if (!last) return undefined;
  const content = await contentOf(deps.db, scope, opened);
  return { opened, last, content, facts: await factsOf(deps.db, scope, opened, content, last) };
}

/** The same as it is now. @param trx holds the response's lock */
export async function reopenCarry(
  trx: Knex,
  scope: Scope,
  { opened, last }: OpenCarry,
): Promise<readonly CarryFact[]> {
  const content = await getContent(trx, scope, opened.response.id, opened.definition);
  return factsOf(trx, scope, opened, content, last);
}

async function factsOf(
  db: Knex,
  scope: Scope,
  { response, definition }: Opened,
  content: Content,
  last: Last,
): Promise<readonly CarryFact[]> {
  const decisions = await listDecisions(db, scope, response.id, 'answer');
  return toFacts({ definition, content, last, decisions });
}

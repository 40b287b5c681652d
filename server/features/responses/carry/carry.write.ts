/** Writes what was decided of last round's answers, on what is there once nobody else can write. */
import type { Knex } from 'knex';
import type { Scope } from '../../../domain/access/scope.ts';
import { AppError } from '../../../domain/errors.ts';
import { allows } from '../../../domain/round/response.ts';
import { deleteDecision, findCarriedFrom, insertDecision } from '../../../db/carry.queries.ts';
import { bumpResponse, lockResponse } from '../../../db/responses.queries.ts';
import { decideSave } from '../save.ts';
import { writeAnswers } from '../save.queries.ts';
import { reopenCarry, type OpenCarry } from './carry.load.ts';
import { decideCarry, type CarryAct, type Decided } from './decide.ts';

export interface Press {
  readonly act: CarryAct;
  readonly ids: readonly string[];
  readonly now: Date;
}

/** @param trx the transaction of the press */
export async function decideLocked(
  trx: Knex,
  scope: Scope,
  open: OpenCarry,
  { act, ids, now }: Press,
): Promise<Decided> {
  const responseId = open.opened.response.id;
  await lockWritable(trx, scope, responseId);
  if ((await findCarriedFrom(trx, scope, responseId)) !== open.last.round.responseId) {
    throw noStart();
  }
  const facts = await reopenCarry(trx, scope, open);
  const decided = decideCarry(
    act,
    facts.filter(({ item }) => ids.includes(item.id)),
  );
  await store(trx, scope, responseId, decided, now);
  return decided;
}

async function store(
  trx: Knex,
  scope: Scope,
  responseId: string,
  { writes, decisions, undone }: Decided,
  now: Date,
): Promise<void> {
  const stored = new Map(
    writes.flatMap(({ fact }) => (fact.stored ? [[fact.item.id, fact.stored] as const] : [])),
  );
  const sent = writes.map(({ sent: one }) => ({
    ...one,
    revision: stored.get(one.item.id)?.revision ?? 0,
  }));
  const { changes } = decideSave(sent, stored, new Map());
  await writeAnswers(trx, scope, { responseId, changes, now });
  for (const { itemId, decision } of decisions) {
    const made = {
      responseId,
      kind: 'answer',
      sourceId: itemId,
      decision,
      entryId: null,
      now,
    } as const;
    await insertDecision(trx, scope, made);
  }
  for (const sourceId of undone) {
    await deleteDecision(trx, scope, { responseId, kind: 'answer', sourceId });
  }
  const isQuiet = changes.length === 0 && decisions.length + undone.length > 0;
  if (isQuiet) await bumpResponse(trx, scope, responseId, now);
}

/** Throws a conflict where nothing may be written any more. @param trx the transaction of the write */
export async function lockWritable(trx: Knex, scope: Scope, responseId: string): Promise<void> {
  const { status, roundStatus } = await lockResponse(trx, scope, responseId);
  if (allows('write', status, roundStatus)) return;
  throw new AppError('conflict', 'These answers can’t be changed now, so nothing was saved.');
}

export const noStart = (): AppError =>
  new AppError(
    'conflict',
    'This response does not start from last round’s answers, so nothing was saved.',
  );

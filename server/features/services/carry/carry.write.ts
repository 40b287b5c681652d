/** Writes what was decided of last round's entries, on what is there once nobody else can write. */
import type { Knex } from 'knex';
import type { Scope } from '../../../domain/access/scope.ts';
import { deleteDecision, findCarriedFrom, insertDecision } from '../../../db/carry.queries.ts';
import { bumpResponse } from '../../../db/responses.queries.ts';
import { insertEntry } from '../entries.queries.ts';
import { targetOf } from '../entry.save.ts';
import type { OpenMap } from '../open-map.ts';
import { carriedIdOf } from './carry-key.ts';
import { listFacts, type EntryFact, type OpenCarry } from './carry.load.ts';

/** "undo": it is to be decided again */
export type CarryAct = 'same' | 'ended' | 'undo';

export interface Press {
  readonly act: CarryAct;
  /** ids of last round's entries */
  readonly ids: readonly string[];
  readonly now: Date;
}

/**
 * Pressed twice, or alike by two people, the second press does nothing.
 * @param trx holds the response's lock
 * @returns what somebody else decided otherwise meanwhile: that stands. Null where nobody starts from last round any more
 */
export async function decideEntries(
  trx: Knex,
  scope: Scope,
  open: OpenCarry,
  press: Press,
): Promise<readonly EntryFact[] | null> {
  const { response } = open.map;
  if ((await findCarriedFrom(trx, scope, response.id)) !== open.last.responseId) return null;
  const facts = (await listFacts(trx, scope, open)).filter(({ old }) => press.ids.includes(old.id));
  const refused = facts.filter((fact) => isRefused(fact, press.act));
  for (const fact of facts.filter((one) => !refused.includes(one))) {
    await decideOne(trx, scope, open.map, { ...press, fact });
  }
  return refused;
}

function isRefused({ decision, carried }: EntryFact, act: CarryAct): boolean {
  if (act === 'undo') return false;
  if (decision) return decision.decision !== act;
  return act === 'same' && carried.unfit.length > 0;
}

interface One extends Press {
  readonly fact: EntryFact;
}

async function decideOne(
  trx: Knex,
  scope: Scope,
  map: OpenMap,
  { act, now, fact: { old, carried, decision } }: One,
): Promise<void> {
  const of = { responseId: map.response.id, kind: 'entry', sourceId: old.id } as const;
  if (act === 'undo') {
    if (decision?.decision !== 'ended') return;
    await deleteDecision(trx, scope, of);
    return bumpResponse(trx, scope, of.responseId, now);
  }
  if (decision) return;
  if (act === 'ended') {
    await insertDecision(trx, scope, { ...of, decision: 'ended', entryId: null, now });
    return bumpResponse(trx, scope, of.responseId, now);
  }
  const id = carriedIdOf(of.responseId, old.id);
  await insertEntry(trx, scope, targetOf(map), { id, answers: carried.answers, now });
  await insertDecision(trx, scope, { ...of, decision: 'same', entryId: id, now });
}

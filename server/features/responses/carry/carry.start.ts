/** Begins a response with last round's answers, and gives that up again. */
import type { Knex } from 'knex';
import type { Scope } from '../../../domain/access/scope.ts';
import { AppError } from '../../../domain/errors.ts';
import { recordAudit } from '../../../db/audit.ts';
import {
  findCarriedFrom,
  findLastRound,
  listDecisions,
  setCarriedFrom,
} from '../../../db/carry.queries.ts';
import { transact } from '../../../db/transact.ts';
import { refuseOthers } from '../../../web/form.ts';
import { paths } from '../../../web/paths.ts';
import { redirect, type Reply } from '../../../web/reply.ts';
import { param, type SignedInRequest } from '../../../web/route.ts';
import { openOwnResponse, type ResponseDeps } from '../opened.ts';
import { lockWritable } from './carry.write.ts';

/** Begun already, it changes nothing. */
export async function startCarry(deps: ResponseDeps, request: SignedInRequest): Promise<Reply> {
  const { db, now } = deps;
  const { scope, form } = request;
  refuseOthers(form);
  const { response } = await openOwnResponse(deps, scope, param(request, 'response'));
  await transact(db, async (trx) => {
    await lockWritable(trx, scope, response.id);
    if ((await findCarriedFrom(trx, scope, response.id)) !== null) return;
    const last = await findLastRound(trx, scope, response.id);
    if (!last) {
      throw new AppError('conflict', 'There are no answers of an earlier round to start from.');
    }
    const at = now();
    const source = last.responseId;
    await setCarriedFrom(trx, scope, { responseId: response.id, source, now: at });
    await note(trx, scope, response.id, 'response.carry-started', at);
  });
  return redirect(paths.carry(response.id));
}

/** As long as nothing is decided: afterwards each decision stands, and the rest can be said to be no longer true. */
export async function dropCarry(deps: ResponseDeps, request: SignedInRequest): Promise<Reply> {
  const { db, now } = deps;
  const { scope, form } = request;
  refuseOthers(form);
  const { response } = await openOwnResponse(deps, scope, param(request, 'response'));
  await transact(db, async (trx) => {
    await lockWritable(trx, scope, response.id);
    if ((await findCarriedFrom(trx, scope, response.id)) === null) return;
    const decided = [
      ...(await listDecisions(trx, scope, response.id, 'answer')),
      ...(await listDecisions(trx, scope, response.id, 'entry')),
    ];
    if (decided.length > 0) {
      throw new AppError(
        'conflict',
        'Some of last round’s answers are decided already, so nothing was changed.',
      );
    }
    const at = now();
    await setCarriedFrom(trx, scope, { responseId: response.id, source: null, now: at });
    await note(trx, scope, response.id, 'response.carry-dropped', at);
  });
  return redirect(paths.response(response.id));
}

function note(trx: Knex, scope: Scope, responseId: string, act: string, at: Date): Promise<void> {
  return recordAudit(trx, {
    systemId: scope.systemId,
    personId: scope.personId,
    act,
    subjectType: 'response',
    subjectId: responseId,
    happenedAt: at,
  });
}

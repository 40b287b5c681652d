/** One change of a system's set-up: alone, on what is stored now, by somebody who still may. */
import type { Knex } from 'knex';
import type { Scope } from '../../domain/access/scope.ts';
import { AppError } from '../../domain/errors.ts';
import { recordAudit, type AuditEvent } from '../../db/audit.ts';
import type { Definitions } from '../../db/definitions.queries.ts';
import { transact } from '../../db/transact.ts';
import { loadSystem, lockSetUp, type StoredSystem } from './known.queries.ts';

export interface SetUpDeps {
  readonly db: Knex;
  readonly now: () => Date;
  readonly newId: () => string;
  readonly definitions: Definitions;
}

export interface SetUpChange {
  readonly trx: Knex.Transaction;
  readonly scope: Scope;
  readonly system: StoredSystem;
  readonly now: Date;
  readonly newId: () => string;
  /** keeps who did what, with the deed */
  readonly record: (deed: Deed) => Promise<void>;
}
export type Deed = Pick<AuditEvent, 'act' | 'subjectType' | 'subjectId' | 'details'>;

/** @throws AppError forbidden where the person has ceased to be a coordinator since the request began */
export function changeSetUp<T>(
  deps: SetUpDeps,
  scope: Scope,
  work: (change: SetUpChange) => Promise<T>,
): Promise<T> {
  return changeSystem(deps, scope, (change) => {
    if (!isCoordinator(change.system, scope.personId)) {
      throw new AppError('forbidden', 'Your role does not include this page.');
    }
    return work(change);
  });
}

/** The same for whoever else has a part of it; @param work asks whether the person may, of what is stored now */
export function changeSystem<T>(
  deps: SetUpDeps,
  scope: Scope,
  work: (change: SetUpChange) => Promise<T>,
): Promise<T> {
  return transact(deps.db, async (trx) => {
    await lockSetUp(trx, scope);
    const system = await loadSystem({ ...deps, db: trx }, scope);
    const now = deps.now();
    const who = { systemId: scope.systemId, personId: scope.personId, happenedAt: now };
    const record = (deed: Deed): Promise<void> => recordAudit(trx, { ...deed, ...who });
    return work({ trx, scope, system, now, newId: deps.newId, record });
  });
}

function isCoordinator({ members }: StoredSystem, personId: string): boolean {
  const roles = members.find((member) => member.personId === personId)?.roles ?? [];
  return roles.some(({ role }) => role === 'coordinator');
}

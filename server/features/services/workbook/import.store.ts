/** Loads what an import is decided on, and stores what was chosen of it, in one transaction. */
import type { Knex } from 'knex';
import type { Scope } from '../../../domain/access/scope.ts';
import { recordAudit } from '../../../db/audit.ts';
import { insertEntries, updateEntries } from '../entries.queries.ts';
import { targetOf } from '../entry.save.ts';
import type { OpenMap, ServicesDeps } from '../open-map.ts';
import { listEntries, listRevisions } from '../services.queries.ts';
import { planImport } from './import-plan.ts';
import type { PlannedRow, RowChoice } from './planned-row.ts';
import { referenceOf, referencesIn } from './reference.ts';
import type { UploadedSheets } from './sheets.read.ts';

/** @param db a transaction that holds the response's lock, where what is decided is stored */
export async function loadPlan(
  db: Knex,
  scope: Scope,
  map: OpenMap,
  sheets: UploadedSheets,
): Promise<readonly PlannedRow[]> {
  const [entries, bases] = await Promise.all([
    listEntries(db, scope, map.response.id),
    listRevisions(db, scope, map.response.id, referencesIn(sheets)),
  ]);
  const known = new Map(bases.map((base) => [referenceOf(base), base.answers]));
  return planImport({ map, sheets, entries, baseOf: (one) => known.get(referenceOf(one)) });
}

export interface Stored {
  readonly added: number;
  readonly updated: number;
}

/** @param trx holds the response's lock, and `rows` were decided in it */
export async function storeRows(
  { now, newId }: Pick<ServicesDeps, 'now' | 'newId'>,
  trx: Knex,
  scope: Scope,
  map: OpenMap,
  rows: readonly (readonly [row: PlannedRow, choice: RowChoice])[],
): Promise<Stored> {
  const target = targetOf(map);
  const moment = now();
  const added = rows.flatMap(([{ add }, choice]) =>
    choice === 'add' && add ? [{ id: newId(), answers: add, now: moment }] : [],
  );
  const updated = rows.flatMap(([{ update }, choice]) =>
    choice === 'update' && update ? [{ ...update, now: moment }] : [],
  );
  await insertEntries(trx, scope, target, added);
  await updateEntries(trx, scope, target, updated);
  const count: Stored = { added: added.length, updated: updated.length };
  await recordAudit(trx, {
    systemId: scope.systemId,
    personId: scope.personId,
    act: 'entries.uploaded',
    subjectType: 'response',
    subjectId: map.response.id,
    happenedAt: moment,
    details: { ...count },
  });
  return count;
}

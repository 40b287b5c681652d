/** Raises actions and changes them: the only place that does, each time with a line of their history. */
import type { Knex } from 'knex';
import { recordAudit } from '../../db/audit.ts';
import type { Scope } from '../../domain/access/scope.ts';
import type { ActionContent, ActionSource } from '../../domain/actions/action.ts';
import type { ActionChange } from '../../domain/actions/change.ts';

/** What stays as it was when the action was raised. */
export interface Origin {
  /** null: the whole system */
  readonly placeId: string | null;
  readonly source: ActionSource;
  /** null where there is no source, like the round */
  readonly itemId: string | null;
  readonly about: string;
  readonly roundId: string | null;
}
export interface NewAction extends Origin {
  readonly id: string;
  readonly content: ActionContent;
  /** '' for none */
  readonly note: string;
}

const contentRow = (content: ActionContent) => ({
  what: content.what,
  owner_agency_id: content.ownerAgencyId,
  owner_person_id: content.ownerPersonId,
  owner_name: content.ownerName,
  due_on: content.dueOn,
  status: content.status,
  aimed_level: content.aimedLevel,
  criteria: JSON.stringify(content.criteria),
});

/** Sent twice, the second finds what the first has done. @param trx a transaction: the audit trail is part of it */
export async function raiseAction(
  trx: Knex,
  scope: Scope,
  { id, content, note, ...origin }: NewAction,
  now: Date,
): Promise<void> {
  const { systemId: system_id, personId } = scope;
  const added = await trx('actions')
    .insert({
      ...contentRow(content),
      system_id,
      id,
      place_id: origin.placeId,
      source: origin.source,
      item_id: origin.itemId,
      about: origin.about,
      round_id: origin.roundId,
      revision: 1,
      raised_at: now,
      raised_by: personId,
      changed_at: now,
      changed_by: personId,
    })
    .onConflict(['system_id', 'id'])
    .ignore()
    .returning('id');
  if (added.length === 0) return;
  await trx('action_changes').insert({
    system_id,
    action_id: id,
    revision: 1,
    changed_at: now,
    changed_by: personId,
    changes: '[]',
    note,
    review_round_id: null,
  });
  await record(trx, scope, { ...origin, id, status: content.status }, { act: 'raised', now });
}

export interface ChangedAction {
  readonly id: string;
  readonly placeId: string | null;
  readonly content: ActionContent;
  readonly changes: readonly ActionChange[];
  readonly note: string;
  /** of the action as it was when this was decided */
  readonly basedOn: number;
  /** the round at whose beginning it was gone through; null elsewhere */
  readonly reviewRoundId: string | null;
}

/**
 * @param trx a transaction
 * @returns false, and nothing written, where somebody has changed it meanwhile
 */
export async function changeAction(
  trx: Knex,
  scope: Scope,
  { id, placeId, content, changes, note, basedOn, reviewRoundId }: ChangedAction,
  now: Date,
): Promise<boolean> {
  const { systemId: system_id, personId } = scope;
  const revision = basedOn + 1;
  const changed = await trx('actions')
    .where({ system_id, id, revision: basedOn })
    .update({ ...contentRow(content), revision, changed_at: now, changed_by: personId });
  if (changed === 0) return false;
  await trx('action_changes').insert({
    system_id,
    action_id: id,
    revision,
    changed_at: now,
    changed_by: personId,
    changes: JSON.stringify(changes),
    note,
    review_round_id: reviewRoundId,
  });
  await record(trx, scope, { id, placeId, status: content.status }, { act: 'changed', now });
  return true;
}

/** That it happened, where, and how the action stands: nobody's words. */
function record(
  trx: Knex,
  { systemId, personId }: Scope,
  { id, placeId, status }: { id: string; placeId: string | null; status: string },
  { act, now }: { readonly act: 'raised' | 'changed'; readonly now: Date },
): Promise<void> {
  return recordAudit(trx, {
    systemId,
    personId,
    act: `action.${act}`,
    subjectType: placeId === null ? 'system' : 'place',
    subjectId: placeId ?? systemId,
    happenedAt: now,
    details: { action: id, status },
  });
}

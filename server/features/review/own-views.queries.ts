/** Reviewers' own views: written by themselves alone, read by those to whom they are open. */
import type { Knex } from 'knex';
import type { Scope } from '../../domain/access/scope.ts';
import type { OwnView } from '../../domain/review/own-view.ts';
import type { Level } from '../../domain/scoring/score.ts';
import type { PlaceInRound } from './place.queries.ts';

export interface NewView extends PlaceInRound {
  /** the domain */
  readonly itemId: string;
  /** null: "I can't say" */
  readonly level: Level | null;
  readonly comment: string;
}

/**
 * Gives the asking person's view, or changes it; the one before stays in the history. The same again writes nothing.
 * @param trx a transaction that holds the Place's lock
 */
export async function giveView(trx: Knex, scope: Scope, view: NewView, now: Date): Promise<void> {
  const key = {
    system_id: scope.systemId,
    round_id: view.roundId,
    place_id: view.placeId,
    item_id: view.itemId,
    person_id: scope.personId,
  };
  const { level, comment } = view;
  const before = await trx('own_views')
    .where(key)
    .first<{ level: Level | null; comment: string; revision: number } | undefined>(
      'level',
      'comment',
      'revision',
    );
  if (before?.level === level && before.comment === comment) return;
  const row = { level, comment, revision: (before?.revision ?? 0) + 1, given_at: now };
  await trx('own_views')
    .insert({ ...key, ...row })
    .onConflict(Object.keys(key))
    .merge();
  await trx('own_view_history').insert({ ...key, ...row });
}

/**
 * The views of a Place that are open to the asking person: their own; those of domains on which they have given
 * theirs, or that are agreed; for a coordinator who is no reviewer of the Place, all. What is not open is not read.
 */
export function listOpenViews(
  db: Knex,
  scope: Scope,
  { roundId, placeId, isReviewer }: PlaceInRound & { readonly isReviewer: boolean },
): Promise<OwnView[]> {
  return db('own_views as v')
    .join('members as m', { 'm.system_id': 'v.system_id', 'm.person_id': 'v.person_id' })
    .where({ 'v.system_id': scope.systemId, 'v.round_id': roundId, 'v.place_id': placeId })
    .whereRaw(
      `(not ?::boolean or exists (
        select from own_views o
        where o.system_id = v.system_id and o.round_id = v.round_id and o.place_id = v.place_id
          and o.item_id = v.item_id and o.person_id = ?)
      or exists (
        select from agreements a
        where a.system_id = v.system_id and a.round_id = v.round_id and a.place_id = v.place_id
          and a.subject = 'domain' and a.item_id = v.item_id))`,
      [isReviewer, scope.personId],
    )
    .orderBy('m.name')
    .select<OwnView[]>({
      itemId: 'v.item_id',
      personId: 'v.person_id',
      name: 'm.name',
      level: 'v.level',
      comment: 'v.comment',
      revision: 'v.revision',
      givenAt: 'v.given_at',
    });
}

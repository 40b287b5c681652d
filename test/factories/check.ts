/** A comment on the draft results of a Place, put straight into its table. */
import { randomUUID } from 'node:crypto';
import type { Knex } from 'knex';
import { idOf, type SystemIds } from '../../server/features/set-up/set-up.queries.ts';

export interface CommentPlan {
  readonly roundId: string;
  /** slugs */
  readonly place: string;
  readonly agency: string;
  /** e-mail address of whoever wrote it */
  readonly by: string;
  readonly text: string;
}

/** Of the Place as a whole, not answered. */
export async function aComment(db: Knex, ids: SystemIds, plan: CommentPlan): Promise<void> {
  await db('check_comments').insert({
    system_id: ids.systemId,
    id: randomUUID(),
    round_id: plan.roundId,
    place_id: idOf(ids.places, plan.place),
    agency_id: idOf(ids.agencies, plan.agency),
    subject: 'place',
    item_id: null,
    text: plan.text,
    written_at: new Date('2026-04-20T10:00:00Z'),
    written_by: idOf(ids.people, plan.by),
    revision: 1,
  });
}

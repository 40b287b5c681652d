/** Who changed something of set-up last, and in which rounds it stands. */
import type { Knex } from 'knex';
import type { Scope } from '../../domain/access/scope.ts';
import type { LastChange } from './form.view.ts';

/** From the audit trail; undefined where nobody changed it since it came. */
export async function findLastChange(
  db: Knex,
  scope: Scope,
  subjectType: 'place' | 'agency' | 'person' | 'round',
  subjectId: string,
): Promise<LastChange | undefined> {
  const [row] = await db('audit_events as e')
    .join('members as m', { 'm.system_id': 'e.system_id', 'm.person_id': 'e.person_id' })
    .where({
      'e.system_id': scope.systemId,
      'e.subject_type': subjectType,
      'e.subject_id': subjectId,
    })
    .orderBy('e.id', 'desc')
    .limit(1)
    .select<LastChange[]>({ by: 'm.name', at: 'e.happened_at' });
  return row;
}

export interface RoundOf {
  readonly name: string;
  readonly isOver: boolean;
}

/** The rounds that hold the Place, or ask the agency; the newest first. */
export function listRoundsOf(
  db: Knex,
  scope: Scope,
  list: 'places' | 'agencies',
  id: string,
): Promise<RoundOf[]> {
  const named =
    list === 'places'
      ? db('round_places as x').where({ 'x.place_id': id })
      : db('assignments as x').where({ 'x.agency_id': id });
  return db('rounds as r')
    .where('r.system_id', scope.systemId)
    .whereExists(
      named.whereRaw('x.system_id = r.system_id and x.round_id = r.id').select(db.raw('1')),
    )
    .orderBy('r.position', 'desc')
    .select<RoundOf[]>(
      { name: 'r.name' },
      db.raw(`r.status in ('published', 'archived') as "isOver"`),
    );
}

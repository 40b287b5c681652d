/** Actions as they are stored, with the names of what they belong to. */
import type { Knex } from 'knex';
import type { Scope } from '../domain/access/scope.ts';
import type { ActionSource } from '../domain/actions/action.ts';
import type { NamedContent } from '../domain/actions/change.ts';
import type { ActionFacts } from '../domain/actions/sight.ts';

export interface Action extends NamedContent, ActionFacts {
  readonly id: string;
  /** null: the whole system */
  readonly placeSlug: string | null;
  readonly placeName: string | null;
  readonly ownerAgencySlug: string | null;
  readonly source: ActionSource;
  /** of the domain, the element, the gap or the contradiction */
  readonly itemId: string | null;
  /** the same in words; '' for none */
  readonly about: string;
  /** whose results it was raised from */
  readonly roundId: string | null;
  readonly roundSlug: string | null;
  readonly roundName: string | null;
  /** where in the order of rounds */
  readonly roundPosition: number | null;
  /** of that round's grid: it has the words for levels */
  readonly gridVersionId: string | null;
  readonly revision: number;
  readonly raisedAt: Date;
  readonly raisedBy: string;
  readonly changedAt: Date;
  readonly changedBy: string;
}

export interface ActionSelection {
  readonly id?: string;
  readonly placeIds?: readonly string[];
}

/** All of the system, whoever may see them: `loadActions` says who does. */
export function listActions(
  db: Knex,
  scope: Pick<Scope, 'systemId'>,
  { id, placeIds }: ActionSelection = {},
): Promise<Action[]> {
  return db('actions as a')
    .leftJoin('places as p', { 'p.system_id': 'a.system_id', 'p.id': 'a.place_id' })
    .leftJoin('agencies as g', { 'g.system_id': 'a.system_id', 'g.id': 'a.owner_agency_id' })
    .leftJoin('members as o', { 'o.system_id': 'a.system_id', 'o.person_id': 'a.owner_person_id' })
    .leftJoin('rounds as r', { 'r.system_id': 'a.system_id', 'r.id': 'a.round_id' })
    .leftJoin('round_instruments as i', {
      'i.system_id': 'r.system_id',
      'i.round_id': 'r.id',
      'i.kind': db.raw(`'maturity'`),
    })
    .join('members as b', { 'b.system_id': 'a.system_id', 'b.person_id': 'a.raised_by' })
    .join('members as c', { 'c.system_id': 'a.system_id', 'c.person_id': 'a.changed_by' })
    .where('a.system_id', scope.systemId)
    .modify((query) => {
      if (id !== undefined) void query.where('a.id', id);
      if (placeIds !== undefined) void query.whereIn('a.place_id', [...placeIds]);
    })
    .orderBy(['a.raised_at', 'a.id'])
    .select<Action[]>(
      columns,
      db.raw(`coalesce(g.name, '') as "ownerAgency"`),
      db.raw(`coalesce(o.name, '') as "ownerPerson"`),
    );
}

const columns = {
  id: 'a.id',
  placeId: 'a.place_id',
  placeSlug: 'p.slug',
  placeName: 'p.name',
  what: 'a.what',
  ownerAgencyId: 'a.owner_agency_id',
  ownerAgencySlug: 'g.slug',
  ownerPersonId: 'a.owner_person_id',
  ownerName: 'a.owner_name',
  dueOn: 'a.due_on',
  status: 'a.status',
  aimedLevel: 'a.aimed_level',
  source: 'a.source',
  itemId: 'a.item_id',
  about: 'a.about',
  roundId: 'a.round_id',
  roundSlug: 'r.slug',
  roundName: 'r.name',
  roundStatus: 'r.status',
  roundPosition: 'r.position',
  gridVersionId: 'i.version_id',
  criteria: 'a.criteria',
  revision: 'a.revision',
  raisedAt: 'a.raised_at',
  raisedById: 'a.raised_by',
  raisedBy: 'b.name',
  changedAt: 'a.changed_at',
  changedBy: 'c.name',
};

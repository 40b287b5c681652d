/** What was corrected since a round's first publication: published editions alone, nothing that waits. */
import type { Knex } from 'knex';
import type { Scope } from '../domain/access/scope.ts';
import type { Topic } from '../domain/review/agreement.ts';
import type { Said } from '../domain/review/correction.ts';

export interface PublishedChange extends Topic, Said {
  /** of the edition: 2 or more */
  readonly number: number;
  readonly publishedAt: Date;
  /** of the edition, for readers; '' for none */
  readonly note: string;
  readonly placeId: string;
  readonly place: string;
  readonly rationale: string;
  /** null where nothing was agreed before */
  readonly from: Said | null;
}

/** The last edition first; in it by Place. */
export function listPublishedChanges(
  db: Knex,
  scope: Scope,
  roundId: string,
): Promise<PublishedChange[]> {
  return db('editions as e')
    .join('corrections as c', {
      'c.system_id': 'e.system_id',
      'c.round_id': 'e.round_id',
      'c.edition': 'e.number',
    })
    .join('places as l', { 'l.system_id': 'c.system_id', 'l.id': 'c.place_id' })
    .leftJoin('agreement_history as h', {
      'h.system_id': 'c.system_id',
      'h.round_id': 'c.round_id',
      'h.place_id': 'c.place_id',
      'h.subject': 'c.subject',
      'h.item_id': 'c.item_id',
      'h.revision': 'c.based_on',
    })
    .where({ 'e.system_id': scope.systemId, 'e.round_id': roundId })
    .orderByRaw('e.number desc, l.position, c.subject, c.proposed_at, c.id')
    .select<PublishedChange[]>(
      {
        number: 'e.number',
        publishedAt: 'e.published_at',
        note: 'e.note',
        placeId: 'c.place_id',
        place: 'l.name',
        subject: 'c.subject',
        itemId: 'c.item_id',
        level: 'c.level',
        colour: 'c.colour',
        rationale: 'c.rationale',
      },
      db.raw(`case when h.revision is not null then
        json_build_object('level', h.level, 'colour', h.colour) end as "from"`),
    );
}

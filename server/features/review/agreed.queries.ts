/** Reads what was agreed of a Place: what stands, and what stood before. */
import type { Knex } from 'knex';
import type { Scope } from '../../domain/access/scope.ts';
import type { Decision, Topic } from '../../domain/review/agreement.ts';
import type { PlaceInRound } from './place.queries.ts';

export interface Agreed extends Decision {
  readonly present: string;
  readonly othersPresent: string;
  readonly presentIds: readonly string[];
  readonly revision: number;
  readonly agreedAt: Date;
  /** who recorded it */
  readonly agreedBy: string;
  /** that it corrected the results in; null where it is no correction */
  readonly edition: number | null;
}

/** SQL: the edition that brought the agreement of this row. */
const editionOf = (row: string): string => `(
  select c.edition from corrections c
  where c.system_id = ${row}.system_id and c.round_id = ${row}.round_id and c.place_id = ${row}.place_id
    and c.subject = ${row}.subject and c.item_id = ${row}.item_id
    and c.based_on = ${row}.revision - 1 and c.edition is not null) as edition`;

/** What stands, of domains and support elements. */
export function listAgreed(
  db: Knex,
  scope: Scope,
  { roundId, placeId }: PlaceInRound,
): Promise<Agreed[]> {
  return db('agreements as a')
    .join('members as m', { 'm.system_id': 'a.system_id', 'm.person_id': 'a.agreed_by' })
    .where({ 'a.system_id': scope.systemId, 'a.round_id': roundId, 'a.place_id': placeId })
    .select<Agreed[]>(
      {
        subject: 'a.subject',
        itemId: 'a.item_id',
        level: 'a.level',
        colour: 'a.colour',
        rationale: 'a.rationale',
        dissent: 'a.dissent',
        present: 'a.present',
        othersPresent: 'a.others_present',
        revision: 'a.revision',
        agreedAt: 'a.agreed_at',
        agreedBy: 'm.name',
      },
      db.raw(editionOf('a')),
      db.raw(`array(
        select q.person_id from agreement_people q
        where q.system_id = a.system_id and q.round_id = a.round_id and q.place_id = a.place_id
          and q.subject = a.subject and q.item_id = a.item_id) as "presentIds"`),
    );
}

export interface AgreedBefore extends Decision {
  readonly revision: number;
  readonly present: string;
  readonly agreedAt: Date;
  readonly agreedBy: string;
  readonly edition: number | null;
}

/** Every agreement on one topic, the last first; what stands is the first of them. */
export function listAgreementHistory(
  db: Knex,
  scope: Scope,
  { roundId, placeId, subject, itemId }: PlaceInRound & Topic,
): Promise<AgreedBefore[]> {
  return db('agreement_history as h')
    .join('members as m', { 'm.system_id': 'h.system_id', 'm.person_id': 'h.agreed_by' })
    .where({ 'h.system_id': scope.systemId, 'h.round_id': roundId, 'h.place_id': placeId })
    .where({ 'h.subject': subject, 'h.item_id': itemId })
    .orderBy('h.revision', 'desc')
    .select<AgreedBefore[]>(
      {
        subject: 'h.subject',
        itemId: 'h.item_id',
        level: 'h.level',
        colour: 'h.colour',
        rationale: 'h.rationale',
        dissent: 'h.dissent',
        revision: 'h.revision',
        present: 'h.present',
        agreedAt: 'h.agreed_at',
        agreedBy: 'm.name',
      },
      db.raw(editionOf('h')),
    );
}

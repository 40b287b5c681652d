/** Questions that a coordinator sent to agencies about services of their maps: kept when sent, marked when answered. */
import type { Knex } from 'knex';
import type { Scope } from '../domain/access/scope.ts';

export interface NewQuestion {
  readonly askingId: string;
  readonly entryId: string;
  readonly itemId: string;
  readonly roundId: string;
  readonly placeId: string;
  readonly responseId: string;
  readonly saidUnknown: boolean;
  readonly askedAt: Date;
}

export async function insertQuestions(
  trx: Knex,
  scope: Scope,
  questions: readonly NewQuestion[],
): Promise<void> {
  await trx('asked_questions').insert(
    questions.map((one) => ({
      system_id: scope.systemId,
      asking_id: one.askingId,
      entry_id: one.entryId,
      item_id: one.itemId,
      round_id: one.roundId,
      place_id: one.placeId,
      response_id: one.responseId,
      said_unknown: one.saidUnknown,
      asked_at: one.askedAt,
      asked_by: scope.personId,
    })),
  );
}

export interface Answered {
  readonly responseId: string;
  readonly questions: readonly { readonly entryId: string; readonly itemId: string }[];
  readonly now: Date;
}

/** However often each was sent. @param trx holds the response's lock */
export async function markAnswered(
  trx: Knex,
  scope: Scope,
  { responseId, questions, now }: Answered,
): Promise<void> {
  await trx('asked_questions')
    .where({ system_id: scope.systemId, response_id: responseId, answered_at: null })
    .whereRaw('(entry_id, item_id) in (select * from unnest(?::uuid[], ?::text[]))', [
      questions.map(({ entryId }) => entryId),
      questions.map(({ itemId }) => itemId),
    ])
    .update({ answered_at: now, answered_by: scope.personId });
}

export interface AskedOfMap {
  readonly responseId: string;
  readonly entryId: string;
  readonly itemId: string;
  readonly saidUnknown: boolean;
  /** its name and answers as they are now */
  readonly entryName: string;
  readonly answers: Readonly<Record<string, unknown>>;
  readonly removed: boolean;
  readonly askedAt: Date;
  readonly askedBy: string;
  /** null where it was not answered by itself */
  readonly answeredAt: Date | null;
  readonly answeredBy: string | null;
}

/** What was asked of these maps, the newest sending of each question; service by service, in the map's order. */
export async function listAskedOf(
  db: Knex,
  scope: Scope,
  responseIds: readonly string[],
): Promise<AskedOfMap[]> {
  const newest = db('asked_questions as q')
    .where('q.system_id', scope.systemId)
    .whereIn('q.response_id', [...responseIds])
    .distinctOn('q.entry_id', 'q.item_id')
    .orderBy(['q.entry_id', 'q.item_id', { column: 'q.asked_at', order: 'desc' }])
    .select('q.*')
    .as('q');
  return db
    .from(newest)
    .join('service_entries as e', { 'e.system_id': 'q.system_id', 'e.id': 'q.entry_id' })
    .join('members as s', { 's.system_id': 'q.system_id', 's.person_id': 'q.asked_by' })
    .leftJoin('members as w', { 'w.system_id': 'q.system_id', 'w.person_id': 'q.answered_by' })
    .orderBy(['e.position', 'e.id', 'q.item_id'])
    .select<AskedOfMap[]>(
      {
        responseId: 'q.response_id',
        entryId: 'q.entry_id',
        itemId: 'q.item_id',
        saidUnknown: 'q.said_unknown',
        entryName: 'e.name',
        answers: 'e.answers',
        askedAt: 'q.asked_at',
        askedBy: 's.name',
        answeredAt: 'q.answered_at',
        answeredBy: 'w.name',
      },
      db.raw('e.removed_at is not null as removed'),
    );
}

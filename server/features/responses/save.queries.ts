/** Writes answers with their history: the only place that does. */
import type { Knex } from 'knex';
import { ownAgencies, type Scope } from '../../domain/access/scope.ts';
import type { RoundStatus } from '../../domain/round/round.ts';
import { takeFromHeld, type Said } from '../../db/page-saves.queries.ts';
import { prepare } from '../../db/prepared.ts';
import type { ResponseInRound } from '../../db/responses.queries.ts';
import type { PageMark } from '../../web/page-mark.ts';
import { levelColumns, type Bases, type Change, type SentAnswer } from './save.ts';

export interface AnswerWrite {
  readonly responseId: string;
  readonly changes: readonly Change[];
  readonly now: Date;
  /** the response as the changes were decided on, where the caller does not hold its lock */
  readonly seen?: Pick<ResponseInRound, 'revision' | 'roundStatus'>;
}
/** A save of a page that saves by itself. */
export interface PageWrite extends AnswerWrite {
  readonly mark: PageMark;
  readonly said: Said;
}

interface WriteValues {
  readonly system: string;
  readonly response: string;
  readonly revision: number | null;
  readonly roundStatus: RoundStatus | null;
  /** JSON */
  readonly rows: string;
  readonly person: string;
  /** agencies that the person answers for: what they write for another comes from paper */
  readonly own: readonly string[];
  readonly now: Date;
  readonly page: string | null;
  readonly counter: number | null;
  /** JSON */
  readonly said: string | null;
}
interface WriteResult {
  /** the response is as it was seen */
  readonly held: boolean;
  /** and its page has not said anything later */
  readonly going: boolean;
}

/**
 * Locked first, and only then compared: whoever waited for another save sees what that one wrote.
 * A response's revision goes up with everything in it, its status too; a round's status is its own.
 * The first answers that a coordinator keys in mark the response as one on paper, as `markAsPaper` does.
 */
const write = prepare<WriteValues, WriteResult>(
  'write-answers',
  `with held as (
      select r.system_id, r.id, ag.on_paper and r.provenance = 'online'
        and a.agency_id <> all(:own::uuid[]) as is_new_paper
      from responses r
      join assignments a on a.system_id = r.system_id and a.id = r.assignment_id
      join rounds ro on ro.system_id = a.system_id and ro.id = a.round_id
      join agencies ag on ag.system_id = a.system_id and ag.id = a.agency_id
      where r.system_id = :system::uuid and r.id = :response::uuid
        and (:revision::integer is null or r.revision = :revision::integer)
        and (:roundStatus::text is null or ro.status = :roundStatus::text)
      for update of r for share of ro
    ), ${takeFromHeld}, going as (
      select system_id, id, is_new_paper from held
      where :page::uuid is null or exists (select from taken)
    ), changed as (
      select going.system_id, going.id as response_id, c.*
      from going, jsonb_to_recordset(:rows::jsonb) as c(item_id text, value jsonb,
        revision integer, level smallint, has_level boolean, has_evidence boolean)
    ), noted as (
      insert into answer_history
        (system_id, response_id, item_id, revision, value, changed_at, changed_by)
      select system_id, response_id, item_id, revision, value, :now::timestamptz, :person::uuid
      from changed
    ), counted as (
      update responses set revision = responses.revision + 1, updated_at = :now::timestamptz,
        provenance = case when is_new_paper then 'paper' else provenance end,
        keyed_by = case when is_new_paper then :person::uuid else keyed_by end
      from going
      where responses.system_id = going.system_id and responses.id = going.id
        and exists (select from changed)
    ), marked as (
      insert into audit_events (system_id, person_id, act, subject_type, subject_id, happened_at)
      select system_id, :person::uuid, 'response.keyed-in', 'response', id::text,
        :now::timestamptz
      from going where is_new_paper and exists (select from changed)
    ), written as (
      insert into answers (system_id, response_id, item_id, level, has_level, has_evidence,
      value, revision, updated_at, updated_by)
    select system_id, response_id, item_id, level, has_level, has_evidence,
      value, revision, :now::timestamptz, :person::uuid
    from changed
    on conflict (system_id, response_id, item_id) do update set
      level = excluded.level, has_level = excluded.has_level,
      has_evidence = excluded.has_evidence, value = excluded.value,
      revision = excluded.revision, updated_at = excluded.updated_at,
      updated_by = excluded.updated_by
    )
    select exists (select from held) as held, exists (select from going) as going`,
);

/**
 * Saves the changes, each with a line of history, and counts the response's revision up once: in
 * one statement, which is a transaction of its own where the caller began none.
 * @returns false where the response or its round is no longer as it was seen: then nothing is written
 */
export async function writeAnswers(db: Knex, scope: Scope, answers: AnswerWrite): Promise<boolean> {
  if (answers.changes.length === 0) return true;
  return (await writeAll(db, scope, answers, noPage)).held;
}

/** The same, and notes what the page has said. 'superseded': it had said something later already, and nothing is written. */
export async function writeFromPage(
  db: Knex,
  scope: Scope,
  answers: PageWrite,
): Promise<'written' | 'changed' | 'superseded'> {
  const { held, going } = await writeAll(db, scope, answers, pageValues(answers));
  if (!held) return 'changed';
  return going ? 'written' : 'superseded';
}

type PageValues = Pick<WriteValues, 'page' | 'counter' | 'said'>;
const noPage: PageValues = { page: null, counter: null, said: null };
const pageValues = ({ mark, said }: PageWrite): PageValues => ({
  ...mark,
  said: JSON.stringify(said),
});

async function writeAll(
  db: Knex,
  scope: Scope,
  { responseId, changes, now, seen }: AnswerWrite,
  page: PageValues,
): Promise<WriteResult> {
  const rows = changes.map(({ sent, revision }) => ({
    item_id: sent.item.id,
    value: sent.value,
    revision,
    ...levelColumns(sent),
  }));
  const [result] = await write(db, {
    ...page,
    system: scope.systemId,
    response: responseId,
    revision: seen?.revision ?? null,
    roundStatus: seen?.roundStatus ?? null,
    rows: JSON.stringify(rows),
    person: scope.personId,
    own: [...ownAgencies(scope)],
    now,
  });
  return result ?? { held: false, going: false };
}

/** Each answer as it was at the revision that its page was made from; none where there was none. */
export async function findBases(
  db: Knex,
  scope: Scope,
  responseId: string,
  sent: readonly SentAnswer[],
): Promise<Bases> {
  if (sent.length === 0) return new Map();
  const rows = await db('answer_history')
    .where({ system_id: scope.systemId, response_id: responseId })
    .whereIn(
      ['item_id', 'revision'],
      sent.map(({ item, revision }) => [item.id, revision]),
    )
    .select('item_id', 'value');
  return new Map(rows.map(({ item_id, value }) => [item_id, value]));
}

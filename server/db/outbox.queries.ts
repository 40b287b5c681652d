/** The outbox: e-mail as rows, saved in the transaction of what causes it and sent afterwards (docs/decisions/0010). */
import type { Knex } from 'knex';
import type { MailContent, MailKind } from '../domain/mail/content.ts';

/** The task of the job queue that sends one message. */
export const SEND_MAIL = 'send-mail';

export interface NewMail {
  /** a new one where left out */
  readonly id?: string;
  /** null: about the person's account, such as a sign-in link */
  readonly systemId: string | null;
  readonly personId: string;
  readonly kind: MailKind;
  readonly content: MailContent;
  readonly queuedAt: Date;
  /** worth nothing afterwards: then it is not sent, and counts as failed */
  readonly notAfter: Date;
  /** responses it reminds of, or actions where that is its kind: asked again when it is sent, and not sent once all of them are submitted, or done with; of questions: once they are answered */
  readonly awaited?: readonly string[];
  /** what it is about, where it is about an agency's part in a round: not sent to who has left the agency */
  readonly about?: MailSubject;
}
export interface MailSubject {
  readonly roundId: string;
  readonly agencyId: string;
  /** the sending of reminders that it belongs to */
  readonly reminderId?: string;
}

/**
 * Queues a message to the person's address. @param trx the transaction of what causes it: a change that is
 * taken back mails nobody. @returns the message's id
 */
export async function queueMail(trx: Knex, mail: NewMail): Promise<string> {
  const [id] = await queueMails(trx, [mail]);
  if (id === undefined) throw new Error(`there is nobody ${mail.personId} to write to`);
  return id;
}

/** Many at once, in two statements; the same as one by one. @returns their ids */
export async function queueMails(trx: Knex, mails: readonly NewMail[]): Promise<string[]> {
  if (mails.length === 0) return [];
  const { rows } = await trx.raw<{ rows: { id: string }[] }>(
    `insert into messages (id, system_id, person_id, kind, recipient, subject, content, awaited,
       round_id, agency_id, reminder_id, queued_at, next_attempt_at, not_after)
     select coalesce(m.id, gen_random_uuid()), m.system_id, p.id, m.kind, p.email, m.subject, m.content, m.awaited,
       m.round_id, m.agency_id, m.reminder_id, m.queued_at, m.queued_at, m.not_after
     from jsonb_to_recordset(:mails::jsonb) as m(id uuid, system_id uuid, person_id uuid, kind text,
       subject text, content jsonb, awaited uuid[], round_id uuid, agency_id uuid, reminder_id uuid,
       queued_at timestamptz, not_after timestamptz)
     join people p on p.id = m.person_id
     returning id`,
    { mails: JSON.stringify(mails.map(toRow)) },
  );
  const ids = rows.map(({ id }) => id);
  await addJobs(trx, ids, null);
  return ids;
}

function toRow({ systemId, personId, kind, content, about, ...mail }: NewMail) {
  return {
    id: mail.id,
    system_id: systemId,
    person_id: personId,
    kind,
    subject: content.subject,
    content,
    awaited: mail.awaited,
    // What is left out of the JSON is null in its row.
    round_id: about?.roundId,
    agency_id: about?.agencyId,
    reminder_id: about?.reminderId,
    queued_at: mail.queuedAt,
    not_after: mail.notAfter,
  };
}

/**
 * The one way into the job queue. The row above is the truth and the job a wake-up call: one too many does
 * nothing, and one that was lost is added again by `requeueLost`. @param runAt null: at once
 */
async function addJobs(db: Knex, ids: readonly string[], runAt: Date | null): Promise<void> {
  await db.raw(
    // A function of the database's owner: a request's role has no business in the queue's own tables.
    `select wake_mail(:ids::text[], :runAt)`,
    { ids: [...ids], runAt },
  );
}

export interface Claimed {
  readonly id: string;
  readonly systemId: string | null;
  readonly personId: string;
  readonly kind: MailKind;
  readonly recipient: string;
  readonly content: MailContent;
  readonly awaited: readonly string[] | null;
  /** whose answers it is about; null where it is about none */
  readonly agencyId: string | null;
  readonly queuedAt: Date;
  readonly notAfter: Date;
  /** this one included; with the id it says whose claim it is */
  readonly attempts: number;
  /** earlier attempts that may have delivered it; one whose process died after handing over counts */
  readonly unconfirmed: number;
}
type Claim = Pick<Claimed, 'id' | 'attempts'>;

/** Whoever claims a message has this long; afterwards the process counts as dead. Longer than any attempt takes. */
const leaseMs = 2 * 60 * 1000;

/** Undefined where there is nothing to do: sent, given up, or being sent by another process. */
export async function claimMessage(db: Knex, id: string, now: Date): Promise<Claimed | undefined> {
  const { rows } = await db.raw<{ rows: Claimed[] }>(
    `update messages
     set attempts = attempts + 1, leased_until = :until,
       unconfirmed = unconfirmed + (handed_over_at is not null)::int, handed_over_at = null
     where id = :id and status = 'queued'
       and (leased_until is null or leased_until <= :now)
     returning id, system_id as "systemId", person_id as "personId", kind, recipient, content,
       awaited::text[], agency_id as "agencyId", queued_at as "queuedAt", not_after as "notAfter", attempts, unconfirmed`,
    { id, now, until: new Date(now.getTime() + leaseMs) },
  );
  const row = rows[0];
  return row && { ...row, content: toContent(row.content) };
}

/** JSON has no dates. */
export function toContent(stored: MailContent): MailContent {
  const { moment } = stored;
  return moment ? { ...stored, moment: { ...moment, at: new Date(moment.at) } } : stored;
}

/** Notes that the content leaves now. @throws where the claim has gone to somebody else meanwhile */
export async function noteHandOver(db: Knex, claim: Claim, now: Date): Promise<void> {
  const noted = await claimed(db, claim).update({ handed_over_at: now });
  if (noted === 0) throw new Error('the message is no longer ours to send');
}

export interface Finish {
  readonly status: 'sent' | 'failed' | 'not-due';
  readonly error: string | null;
  readonly unconfirmed: number;
  /** the demonstration shows what it would have sent; elsewhere links and names are forgotten */
  readonly keepContent: boolean;
}

/** Ends a message's life; nothing where the claim has gone to somebody else. */
export async function finishMessage(
  db: Knex,
  claim: Claim,
  { status, error, unconfirmed, keepContent }: Finish,
  now: Date,
): Promise<void> {
  await claimed(db, claim).update({
    status,
    unconfirmed,
    last_error: error,
    finished_at: now,
    leased_until: null,
    handed_over_at: null,
    ...(keepContent ? {} : { content: db.raw('null') }),
  });
}

/** Has it tried again at that time. */
export function retryMessage(
  db: Knex,
  claim: Claim,
  {
    at,
    error,
    unconfirmed,
  }: { readonly at: Date; readonly error: string; readonly unconfirmed: number },
): Promise<void> {
  return db.transaction(async (trx) => {
    const kept = await claimed(trx, claim).update({
      next_attempt_at: at,
      last_error: error,
      unconfirmed,
      leased_until: null,
      handed_over_at: null,
    });
    if (kept > 0) await addJobs(trx, [claim.id], at);
  });
}

/** Gives a claim back untried: the next process that is free takes it. */
export function releaseMessage(db: Knex, claim: Claim): Promise<void> {
  return db.transaction(async (trx) => {
    const released = await claimed(trx, claim).update({
      attempts: claim.attempts - 1,
      leased_until: null,
      handed_over_at: null,
    });
    if (released > 0) await addJobs(trx, [claim.id], null);
  });
}

/** A claim is known by its count of attempts. */
function claimed(db: Knex, { id, attempts }: Claim): Knex.QueryBuilder {
  return db('messages').where({ id, attempts, status: 'queued' }).whereNotNull('leased_until');
}

/** Messages that wait longer than their job would let them: a process died with it. */
const lostAfterMs = 60 * 1000;

/** Wakes up what was lost; returns how many. Call it every minute, from any number of processes. */
export async function requeueLost(db: Knex, now: Date): Promise<number> {
  const lost = await db('messages')
    .where('status', 'queued')
    .where('next_attempt_at', '<', new Date(now.getTime() - lostAfterMs))
    .where((free) => void free.whereNull('leased_until').orWhere('leased_until', '<=', now))
    .orderBy('next_attempt_at')
    .limit(500)
    .pluck('id');
  if (lost.length > 0) await addJobs(db, lost, null);
  return lost.length;
}

/** The outbox as the demonstration shows it: everybody's messages, since everybody there is invented. */
import type { Knex } from 'knex';
import { toContent } from '../../db/outbox.queries.ts';
import type { MailContent } from '../../domain/mail/content.ts';

export interface ListedMessage {
  readonly id: string;
  readonly personId: string;
  /** as the message's system calls the person */
  readonly personName: string;
  readonly recipient: string;
  readonly subject: string;
  readonly status: 'queued' | 'sent' | 'failed' | 'not-due';
  readonly queuedAt: Date;
  readonly error: string | null;
}

const columns = {
  id: 'm.id',
  personId: 'm.person_id',
  recipient: 'm.recipient',
  subject: 'm.subject',
  status: 'm.status',
  queuedAt: 'm.queued_at',
  error: 'm.last_error',
} as const;

function messages(db: Knex): Knex.QueryBuilder {
  return db('messages as m')
    .join('people as p', 'p.id', 'm.person_id')
    .leftJoin('members as s', { 's.system_id': 'm.system_id', 's.person_id': 'm.person_id' });
}

/** The newest first. @param personId null: everybody's */
export function listMessages(
  db: Knex,
  personId: string | null,
  limit: number,
): Promise<ListedMessage[]> {
  return messages(db)
    .where(personId === null ? {} : { 'm.person_id': personId })
    .orderBy([
      { column: 'm.queued_at', order: 'desc' },
      { column: 'm.id', order: 'desc' },
    ])
    .limit(limit)
    .select<ListedMessage[]>(columns, db.raw('coalesce(s.name, p.name) as "personName"'));
}

export interface Recipient {
  readonly personId: string;
  readonly name: string;
  readonly messages: number;
}

/** Everybody who has a message, by name. */
export function listRecipients(db: Knex): Promise<Recipient[]> {
  return messages(db)
    .groupBy('m.person_id')
    .select<Recipient[]>(
      { personId: 'm.person_id' },
      db.raw('max(coalesce(s.name, p.name)) as name'),
      db.raw('count(*) as messages'),
    )
    .orderByRaw('max(coalesce(s.name, p.name)) collate "en-GB-x-icu"');
}

export interface OpenedMessage extends ListedMessage {
  readonly content: MailContent;
}

export async function findMessage(db: Knex, id: string): Promise<OpenedMessage | undefined> {
  const row = await messages(db)
    .where('m.id', id)
    .whereNotNull('m.content')
    .first<OpenedMessage | undefined>(
      { ...columns, content: 'm.content' },
      db.raw('coalesce(s.name, p.name) as "personName"'),
    );
  return row && { ...row, content: toContent(row.content) };
}

/** The row of an e-mail in the outbox. */
import type { MailKind } from '../domain/mail/content.ts';

/** Saved with what causes it, sent afterwards. */
export interface MessageRow {
  id: string;
  /** null: about the person's account, such as a sign-in link */
  system_id: string | null;
  person_id: string;
  kind: MailKind;
  /** the address when it was queued */
  recipient: string;
  subject: string;
  /** forgotten once the message is finished; the demonstration keeps it */
  content: unknown;
  /** responses it reminds of: not sent once all are submitted */
  awaited: readonly string[] | null;
  queued_at: Date;
  /** what it is about, where it is about an agency's part in a round */
  round_id: string | null;
  agency_id: string | null;
  /** of a reminder: the sending it belongs to */
  reminder_id: string | null;
  /** worth nothing after this */
  not_after: Date;
  status: 'queued' | 'sent' | 'failed' | 'not-due';
  attempts: number;
  /** attempts that handed it over without hearing whether it arrived */
  unconfirmed: number;
  next_attempt_at: Date;
  /** somebody is sending it, until then at most */
  leased_until: Date | null;
  /** in the attempt under way: its content may have left */
  handed_over_at: Date | null;
  last_error: string | null;
  finished_at: Date | null;
}

/** A message as the mail server gets it: text and HTML twins, a calendar file, and headers that say it is automatic. */
import MailComposer from 'nodemailer/lib/mail-composer';
import { letterHtml } from './letter.html.ts';
import { letterText, type Letter } from './letter.ts';

export interface Mailbox {
  /** '' where there is none */
  readonly name: string;
  readonly address: string;
}

export interface OutgoingMail {
  /** of the outbox: every attempt carries the same Message-ID, so that a mailbox can tell a duplicate */
  readonly id: string;
  readonly from: Mailbox;
  /** an e-mail address */
  readonly to: string;
  readonly date: Date;
  readonly letter: Letter;
  /** a calendar file's text; null where none goes with it */
  readonly calendar: string | null;
}

/** The same bytes for the same message: an attempt differs from the one before in nothing. */
export function toMime({ id, from, to, date, letter, calendar }: OutgoingMail): Promise<Buffer> {
  const domain = from.address.slice(from.address.lastIndexOf('@') + 1);
  const composer = new MailComposer({
    from: { name: from.name, address: from.address },
    to: { name: '', address: to },
    subject: letter.subject,
    date,
    messageId: `<${id}@${domain}>`,
    headers: {
      'Auto-Submitted': 'auto-generated',
      'X-Auto-Response-Suppress': 'OOF, AutoReply',
      'Content-Language': 'en-GB',
    },
    text: letterText(letter),
    html: letterHtml(letter),
    attachments:
      calendar === null
        ? []
        : [
            {
              filename: 'deadline.ics',
              content: calendar,
              contentType: 'text/calendar; charset=utf-8; method=PUBLISH',
            },
          ],
    baseBoundary: id,
    newline: 'win',
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return composer.compile().build();
}

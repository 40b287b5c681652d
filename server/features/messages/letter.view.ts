/** A message's content in its final words: times as people read them, links whole, every text one plain line. */
import type { Letter } from '../../adapters/mail/letter.ts';
import type { MailContent } from '../../domain/mail/content.ts';
import { formatDateTime } from '../../web/time.ts';

/** Names come from people: no line breaks, no controls, no marks that turn the direction of reading. */
const unsafe = /[\p{Cc}\p{Zl}\p{Zp}\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069\uFEFF]+/gu;
/** With the u flag a character is never cut in two. */
const tooLong = /^(.{400}).+$/su;

function line(text: string): string {
  return text.replace(unsafe, ' ').replace(/\s+/g, ' ').trim().replace(tooLong, '$1…');
}

/** @param origin put before the path of the link: our own address, without a slash at the end */
export function toLetter(content: MailContent, origin: string): Letter {
  const { moment, action } = content;
  return {
    subject: line(content.subject),
    greeting: line(content.greeting),
    paragraphs: content.paragraphs.map(line),
    moment: moment ? line(`${moment.what}: ${formatDateTime(moment.at)} (UK time)`) : '',
    action: { label: line(action.label), url: `${origin}${action.path}` },
    why: line(content.why),
  };
}

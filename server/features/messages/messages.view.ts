/** The demonstration's messages as pages: the list, and one message as its reader would see it. */
import { letterText, sender, type Letter } from '../../adapters/mail/letter.ts';
import { paths } from '../../web/paths.ts';
import { template } from '../../web/reply.ts';
import { formatDateTime } from '../../web/time.ts';
import { toLetter } from './letter.view.ts';
import type { ListedMessage, OpenedMessage, Recipient } from './messages.queries.ts';

interface MessageRow {
  readonly href: string;
  readonly subject: string;
  readonly to: string;
  readonly when: string;
  readonly state: string;
}
export interface MessageListView {
  readonly lede: string;
  readonly options: readonly {
    readonly value: string;
    readonly label: string;
    readonly selected: boolean;
  }[];
  readonly messages: readonly MessageRow[];
  /** said below a list that was cut; '' where it is whole */
  readonly more: string;
}
export const messageListPage = template<MessageListView>('messages/list');

const stateWords: Readonly<Record<ListedMessage['status'], string>> = {
  queued: 'About to be sent',
  sent: 'Delivered here',
  failed: 'Not sent',
  'not-due': 'Not sent: no longer due',
};

function stateOf({ status, error }: ListedMessage): string {
  return status === 'failed' && error !== null
    ? `${stateWords.failed}: ${error}`
    : stateWords[status];
}

function count(messages: number): string {
  return messages === 1 ? '1 message' : `${messages} messages`;
}

export interface ListFacts {
  readonly messages: readonly ListedMessage[];
  readonly recipients: readonly Recipient[];
  /** null: everybody */
  readonly chosen: string | null;
  readonly limit: number;
}

export function toMessageListView(facts: ListFacts): MessageListView {
  const { messages, recipients, chosen, limit } = facts;
  const all = recipients.reduce((sum, recipient) => sum + recipient.messages, 0);
  return {
    lede:
      all === 0
        ? 'Nothing has been sent yet.'
        : `${count(all)} by e-mail. In the demonstration they come here: nothing leaves this machine.`,
    options: [
      { value: '', label: `Everybody (${count(all)})`, selected: chosen === null },
      ...recipients.map(({ personId, name, messages: own }) => ({
        value: personId,
        label: `${name} (${count(own)})`,
        selected: personId === chosen,
      })),
    ],
    messages: messages.map((message) => ({
      href: paths.message(message.id),
      subject: message.subject,
      to: message.personName,
      when: formatDateTime(message.queuedAt),
      state: stateOf(message),
    })),
    more: messages.length === limit ? `The ${limit} newest are shown.` : '',
  };
}

export interface MessageView {
  readonly subject: string;
  readonly facts: readonly { readonly term: string; readonly text: string }[];
  /** '' where no calendar file goes with it */
  readonly calendarHref: string;
  readonly letter: LetterView;
  readonly text: string;
}
export interface LetterView extends Letter {
  readonly sender: string;
  /** the link on the site that shows it: a demonstration has more than one name */
  readonly href: string;
}
export const messagePage = template<MessageView>('messages/message');

/** @param origin our own address, as the message has it */
export function toMessageView(message: OpenedMessage, origin: string): MessageView {
  const { content, personName, recipient, queuedAt } = message;
  const letter = toLetter(content, origin);
  return {
    subject: message.subject,
    facts: [
      { term: 'To', text: `${personName}, ${recipient}` },
      { term: 'When', text: formatDateTime(queuedAt) },
      { term: 'State', text: stateOf(message) },
    ],
    calendarHref: content.moment?.calendar ? paths.messageCalendar(message.id) : '',
    letter: { sender, href: content.action.path, ...letter },
    text: letterText(letter),
  };
}

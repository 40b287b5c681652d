/** What the platform sends, on a page: for the demonstration only; elsewhere these addresses do not exist. */
import type { Knex } from 'knex';
import { notFound } from '../../domain/errors.ts';
import { paths } from '../../web/paths.ts';
import { file, page } from '../../web/reply.ts';
import { param, publicGet, type AnyRequest, type Route } from '../../web/route.ts';
import { calendarOf } from './deliver.ts';
import {
  findMessage,
  listMessages,
  listRecipients,
  type OpenedMessage,
} from './messages.queries.ts';
import { messageListPage, messagePage, toMessageListView, toMessageView } from './messages.view.ts';

export interface MessagesDeps {
  readonly db: Knex;
  readonly demo: boolean;
  readonly baseUrl: string;
}

const limit = 100;
const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const crumbs = [{ text: 'Messages', href: paths.messages() }];

/** Open to people who are signed out too: a sign-in link is among the messages. */
export function messageRoutes({ db, demo, baseUrl }: MessagesDeps): Route[] {
  if (!demo) return [];
  return [
    publicGet(paths.messages(), async ({ query }) => {
      const to = query['to'] ?? '';
      const chosen = uuid.test(to) ? to : null;
      const [messages, recipients] = await Promise.all([
        listMessages(db, chosen, limit),
        listRecipients(db),
      ]);
      const view = toMessageListView({ messages, recipients, chosen, limit });
      return page(messageListPage, view, { title: 'Messages' });
    }),
    publicGet('/messages/:message', async (request) => {
      const message = await getMessage(db, request);
      const view = toMessageView(message, baseUrl);
      return page(messagePage, view, { title: view.subject, crumbs });
    }),
    publicGet('/messages/:message/deadline.ics', async (request) => {
      const calendar = calendarOf(await getMessage(db, request), baseUrl);
      if (calendar === null) throw notFound();
      return file(Buffer.from(calendar), 'text/calendar; charset=utf-8', 'deadline.ics');
    }),
  ];
}

async function getMessage(db: Knex, request: AnyRequest): Promise<OpenedMessage> {
  const id = param(request, 'message');
  const message = uuid.test(id) ? await findMessage(db, id) : undefined;
  if (!message) throw notFound();
  return message;
}

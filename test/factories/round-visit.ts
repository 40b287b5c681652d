/** A coordinator who goes through a round by its forms, as a browser would send them. */
import { changed, sentBy } from './html-form.ts';
import type { Visitor } from './visitor.ts';

type Changes = Readonly<Record<string, string | readonly string[]>>;

/** Sends the page's form with some values changed; forms of set-up have this class. */
export async function sendForm(
  visitor: Visitor,
  address: string,
  changes: Changes = {},
  { to = address, form = 'su-form' }: { readonly to?: string; readonly form?: string } = {},
) {
  const { text, status } = await visitor.get(address);
  if (status !== 200) throw new Error(`${address} answers ${status}`);
  return visitor.post(to, changed(sentBy(text, form), changes));
}

/** @returns the round's slug */
export async function createRound(
  visitor: Visitor,
  changes: Changes,
  from?: string,
): Promise<string> {
  const query = from === undefined ? '' : `?from=${from}`;
  const reply = await sendForm(visitor, `/set-up/rounds/new${query}`, changes, {
    to: '/set-up/rounds',
  });
  const slug = /^\/set-up\/rounds\/([^?]+)\?done=created$/.exec(
    reply.headers['location'] ?? '',
  )?.[1];
  if (slug === undefined) throw new Error(`no round was created: ${reply.status}`);
  return slug;
}

/** Asks first, then takes the step. */
export function takeStep(visitor: Visitor, slug: string, step: string) {
  return sendForm(visitor, `/set-up/rounds/${slug}/steps/${step}`, {}, { form: 'su-confirm' });
}

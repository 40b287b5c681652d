/** The pages around a sign-in link: asking for it, the mail on its way, the button that uses it, one that is over. */
import { linkMinutes } from '../../domain/access/sign-in.ts';
import { toErrorSummary, type ErrorSummary } from '../../web/error-summary.ts';
import type { Input } from '../../web/components.ts';
import { template } from '../../web/reply.ts';

export interface AskView {
  readonly csrf: string;
  readonly returnTo: string;
  readonly email: Input;
  readonly summary: ErrorSummary | null;
  /** people may sign in with their organisation's account */
  readonly organisation: boolean;
  /** of the link's button: the main one, or the second */
  readonly linkVariant: '' | 'secondary';
  /** nobody can sign in yet */
  readonly waiting: boolean;
}
export interface LinkView {
  readonly csrf: string;
  readonly token: string;
  readonly returnTo: string;
}
export interface SentView {
  readonly minutes: number;
}
export const askPage = template<AskView>('sign-in/ask');
export const sentPage = template<SentView>('sign-in/sent');
export const linkPage = template<LinkView>('sign-in/link');
export const linkOverPage = template<LinkView>('sign-in/link-over');

export function toAskView(
  facts: Pick<AskView, 'csrf' | 'returnTo' | 'organisation' | 'waiting'>,
  tried: { readonly value: string; readonly error: string } = { value: '', error: '' },
): AskView {
  return {
    ...facts,
    linkVariant: facts.organisation ? 'secondary' : '',
    email: {
      id: 'email',
      name: 'email',
      label: 'Your e-mail address at work',
      hint: `We send a link to it. The link works once, for ${String(linkMinutes)} minutes.`,
      type: 'email',
      inputmode: 'email',
      autocomplete: 'email',
      ...tried,
    },
    summary: tried.error ? toErrorSummary([{ field: 'email', text: tried.error }]) : null,
  };
}

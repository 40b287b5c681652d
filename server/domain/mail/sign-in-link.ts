/** The link that signs somebody in. */
import { greet, type MailContent } from './content.ts';

export interface SignInLinkFacts {
  readonly name: string;
  /** holds the token: the outbox forgets it once it is sent */
  readonly path: string;
  readonly validUntil: Date;
}

export function signInLink({ name, path, validUntil }: SignInLinkFacts): MailContent {
  return {
    subject: 'Your sign-in link',
    greeting: greet(name),
    paragraphs: [
      'Here is your link to sign in. It works once.',
      'If you did not ask for it, do nothing: nobody can sign in without it.',
    ],
    moment: { what: 'The link works until', at: validUntil },
    action: { label: 'Sign in', path },
    why: 'You get this because somebody asked to sign in with this e-mail address.',
  };
}

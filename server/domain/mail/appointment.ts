/** Tells somebody that they coordinate a system. It is no credential: the link leads to sign-in. */
import { greet, type MailContent } from './content.ts';

export interface AppointmentFacts {
  readonly name: string;
  readonly systemName: string;
  readonly path: string;
}

export function appointment({ name, systemName, path }: AppointmentFacts): MailContent {
  return {
    subject: `You coordinate ${systemName}`,
    greeting: greet(name),
    paragraphs: [
      `${systemName} will find out how good support for parent-infant relationships is in each of its Places, and you coordinate it.`,
      'To begin, sign in with this e-mail address and enter the Places, the agencies and the people who answer and review. You need an authenticator application for your first sign-in.',
    ],
    action: { label: 'Begin the set-up', path },
    why: `You get this because the administrator of this installation named you coordinator of ${systemName}.`,
  };
}

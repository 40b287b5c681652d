/** Asks somebody to answer for an agency in a round. It is no credential: the link leads to sign-in. */
import { greet, type MailContent } from './content.ts';
import { closing, type RoundFacts } from './round.ts';

export interface InvitationFacts {
  readonly name: string;
  readonly systemName: string;
  readonly agencyName: string;
  readonly round: RoundFacts;
  readonly path: string;
}

export function invitation(facts: InvitationFacts): MailContent {
  const { name, systemName, agencyName, round, path } = facts;
  return {
    subject: `Invitation to answer: ${round.name}`,
    greeting: greet(name),
    paragraphs: [
      `${systemName} is finding out how good support for parent-infant relationships is in each of its Places, and asks ${agencyName} to answer.`,
      'Answer with your colleagues, over as many days as you need: what you enter is saved as you go. An agency lead submits it.',
      'To begin, sign in with this e-mail address.',
    ],
    moment: closing(round),
    action: { label: 'See what is asked', path },
    why: `You get this because ${systemName} named you as somebody who answers for ${agencyName}.`,
  };
}

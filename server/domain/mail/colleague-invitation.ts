/** An agency lead asks a colleague to answer with them. It is no credential: the link leads to sign-in. */
import { greet, type MailContent } from './content.ts';
import { closing, type RoundFacts } from './round.ts';

export interface AskedInRound {
  readonly round: RoundFacts;
  /** what the agency answers in it: "Maturity grid, Ferrow Vale" */
  readonly asked: readonly string[];
}
export interface ColleagueInvitationFacts {
  readonly name: string;
  /** the agency lead's */
  readonly invitedBy: string;
  readonly systemName: string;
  readonly agencyName: string;
  /** the one that closes first comes first; none while nothing is asked */
  readonly rounds: readonly AskedInRound[];
  readonly path: string;
}

export function colleagueInvitation(facts: ColleagueInvitationFacts): MailContent {
  const { name, invitedBy, systemName, agencyName, rounds, path } = facts;
  const [first] = rounds;
  return {
    subject: first ? `Invitation to answer: ${first.round.name}` : `Invitation: ${systemName}`,
    greeting: greet(name),
    paragraphs: [
      `${invitedBy} invites you to answer for ${agencyName}. ${systemName} is finding out how good support for parent-infant relationships is in each of its Places.`,
      ...rounds.map(({ round, asked }) => `Asked in ${round.name}: ${asked.join('; ')}.`),
      first
        ? 'Answer with your colleagues: what you enter is saved as you go. An agency lead submits it.'
        : 'Nothing is asked at the moment. When a round opens, you get a message.',
      'To begin, sign in with this e-mail address.',
    ],
    ...(first ? { moment: closing(first.round) } : {}),
    action: { label: first ? 'See what is asked' : 'Sign in', path },
    why: `You get this because ${invitedBy}, agency lead of ${agencyName}, gave your address.`,
  };
}

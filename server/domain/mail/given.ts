/** Tells somebody that a colleague gave them parts of a response to answer. */
import { greet, type MailContent } from './content.ts';
import { closing, type RoundFacts } from './round.ts';

export interface GivenFacts {
  readonly name: string;
  /** the colleague's */
  readonly givenBy: string;
  readonly agencyName: string;
  readonly roundName: string;
  /** null where the time for answers is over: it came back from review */
  readonly round: RoundFacts | null;
  /** "Maturity grid, Ferrow Vale" */
  readonly what: string;
  readonly parts: readonly string[];
  readonly path: string;
}

export function given(facts: GivenFacts): MailContent {
  const { name, givenBy, agencyName, roundName, round, what, parts, path } = facts;
  return {
    subject: `Given to you: ${what}`,
    greeting: greet(name),
    paragraphs: [
      `${givenBy} gave you ${parts.length === 1 ? 'a part' : `${parts.length} parts`} of “${what}” in ${roundName}: ${parts.join('; ')}.`,
      'It binds nobody: anybody who answers for your agency can still write there, and so can you everywhere else.',
    ],
    ...(round ? { moment: closing(round) } : {}),
    action: { label: 'Go to what you were given', path },
    why: `You get this because you answer for ${agencyName}.`,
  };
}

/** Reminds somebody of what their agency has not submitted. Asked again when it is sent: see `awaited` in db/outbox.queries.ts. */
import { greet, type MailContent } from './content.ts';
import { closing, type RoundFacts } from './round.ts';

export interface ReminderFacts {
  readonly name: string;
  readonly agencyName: string;
  readonly round: RoundFacts;
  /** responses not submitted when this was written: "Maturity grid, Ferrow Vale" */
  readonly missing: readonly string[];
  readonly path: string;
}

export function reminder({ name, agencyName, round, missing, path }: ReminderFacts): MailContent {
  return {
    subject: `Not submitted yet: ${round.name}`,
    greeting: greet(name),
    paragraphs: [
      `${agencyName} has not submitted: ${missing.join('; ')}.`,
      'What is entered so far is saved. An agency lead submits it when it is complete.',
    ],
    moment: closing(round),
    action: { label: 'Continue answering', path },
    why: `You get this because you answer for ${agencyName}. There is no reminder once it has submitted.`,
  };
}

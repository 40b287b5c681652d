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
  /** a line of the coordinator's own; left out where there is none */
  readonly word?: { readonly from: string; readonly text: string };
}

export function reminder(facts: ReminderFacts): MailContent {
  const { name, agencyName, round, missing, path, word } = facts;
  return {
    subject: `Not submitted yet: ${round.name}`,
    greeting: greet(name),
    paragraphs: [
      ...(word ? [`${word.from} writes: “${word.text}”`] : []),
      `${agencyName} has not submitted: ${listed(missing)}.`,
      'What is entered so far is saved. An agency lead submits it when it is complete.',
    ],
    moment: closing(round),
    action: { label: 'Continue answering', path },
    why: `You get this because you answer for ${agencyName}. There is no reminder once it has submitted.`,
  };
}

const mostNamed = 6;

/** Of many the first ones, and how many more: a line of a letter is no list. */
function listed(missing: readonly string[]): string {
  const shown = missing.length > mostNamed + 1 ? missing.slice(0, mostNamed) : missing;
  const rest = missing.length - shown.length;
  return [...shown, ...(rest > 0 ? [`and ${rest} more`] : [])].join('; ');
}

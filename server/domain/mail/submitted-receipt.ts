/** Confirms to whoever submitted a response that it is in. */
import { greet, type MailContent } from './content.ts';

export interface SubmittedFacts {
  readonly name: string;
  readonly agencyName: string;
  readonly roundName: string;
  /** "Maturity grid, Ferrow Vale" */
  readonly what: string;
  readonly submittedAt: Date;
  readonly path: string;
}

export function submittedReceipt(facts: SubmittedFacts): MailContent {
  const { name, agencyName, roundName, what, submittedAt, path } = facts;
  return {
    subject: `Submitted: ${what}`,
    greeting: greet(name),
    paragraphs: [
      `You submitted “${what}” for ${agencyName}, in ${roundName}.`,
      'Your agency can read its answers at any time. To change something, ask your coordinator to return them.',
    ],
    moment: { what: 'Submitted', at: submittedAt },
    action: { label: 'Read what you submitted', path },
    why: `You get this because you submitted it for ${agencyName}.`,
  };
}

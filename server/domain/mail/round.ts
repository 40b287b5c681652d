/** What messages about a round have in common: its name and when it closes. */
import type { MailMoment } from './content.ts';

export interface RoundFacts {
  /** the calendar entry's identity: a reminder moves the one that the invitation made */
  readonly id: string;
  readonly name: string;
  readonly closesAt: Date;
}

export function closing({ id, name, closesAt }: RoundFacts): MailMoment {
  return {
    what: `${name} closes`,
    at: closesAt,
    calendar: { id, title: `Answers due: ${name}` },
  };
}

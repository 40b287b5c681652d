/** Tells somebody that a round's results are out. */
import { greet, type MailContent } from './content.ts';

export interface PublishedFacts {
  readonly name: string;
  readonly systemName: string;
  readonly roundName: string;
  readonly path: string;
}

export function published({ name, systemName, roundName, path }: PublishedFacts): MailContent {
  return {
    subject: `Results published: ${roundName}`,
    greeting: greet(name),
    paragraphs: [
      `The results of ${roundName} are published for everybody in ${systemName}.`,
      'Read them Place by Place, or download a summary.',
    ],
    action: { label: 'Read the results', path },
    why: `You get this because you take part in ${systemName}.`,
  };
}

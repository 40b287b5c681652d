/** Tells somebody that published results were corrected, and where: what changed is read on the page. */
import { greet, type MailContent } from './content.ts';

export interface EditionFacts {
  readonly name: string;
  readonly systemName: string;
  readonly roundName: string;
  readonly number: number;
  /** in the system's order */
  readonly places: readonly { readonly name: string; readonly topics: readonly string[] }[];
  readonly path: string;
}

export function edition(facts: EditionFacts): MailContent {
  const { name, systemName, roundName, number, places, path } = facts;
  return {
    subject: `Results corrected: ${roundName}, edition ${number}`,
    greeting: greet(name),
    paragraphs: [
      `The published results of ${roundName} were corrected. Edition ${number} replaces what was published before.`,
      'It changes:',
      ...places.map((place) => `${place.name}: ${place.topics.join(', ')}.`),
      'The results say what stood there before, what stands there now, and why.',
    ],
    action: { label: 'Read what changed', path },
    why: `You get this because you take part in ${systemName}.`,
  };
}

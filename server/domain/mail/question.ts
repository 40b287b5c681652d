/** Asks somebody for answers that are missing in their agency's map. Which services they are about stands on the page. */
import { greet, type MailContent } from './content.ts';

export interface QuestionFacts {
  readonly name: string;
  readonly agencyName: string;
  readonly roundName: string;
  /** the coordinator's name */
  readonly from: string;
  /** in the instrument's words, each once */
  readonly questions: readonly string[];
  /** how many they are about */
  readonly services: number;
  readonly path: string;
}

export function question(facts: QuestionFacts): MailContent {
  const { name, agencyName, roundName, from, questions, services, path } = facts;
  const about = services === 1 ? 'one of its services' : `${services} of its services`;
  return {
    subject: `Asked about your service map: ${roundName}`,
    greeting: greet(name),
    paragraphs: [
      `${from} asks ${agencyName} about ${about}:`,
      ...listed(questions),
      'Answer on one short page: the map stays submitted and counts as before, and nothing else in it changes.',
      '“Not known” is an answer, too.',
    ],
    action: { label: 'Answer', path },
    why: `You get this because you answer for ${agencyName}.`,
  };
}

const mostNamed = 6;

/** Of many the first ones, and how many more. */
function listed(questions: readonly string[]): string[] {
  const shown = questions.length > mostNamed + 1 ? questions.slice(0, mostNamed) : questions;
  const rest = questions.length - shown.length;
  return [...shown.map((text) => `“${text}”`), ...(rest > 0 ? [`and ${rest} more`] : [])];
}

/** Tells somebody that their agency's response came back. The reason stays on the page: it may quote an answer. */
import { greet, type MailContent } from './content.ts';

export interface ReturnedFacts {
  readonly name: string;
  readonly agencyName: string;
  readonly roundName: string;
  /** "Maturity grid, Ferrow Vale" */
  readonly what: string;
  readonly path: string;
}

export function returned({ name, agencyName, roundName, what, path }: ReturnedFacts): MailContent {
  return {
    subject: `Returned to you: ${what}`,
    greeting: greet(name),
    paragraphs: [
      `“${what}”, which ${agencyName} submitted in ${roundName}, has been returned. The reason is on its page.`,
      'Its answers can be changed again. When they are right, an agency lead submits them once more.',
    ],
    action: { label: 'Read why, and change it', path },
    why: `You get this because you answer for ${agencyName}.`,
  };
}

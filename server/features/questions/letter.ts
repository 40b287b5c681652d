/** The e-mail that carries an agency's questions to one person. */
import type { MailContent } from '../../domain/mail/content.ts';
import { question } from '../../domain/mail/question.ts';
import { paths } from '../../web/paths.ts';
import type { AgencyQuestions } from './questions.load.ts';

export interface LetterFacts {
  readonly roundName: string;
  /** the coordinator's name */
  readonly from: string;
  /** whom it goes to */
  readonly name: string;
}

export function toLetter(
  { agencyName, responseId, questions }: AgencyQuestions,
  { roundName, from, name }: LetterFacts,
): MailContent {
  return question({
    name,
    agencyName,
    roundName,
    from,
    questions: [...new Set(questions.map(({ text }) => text))],
    services: new Set(questions.map(({ entryId }) => entryId)).size,
    path: pathOf(responseId, questions),
  });
}

/** The service itself, at its question; of several the list, where they stand on top. */
function pathOf(responseId: string, questions: AgencyQuestions['questions']): string {
  const [first, ...others] = questions;
  if (!first || others.some(({ entryId }) => entryId !== first.entryId)) {
    return `${paths.entries(responseId)}#asked`;
  }
  return `${paths.entry(responseId, first.entryId)}#${first.itemId}`;
}

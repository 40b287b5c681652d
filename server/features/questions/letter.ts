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
    path: paths.answerQuestions(responseId),
  });
}

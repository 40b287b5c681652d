/** What the coordinator asks of an agency: above the list of its services, until it is answered. */
import { paths } from '../../../web/paths.ts';
import type { OpenMap } from '../open-map.ts';
import { momentWords } from '../words.ts';
import { nameOf, type Question } from './question.ts';

export interface AskedView {
  readonly questions: readonly AskedQuestionView[];
  /** the page that answers them all; '' where each is answered in the form of its service */
  readonly href: string;
  readonly what: string;
}
interface AskedQuestionView {
  readonly question: string;
  readonly entry: string;
  /** where it is answered */
  readonly href: string;
  /** "Ruth Abendroth, today at 14:02" */
  readonly by: string;
}

/** Null for those who do not answer for the agency, and where nothing is open or can be answered. */
export function toAskedOfMap(
  map: OpenMap,
  questions: readonly Question[],
  now: Date,
): AskedView | null {
  const { writable, answerable, response } = map;
  const open = questions.filter((question) => question.open);
  if (open.length === 0 || !(writable || answerable)) return null;
  const page = paths.answerQuestions(response.id);
  return {
    href: writable ? '' : page,
    what: writable
      ? 'A question is gone from here once it is answered. “Not known” is an answer, too.'
      : 'Answers fill what was left open: the map stays submitted and counts as before.',
    questions: open.map(({ entry, item, asked }) => ({
      question: item.text,
      entry: entry.name,
      href: writable
        ? `${paths.entry(response.id, entry.id)}#${item.id}`
        : `${page}#${nameOf(item.id, entry.id)}`,
      by: `${asked.askedBy}, ${momentWords(asked.askedAt, now)}`,
    })),
  };
}

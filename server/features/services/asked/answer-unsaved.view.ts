/** Answers that could not be saved: what was sent, beside what stands now where somebody was faster. */
import type { SimpleAnswer } from '../../../domain/answers/answers.ts';
import { answerWords } from '../../../domain/answers/words.ts';
import { isUnknown } from '../../../domain/elements/leaf.ts';
import type { SimpleItem } from '../../../domain/instrument/definition.ts';
import type { OpenMap } from '../open-map.ts';
import { momentWords } from '../words.ts';
import type { Clash } from './answer.decide.ts';
import type { SentAnswer } from './answer.form.ts';
import { answerIn, type Question } from './question.ts';

export interface UnsavedView {
  readonly heading: string;
  readonly text: string;
  readonly rows: readonly UnsavedRow[];
}
interface UnsavedRow {
  readonly service: string;
  readonly question: string;
  /** '' where nothing else stands */
  readonly theirs: string;
  /** "Wanda Wiśniewska, today 14:02"; '' where nothing else stands */
  readonly by: string;
  readonly mine: string;
}

/** Somebody else answered meanwhile: theirs stands, and the rest of the form is still to be saved. */
export function toClashes(map: OpenMap, clashes: readonly Clash[], now: Date): UnsavedView {
  const isMany = clashes.length > 1;
  return {
    heading: `${isMany ? 'Some of these were' : 'One of these was'} answered while you were writing`,
    text: 'Nothing of yours is saved yet, and nothing is lost. What stands can’t be replaced here: if it is wrong, ask the coordinator to return the map. Your other answers are in the form: save them.',
    rows: clashes.flatMap(({ question, sent }) => {
      const { asked, entry } = question;
      const [who, when] = [
        asked.answeredBy ?? entry.updatedBy,
        asked.answeredAt ?? entry.updatedAt,
      ];
      return toRows(map, question, sent).map((row) => ({
        ...row,
        theirs: entry.removedAt ? 'The service was removed' : row.theirs,
        by: `${who}, ${momentWords(when, now)}`,
      }));
    }),
  };
}

/** Nothing can be saved any more: what was sent is shown, so that it can be copied. */
export function toLateAnswers(
  map: OpenMap,
  questions: readonly Question[],
  sent: readonly SentAnswer[],
  why: string,
): UnsavedView {
  const rows = sent.flatMap((one) =>
    questions
      .filter(({ entry, item }) => entry.id === one.entryId && item.id === one.itemId)
      .flatMap((question) => toRows(map, question, one)),
  );
  return {
    heading: 'Not saved: nothing can be answered here now',
    text: rows.length === 0 ? why : `${why} What you sent is below, so that you can copy it.`,
    rows: rows.map((row) => ({ ...row, theirs: '' })),
  };
}

/** The question itself, and what else was sent with it. */
function toRows(map: OpenMap, { entry, item, parts }: Question, sent: SentAnswer): UnsavedRow[] {
  return parts
    .filter((part) => part.item === item || Object.hasOwn(sent.answers, part.item.id))
    .map(({ item: one }) => ({
      service: entry.name,
      question: one.text,
      theirs: wordsOf(map, one, answerIn(entry, one.id)),
      by: '',
      mine: wordsOf(map, one, sent.answers[one.id]),
    }));
}

/** "Not known" where nobody could say, too. */
export function wordsOf(map: OpenMap, item: SimpleItem, answer: SimpleAnswer | undefined): string {
  if (answer === undefined || isUnknown(answer)) return 'Not known';
  const places = new Map(map.places.map(({ id, name }) => [id, name]));
  return answerWords(item, answer, { definition: map.definition, places }).join('; ');
}

/** What becomes of answers to questions: they fill what is open; where somebody was faster, nothing is saved (pure). */
import type { SimpleAnswers } from '../../../domain/answers/answers.ts';
import { isUnknown } from '../../../domain/elements/leaf.ts';
import { isSameAnswer } from '../entry.merge.ts';
import type { StoredEntry } from '../services.queries.ts';
import type { SentAnswer } from './answer.form.ts';
import { answerIn, type Question } from './question.ts';

export interface Clash {
  readonly question: Question;
  readonly sent: SentAnswer;
}
export interface Fill {
  readonly entry: StoredEntry;
  readonly answers: SimpleAnswers;
}
export type Decision =
  | { readonly kind: 'clash'; readonly clashes: readonly Clash[] }
  | {
      readonly kind: 'fill';
      /** an entry once each; none where only "not known" was said of what was not known before */
      readonly fills: readonly Fill[];
      /** the questions that are answered now */
      readonly ended: readonly Question[];
    };

/** @param questions as they stand now, under the response's lock */
export function decideAnswers(
  questions: readonly Question[],
  sent: readonly SentAnswer[],
): Decision {
  const pairs = sent.flatMap((one) =>
    questions
      .filter(({ entry, item }) => entry.id === one.entryId && item.id === one.itemId)
      .map((question): Clash => ({ question, sent: one })),
  );
  const clashes = pairs.filter((pair) => !pair.question.open && !standsAlready(pair));
  if (clashes.length > 0) return { kind: 'clash', clashes };
  const open = pairs.filter(({ question }) => question.open);
  return { kind: 'fill', fills: toFills(open), ended: open.map(({ question }) => question) };
}

/** Sent twice, or two people of one mind. */
function standsAlready({ question: { entry, item }, sent }: Clash): boolean {
  if (entry.removedAt !== null) return false;
  if (!Object.hasOwn(sent.answers, item.id)) return isOpenEnded(answerIn(entry, item.id));
  return Object.entries(sent.answers).every(([id, answer]) =>
    isSameAnswer(answerIn(entry, id), answer),
  );
}

const isOpenEnded = (answer: unknown): boolean => answer === undefined || isUnknown(answer);

/** Nothing that was said is replaced: only what was left out, or "not known". */
function toFills(open: readonly Clash[]): Fill[] {
  const entries = new Map(open.map(({ question: { entry } }) => [entry.id, entry]));
  return [...entries.values()].flatMap((entry) => {
    const said = open.filter(({ question }) => question.entry.id === entry.id);
    const filled = said
      .flatMap(({ sent }) => Object.entries(sent.answers))
      .filter(([id, answer]) => {
        const stands = answerIn(entry, id);
        return isOpenEnded(stands) && !isSameAnswer(stands, answer);
      });
    if (filled.length === 0) return [];
    return [{ entry, answers: { ...entry.answers, ...Object.fromEntries(filled) } }];
  });
}

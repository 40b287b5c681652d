/** Two people's answers to the same question, side by side: nothing is lost, one is chosen or a third written. */
import type { LevelAnswer, SimpleAnswer } from '../../domain/answers/answers.ts';
import type { WordsContext } from '../../domain/answers/words.ts';
import type { LevelItem } from '../../domain/instrument/definition.ts';
import type { Conflict } from './save.ts';
import { momentWords } from './response.words.ts';
import { CLEARED } from './state.ts';
import { levelMarks, levelRows, plain, simpleRow, type RowView } from './summary.view.ts';

interface PartView {
  readonly term: string;
  readonly theirs: readonly string[];
  readonly yours: readonly string[];
}
interface TwoView {
  readonly heading: string;
  /** "Tomos Prydderch, saved 14:01" */
  readonly theirs: string;
  /** only what differs */
  readonly parts: readonly PartView[];
}
export interface ConflictView {
  readonly answers: readonly TwoView[];
  /** this page as it is stored, without what was typed here */
  readonly storedHref: string;
}

export interface ConflictFacts {
  readonly context: WordsContext;
  readonly now: Date;
  readonly storedHref: string;
}

export function toConflictView(
  conflicts: readonly Conflict[],
  { context, now, storedHref }: ConflictFacts,
): ConflictView {
  return {
    storedHref,
    answers: conflicts.map(({ sent, stored }) => ({
      heading: sent.item.label ?? sent.item.text,
      theirs: `${stored.updatedBy}, saved ${momentWords(stored.updatedAt, now)}`,
      parts: differences(
        rowsOf(sent.item, stored.value, context),
        rowsOf(sent.item, sent.value, context),
      ),
    })),
  };
}

function rowsOf(item: Conflict['sent']['item'], value: unknown, context: WordsContext): RowView[] {
  if (item.type !== 'level') {
    const answer = value === CLEARED ? undefined : (value as SimpleAnswer);
    return [simpleRow(item, answer, context)];
  }
  return levelAnswerRows(item, value as LevelAnswer, context);
}

function levelAnswerRows(item: LevelItem, answer: LevelAnswer, context: WordsContext): RowView[] {
  const { groups } = levelMarks(context.definition, item, answer);
  return [
    ...groups.flatMap(({ level, marks }) =>
      marks.map(({ text, word }) => ({ term: `${level}: ${text}`, lines: [plain(word)] })),
    ),
    ...levelRows(context.definition, item, answer).filter(({ term }) => term !== 'Suggested'),
  ];
}

function differences(theirs: readonly RowView[], yours: readonly RowView[]): PartView[] {
  const terms = [...new Set([...theirs, ...yours].map(({ term }) => term))];
  const lines = (rows: readonly RowView[], term: string): string[] =>
    rows.find((row) => row.term === term)?.lines.map(({ text }) => text) ?? ['Nothing'];
  return terms
    .map((term) => ({ term, theirs: lines(theirs, term), yours: lines(yours, term) }))
    .filter((part) => part.theirs.join('\n') !== part.yours.join('\n'));
}

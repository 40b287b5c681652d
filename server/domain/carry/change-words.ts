/** What changed in a question since last round, in sentences: the same for domains, simple questions and those of an entry. */
import type { Comparison, Question, QuestionChange } from './compare.ts';

const list = new Intl.ListFormat('en-GB', { type: 'conjunction' });
const quoted = (texts: readonly string[]): string => list.format(texts.map((text) => `“${text}”`));

/** Nothing where the question is as it was. */
export function changeWords(change: QuestionChange | undefined): string[] {
  if (!change) return [];
  const { wording, retyped, choicesGone, choicesFresh, statements } = change;
  const { fresh, gone, reworded } = statements;
  return [
    ...(wording
      ? [`It is asked in other words. Before: “${wording.was}”. Now: “${wording.now}”.`]
      : []),
    ...(retyped ? ['It takes another kind of answer now.'] : []),
    ...(choicesGone.length > 0 ? [`No longer to choose: ${quoted(choicesGone)}.`] : []),
    ...(choicesFresh.length > 0 ? [`New to choose: ${quoted(choicesFresh)}.`] : []),
    ...fresh.map(({ text }) => `New statement: “${text}”`),
    ...reworded.map(({ was, text }) => `Other words. Before: “${was}” Now: “${text}”`),
    ...gone.map(({ text }) => `No longer a statement: “${text}”`),
  ];
}

/** How many statements stand open after the rest is carried; '' where none does. */
export function openWords(change: QuestionChange | undefined): string {
  const { fresh = [], reworded = [] } = change?.statements ?? {};
  const open = fresh.length + reworded.length;
  if (open === 0) return '';
  const statements = open === 1 ? 'the statement that is' : `the ${open} statements that are`;
  return `Still true carries the level, what you wrote and the other marks; ${statements} new or in other words you then mark yourself.`;
}

export interface InstrumentChanges {
  /** "New: 2. No longer asked: 1." */
  readonly summary: string;
  readonly fresh: readonly string[];
  readonly gone: readonly string[];
}

/** Null where every question is still asked and none is new. */
export function instrumentChanges({ fresh, gone, changed }: Comparison): InstrumentChanges | null {
  if (fresh.length + gone.length + changed.size === 0) return null;
  const parts = [
    ['New', fresh.length],
    ['Changed', changed.size],
    ['No longer asked', gone.length],
  ] as const;
  const summary = parts
    .filter(([, count]) => count > 0)
    .map(([word, count]) => `${word}: ${count}.`)
    .join(' ');
  return { summary, fresh: fresh.map(nameOf), gone: gone.map(nameOf) };
}

const nameOf = ({ label, text }: Question): string => label ?? text;

/** Answers as they read, not as they are filled in: for checking, for reading, and beside another person's. */
import type { LevelAnswer, SimpleAnswer } from '../../domain/answers/answers.ts';
import { suggestLevel } from '../../domain/answers/suggest.ts';
import { answerWords, type WordsContext } from '../../domain/answers/words.ts';
import type { Definition, LevelItem, SimpleItem } from '../../domain/instrument/definition.ts';
import { levelWord } from './suggestion.view.ts';
import { markLabels } from './level.names.ts';

export interface LineView {
  readonly text: string;
  /** an https link of the agency's; '' for plain text */
  readonly href: string;
}
export interface RowView {
  readonly term: string;
  readonly lines: readonly LineView[];
}
interface MarkView {
  readonly text: string;
  readonly word: string;
}
export interface MarksView {
  /** "5 met, 2 partly, 1 not answered" */
  readonly summary: string;
  readonly groups: readonly { readonly level: string; readonly marks: readonly MarkView[] }[];
}

export const plain = (text: string): LineView => ({ text, href: '' });

/** '' is "not chosen yet" */
export function chosenWord(definition: Definition, answer: LevelAnswer | undefined): string {
  if (answer?.level === undefined) return '';
  return answer.level === null ? 'We can’t say' : levelWord(definition, answer.level);
}

/** Level, suggestion and what was written; a part without an answer has no row, but the level always has. */
export function levelRows(
  definition: Definition,
  item: LevelItem,
  answer: LevelAnswer | undefined,
): RowView[] {
  const suggested = suggestLevel(item, answer?.criteria ?? {}).level;
  return [
    ...row('Level', chosenWord(definition, answer) || 'Not chosen yet'),
    ...row('Suggested', suggested === null ? 'None yet' : levelWord(definition, suggested)),
    ...(answer ? writtenRows(answer) : []),
  ];
}

function row(term: string, text: string | undefined): RowView[] {
  return text === undefined ? [] : [{ term, lines: [plain(text)] }];
}

/** What the written parts of a domain's answer are called. */
export const writtenTerms = {
  reason: 'Why this level',
  evidence: 'What shows this',
  noEvidence: 'Why nothing shows it',
  links: 'Links',
} as const;

function writtenRows({ reason, evidence, noEvidence, links = [] }: LevelAnswer): RowView[] {
  const lines = links.map((link) => ({ text: link, href: link }));
  return [
    ...row(writtenTerms.reason, reason),
    ...row(writtenTerms.evidence, evidence),
    ...row(writtenTerms.noEvidence, noEvidence),
    ...(lines.length === 0 ? [] : [{ term: writtenTerms.links, lines }]),
  ];
}

const words = { ...markLabels, none: 'Not answered' };
const summaryWords = [
  ['met', 'met'],
  ['partly', 'partly'],
  ['not', 'not met'],
  ['unknown', 'not known'],
  ['none', 'not answered'],
] as const;

export function levelMarks(
  definition: Definition,
  item: LevelItem,
  answer: LevelAnswer | undefined,
): MarksView {
  const markOf = (id: string): keyof typeof words => answer?.criteria[id] ?? 'none';
  const all = item.descriptors.flatMap(({ criteria }) => criteria.map(({ id }) => markOf(id)));
  const counts = summaryWords.map(
    ([mark, word]) => [all.filter((one) => one === mark).length, word] as const,
  );
  return {
    summary: counts
      .filter(([count]) => count > 0)
      .map(([count, word]) => `${count} ${word}`)
      .join(', '),
    groups: item.descriptors.map(({ level, criteria }) => ({
      level: levelWord(definition, level),
      marks: criteria.map(({ id, text }) => ({ text, word: words[markOf(id)] })),
    })),
  };
}

/** One row; "Not answered" where there is no answer. */
export function simpleRow(
  item: SimpleItem,
  answer: SimpleAnswer | undefined,
  context: WordsContext,
): RowView {
  const lines = answerWords(item, answer, context);
  return {
    term: item.label ?? item.text,
    lines: (lines.length === 0 ? ['Not answered'] : lines).map(plain),
  };
}

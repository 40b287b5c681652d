/** A Board paper: what people write of a round for a Board, field by field (Design 10). */
import type { Part } from '../answers/history.ts';

interface Choice {
  readonly value: string;
  readonly word: string;
  /** what it asks of the Board; '' where the word says it */
  readonly meaning: string;
}

export const boardPurposes: readonly Choice[] = [
  {
    value: 'approve',
    word: 'Approve',
    meaning: 'the Board discusses the paper and decides on what it recommends',
  },
  {
    value: 'receive',
    word: 'Receive',
    meaning: 'the Board discusses the paper in depth and decides nothing',
  },
  {
    value: 'information',
    word: 'For information',
    meaning: 'the Board takes note, without a discussion in depth',
  },
];
export const isItNeeded: readonly Choice[] = [
  { value: 'yes', word: 'Yes', meaning: '' },
  { value: 'no', word: 'No', meaning: '' },
];

export type BoardFieldId =
  | 'title'
  | 'meeting'
  | 'meetingOn'
  | 'agendaItem'
  | 'reference'
  | 'authors'
  | 'presenters'
  | 'purpose'
  | 'keyPoints'
  | 'issues'
  | 'equality'
  | 'equalityOn'
  | 'equalityWhy'
  | 'quality'
  | 'qualityOn'
  | 'qualityWhy'
  | 'progress'
  | 'background'
  | 'asks';

interface FieldBase {
  readonly id: BoardFieldId;
  readonly term: string;
}
/** One line, several, a day ("2027-03-31"), or one of some choices. */
export type BoardField = FieldBase &
  (
    | { readonly kind: 'line' | 'text' | 'day' }
    | { readonly kind: 'choice'; readonly choices: readonly Choice[] }
  );

/** In the order of the paper. */
export const boardFields: readonly BoardField[] = [
  { id: 'title', kind: 'line', term: 'Title' },
  { id: 'meeting', kind: 'line', term: 'Board' },
  { id: 'meetingOn', kind: 'day', term: 'Date of the meeting' },
  { id: 'agendaItem', kind: 'line', term: 'Agenda item' },
  { id: 'reference', kind: 'line', term: 'Reference' },
  { id: 'authors', kind: 'line', term: 'Authors' },
  { id: 'presenters', kind: 'line', term: 'Presenters' },
  { id: 'purpose', kind: 'choice', term: 'Purpose', choices: boardPurposes },
  { id: 'keyPoints', kind: 'text', term: 'Key points' },
  { id: 'issues', kind: 'text', term: 'Issues and risks' },
  {
    id: 'equality',
    kind: 'choice',
    term: 'Equality impact assessment needed',
    choices: isItNeeded,
  },
  { id: 'equalityOn', kind: 'day', term: 'Equality impact assessment done on' },
  { id: 'equalityWhy', kind: 'text', term: 'Equality impact' },
  { id: 'quality', kind: 'choice', term: 'Quality impact assessment needed', choices: isItNeeded },
  { id: 'qualityOn', kind: 'day', term: 'Quality impact assessment done on' },
  { id: 'qualityWhy', kind: 'text', term: 'Quality impact' },
  { id: 'progress', kind: 'text', term: 'Progress' },
  { id: 'background', kind: 'text', term: 'Background' },
  { id: 'asks', kind: 'text', term: 'Actions asked of the Board' },
];

export const longestLine = 300;
export const longestText = 20_000;

/** '' for what is not written. */
export type BoardPaper = Readonly<Record<BoardFieldId, string>>;

/** @param textOf what a field holds */
export function paperOf(textOf: (field: BoardField) => string): BoardPaper {
  const entries = boardFields.map((field) => [field.id, textOf(field)] as const);
  return Object.fromEntries(entries) as Record<BoardFieldId, string>;
}

export const emptyPaper: BoardPaper = paperOf(() => '');

/** Its fields as parts of a history. @param dayWords "31 March 2027" of a day */
export function paperParts(dayWords: (day: string) => string): readonly Part<BoardPaper>[] {
  return boardFields.map((field) => ({
    id: field.id,
    term: field.term,
    valueOf: (paper) => paper[field.id],
    wordsOf: (paper) => fieldWords(field, paper[field.id], dayWords),
  }));
}

function fieldWords(field: BoardField, value: string, dayWords: (day: string) => string): string {
  if (value === '') return '';
  if (field.kind === 'day') return dayWords(value);
  if (field.kind !== 'choice') return value;
  return field.choices.find((choice) => choice.value === value)?.word ?? value;
}

/** What comes of a form that was opened before somebody else saved. */
export interface Merged {
  /** each field as it was changed by either; where both did, as it was sent */
  readonly paper: BoardPaper;
  /** fields that both have changed, to different words */
  readonly clashes: readonly BoardFieldId[];
}

/** @param base what the form was opened with; undefined where that is not known: then all that differs is asked about */
export function mergePapers(
  base: BoardPaper | undefined,
  stored: BoardPaper,
  sent: BoardPaper,
): Merged {
  const isTheirs = ({ id }: BoardField): boolean => sent[id] === base?.[id];
  const isOurs = ({ id }: BoardField): boolean => stored[id] === base?.[id];
  const clashes = boardFields.filter(
    (field) => sent[field.id] !== stored[field.id] && !isTheirs(field) && !isOurs(field),
  );
  return {
    paper: paperOf((field) => (isTheirs(field) ? stored : sent)[field.id]),
    clashes: clashes.map(({ id }) => id),
  };
}

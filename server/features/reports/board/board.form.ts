/** Reads the form of a Board paper: what was typed, what it amounts to, and what is wrong with it. */
import {
  boardFields,
  longestLine,
  longestText,
  paperOf,
  type BoardField,
  type BoardPaper,
} from '../../../domain/board/board-paper.ts';
import { readLine, readText, type ReadText } from '../../../domain/set-up/text.ts';
import { readDay } from '../../../web/day.ts';
import { refuseOthers, type Form } from '../../../web/form.ts';

export interface BoardFault {
  /** name of the field */
  readonly field: string;
  readonly text: string;
}
export interface SentPaper {
  /** as it was sent, to be shown again */
  readonly typed: BoardPaper;
  /** as it will be stored */
  readonly paper: BoardPaper;
  readonly faults: readonly BoardFault[];
  /** that the form started from; -1 where it says none */
  readonly revision: number;
  /** id of the suggestion whose button was pressed; '' where it is to be saved */
  readonly take: string;
}

/** Nothing has to be filled in: a paper is written over days. */
export function readPaper(form: Form): SentPaper {
  refuseOthers(form, [...boardFields.map(({ id }) => id), 'revision', 'take']);
  const typed = paperOf(({ id }) => form.text(id));
  const read = new Map(boardFields.map((field) => [field, readField(field, typed[field.id])]));
  const revision = form.text('revision');
  return {
    typed,
    paper: paperOf((field) => read.get(field)?.value ?? ''),
    faults: boardFields.flatMap((field) => {
      const fault = read.get(field)?.fault ?? '';
      return fault === '' ? [] : [{ field: field.id, text: `${field.term}: ${fault}` }];
    }),
    revision: /^\d{1,9}$/.test(revision) ? Number(revision) : -1,
    take: form.text('take'),
  };
}

function readField(field: BoardField, text: string): ReadText {
  switch (field.kind) {
    case 'line':
      return readLine(text, longestLine);
    case 'text':
      return readText(text, longestText);
    case 'day':
      return readMeetingDay(text);
    case 'choice': {
      const known = text === '' || field.choices.some(({ value }) => value === text);
      return { value: known ? text : '', fault: known ? '' : 'Choose from what is offered' };
    }
  }
}

function readMeetingDay(text: string): ReadText {
  if (text.trim() === '') return { value: '', fault: '' };
  const day = readDay(text);
  if (day !== null) return { value: day, fault: '' };
  return { value: '', fault: 'Give a day that there is, such as 31/3/2027, or leave it empty' };
}

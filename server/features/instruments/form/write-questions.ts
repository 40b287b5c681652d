/** Simple questions on paper: number and words, what helps, when it applies, and room for the answer. */
import { note, paragraph } from '../../../adapters/pdf/blocks.ts';
import { h3 } from '../../../adapters/pdf/headings.ts';
import { breakLines, type Run } from '../../../adapters/pdf/lines.ts';
import type { PdfDocument } from '../../../adapters/pdf/sheet.ts';
import { table } from '../../../adapters/pdf/table.ts';
import { COLOUR, TYPE } from '../../../adapters/pdf/tokens.ts';
import { measureTicks } from '../../../adapters/pdf/tick-list.ts';
import { BLANKS_HEIGHT, blanksRow, writingLines } from '../../../adapters/pdf/writing.ts';
import { WRITING_LINE } from '../../../adapters/pdf/blank.ts';
import type { AnswerView } from './answer.view.ts';
import { ANSWER } from './measures.ts';
import type { QuestionsView, QuestionView } from './questions.view.ts';
import { gridTable, tableHeight, writeAnswerTable } from './write-tables.ts';

/** An answer that was measured: its question stays on its page. */
interface Room {
  readonly height: number;
  readonly write: () => void;
}

/** @param heads each question has its bookmark; in a form that is copied many times they would be too many */
export function writeQuestions(
  doc: PdfDocument,
  questions: QuestionsView,
  { heads }: { readonly heads: boolean },
): void {
  for (const asked of questions) {
    if (asked.kind === 'grid') {
      doc.y += GRID_SPACE.before;
      table(doc, gridTable(doc, asked.choices, asked.questions));
      doc.y += GRID_SPACE.after;
    } else {
      const room = roomFor(doc, asked.question, asked.answer);
      writeQuestion(doc, asked.question, hintFor(asked.answer), { heads, room });
      room.write();
    }
  }
}

/** its head is not to be read as another answer to the question above */
const GRID_SPACE = { before: 8, after: 4 };

const STYLE = { ...TYPE.h3, size: 10, leading: 13 };
const SOFT = { font: 'regular', size: TYPE.note.size, colour: COLOUR.soft } as const;

function writeQuestion(
  doc: PdfDocument,
  question: QuestionView,
  hint: string,
  { heads, room }: { readonly heads: boolean; readonly room: Room },
): void {
  const text = `${question.number}. ${question.text}${question.needed ? ' *' : ''}`;
  const aside = asideRuns(question, hint);
  if (heads) {
    const keep = room.height + asideHeight(doc, aside);
    h3(doc, text, { style: STYLE, before: 8, after: 1, keep });
    if (aside.length > 0) note(doc, aside, { ...ANSWER, after: 2 });
  } else {
    const runs = [{ text: `${text}  ` }, ...aside.map((run) => ({ ...SOFT, ...run }))];
    paragraph(doc, runs, { style: STYLE, before: 7, after: 2, keep: room.height });
  }
}

/** A condition is what a reader in a hurry must not miss. */
function asideRuns({ condition, help }: QuestionView, hint: string): readonly Run[] {
  const parts: Run[] = [
    { text: condition, font: 'semibold', colour: COLOUR.ink },
    { text: help },
    { text: hint },
  ];
  return parts
    .filter(({ text }) => text !== '')
    .map((run, index, all) => (index < all.length - 1 ? { ...run, text: `${run.text} ` } : run));
}

function asideHeight(doc: PdfDocument, aside: readonly Run[]): number {
  if (aside.length === 0) return 0;
  return (breakLines(doc, aside, ANSWER.width, TYPE.note).length + 1) * TYPE.note.leading;
}

function hintFor(answer: AnswerView): string {
  if (answer.kind === 'ticks') return answer.many ? 'Tick all that apply.' : 'Tick one.';
  if (answer.kind === 'blanks') return answer.note;
  return answer.kind === 'table' ? answer.notes.join(' ') : '';
}

function roomFor(doc: PdfDocument, question: QuestionView, answer: AnswerView): Room {
  const words = `${question.number}. ${question.text}`;
  switch (answer.kind) {
    case 'ticks':
      return ticksRoom(doc, answer.choices);
    case 'lines':
      return {
        height: answer.count * WRITING_LINE,
        write: () => writingLines(doc, words, answer.count, ANSWER),
      };
    case 'blanks':
      return { height: BLANKS_HEIGHT, write: () => writeBlanks(doc, answer) };
    case 'places':
      return placesRoom(doc, answer.unknown);
    case 'table':
      return {
        height: tableHeight(doc, answer),
        write: () => writeAnswerTable(doc, answer),
      };
  }
}

type Choices = Parameters<typeof measureTicks>[1];

function ticksRoom(doc: PdfDocument, choices: Choices): Room {
  const ticks = measureTicks(doc, choices, ANSWER);
  const write = (): void => {
    doc.y += 1;
    ticks.draw();
    doc.y += 2;
  };
  return { height: ticks.height + 3, write };
}

/** A form that is printed for everybody cannot list a round's Places: their names are written in. */
function placesRoom(doc: PdfDocument, unknown: string): Room {
  const ticks = ticksRoom(doc, [
    { label: 'Every Place of our system', help: '' },
    { label: unknown, help: '' },
  ]);
  const write = (): void => {
    ticks.write();
    blanksRow(doc, [{ before: 'Only these Places' }], ANSWER);
  };
  return { height: ticks.height + BLANKS_HEIGHT, write };
}

function writeBlanks(doc: PdfDocument, { blanks }: Extract<AnswerView, { kind: 'blanks' }>): void {
  const row = blanks.map(({ before, after, width }) =>
    width > 0 ? { before, after, width } : { before, after },
  );
  blanksRow(doc, row, ANSWER);
}

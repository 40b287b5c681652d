/** Tables of a form: cells to write in, boxes to tick under shared choices. */
import { strokeBox, strokeTick, TICK_SIZE } from '../../../adapters/pdf/blank.ts';
import type { Box, PdfDocument } from '../../../adapters/pdf/sheet.ts';
import { table, tableStartHeight } from '../../../adapters/pdf/table.ts';
import type { TableCell, TableSpec } from '../../../adapters/pdf/table.types.ts';
import { COLOUR, PAGE, TYPE } from '../../../adapters/pdf/tokens.ts';
import type { AnswerView } from './answer.view.ts';
import { ANSWER } from './measures.ts';
import type { QuestionView } from './questions.view.ts';

const TICK_COLUMN = 58;
const ROW = { padding: { row: 4, right: 6 }, style: { ...TYPE.small, leading: 12 } } as const;

/** A box in the middle of its column. */
export function tickCell(doc: PdfDocument, words: string): TableCell {
  const draw = ({ x, y, width }: Box): void =>
    strokeTick(doc, { x: x + (width - TICK_SIZE) / 2, y: y + 0.5 });
  return { figure: { alt: `Tick: ${words}`, height: TICK_SIZE + 1, blank: 'tick', draw } };
}

const CELL_HEIGHT = 19;

/** Room to write in, framed: handwriting keeps to its column. */
export function writingCell(doc: PdfDocument, words: string): TableCell {
  const draw = ({ x, y, width }: Box): void =>
    strokeBox(doc, { x, y: y - 1, width, height: CELL_HEIGHT });
  return { figure: { alt: words, height: CELL_HEIGHT - 2, blank: 'text', draw } };
}

/** Questions that offer the same choices: one row each. */
export function gridTable(
  doc: PdfDocument,
  choices: readonly string[],
  questions: readonly QuestionView[],
): TableSpec {
  return {
    ...ROW,
    title: 'Tick one box in every row',
    columns: [
      { label: 'Tick one box in every row', isRowHeader: true },
      ...choices.map((label) => ({ label, width: TICK_COLUMN, align: 'center' as const })),
    ],
    rows: questions.map((question) => ({
      cells: [questionCell(question), ...choices.map((choice) => tickCell(doc, choice))],
    })),
  };
}

function questionCell({ number, text, help, needed, condition }: QuestionView): TableCell {
  const aside = [condition, help].filter((part) => part !== '').join(' ');
  const soft = { font: 'regular', size: TYPE.note.size, colour: COLOUR.soft } as const;
  return {
    text: [
      { text: `${number}. ${text}${needed ? ' *' : ''}` },
      ...(aside === '' ? [] : [{ text: `  ${aside}`, ...soft }]),
    ],
  };
}

type AnswerTable = Extract<AnswerView, { kind: 'table' }>;

const NUMBER_COLUMN = 26;
/** a column narrower than this has no room for handwriting */
const LABEL_SHARE = 0.3;

function answerTable(doc: PdfDocument, answer: AnswerTable): TableSpec {
  const { title, columns, rows, free } = answer;
  const width = free ? NUMBER_COLUMN : ANSWER.width * LABEL_SHARE;
  return {
    ...ROW,
    padding: { row: 2.5, right: 4 },
    title,
    x: ANSWER.x,
    width: ANSWER.width,
    columns: [
      { label: free ? 'Row' : title, width, isRowHeader: true },
      ...columns.map((label) => ({ label })),
    ],
    rows: rows.map((label) => ({
      cells: [label, ...columns.map((column) => writingCell(doc, `${label}: ${column}`))],
    })),
  };
}

export function tableHeight(doc: PdfDocument, answer: AnswerTable): number {
  return Math.min(PAGE.body / 2, tableStartHeight(doc, answerTable(doc, answer)));
}

export function writeAnswerTable(doc: PdfDocument, answer: AnswerTable): void {
  table(doc, answerTable(doc, answer));
  doc.y += 6;
}

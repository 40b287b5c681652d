/** Choices with a box before each, in as many columns as their words allow. */
import { drawBlank, strokeTick, TICK_SIZE } from './blank.ts';
import { breakLines } from './lines.ts';
import type { Line, Text } from './lines.ts';
import { drawLines } from './paint.ts';
import { ensureSpace, startPage, within } from './sheet.ts';
import type { PdfDocument } from './sheet.ts';
import { addElement } from './structure.ts';
import type { StructElement } from './structure.ts';
import { COLOUR, PAGE, TYPE } from './tokens.ts';
import type { TextStyle } from './tokens.ts';

export interface TickChoice {
  readonly label: string;
  /** what the choice means; '' where its label says it */
  readonly help: string;
}

interface Column {
  readonly x: number;
  readonly width: number;
}

export interface MeasuredTicks {
  readonly height: number;
  readonly draw: () => void;
}

const STYLE: TextStyle = { ...TYPE.small, leading: 12.5 };
const LONG_LIST = 8;
const MOST_COLUMNS = { short: 6, long: 4 };
/** from a box's left edge to its words */
const INDENT = TICK_SIZE + 6;
const GAP = { columns: 12, rows: 5 };
/** with more rows than this one reads down the columns, as in any list */
const MOST_ROWS_ACROSS = 3;

interface PlacedChoice {
  readonly label: string;
  readonly lines: readonly Line[];
  readonly row: number;
  readonly x: number;
  readonly width: number;
}

/** The choices of one question; they stay on one page where a page can hold them. */
export function measureTicks(
  doc: PdfDocument,
  choices: readonly TickChoice[],
  column: Column,
): MeasuredTicks {
  const count = columnsFor(doc, choices, column.width);
  const width = (column.width - GAP.columns * (count - 1)) / count;
  const rows = Math.ceil(choices.length / count);
  const isAcross = rows <= MOST_ROWS_ACROSS;
  const placed = choices.map((choice, index): PlacedChoice => {
    const place = isAcross ? index % count : Math.floor(index / rows);
    return {
      label: choice.label,
      lines: breakLines(doc, toText(choice), width - INDENT, STYLE),
      row: isAcross ? Math.floor(index / count) : index % rows,
      x: column.x + place * (width + GAP.columns),
      width,
    };
  });
  const tops = rowTops(placed, rows);
  const height = tops.at(-1) ?? 0;
  return {
    height: Math.min(height, PAGE.body),
    draw: () => {
      ensureSpace(doc, height);
      drawChoices(doc, placed, tops);
    },
  };
}

/** A row that would end below the page begins the next one: only choices that no page holds get there. */
function drawChoices(
  doc: PdfDocument,
  placed: readonly PlacedChoice[],
  tops: readonly number[],
): void {
  const height = tops.at(-1) ?? 0;
  let base = doc.y;
  within(doc, 'L', (element) => {
    for (const choice of placed) {
      const top = tops[choice.row] ?? 0;
      const bottom = tops[choice.row + 1] ?? top;
      if (height > PAGE.body && base + bottom > PAGE.bottom) {
        startPage(doc);
        base = doc.y - top;
      }
      drawChoice(doc, element, choice, base + top);
    }
  });
  doc.y = base + height;
}

function toText({ label, help }: TickChoice): Text {
  return help === '' ? label : [{ text: `${label}  ` }, { text: help, ...SOFT }];
}

const SOFT = { size: TYPE.note.size, colour: COLOUR.soft } as const;

/**
 * As many as keep labels on one line, and rows of like length; in a long list one label in four may take
 * two. A choice that is explained takes a line of its own.
 */
function columnsFor(doc: PdfDocument, choices: readonly TickChoice[], width: number): number {
  if (choices.some(({ help }) => help !== '')) return 1;
  const isLong = choices.length > LONG_LIST;
  const most = isLong ? MOST_COLUMNS.long : MOST_COLUMNS.short;
  const mayWrap = isLong ? Math.floor(choices.length / 4) : 0;
  for (let count = Math.min(most, choices.length); count > 1; count -= 1) {
    const room = (width - GAP.columns * (count - 1)) / count - INDENT;
    const wrapped = choices.filter(({ label }) => breakLines(doc, label, room, STYLE).length > 1);
    if (wrapped.length <= mayWrap) return balanced(choices.length, count);
  }
  return 1;
}

/** Five choices in at most four columns are three and two. */
function balanced(choices: number, columns: number): number {
  return Math.ceil(choices / Math.ceil(choices / columns));
}

/** The top of every row, and after the last one the height of them all. */
function rowTops(
  placed: readonly { readonly lines: readonly Line[]; readonly row: number }[],
  rows: number,
): number[] {
  const tops = [0];
  for (let row = 0; row < rows; row += 1) {
    const lines = placed.filter((one) => one.row === row).map((one) => one.lines.length);
    const height = Math.max(TICK_SIZE + 1, Math.max(1, ...lines) * STYLE.leading);
    tops.push((tops.at(-1) ?? 0) + height + (row === rows - 1 ? 0 : GAP.rows));
  }
  return tops;
}

function drawChoice(
  doc: PdfDocument,
  list: StructElement,
  { label, lines, x, width }: PlacedChoice,
  y: number,
): void {
  addElement(doc.pdf, list, 'LI', {}, (item) => {
    addElement(doc.pdf, item, 'Lbl', {}, (element) => {
      drawBlank(doc, element, { kind: 'tick', words: `Tick: ${label}` }, () => {
        strokeTick(doc, { x, y: y + 0.7 });
      });
    });
    addElement(doc.pdf, item, 'LBody', {}, (element) => {
      drawLines(doc, element, lines, { x: x + INDENT, y, width: width - INDENT }, STYLE);
    });
  });
}

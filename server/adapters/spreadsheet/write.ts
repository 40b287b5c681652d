/** Runs in a worker: writes a workbook's file. */
import writeFile, { type Cell as FileCell } from 'write-excel-file/node';
import { cellText } from './cell-text.ts';
import { quotedText, validations } from './sheet-parts.ts';
import type { Cell, Sheet, SheetColumn, Workbook } from './workbook.ts';

/** The file's bytes. Every text stands in a cell that is typed as text: nothing in it is ever run as a formula. */
export async function write({ sheets }: Workbook): Promise<Uint8Array> {
  const written = sheets.map((sheet) => ({
    sheet: sheet.name,
    data: [...sheet.rows.map((row) => toFileRow(row, sheet.columns)), ...emptyRows(sheet)],
    columns: sheet.columns.map(({ width }) => ({ width })),
    ...stickyOf(sheet),
    orientation: 'landscape' as const,
  }));
  const features = [validations(sheets), quotedText];
  return writeFile(written, { features, fontFamily: 'Calibri', fontSize: 11 }).toBuffer();
}

function stickyOf({ sticky }: Sheet) {
  return sticky ? { stickyRowsCount: sticky.rows, stickyColumnsCount: sticky.columns } : {};
}

const text = { type: String, format: '@', alignVertical: 'top' } as const;
const prose = { ...text, wrap: true } as const;
const headStyle = { ...prose, fontWeight: 'bold', backgroundColor: '#D8DDE0' } as const;
const titleStyle = { ...text, fontWeight: 'bold' } as const;
/** as a date is written in Britain */
const day = { type: Date, format: 'dd/mm/yyyy', alignVertical: 'top' } as const;
const number = { type: Number, alignVertical: 'top' } as const;

/** points of a line */
const lineHeight = 15;
/** so many letters fit where the format counts one digit */
const lettersPerDigit = 1.1;

/** As high as its wrapped text: Excel would find out by itself, LibreOffice shows one line. */
function toFileRow(row: readonly Cell[], columns: readonly SheetColumn[]): FileCell[] {
  const lines = Math.max(...row.map((cell, index) => linesOf(cell, columns[index])));
  const high = lines > 1 ? { height: lines * lineHeight } : {};
  return row.map((cell) => toFileCell(cell, high));
}

function linesOf(cell: Cell, column: SheetColumn | undefined): number {
  if (cell === null || typeof cell !== 'object' || !column) return 1;
  if ('prose' in cell) return wrappedLines(cell.prose, column.width);
  return 'head' in cell ? wrappedLines(cell.head, column.width) : 1;
}

function wrappedLines(text: string, width: number): number {
  const room = width * lettersPerDigit;
  let [lines, filled] = [1, 0];
  for (const { length } of text.split(' ')) {
    const isNew = filled > 0 && filled + 1 + length > room;
    lines += isNew ? 1 : 0;
    filled = isNew ? length : filled + 1 + length;
  }
  return lines;
}

function toFileCell(cell: Cell, high: { readonly height?: number }): FileCell {
  if (cell === null || cell === '') return null;
  if (typeof cell === 'string') return { ...text, ...high, value: cellText(cell) };
  if (typeof cell === 'number') return { ...number, ...high, value: cell };
  if ('date' in cell) return { ...day, ...high, value: new Date(`${cell.date}T00:00:00Z`) };
  if ('prose' in cell) return { ...prose, ...high, value: cellText(cell.prose) };
  if ('head' in cell) return { ...headStyle, ...high, value: cellText(cell.head) };
  return { ...titleStyle, ...high, value: cellText(cell.title) };
}

const blanks: Readonly<Record<SheetColumn['kind'], FileCell>> = { text, number, date: day };

function emptyRows({ columns, emptyRows: count = 0 }: Sheet): FileCell[][] {
  return Array.from({ length: count }, () => columns.map(({ kind }) => blanks[kind]));
}

/** Runs in a worker: writes a workbook's file. */
import writeFile, { type Cell as FileCell } from 'write-excel-file/node';
import { cellText } from './cell-text.ts';
import { fittedRows, quotedText, validations } from './sheet-parts.ts';
import type { Cell, Sheet, SheetColumn, Workbook } from './workbook.ts';

/** The file's bytes. Every text stands in a cell that is typed as text: nothing in it is ever run as a formula. */
export async function write({ sheets }: Workbook): Promise<Uint8Array> {
  const written = sheets.map((sheet) => ({
    sheet: sheet.name,
    data: [...sheet.rows.map((row) => row.map(toFileCell)), ...emptyRows(sheet)],
    columns: sheet.columns.map(({ width }) => ({ width })),
    ...stickyOf(sheet),
    orientation: 'landscape' as const,
  }));
  const features = [validations(sheets), fittedRows, quotedText];
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

function toFileCell(cell: Cell): FileCell {
  if (cell === null || cell === '') return null;
  if (typeof cell === 'string') return { ...text, value: cellText(cell) };
  if (typeof cell === 'number') return { ...number, value: cell };
  if ('date' in cell) return { ...day, value: new Date(`${cell.date}T00:00:00Z`) };
  if ('prose' in cell) return { ...prose, value: cellText(cell.prose) };
  if ('head' in cell) return { ...headStyle, value: cellText(cell.head) };
  return { ...titleStyle, value: cellText(cell.title) };
}

const blanks: Readonly<Record<SheetColumn['kind'], FileCell>> = { text, number, date: day };

function emptyRows({ columns, emptyRows: count = 0 }: Sheet): FileCell[][] {
  return Array.from({ length: count }, () => columns.map(({ kind }) => blanks[kind]));
}

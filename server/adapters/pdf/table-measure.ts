/** Measures a table before a line of it is drawn: column places, broken lines, heights of head and rows. */
import { breakLines } from './lines.ts';
import type { Line } from './lines.ts';
import type { PdfDocument } from './sheet.ts';
import type { TableCell, TableColumn, TableRow, TableSpec } from './table.types.ts';
import { COLOUR, PAGE, TYPE } from './tokens.ts';
import type { TextStyle } from './tokens.ts';

export interface PlacedColumn {
  readonly column: TableColumn;
  readonly x: number;
  readonly width: number;
  readonly headLines: readonly Line[];
}

export interface MeasuredCell {
  readonly cell: TableCell;
  readonly isHeader: boolean;
  readonly x: number;
  /** of the whole cell; its text ends `paddingRight` before */
  readonly width: number;
  readonly textWidth: number;
  readonly style: TextStyle;
  readonly lines: readonly Line[];
  readonly align: NonNullable<TableColumn['align']>;
  /** how far its text starts below the padding, so that first baselines of a row agree */
  readonly drop: number;
}

export interface MeasuredRow {
  readonly row: TableRow;
  readonly cells: readonly MeasuredCell[];
  readonly padding: number;
  readonly height: number;
}

export interface MeasuredTable {
  readonly x: number;
  readonly width: number;
  readonly columns: readonly PlacedColumn[];
  readonly paddingRight: number;
  readonly ruleColour: string;
  readonly isWhole: boolean;
  readonly hasTopRule: boolean;
  /** 0 for a table without a head */
  readonly headHeight: number;
  readonly rows: readonly MeasuredRow[];
}

export const HEAD_PADDING = 3;
const PADDING = { row: 4.5, right: 6 };

/** A table's measures; `columns` are placed from its left edge on. */
export function measureTable(doc: PdfDocument, spec: TableSpec): MeasuredTable {
  const { x = PAGE.left, padding = PADDING, style = TYPE.cell } = spec;
  const columns = placeColumns(doc, spec, x, padding.right);
  const frame = { columns, style, padding, minRowHeight: spec.minRowHeight ?? 0 };
  return {
    x,
    width: columns.reduce((sum, { width }) => sum + width, 0),
    columns,
    paddingRight: padding.right,
    ruleColour: spec.ruleColour ?? COLOUR.hair,
    isWhole: spec.isWhole ?? false,
    hasTopRule: spec.hasTopRule ?? false,
    headHeight: measureHead(columns),
    rows: spec.rows.map((row) => measureRow(doc, row, frame)),
  };
}

function measureHead(columns: readonly PlacedColumn[]): number {
  const lineCount = Math.max(0, ...columns.map(({ headLines }) => headLines.length));
  return lineCount === 0 ? 0 : lineCount * TYPE.columnHead.leading + 2 * HEAD_PADDING;
}

function placeColumns(
  doc: PdfDocument,
  spec: TableSpec,
  left: number,
  paddingRight: number,
): PlacedColumn[] {
  const total = spec.width ?? PAGE.right - left;
  const fixed = spec.columns.reduce((sum, { width = 0 }) => sum + width, 0);
  const flexible = spec.columns.filter(({ width }) => width === undefined).length;
  let x = left;
  return spec.columns.map((column) => {
    const width = column.width ?? (total - fixed) / flexible;
    const room = width - paddingRight - (column.headInset ?? 0);
    const headLines = breakLines(doc, column.label ?? '', room, TYPE.columnHead);
    const placed = { column, x, width, headLines };
    x += width;
    return placed;
  });
}

interface Frame {
  readonly columns: readonly PlacedColumn[];
  readonly style: TextStyle;
  readonly padding: { readonly row: number; readonly right: number };
  readonly minRowHeight: number;
}

function measureRow(doc: PdfDocument, row: TableRow, frame: Frame): MeasuredRow {
  const cells = alignBaselines(measureCells(doc, row, frame));
  const padding = row.padding ?? frame.padding.row;
  const content = Math.max(0, ...cells.map(contentHeight));
  const height = Math.max(frame.minRowHeight, row.minHeight ?? 0, content + 2 * padding);
  return { row, cells, padding, height };
}

function contentHeight({ cell, lines, style, drop }: MeasuredCell): number {
  return Math.max(
    lines.length * style.leading + drop,
    cell.minHeight ?? 0,
    cell.figure?.height ?? 0,
  );
}

function measureCells(doc: PdfDocument, row: TableRow, frame: Frame): MeasuredCell[] {
  let next = 0;
  return row.cells.map((given) => {
    const cell = typeof given === 'string' ? { text: given } : given;
    const covered = frame.columns.slice(next, next + (cell.span ?? 1));
    next += covered.length;
    const [first] = covered;
    if (first === undefined) throw new Error('A row has more cells than its table has columns');
    return measureCell(doc, cell, { row, first, covered, frame });
  });
}

function measureCell(
  doc: PdfDocument,
  cell: TableCell,
  place: { row: TableRow; first: PlacedColumn; covered: readonly PlacedColumn[]; frame: Frame },
): MeasuredCell {
  const { row, first, covered, frame } = place;
  const { column } = first;
  const width = covered.reduce((sum, placed) => sum + placed.width, 0);
  const textWidth = width - frame.padding.right - (cell.indent ?? 0);
  const style = cellStyle(cell, column, frame.style);
  return {
    cell,
    isHeader: row.isHeading ?? column.isRowHeader ?? false,
    x: first.x,
    width,
    textWidth,
    style,
    lines: breakLines(doc, cell.text ?? '', textWidth, style),
    align: cell.align ?? column.align ?? 'left',
    drop: 0,
  };
}

function cellStyle(cell: TableCell, column: TableColumn, style: TextStyle): TextStyle {
  const weight = column.isRowHeader === true ? { font: 'semibold' as const } : {};
  return cell.style ?? { ...style, ...weight };
}

/** Cells of different type in one row stand on one line. */
function alignBaselines(cells: readonly MeasuredCell[]): MeasuredCell[] {
  const deepest = Math.max(0, ...cells.filter(hasText).map(firstBaseline));
  return cells.map((cell) =>
    hasText(cell) ? { ...cell, drop: deepest - firstBaseline(cell) } : cell,
  );
}

function hasText({ lines, cell }: MeasuredCell): boolean {
  return lines.length > 0 && cell.isMiddle !== true;
}

function firstBaseline({ lines, style }: MeasuredCell): number {
  const [piece] = lines[0]?.pieces ?? [];
  return style.leading / 2 + (piece?.face.size ?? style.size) / 3;
}

/** What a table is made of: columns, rows, cells. */
import type { BlankKind } from './blank.ts';
import type { Text } from './lines.ts';
import type { Align } from './paint.ts';
import type { Box } from './sheet.ts';
import type { TextStyle } from './tokens.ts';

export interface TableColumn {
  /** in points; columns without one share what the others leave */
  readonly width?: number;
  /** its heading; a table in which no column has one has no head */
  readonly label?: string;
  readonly align?: Align;
  /** its cells name their rows: TH, in semibold */
  readonly isRowHeader?: boolean;
  /** narrows the heading, so that it keeps clear of the next one */
  readonly headInset?: number;
  /** decoration in the column's head: digits or a scale over what the cells draw */
  readonly headArt?: (head: Box) => void;
}

export interface CellArea {
  /** where the cell's text stands: without padding above, below and at the right */
  readonly inner: Box;
  /** the whole cell, from rule to rule */
  readonly whole: Box;
}

export interface CellFigure {
  readonly alt: string;
  readonly height: number;
  readonly draw: (inner: Box) => void;
  /** set where it is a field of a paper form, to be filled in with a pen */
  readonly blank?: BlankKind;
}

export interface TableCell {
  readonly text?: Text;
  readonly style?: TextStyle;
  readonly align?: Align;
  /** columns that the cell takes; 1 if left out */
  readonly span?: number;
  /** moves the text right, clear of what `art` draws beside it */
  readonly indent?: number;
  /** height that the art needs */
  readonly minHeight?: number;
  readonly isMiddle?: boolean;
  readonly background?: string;
  /** decoration behind or beside the text: a swatch, a flag */
  readonly art?: (area: CellArea) => void;
  /** a drawing that says something the text does not, with the words that replace it */
  readonly figure?: CellFigure;
}

export interface TableRow {
  readonly cells: readonly (string | TableCell)[];
  readonly minHeight?: number;
  /** above and below its text */
  readonly padding?: number;
  readonly background?: string;
  /** heads the rows below it (TH, scope Column) and stays with the next one */
  readonly isHeading?: boolean;
  /** has a stronger rule below it */
  readonly isLastOfGroup?: boolean;
}

export interface TableSpec {
  /** what the table is, for assistive technology */
  readonly title: string;
  /** how it is to be read, where the title is not enough */
  readonly summary?: string;
  readonly columns: readonly TableColumn[];
  readonly rows: readonly TableRow[];
  readonly x?: number;
  readonly width?: number;
  readonly style?: TextStyle;
  /** above and below the text of a row, and at the right of every cell */
  readonly padding?: { readonly row: number; readonly right: number };
  readonly minRowHeight?: number;
  readonly ruleColour?: string;
  /** stays on one page where a page can hold it: a matrix, or a table beside a figure */
  readonly isWhole?: boolean;
  /** a rule above the first row, for a table without a head */
  readonly hasTopRule?: boolean;
}

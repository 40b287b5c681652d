/** A workbook as plain data: what is written into a file, and what was read from one. */

/** Text is text whatever it begins with; a date is a calendar day, "2027-03-31". */
export type Cell =
  | string
  | number
  | { readonly date: string }
  /** a column's name */
  | { readonly head: string }
  /** a heading in running text */
  | { readonly title: string }
  /** running text, broken where the column ends */
  | { readonly prose: string }
  | null;

export interface SheetColumn {
  /** in characters */
  readonly width: number;
  readonly kind: 'text' | 'number' | 'date';
  /** offered as a drop-down list: the cells of a column of another sheet, its first row left out */
  readonly list?: ListReference;
  /** anything else than what the list offers is refused by the spreadsheet */
  readonly strict?: boolean;
  /** shown beside a cell that is chosen */
  readonly prompt?: { readonly title: string; readonly text: string };
}
export interface ListReference {
  readonly sheet: string;
  /** from 0 */
  readonly column: number;
  /** how many rows the list has */
  readonly rows: number;
}
export interface Sheet {
  /** 31 characters at most, without []/\:*? ; each sheet another */
  readonly name: string;
  readonly columns: readonly SheetColumn[];
  readonly rows: readonly (readonly Cell[])[];
  /** rows and columns that stay in view */
  readonly sticky?: { readonly rows: number; readonly columns: number };
  /** so many empty rows below are ready to be filled: formatted, with lists and prompts */
  readonly emptyRows?: number;
}
export interface Workbook {
  readonly sheets: readonly Sheet[];
}

/** What was read, all of it as text: numbers with a point, days as "2027-03-31", yes and no as TRUE and FALSE. */
export interface ReadSheet {
  readonly name: string;
  /** every row to the last that holds anything; a row ends with its last cell that does */
  readonly rows: readonly (readonly string[])[];
}
/** Why a file is not read. */
export type ReadFault =
  'not-a-workbook' | 'old-or-locked' | 'broken' | 'too-large' | 'too-many-cells';
export type ReadWorkbook =
  | { readonly sheets: readonly ReadSheet[]; readonly fault: null }
  | { readonly sheets: readonly []; readonly fault: ReadFault };

/** One row of an uploaded workbook, decided: what it would do, and what may be chosen. */
import type { SimpleAnswers } from '../../../domain/answers/answers.ts';
import type { OpenMap } from '../open-map.ts';
import type { StoredEntry } from '../services.queries.ts';
import type { Reference } from './reference.ts';
import type { SheetRow, UploadedSheets } from './sheets.read.ts';

export type Outcome = 'add' | 'update' | 'decide' | 'same' | 'fault';
export type RowChoice = 'add' | 'update' | 'leave';

export interface Difference {
  readonly what: string;
  readonly from: string;
  readonly to: string;
}
export interface PlannedRow {
  readonly sheet: string;
  readonly number: number;
  /** the entry's name */
  readonly subject: string;
  readonly outcome: Outcome;
  readonly faults: readonly string[];
  /** why somebody has to decide, what submitting still needs, what is left out */
  readonly notes: readonly string[];
  readonly changes: readonly Difference[];
  /** what may be chosen, the first unless it has to be decided */
  readonly choices: readonly RowChoice[];
  readonly add: SimpleAnswers | null;
  readonly update: {
    readonly id: string;
    readonly revision: number;
    readonly answers: SimpleAnswers;
  } | null;
}
export interface ImportFacts {
  readonly map: OpenMap;
  readonly sheets: UploadedSheets;
  /** as they are now, the removed ones too */
  readonly entries: readonly StoredEntry[];
  /** what an entry was at a revision; undefined where nobody knows */
  readonly baseOf: (reference: Reference) => SimpleAnswers | undefined;
}

export interface RowFacts extends ImportFacts {
  readonly row: SheetRow;
  /** the entry's rows on the sheets of tables */
  readonly tables: ReadonlyMap<string, readonly SheetRow[]>;
  /** the rows that name an entry, the first of each, by its id */
  readonly named: ReadonlyMap<string, SheetRow>;
  /** rows above that add or change an entry, the first of each, by what makes entries alike */
  readonly before: ReadonlyMap<string, PlannedRow>;
  /** what is in the list, by what makes entries alike */
  readonly listed: ReadonlyMap<string, StoredEntry>;
  /** of the column that names an entry */
  readonly title: string;
}

export type RowPlace = Pick<PlannedRow, 'sheet' | 'number' | 'subject'>;

export function placeOf({ sheets, row, title }: RowFacts): RowPlace {
  return { sheet: sheets.entries.sheet, number: row.number, subject: row.cell(title) };
}

export function faulty(place: RowPlace, faults: readonly string[]): PlannedRow {
  return {
    ...place,
    outcome: 'fault',
    faults,
    notes: [],
    changes: [],
    choices: [],
    add: null,
    update: null,
  };
}

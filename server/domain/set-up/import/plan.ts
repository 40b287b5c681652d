/** What storing a table would do, row by row: shown before anything is stored, and then done. */
import { nameKey } from '../text.ts';
import type { TableRow } from './table.ts';

export interface CellFault {
  /** the column's name as the table has it; '' where the whole row is meant */
  readonly column: string;
  /** a sentence without its full stop */
  readonly text: string;
}
export interface Change {
  readonly what: string;
  /** '' where nothing was there */
  readonly from: string;
  readonly to: string;
}
export interface PlannedRow<Command> {
  readonly number: number;
  /** what the row is about */
  readonly subject: string;
  readonly outcome: 'add' | 'change' | 'same' | 'fault';
  readonly changes: readonly Change[];
  readonly faults: readonly CellFault[];
  /** what else there is to know, such as another row that says the same; '' where nothing */
  readonly note: string;
  /** what to store; null where there is nothing to */
  readonly command: Command | null;
}
export interface ImportPlan<Command> {
  /** why no row can be read; then there are no rows */
  readonly faults: readonly string[];
  readonly rows: readonly PlannedRow<Command>[];
}

/** What a row says, and what it would change. */
export interface Reading<Command> {
  readonly subject: string;
  readonly faults: readonly CellFault[];
  readonly isNew: boolean;
  /** of something new: what it has */
  readonly changes: readonly Change[];
  readonly command: Command;
}

/** A row with a fault stores nothing, nor does one that changes nothing. */
export function toRow<Command>(
  { number }: TableRow,
  { subject, faults, isNew, changes, command }: Reading<Command>,
): PlannedRow<Command> {
  const row = { number, subject, faults, note: '', changes };
  if (faults.length > 0) return { ...row, outcome: 'fault', changes: [], command: null };
  if (isNew) return { ...row, outcome: 'add', command };
  if (changes.length === 0) return { ...row, outcome: 'same', command: null };
  return { ...row, outcome: 'change', command };
}

/** A row that says what another has said. */
export function again<Command>(
  { number }: TableRow,
  subject: string,
  earlier: number,
): PlannedRow<Command> {
  const note = `Row ${earlier} says the same`;
  return { number, subject, outcome: 'same', changes: [], faults: [], note, command: null };
}

/** Null where both are the same. */
export function change(what: string, from: string, to: string): Change | null {
  return from === to ? null : { what, from, to };
}

/** The changes that are any. */
export function changesOf(changes: readonly (Change | null)[]): Change[] {
  return changes.filter((one) => one !== null);
}

/** The faults that are any. */
export function faultsOf(faults: readonly CellFault[]): CellFault[] {
  return faults.filter(({ text }) => text !== '');
}

/** An earlier row about the same thing. */
export interface Repeat {
  readonly row: number;
  readonly same: boolean;
}
export interface Seen {
  /** Whether a row was about one of the keys; keeps this one. */
  readonly meet: (keys: readonly string[], row: TableRow, says: unknown) => Repeat | null;
}

export function newSeen(): Seen {
  const rows = new Map<string, { readonly number: number; readonly says: string }>();
  return {
    meet: (keys, { number }, says) => {
      const words = JSON.stringify(says);
      const found = keys.map((key) => rows.get(key)).find((one) => one !== undefined);
      for (const key of keys) if (!rows.has(key)) rows.set(key, { number, says: words });
      return found ? { row: found.number, same: found.says === words } : null;
    },
  };
}

interface Thing {
  readonly id: string;
  readonly name: string;
}
/** A Place or agency: about the same thing are rows with its name, or with its reference. */
export function settle<Command extends { readonly name: string }>(
  row: TableRow,
  reading: Reading<Command>,
  thing: Thing | undefined,
  { seen, noun }: { readonly seen: Seen; readonly noun: string },
): PlannedRow<Command> {
  if (reading.faults.length > 0) return toRow(row, reading);
  const keys = [nameKey(reading.command.name), ...(thing ? [`#${thing.id}`] : [])];
  const before = seen.meet(keys, row, reading.command);
  if (before?.same === true) return again(row, reading.subject, before.row);
  if (!before) return toRow(row, reading);
  const text = `Row ${before.row} is about this ${noun} too, and says otherwise`;
  return toRow(row, { ...reading, faults: [{ column: '', text }] });
}

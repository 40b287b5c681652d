/** How a row names the entry that it came from, and the revision that it was then. */
import type { StoredEntry } from '../services.queries.ts';
import { referenceTitle } from './columns.ts';
import type { SheetRow, SheetRows, UploadedSheets } from './sheets.read.ts';

export interface Reference {
  readonly id: string;
  readonly revision: number;
}

export function referenceOf({ id, revision }: Pick<StoredEntry, 'id' | 'revision'>): string {
  return `${id}/${revision}`;
}

const shape = /^([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\/(\d{1,9})$/i;

/** Undefined for an empty cell, and for one that holds something else. */
export function readReference(text: string): Reference | undefined {
  const [, id, revision] = shape.exec(text) ?? [];
  return id === undefined ? undefined : { id: id.toLowerCase(), revision: Number(revision) };
}

/** By the entry that they name, the first row of each. */
export function rowsByReference({ rows }: SheetRows): ReadonlyMap<string, SheetRow> {
  const found = new Map<string, SheetRow>();
  for (const row of rows) {
    const id = readReference(row.cell(referenceTitle))?.id;
    if (id !== undefined && !found.has(id)) found.set(id, row);
  }
  return found;
}

/** All that the rows name. */
export function referencesIn({ entries }: UploadedSheets): readonly Reference[] {
  return entries.rows.flatMap((row) => readReference(row.cell(referenceTitle)) ?? []);
}

/** Somebody who downloads and uploads workbooks of the whole application. */
import { afterAll, expect } from 'vitest';
import { createSpreadsheetPool } from '../../server/adapters/spreadsheet/pool.ts';
import type { ReadSheet, Workbook } from '../../server/adapters/spreadsheet/workbook.ts';
import type { TestDatabase } from '../config/database.ts';
import { anApp, signedIn, type Visitor } from './visitor.ts';

/** the first workbook waits until a worker has started from its sources */
export const patient = { timeout: 60_000 };

export interface Workbooks {
  readonly signIn: (email: string) => Promise<Visitor>;
  /** the file at this address */
  readonly download: (visitor: Visitor, address: string) => Promise<Buffer>;
  /** what stands in a file */
  readonly read: (file: Buffer) => Promise<readonly ReadSheet[]>;
  readonly write: (workbook: Workbook) => Promise<Buffer>;
}

/** Call at the top of a test file; the workers end with it. */
export function useWorkbooks(database: TestDatabase): Workbooks {
  const spreadsheets = createSpreadsheetPool({ workers: 1 });
  afterAll(() => spreadsheets.close());
  return {
    signIn: (email) => signedIn(anApp(database.db, { spreadsheets }), database.db, email),
    download: async (visitor, address) => {
      const response = await visitor.getFile(address);
      expect(response.status).toBe(200);
      return Buffer.from(response.body as Uint8Array);
    },
    read: async (file) => {
      const { sheets, fault } = await spreadsheets.read(file);
      expect(fault).toBeNull();
      return sheets;
    },
    write: (workbook) => spreadsheets.write(workbook),
  };
}

/** A workbook as somebody might make it: sheets of text. */
export function plainWorkbook(
  sheets: Readonly<Record<string, readonly (readonly (string | number | null)[])[]>>,
): Workbook {
  return {
    sheets: Object.entries(sheets).map(([name, rows]) => ({
      name,
      columns: [],
      rows,
    })),
  };
}

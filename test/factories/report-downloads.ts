/** Somebody who downloads a round's reports from the whole application, and reads them. */
import { afterAll, expect } from 'vitest';
import { createPdfPool } from '../../server/adapters/pdf/pool.ts';
import type { TestDatabase } from '../config/database.ts';
import { readPdf, type ReadPdf } from './pdf-reader.ts';
import { anApp, signedIn, type Visitor } from './visitor.ts';

/** the first document waits until a worker has started from its sources */
export const patient = { timeout: 60_000 };

export const report = '/rounds/spring-2026/report';
export const placeReport = (place: string): string => `/rounds/spring-2026/places/${place}/report`;
/** the address of a report's PDF with all workings, without its ending */
export const inFull = (address: string): string => `${address}-full`;

export interface Downloads {
  readonly signIn: (email: string) => Promise<Visitor>;
  /** the PDF beside the page at this address */
  readonly read: (visitor: Visitor, address: string) => Promise<ReadPdf>;
}

/** Call at the top of a test file; the workers end with it. */
export function useDownloads(database: TestDatabase): Downloads {
  const pdf = createPdfPool({ workers: 1 });
  afterAll(() => pdf.close());
  return {
    signIn: (email) => signedIn(anApp(database.db, { pdf }), database.db, email),
    read: async (visitor, address) => {
      const response = await visitor.get(`${address}.pdf`);
      expect(response.status).toBe(200);
      return readPdf(response.body as Uint8Array);
    },
  };
}

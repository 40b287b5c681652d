/** An open PDF with fixed values, for tests of what is drawn in it. */
import {
  closeDocument,
  type DocumentOptions,
  openDocument,
} from '../../server/adapters/pdf/document.ts';
import { readPdf, type ReadPdf } from './pdf-reader.ts';

type OpenDocument = ReturnType<typeof openDocument>;

export const furniture = {
  runningHead: 'Clun Forest: Place summary',
  status: 'DRAFT for factual check',
  footer: 'Autumn 2026 round · edition 2',
  credit: 'After the toolkit of 2023',
};

export function aDocument(options: Partial<DocumentOptions> = {}): OpenDocument {
  return openDocument({
    title: 'Place summary: Clun Forest',
    subject: 'Support for parent-infant relationships',
    author: 'Severn Vale and Marches',
    createdAt: new Date('2026-12-09T16:40:00Z'),
    isDraft: true,
    furniture,
    ...options,
  });
}

/** What a reader finds in a document after `write` has written it. */
export async function written(
  write: (doc: OpenDocument) => void,
  options: Partial<DocumentOptions> = {},
): Promise<ReadPdf> {
  const doc = aDocument(options);
  write(doc);
  return readPdf(await closeDocument(doc));
}

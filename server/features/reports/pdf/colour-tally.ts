/** The legend of a table of colours, with how often each of them occurs in it. */
import { tally } from '../../../adapters/pdf/tally.ts';
import type { PdfDocument } from '../../../adapters/pdf/sheet.ts';
import { RAG } from '../../../adapters/pdf/tokens.ts';
import type { Rag } from '../../../domain/scoring/score.ts';

type Meaning = readonly [rag: Rag, meaning: string];

/** What needs attention comes first; where there is no colour, the words say why. */
export const DOMAINS: readonly Meaning[] = [
  ['red', 'domains'],
  ['amber', 'domains'],
  ['green', 'domains'],
  ['discuss', 'no colour yet'],
  ['white', 'no level given'],
];
export const ELEMENTS: readonly Meaning[] = [
  ['red', 'elements'],
  ['amber', 'elements'],
  ['green', 'elements'],
  ['purple', 'nothing runs yet'],
  ['white', 'elements'],
];

export interface Coloured {
  readonly rag: { readonly code: Rag };
}

/** A colour that does not occur has a nought: the tally is the legend too. */
export function colourTally(
  doc: PdfDocument,
  cells: readonly Coloured[],
  colours: readonly Meaning[],
): void {
  tally(
    doc,
    colours.map(([rag, meaning]) => ({
      rag,
      count: cells.filter((cell) => cell.rag.code === rag).length,
      meaning,
    })),
  );
}

/** "2 amber, 1 to discuss", of those that occur */
export function coloursText(cells: readonly Coloured[]): string {
  const counts = DOMAINS.map(([rag]) => ({
    rag,
    count: cells.filter((cell) => cell.rag.code === rag).length,
  }));
  return counts
    .filter(({ count }) => count > 0)
    .map(({ rag, count }) => `${count} ${RAG[rag].word.toLowerCase()}`)
    .join(', ');
}

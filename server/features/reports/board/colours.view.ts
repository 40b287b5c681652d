/** The matrix in short: how often each colour occurs in each Place. */
import type { Rag } from '../../../domain/scoring/score.ts';
import { toRag, type RagView } from '../words.ts';

export interface ColourCount extends RagView {
  readonly count: number;
}
export interface PlaceColours {
  readonly place: string;
  readonly href: string;
  readonly counts: readonly ColourCount[];
}
export interface ColourTable {
  /** "Eleven domains" */
  readonly heading: string;
  readonly caption: string;
  readonly colours: readonly RagView[];
  readonly places: readonly PlaceColours[];
}

/** What calls for attention comes first. */
export const domainColours: readonly Rag[] = ['red', 'amber', 'green', 'discuss', 'white'];
export const elementColours: readonly Rag[] = ['red', 'amber', 'green', 'purple', 'white'];

interface Row {
  readonly cells: readonly { readonly rag: { readonly code: Rag } }[];
}
interface Head {
  readonly name: string;
  readonly href: string;
}

/** @param rows cells and heads stand in the same order of Places */
export function placeColours(
  rows: readonly Row[],
  heads: readonly Head[],
  colours: readonly Rag[],
): PlaceColours[] {
  return heads.map(({ name, href }, n) => ({
    place: name,
    href,
    counts: colours.map((code) => ({
      ...toRag(code),
      count: rows.filter(({ cells }) => cells[n]?.rag.code === code).length,
    })),
  }));
}

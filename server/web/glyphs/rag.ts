/** Colours as people meet them: a word and a pattern together, never a colour alone. */
import type { Rag } from '../../domain/scoring/score.ts';

/** `band`, `mark` and `swatch`: a colour's pattern at the edge of a cell, beside a word, in a key. */
export interface RagGlyph {
  /** green, amber, red, purple, white or discuss */
  readonly rag: string;
}

export interface RagView {
  readonly code: Rag;
  readonly word: string;
}

const words: Readonly<Record<Rag, string>> = {
  green: 'Green',
  amber: 'Amber',
  red: 'Red',
  purple: 'In development',
  white: 'Unknown',
  discuss: 'To discuss',
};

export function toRag(code: Rag): RagView {
  return { code, word: words[code] };
}

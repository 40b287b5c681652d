/** What the small drawings of a page need: each has a template under views/components/glyphs/. */

/** `band`, `mark` and `swatch`: a colour's pattern at the edge of a cell, beside a word, in a key. */
export interface RagGlyph {
  /** green, amber, red, purple, white or discuss */
  readonly rag: string;
}

/** `steps`: four rising bars, as many filled as there are steps reached. */
export interface StepsGlyph {
  /** 0 to 4; -1 where no level is given */
  readonly level: number;
  /** of 22 x 18 px */
  readonly scale: number;
}

/** `dist-axis`: the figures under which `dist` stands, once in the table's head. */
export type DistAxis = Record<string, never>;

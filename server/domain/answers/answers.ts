/** Answers as plain data: what one response says of each item, keyed by item id. */
import type { Level, Mark } from '../scoring/score.ts';

/** The answer to one domain of a maturity grid. */
export interface LevelAnswer {
  readonly criteria: Readonly<Record<string, Mark>>;
  /** null is "We can't say"; absent is not yet chosen */
  readonly level?: Level | null;
  /** why another level than the suggested one */
  readonly reason?: string;
  readonly evidence?: string;
  /** from level 3 up: why there is no evidence */
  readonly noEvidence?: string;
  /** https addresses */
  readonly links?: readonly string[];
}

export interface AgeRange {
  /** months from birth, conception -9 */
  readonly from: number;
  /** exclusive */
  readonly to: number;
}
export type TableRow = Readonly<Record<string, string | number>>;
/** The answer to a simple item; null is a stated "not known". */
export type SimpleAnswer =
  string | number | readonly string[] | AgeRange | readonly TableRow[] | null;
export type SimpleAnswers = Readonly<Record<string, SimpleAnswer>>;

/** Something that is missing before a response can be submitted. */
export interface Missing {
  readonly itemId: string;
  /** where the answer goes: a form control's name */
  readonly field: string;
  /** one sentence, what to do */
  readonly text: string;
}

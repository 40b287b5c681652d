/** Own view first: the others' views of a domain open to a reviewer who has given theirs (Design 4.5). */
import type { Level } from '../scoring/score.ts';

export interface OwnView {
  readonly itemId: string;
  readonly personId: string;
  readonly name: string;
  /** null: "I can't say" */
  readonly level: Level | null;
  readonly comment: string;
  /** 1 for the first; more after a change of mind */
  readonly revision: number;
  readonly givenAt: Date;
}

/** Who reads the views of a Place: one of its reviewers, or a coordinator who is none. */
export interface ViewReader {
  readonly personId: string;
  readonly isReviewer: boolean;
}

/**
 * May the person read the others' views of a domain? Its reviewers once they have given their own, or once it
 * is agreed; coordinators who are no reviewers of the Place always. Where not, not even their number is told.
 */
export function opensOthers(
  { isReviewer }: ViewReader,
  { hasOwn, agreed }: { readonly hasOwn: boolean; readonly agreed: boolean },
): boolean {
  return !isReviewer || hasOwn || agreed;
}

/** A correction of what was agreed and is published: it changes nothing that anybody reads until it is part of an edition. */
import type { Level } from '../scoring/score.ts';
import type { AgreedColour, Decision } from './agreement.ts';

/** What a topic's agreement says: a level, a colour, or neither. */
export interface Said {
  readonly level: Level | null;
  readonly colour: AgreedColour | null;
}

export interface Correction extends Decision {
  readonly id: string;
  readonly placeId: string;
  /** what was agreed before it; null where nothing was */
  readonly from: Said | null;
  readonly present: string;
  readonly othersPresent: string;
  readonly presentIds: readonly string[];
  /** of the agreement that it corrects; 0 for none */
  readonly basedOn: number;
  /** goes up with every change while it waits */
  readonly revision: number;
  readonly proposedAt: Date;
  readonly proposedById: string;
  readonly proposedBy: string;
  /** null while it waits, and where it was withdrawn */
  readonly edition: number | null;
  readonly withdrawnAt: Date | null;
  readonly withdrawnBy: string | null;
}

/** Neither published nor withdrawn. */
export function isWaiting({
  edition,
  withdrawnAt,
}: Pick<Correction, 'edition' | 'withdrawnAt'>): boolean {
  return edition === null && withdrawnAt === null;
}

/** The quorum was there when it was agreed, counted as sign-off counts it. */
export function hasQuorum({ presentIds }: Pick<Correction, 'presentIds'>, quorum: number): boolean {
  return presentIds.length >= quorum;
}

/** The correction of a topic that waits: one at most. */
export function waitingFor<
  C extends Pick<Correction, 'subject' | 'itemId' | 'edition' | 'withdrawnAt'>,
>(
  corrections: readonly C[],
  { subject, itemId }: Pick<Correction, 'subject' | 'itemId'>,
): C | undefined {
  return corrections.find(
    (one) => one.subject === subject && one.itemId === itemId && isWaiting(one),
  );
}

/** Which of a Place's domains show best how results come about: one split, one settled, one with few answers. */
import type { DomainScore } from '../../../domain/scoring/score.ts';

export interface Candidate {
  readonly id: string;
  readonly score: DomainScore;
  /** its distribution may be seen */
  readonly shown: boolean;
}
export interface Chosen {
  readonly id: string;
  readonly as: 'split' | 'settled' | 'few';
}

/** Higher is more telling; null does not serve. */
type Worth = (candidate: Candidate) => number | null;

/** What may be seen tells more than what may not; then the wider apart, the more there is to work out. */
const asSplit: Worth = ({ score, shown }) => {
  if (!score.split || score.agreed !== null) return null;
  return (shown ? 10 : 0) + (score.reasons.includes('agreement') ? 5 : 0) + (score.range ?? 0);
};

/** An agreement that moved the level, then any agreement, then a median on which some differed. */
const asSettled: Worth = ({ score, shown }) => {
  const { agreed, median, split, n, range } = score;
  if (n === 0 || (split && agreed === null)) return null;
  const settling = agreed === null ? 0 : agreed === median ? 4 : 6;
  return (shown ? 10 : 0) + settling + Math.min(range ?? 0, 2);
};

const asFew: Worth = ({ score, shown }) => {
  const { reasons, responded, n, assigned } = score;
  if (n === 0) return null;
  if (reasons.includes('response')) return (shown ? 10 : 0) + 5;
  return responded > n || n < assigned ? (shown ? 10 : 0) + responded - n : null;
};

/** Three domains at most, each for one reason; of equals the first in the grid. Total. */
export function instructiveDomains(candidates: readonly Candidate[]): Chosen[] {
  const chosen = plan.reduce<Chosen[]>((before, { as, worth }) => {
    const left = candidates.filter(({ id }) => !before.some((one) => one.id === id));
    const best = bestOf(left, worth);
    return best ? [...before, { id: best.id, as }] : before;
  }, []);
  return inOrder.flatMap((as) => chosen.filter((one) => one.as === as));
}

/** Few answers are the rarest: they choose before the many that are settled. */
const plan = [
  { as: 'split', worth: asSplit },
  { as: 'few', worth: asFew },
  { as: 'settled', worth: asSettled },
] as const;
const inOrder = ['split', 'settled', 'few'] as const satisfies Chosen['as'][];

function bestOf(candidates: readonly Candidate[], worth: Worth): Candidate | undefined {
  const [best] = candidates
    .flatMap((candidate) => {
      const value = worth(candidate);
      return value === null ? [] : [{ candidate, value }];
    })
    .toSorted((one, other) => other.value - one.value);
  return best?.candidate;
}

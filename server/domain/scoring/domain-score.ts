/** One domain of one Place: from counts to score, flags and colour (Design 4.3, 4.4, 4.6). */
import type { Band } from '../instrument/definition.ts';
import { ragOfDomain } from '../rag/rag.ts';
import { agreement, countOf, highestLevel, lowestLevel, medianLevel } from './distribution.ts';
import type { DomainCounts, DomainScore, Level, ReasonCode } from './score.ts';

/** From this many levels on, agreement tells a split; below, the range does. */
const ENOUGH_FOR_AGREEMENT = 5;
const LEAST_AGREEMENT = 0.6;
/** levels apart */
const WIDE_RANGE = 2;
/** From this median on, evidence is expected. */
const NEEDS_EVIDENCE = 3;

/** The figures of a distribution that its flags are read from. */
type Figures = Pick<DomainScore, 'n' | 'median' | 'range' | 'agreement'>;

/**
 * Scores a domain. Median, range, flags and `split` come from the agencies' answers alone; an agreed
 * level replaces the median in `level` and decides the colour, and nothing else. Total.
 */
export function scoreDomain(
  input: DomainCounts & { readonly agreed: Level | null },
  bands: readonly Band[],
): DomainScore {
  const { counts, responded, assigned, withEvidence, agreed } = input;
  const [lowest, highest] = [lowestLevel(counts), highestLevel(counts)];
  const figures: Figures = {
    n: countOf(counts),
    median: medianLevel(counts),
    range: lowest === null || highest === null ? null : highest - lowest,
    agreement: agreement(counts),
  };
  const reasons = reasonsOf(input, figures);
  const split = reasons.includes('range') || reasons.includes('agreement');
  return {
    counts,
    responded,
    assigned,
    withEvidence,
    ...figures,
    lowest,
    highest,
    split,
    reasons,
    agreed,
    level: agreed ?? figures.median,
    rag: ragOfDomain({ agreed, split, median: figures.median }, bands),
  };
}

const flags: Readonly<Record<ReasonCode, (input: DomainCounts, figures: Figures) => boolean>> = {
  range: (_, { n, range }) => n < ENOUGH_FOR_AGREEMENT && (range ?? 0) >= WIDE_RANGE,
  agreement: (_, { n, agreement: a }) => n >= ENOUGH_FOR_AGREEMENT && (a ?? 1) < LEAST_AGREEMENT,
  response: ({ assigned }, { n }) => 2 * n < assigned,
  evidence: ({ withEvidence }, { median }) => (median ?? 0) >= NEEDS_EVIDENCE && withEvidence === 0,
};
const inOrder = ['range', 'agreement', 'response', 'evidence'] as const satisfies ReasonCode[];

function reasonsOf(input: DomainCounts, figures: Figures): readonly ReasonCode[] {
  return inOrder.filter((code) => flags[code](input, figures));
}

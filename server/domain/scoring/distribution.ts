/** What the counts per level say by themselves (Design 4.3): how many, the median, the extremes and the agreement. */
import type { Counts, Level } from './score.ts';

/** From low to high. */
const levels = [0, 1, 2, 3, 4] as const satisfies readonly Level[];

/** Counts levels as given; null ("We can't say", or not rated) counts nowhere. */
export function countLevels(given: Iterable<Level | null>): Counts {
  const counts: [number, number, number, number, number] = [0, 0, 0, 0, 0];
  for (const level of given) if (level !== null) counts[level] += 1;
  return counts;
}

/** How many gave a level. */
export function countOf(counts: Counts): number {
  return counts.reduce<number>((sum, count) => sum + count, 0);
}

/**
 * The median level; of an even number the lower of the two middle ones, since ordinal levels are
 * never averaged. null where nobody gave a level.
 */
export function medianLevel(counts: Counts): Level | null {
  const n = countOf(counts);
  if (n === 0) return null;
  let reached = 0;
  for (const level of levels) {
    reached += counts[level];
    if (2 * reached >= n) return level;
  }
  return null;
}

export function lowestLevel(counts: Counts): Level | null {
  return levels.find((level) => counts[level] > 0) ?? null;
}

export function highestLevel(counts: Counts): Level | null {
  return levels.findLast((level) => counts[level] > 0) ?? null;
}

/**
 * Agreement after van der Eijk (Quality and Quantity 35, 2001): the counts are peeled into layers,
 * each a pattern of levels chosen and not chosen; a layer's agreement counts by its share of the
 * answers. From 1 (all alike) over 0 (evenly spread) to -1 (split between the extremes); null where
 * nobody gave a level. Sums are kept whole until one last division, so that an A of exactly 0.6 is 0.6.
 */
export function agreement(counts: Counts): number | null {
  const n = countOf(counts);
  if (n === 0) return null;
  const sum = peel(counts).reduce(
    (total, { chosen, depth }) => total + depth * sizeOf(chosen) * layerAgreement(chosen),
    0,
  );
  return sum / (n * SCALE);
}

/** One layer of a distribution, as far as it bears on the agreement. */
export interface AgreementLayer {
  /** the levels that it holds */
  readonly levels: readonly Level[];
  /** answers in it: the same number at each of its levels */
  readonly answers: number;
  /** triples of levels that speak for one peak, and against */
  readonly triples: { readonly unimodal: number; readonly bimodal: number };
  /** -1 to 1 */
  readonly agreement: number;
}

/** The working of `agreement`: its layers from the widest on; each counts by its answers. */
export function agreementLayers(counts: Counts): AgreementLayer[] {
  return peel(counts).map(({ chosen, depth }) => {
    const { TU, TDU } = countTriples(chosen);
    return {
      levels: levels.filter((level) => chosen[level]),
      answers: depth * sizeOf(chosen),
      triples: { unimodal: TU, bimodal: TDU },
      agreement: layerAgreement(chosen) / SCALE,
    };
  });
}

interface Layer {
  /** by level: is it in the layer? */
  readonly chosen: readonly boolean[];
  /** answers at each of its levels */
  readonly depth: number;
}

/** As long as answers are left, a layer takes the same number from every level that has some. */
function peel(counts: Counts): Layer[] {
  const layers: Layer[] = [];
  let rest: readonly number[] = counts;
  while (rest.some((count) => count > 0)) {
    const depth = Math.min(...rest.filter((count) => count > 0));
    layers.push({ chosen: rest.map((count) => count > 0), depth });
    rest = rest.map((count) => Math.max(0, count - depth));
  }
  return layers;
}

const sizeOf = (chosen: readonly boolean[]): number => chosen.filter(Boolean).length;

/** A layer's agreement is a whole number of 72nds for five levels. */
const SCALE = 72;

/**
 * U (1 - (S - 1) / (K - 1)) in 72nds, with S of K = 5 levels chosen and
 * U = ((K - 2) TU - (K - 1) TDU) / ((K - 2) (TU + TDU)) from the triples of levels that support one
 * peak (TU: chosen, chosen, not; or not, chosen, chosen) and those that deny it (TDU: chosen, not, chosen).
 */
function layerAgreement(chosen: readonly boolean[]): number {
  const S = sizeOf(chosen);
  if (S === 1) return SCALE;
  const { TU, TDU } = countTriples(chosen);
  // all levels chosen alike: no triple speaks either way, and no agreement
  if (TU + TDU === 0) return 0;
  return ((3 * TU - 4 * TDU) * (5 - S) * (SCALE / 12)) / (TU + TDU);
}

function countTriples(chosen: readonly boolean[]): { readonly TU: number; readonly TDU: number } {
  let TU = 0;
  let TDU = 0;
  for (const [middle, isPeak] of chosen.entries()) {
    const below = chosen.slice(0, middle);
    const above = chosen.slice(middle + 1);
    const [before, after] = [below.filter(Boolean).length, above.filter(Boolean).length];
    if (isPeak) TU += before * (above.length - after) + (below.length - before) * after;
    else TDU += before * after;
  }
  return { TU, TDU };
}

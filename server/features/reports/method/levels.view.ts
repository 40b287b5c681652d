/** The levels of one domain in order, the middle one marked, and their agreement layer by layer (Design 4.3). */
import { agreementLayers, type AgreementLayer } from '../../../domain/scoring/distribution.ts';
import type { Counts, DomainScore, Level } from '../../../domain/scoring/score.ts';
import { decimal, inWords, type LevelWords } from '../words.ts';

export interface OrderedLevel {
  readonly level: number;
  readonly word: string;
  readonly middle: boolean;
}
export interface LayerView {
  /** "Not yet, Foundations, Good progress" */
  readonly levels: string;
  readonly answers: number;
  /** "4 for, 2 against"; "–" where there is none */
  readonly triples: string;
  /** "−0.56" */
  readonly unimodality: string;
  /** "−0.56 × 0.25 = −0.14" */
  readonly agreement: string;
}
export interface LevelsView {
  /** from low to high */
  readonly ordered: readonly OrderedLevel[];
  /** which of them is the median, in a sentence */
  readonly median: string;
}
export interface AgreementView {
  readonly layers: readonly LayerView[];
  /** "(3 × 0.11 + 2 × 0.75) ÷ 5 = 0.37" */
  readonly sum: string;
}

const levels = [0, 1, 2, 3, 4] as const satisfies readonly Level[];

/** Null where nobody gave a level. */
export function toLevels(
  { counts, n, median }: Pick<DomainScore, 'counts' | 'n' | 'median'>,
  words: LevelWords,
): LevelsView | null {
  if (median === null) return null;
  const all = levels.flatMap((level) => Array.from({ length: counts[level] }, () => level));
  const middle = Math.ceil(n / 2) - 1;
  return {
    ordered: all.map((level, at) => ({ level, word: words.short(level), middle: at === middle })),
    median: medianSentence(n, all, words),
  };
}

/** "Of five the third is in the middle: Foundations." */
function medianSentence(n: number, all: readonly Level[], words: LevelWords): string {
  const low = all[Math.ceil(n / 2) - 1] ?? 0;
  const high = all[Math.floor(n / 2)] ?? low;
  const word = words.word(low);
  if (n === 1) return `There is one level, so it is the median: ${word}.`;
  if (n % 2 === 1) return `Of ${inWords(n)}, number ${(n + 1) / 2} is in the middle: ${word}.`;
  const two = `Of ${inWords(n)}, numbers ${n / 2} and ${n / 2 + 1} are in the middle`;
  return low === high ? `${two}, both at ${word}.` : `${two}; the lower counts: ${word}.`;
}

export function toAgreement(counts: Counts, words: LevelWords): AgreementView {
  const layers = agreementLayers(counts);
  const n = layers.reduce((sum, { answers }) => sum + answers, 0);
  const total = layers.reduce((sum, layer) => sum + layer.answers * layer.agreement, 0);
  const terms = layers.map(({ answers, agreement }) => `${answers} × ${signed(agreement)}`);
  return {
    layers: layers.map((layer) => ({
      levels: layer.levels.map(words.short).join(', '),
      answers: layer.answers,
      ...triplesOf(layer),
    })),
    sum: n === 0 ? '' : `(${terms.join(' + ')}) ÷ ${n} = ${decimal(total / n)}`,
  };
}

/** A figure inside a sum: a negative one in brackets. */
function signed(figure: number): string {
  return figure < 0 ? `(${decimal(figure)})` : decimal(figure);
}

/** U is 1 for a single level, and 0 where all five are there: no triple speaks either way. */
function triplesOf({
  levels: held,
  triples: { unimodal, bimodal },
  agreement,
}: AgreementLayer): Pick<LayerView, 'triples' | 'unimodality' | 'agreement'> {
  const speak = unimodal + bimodal;
  const unimodality =
    speak === 0 ? Number(held.length === 1) : (3 * unimodal - 4 * bimodal) / (3 * speak);
  const spread = 1 - (held.length - 1) / 4;
  return {
    triples: speak === 0 ? '–' : `${unimodal} for, ${bimodal} against`,
    unimodality: decimal(unimodality),
    agreement: `${decimal(unimodality)} × ${decimal(spread)} = ${decimal(agreement)}`,
  };
}

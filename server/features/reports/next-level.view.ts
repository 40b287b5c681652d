/** What a domain's next level asks for, and how many agencies see each of it met: where a Place would begin. */
import type { LevelItem } from '../../domain/instrument/definition.ts';
import type { DomainScore, Level } from '../../domain/scoring/score.ts';
import type { MarkCount } from '../../results/criteria.queries.ts';
import { marksOf } from '../../results/marks.ts';
import type { LevelWords } from './words.ts';

/** A required criterion, and how many agencies marked it so. */
export interface NextCriterionView {
  readonly text: string;
  readonly met: number;
  readonly partly: number;
  readonly not: number;
  readonly unknown: number;
}
export interface NextLevelView {
  /** "Good progress" */
  readonly level: string;
  readonly criteria: readonly NextCriterionView[];
  /** "Most agencies see 1 of 3 criteria for Good progress met." */
  readonly summary: string;
}

interface NextLevelFacts {
  readonly domain: LevelItem;
  readonly score: Pick<DomainScore, 'level' | 'responded'>;
  /** of this domain */
  readonly marks: readonly MarkCount[];
  readonly words: LevelWords;
}

/** Null at the highest level, and where no agency marked what it asks for. */
export function toNextLevel({ domain, score, marks, words }: NextLevelFacts): NextLevelView | null {
  const next = domain.descriptors.find(({ level }) => level > (score.level ?? 0));
  if (!next) return null;
  const criteria = next.criteria
    .filter(({ required }) => required)
    .map(({ id, text }) => ({ text, ...marksOf(id, marks) }));
  if (!criteria.some(isMarked)) return null;
  const level = words.word(next.level as Level);
  const met = criteria.filter((criterion) => 2 * criterion.met > score.responded).length;
  return {
    level,
    criteria,
    summary: `Most agencies ${seen(met, criteria.length)} for ${level} met.`,
  };
}

function seen(met: number, of: number): string {
  if (of === 1) return `${met === 1 ? 'see' : 'do not see'} the one criterion`;
  return `see ${met === 0 ? 'none' : met} of ${of} criteria`;
}

const isMarked = ({ met, partly, not, unknown }: NextCriterionView): boolean =>
  met + partly + not + unknown > 0;

/** Where an action would begin: what the next level asks for and most agencies do not see met (Design 8). */
import type { LevelItem } from '../instrument/definition.ts';
import type { DomainScore, Mark } from '../scoring/score.ts';
import type { TakenCriterion } from './action.ts';

interface Marked {
  readonly criterionId: string;
  readonly mark: Mark;
  /** agencies */
  readonly count: number;
}

/**
 * Required criteria of the level after the Place's (the agreed one, else the median) that not more than half of the
 * agencies that answered mark as met; none at the highest level. @param marks of this domain
 */
export function unmetCriteria(
  { descriptors }: Pick<LevelItem, 'descriptors'>,
  { level, responded }: Pick<DomainScore, 'level' | 'responded'>,
  marks: readonly Marked[],
): TakenCriterion[] {
  const next = descriptors
    .filter((descriptor) => descriptor.level > (level ?? 0))
    .toSorted((one, other) => one.level - other.level)[0];
  const met = (id: string): number =>
    marks.find(({ criterionId, mark }) => criterionId === id && mark === 'met')?.count ?? 0;
  return (next?.criteria ?? [])
    .filter(({ id, required }) => required && 2 * met(id) <= responded)
    .map(({ id, text }) => ({ id, text }));
}

/** How many agencies marked one criterion so: counts by mark, 0 where nobody did. */
import type { Mark } from '../domain/scoring/score.ts';
import type { MarkCount } from './criteria.queries.ts';

export function marksOf(
  criterionId: string,
  marks: readonly MarkCount[],
): Readonly<Record<Mark, number>> {
  const count = (mark: Mark): number =>
    marks.find((row) => row.criterionId === criterionId && row.mark === mark)?.count ?? 0;
  return {
    met: count('met'),
    partly: count('partly'),
    not: count('not'),
    unknown: count('unknown'),
  };
}

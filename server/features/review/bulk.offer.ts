/** Which domains can be agreed as they stand: those that divide nobody, and those that nobody could judge. */
import type { DomainScore, Level } from '../../domain/scoring/score.ts';
import { scoreAt } from '../../results/grid.ts';
import { agreedOn, type ReviewFacts } from './review.load.ts';

export interface Offered {
  readonly id: string;
  readonly name: string;
  /** the median; null: nobody gave a level, so that it can be set aside */
  readonly level: Level | null;
  readonly score: DomainScore;
}

/** In the grid's order; none that is agreed or set aside. */
export function offeredOf(facts: ReviewFacts): Offered[] {
  const { grid, place } = facts;
  return (grid?.domains ?? []).flatMap(({ id, text }) => {
    if (!grid || agreedOn(facts, 'domain', id)) return [];
    const score = scoreAt(grid.scores, place.id, id);
    return score.split ? [] : [{ id, name: text, level: score.median, score }];
  });
}

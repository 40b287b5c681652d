/** What the agencies ticked: every criterion of a domain with how many marked it so. */
import type { LevelItem } from '../../domain/instrument/definition.ts';
import type { LevelWords } from '../../domain/instrument/level-words.ts';
import type { Level, Mark } from '../../domain/scoring/score.ts';
import type { MarkCount } from '../../results/criteria.queries.ts';
import { marksOf } from '../../results/marks.ts';
import { marksBar, type MarksBar } from '../../web/glyphs/marks.ts';

export interface TickedView {
  readonly text: string;
  readonly level: string;
  readonly bar: MarksBar;
  /** nearly as many say met as not met: what there is to talk about */
  readonly divides: boolean;
}

export function toTicked(
  domain: LevelItem,
  marks: readonly MarkCount[],
  words: LevelWords,
): TickedView[] {
  const ofDomain = marks.filter(({ itemId }) => itemId === domain.id);
  return domain.descriptors.flatMap(({ level, criteria }) =>
    criteria.map(({ id, text }) => {
      const counts = marksOf(id, ofDomain);
      return {
        text,
        level: words.word(level as Level),
        bar: marksBar(counts),
        divides: isDivisive(counts),
      };
    }),
  );
}

/** At least two on either side, and neither twice the other. */
function isDivisive({ met, not }: Readonly<Record<Mark, number>>): boolean {
  const [less, more] = [Math.min(met, not), Math.max(met, not)];
  return less >= 2 && more < 2 * less;
}

/** What the agencies ticked: every criterion of a domain with how many marked it so. */
import type { LevelItem } from '../../domain/instrument/definition.ts';
import type { LevelWords } from '../../domain/instrument/level-words.ts';
import type { Level, Mark } from '../../domain/scoring/score.ts';
import type { LevelAnswer } from '../../domain/answers/answers.ts';
import { marksOf } from '../../results/marks.ts';
import type { AgencyAnswer } from '../../results/place.queries.ts';
import { marks, marksBar, markWords, type MarksBar } from '../../web/glyphs/marks.ts';
import type { ReviewFacts } from './review.load.ts';

export interface TickedView {
  readonly text: string;
  readonly level: string;
  readonly bar: MarksBar;
  /** which agencies the figures count; none for a mark that nobody gave */
  readonly who: readonly { readonly mark: string; readonly agencies: string }[];
  /** nearly as many say met as not met: what there is to talk about */
  readonly divides: boolean;
}

export function toTicked(
  domain: LevelItem,
  { marks: counted, answers }: Pick<ReviewFacts, 'marks' | 'answers'>,
  words: LevelWords,
): TickedView[] {
  const ofDomain = counted.filter(({ itemId }) => itemId === domain.id);
  const given = answers.filter(({ itemId }) => itemId === domain.id);
  return domain.descriptors.flatMap(({ level, criteria }) =>
    criteria.map(({ id, text }) => {
      const counts = marksOf(id, ofDomain);
      return {
        text,
        level: words.word(level as Level),
        bar: marksBar(counts),
        who: whoMarked(id, given),
        divides: isDivisive(counts),
      };
    }),
  );
}

function whoMarked(criterion: string, given: readonly AgencyAnswer[]): TickedView['who'] {
  return marks.flatMap((mark) => {
    const agencies = given
      .filter(({ value }) => (value as Partial<LevelAnswer>).criteria?.[criterion] === mark)
      .map(({ agency }) => agency);
    return agencies.length === 0 ? [] : [{ mark: markWords[mark], agencies: agencies.join(', ') }];
  });
}

/** At least two on either side, and neither twice the other. */
function isDivisive({ met, not }: Readonly<Record<Mark, number>>): boolean {
  const [less, more] = [Math.min(met, not), Math.max(met, not)];
  return less >= 2 && more < 2 * less;
}

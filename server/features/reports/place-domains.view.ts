/** A Place's domains: the level of each, what the agencies said, and how it was worked out (Design 4, 10). */
import type { DomainScore } from '../../domain/scoring/score.ts';
import type { MarkCount } from '../../results/criteria.queries.ts';
import type { DecidedLevel } from '../../results/grid.queries.ts';
import { scoreAt, type Grid } from '../../results/grid.ts';
import type { VisiblePlace } from '../../results/load.ts';
import type { AgencyAnswer } from '../../results/place.queries.ts';
import { toDistribution, type DistributionView } from '../../web/glyphs/domain-dist.ts';
import { toSteps, type Steps } from '../../web/steps.ts';
import type { ActionFlagView } from './action-flag.view.ts';
import {
  basisOf,
  changeSince,
  domainFlags,
  domainWhy,
  givenText,
  levelText,
  settledLevel,
  showsDistribution,
  type ChangeView,
  type FlagView,
  type WordsContext,
} from '../../web/domain-words.ts';
import { toWorking, type WorkingView } from './domain-working.view.ts';
import { toRag, type RagView } from './words.ts';

export interface PlaceDomainView {
  /** the row's address on the page */
  readonly id: string;
  /** the address of how it was worked out */
  readonly workingId: string;
  readonly name: string;
  readonly rag: RagView;
  readonly text: string;
  /** the median's word where a split is not agreed and this may be seen; '' else */
  readonly median: string;
  /** null where there is no level, or none yet */
  readonly level: number | null;
  readonly steps: Steps | null;
  /** "agreed", "median"; '' where there is no level */
  readonly basis: string;
  readonly given: string;
  readonly flags: readonly FlagView[];
  /** the chair's rationale, else what the answers say */
  readonly why: readonly string[];
  /** null where the distribution may not be seen */
  readonly distribution: DistributionView | null;
  /** the level of the round before; null where there is none to compare with */
  readonly before: LevelBefore | null;
  readonly change: ChangeView | null;
  /** an action that is funded or under way; null for none */
  readonly action: ActionFlagView | null;
  /** where an action is raised from it; '' for those who raise none */
  readonly raiseHref: string;
  readonly working: WorkingView;
}
interface LevelBefore {
  readonly level: number;
  readonly text: string;
  readonly steps: Steps;
}
interface Said {
  /** of agencies by name, where names may be seen */
  readonly answers: readonly AgencyAnswer[];
  readonly marks: readonly MarkCount[];
}

/** In the grid's order. */
export function placeDomains(
  grid: Grid,
  place: VisiblePlace,
  { answers, marks }: Said,
): PlaceDomainView[] {
  return grid.domains.map((domain) => {
    const score = scoreAt(grid.scores, place.id, domain.id);
    const shown = showsDistribution(score, place.names);
    const context = { words: grid.words, shown };
    const before = grid.before?.get(place.id)?.get(domain.id);
    const isThis = ({ placeId, itemId }: DecidedLevel): boolean =>
      placeId === place.id && itemId === domain.id;
    const agreed = grid.agreed.find(isThis);
    const level = settledLevel(score);
    return {
      id: domain.id,
      workingId: `working-${domain.id}`,
      name: domain.text,
      rag: toRag(score.rag),
      text: levelText(score, context),
      median: medianText(score, context),
      level,
      steps: level === null ? null : toSteps(level),
      basis: basisOf(score),
      given: givenText(score),
      flags: domainFlags(score),
      why: agreed ? [agreed.rationale] : domainWhy(score, context),
      distribution: shown && score.assigned > 0 ? toDistribution(score, grid.words) : null,
      before: before ? levelBefore(before, grid) : null,
      change: changeSince(score, before),
      action: null,
      raiseHref: '',
      working: toWorking({
        domain,
        score,
        agreed,
        aside: grid.aside.find(isThis),
        shown,
        names: place.names,
        grid,
        answers: answers.filter(({ itemId }) => itemId === domain.id),
        marks: marks.filter(({ itemId }) => itemId === domain.id),
      }),
    };
  });
}

function medianText({ rag, median }: DomainScore, { words, shown }: WordsContext): string {
  return rag === 'discuss' && shown && median !== null ? words.word(median) : '';
}

function levelBefore(before: DomainScore, { words }: Grid): PlaceDomainView['before'] {
  const level = settledLevel(before);
  return level === null ? null : { level, text: words.word(level), steps: toSteps(level) };
}

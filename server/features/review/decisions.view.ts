/** What a workshop decided of a Place, to read back: each domain's level with its reason, what is set aside, what is left. */
import type { Grid } from '../../results/grid.ts';
import { counted } from '../../web/english.ts';
import { paths } from '../../web/paths.ts';
import { template } from '../../web/reply.ts';
import { toStanding, type StandingView } from './standing.view.ts';
import { toAgreedElements } from './elements.view.ts';
import { frozenWords } from './list.view.ts';
import { agreedOn, type ReviewFacts } from './review.load.ts';
import { stopsOf } from './workshop.order.ts';

interface DecisionView {
  readonly name: string;
  readonly href: string;
  readonly stands: StandingView;
}
export interface DecisionsView {
  readonly place: string;
  readonly caption: string;
  readonly progress: string;
  readonly lede: string;
  readonly agreed: readonly DecisionView[];
  readonly aside: readonly DecisionView[];
  /** support elements that something is agreed of */
  readonly elements: readonly DecisionView[];
  readonly left: readonly {
    readonly name: string;
    readonly href: string;
    readonly split: boolean;
  }[];
  readonly frozen: string;
  readonly leaveHref: string;
  readonly minutesHref: string;
  readonly credits: readonly string[];
}
export const decisionsPage = template<DecisionsView>('review/decisions');

export function toDecisionsView(facts: ReviewFacts, grid: Grid): DecisionsView {
  const { round, place, quorum } = facts;
  const hrefOf = (id: string): string => paths.workshopDomain(round.slug, place.slug, id);
  const stops = stopsOf(facts, grid);
  const decided = stops.flatMap(({ id, text }) => {
    const one = agreedOn(facts, 'domain', id);
    return one
      ? [{ name: text, href: hrefOf(id), one, stands: toStanding(one, grid.words, quorum) }]
      : [];
  });
  const left = stops.filter((stop) => !stop.decided);
  return {
    place: place.name,
    caption: `${place.name} · ${round.name}`,
    progress: `${decided.length} of ${stops.length} agreed`,
    lede: ledeOf(stops.length, left.length),
    agreed: decided.filter(({ one }) => one.level !== null),
    aside: decided.filter(({ one }) => one.level === null),
    elements: toAgreedElements(facts),
    left: left.map(({ id, text, split }) => ({ name: text, href: hrefOf(id), split })),
    frozen: frozenWords(facts),
    leaveHref: paths.review(round.slug, place.slug),
    minutesHref: paths.reviewMinutes(round.slug, place.slug),
    credits: [grid.definition.source.credit],
  };
}

function ledeOf(all: number, left: number): string {
  if (left === 0) return `All ${all} domains are agreed or set aside.`;
  if (left === all) {
    return `Nothing is agreed yet: ${counted(all, 'domain is', 'domains are')} left.`;
  }
  return `${counted(left, 'domain is', 'domains are')} left to agree.`;
}

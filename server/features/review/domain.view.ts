/** One domain of a Place in review: who said what, what they ticked, the reviewers' views, and what is agreed. */
import type { LevelItem } from '../../domain/instrument/definition.ts';
import { inReviewOrder, nextLeft } from '../../domain/review/order.ts';
import type { DomainScore } from '../../domain/scoring/score.ts';
import { scoreAt, type Grid } from '../../results/grid.ts';
import {
  domainFlags,
  domainWhy,
  givenText,
  settledLevel,
  type FlagView,
} from '../../web/domain-words.ts';
import { toErrorSummary, type ErrorSummary } from '../../web/error-summary.ts';
import { toDistribution } from '../../web/glyphs/domain-dist.ts';
import type { DistGlyph } from '../../web/glyphs/dist.ts';
import { paths } from '../../web/paths.ts';
import { template } from '../../web/reply.ts';
import { toActions, type ActionsView } from './actions.view.ts';
import {
  conflictWords,
  toAgreementForm,
  type AgreementFormView,
  type TypedAgreement,
} from './agree.view.ts';
import type { AgreedBefore } from './agreed.queries.ts';
import {
  correctionMovedWords,
  toCorrectionPart,
  type CorrectionPart,
} from './corrections/correction.view.ts';
import { toContradictions, type ContradictionView } from './contradictions.view.ts';
import { frozenWords } from './list.view.ts';
import type { TracedWords } from './list.words.ts';
import { agreedOn, toStops, type ReviewFacts } from './review.load.ts';
import { toSays, type SaysView } from './says.view.ts';
import { toStanding, type StandingView } from './standing.view.ts';
import { toTicked, type TickedView } from './ticked.view.ts';
import { toViews, type TypedView, type ViewsView } from './views.view.ts';

export interface DomainReviewView {
  readonly caption: string;
  readonly name: string;
  readonly lede: readonly TracedWords[];
  readonly question: string;
  readonly flags: readonly FlagView[];
  readonly glyph: DistGlyph;
  readonly says: readonly SaysView[];
  readonly ticked: readonly TickedView[];
  readonly contradictions: readonly ContradictionView[];
  readonly methodHref: string;
  readonly views: ViewsView;
  readonly actions: ActionsView;
  /** what is agreed now; null where nothing is */
  readonly stands: StandingView | null;
  readonly before: readonly StandingView[];
  /** null for those who record nothing here, or not now */
  readonly form: AgreementFormView | null;
  /** of what is published; null where there is nothing to show */
  readonly correction: CorrectionPart | null;
  /** why nothing can be changed now; '' where it can */
  readonly frozen: string;
  readonly errors: ErrorSummary | null;
  /** it was the own view that was not taken */
  readonly viewRejected: boolean;
  /** '' where nobody was quicker */
  readonly conflict: string;
  readonly next: LinkView | null;
  readonly listHref: string;
  readonly place: string;
  readonly csrf: string;
}
interface LinkView {
  readonly text: string;
  readonly href: string;
}
export const domainReviewPage = template<DomainReviewView>('review/domain');

export interface DomainFacts {
  readonly facts: ReviewFacts;
  readonly grid: Grid;
  readonly domain: LevelItem;
  /** the last first */
  readonly history: readonly AgreedBefore[];
  readonly csrf: string;
}
/** What was typed and not taken. */
export interface Rejected {
  readonly view?: TypedView;
  readonly agreement?: TypedAgreement;
  readonly correction?: TypedAgreement;
  /** another one was recorded meanwhile */
  readonly conflict?: boolean;
}

export function toDomainView(
  { facts, grid, domain, history, csrf }: DomainFacts,
  rejected: Rejected = {},
): DomainReviewView {
  const { round, place, quorum } = facts;
  const score = scoreAt(grid.scores, place.id, domain.id);
  const stands = agreedOn(facts, 'domain', domain.id);
  const topic = { subject: 'domain' as const, itemId: domain.id };
  const question = `What level is the whole system in ${place.name} at?`;
  const methodHref = `${paths.placeMethod(round.slug, place.slug)}#${domain.id}`;
  return {
    caption: `Review · ${round.name} · ${place.name}`,
    name: domain.text,
    lede: ledeOf(score, grid, { methodHref, last: lastRound(grid, place.id, domain.id) }),
    question,
    flags: domainFlags(score),
    glyph: toDistribution(score, grid.words).glyph,
    says: toSays(facts, domain.id),
    ticked: toTicked(domain, facts, grid.words),
    contradictions: toContradictions(facts).filter(({ of }) => of === domain.id),
    methodHref,
    views: toViews(facts, domain.id, rejected.view),
    actions: toActions(facts, 'domain', domain.id),
    stands: stands ? toStanding(stands, grid.words, quorum) : null,
    before: history.slice(1).map((one) => toStanding(one, grid.words, quorum)),
    form: toAgreementForm(facts, topic, rejected.agreement),
    correction: toCorrectionPart(facts, topic, { question, csrf, typed: rejected.correction }),
    frozen: frozenWords(facts),
    errors: errorsOf(rejected),
    viewRejected: rejected.view !== undefined,
    conflict: rejected.conflict ? quickerWords(rejected, stands?.agreedBy) : '',
    next: nextOf(facts, grid, domain.id),
    listHref: paths.review(round.slug, place.slug),
    place: place.name,
    csrf,
  };
}

/** A figure leads to who gave it, or to how it was worked out. */
function ledeOf(
  score: DomainScore,
  { words }: Grid,
  { methodHref, last }: { readonly methodHref: string; readonly last: string },
): TracedWords[] {
  const why = domainWhy(score, { words, shown: true });
  return [
    { text: `${givenText(score)} gave a level.`, href: '#said' },
    ...why.map((text) => ({ text, href: /\d/.test(text) ? methodHref : '' })),
    ...(last === '' ? [] : [{ text: last, href: '' }]),
  ];
}

function errorsOf({ view, agreement, correction }: Rejected): ErrorSummary | null {
  const errors = [view, agreement, correction].flatMap((typed) => [...(typed?.errors ?? [])]);
  if (errors.length === 0) return null;
  return toErrorSummary(errors.map(([field, text]) => ({ field, text })));
}

function quickerWords({ correction }: Rejected, by: string | undefined): string {
  if (correction) return correctionMovedWords;
  return by === undefined ? '' : conflictWords('domain', by);
}

function lastRound(grid: Grid, placeId: string, domainId: string): string {
  const before = grid.before?.get(placeId)?.get(domainId);
  const level = before ? settledLevel(before) : null;
  return level === null ? '' : `Last round: ${grid.words.word(level)}.`;
}

/** Where there is something left to do: the next domain for the reader, else null. */
export function nextOf(facts: ReviewFacts, grid: Grid, after: string): LinkView | null {
  const { round, place, reader } = facts;
  const ordered = inReviewOrder(toStops(facts, grid));
  const at = ordered.findIndex(({ id }) => id === after);
  const left = nextLeft(ordered, at, ({ id, decided }) =>
    reader.agrees ? !decided : reader.gives && !hasView(facts, id),
  );
  if (!left) return null;
  return { text: left.text, href: paths.reviewDomain(round.slug, place.slug, left.id) };
}

function hasView({ views, reader }: ReviewFacts, id: string): boolean {
  return views.some(({ itemId, personId }) => itemId === id && personId === reader.personId);
}

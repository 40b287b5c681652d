/** The start page of those who look at more than one agency: what to do now, each Place at a glance, what to take along. */
import { mayReadBoardPaper, resultsAccess } from '../../domain/access/may.ts';
import { hasRole, type Scope } from '../../domain/access/scope.ts';
import { usedWords } from '../../domain/glossary/used-words.ts';
import { isPublished, roundStatusWords } from '../../domain/round/round.ts';
import type { Outlook } from '../../web/outlook.ts';
import { paths } from '../../web/paths.ts';
import { toTally, type Tally } from '../../web/tally.ts';
import { wordInKey, type TermView } from '../../web/term.ts';
import { formatDate, formatDateTime } from '../../web/time.ts';
import { standingOf } from './home-asked.ts';
import type { Asked, SystemRound } from './home-rounds.queries.ts';
import type { Commented, Corrected } from './home-check.queries.ts';
import { commentSteps, correctionSteps } from './home-check.view.ts';
import { paperSteps } from './home-paper.view.ts';
import {
  answeringStep,
  discussStep,
  mostFirst,
  placeStep,
  publishedStep,
  type StepView,
} from './home-steps.view.ts';

interface LinkView {
  readonly text: string;
  readonly href: string;
}
interface GlanceView {
  readonly id: string;
  readonly heading: string;
  readonly matrixHref: string;
  readonly caption: string;
  /** "Eleven domains" */
  readonly about: string;
  readonly places: readonly (LinkView & { readonly tally: Tally })[];
}
interface PapersView {
  readonly heading: string;
  readonly system: LinkView;
  /** null for those who may not read it */
  readonly board: LinkView | null;
  readonly pack: LinkView;
  readonly places: readonly LinkView[];
}
export interface RoundsView {
  /** "What to do now", or the finding's heading where there is nothing to do */
  readonly heading: string;
  readonly lede: readonly string[];
  /** "published on 3 December 2025", of the round that the finding is about; '' mostly */
  readonly about: string;
  readonly steps: readonly StepView[];
  /** of the results' words those that the steps use, explained */
  readonly words: readonly TermView[];
  readonly glances: readonly GlanceView[];
  /** of the newest published round; null before there is one */
  readonly papers: PapersView | null;
  /** where a coordinator begins a round, while none is open; null otherwise */
  readonly create: LinkView | null;
  /** rounds whose results are not this person's to see yet */
  readonly waiting: readonly { readonly name: string; readonly note: string }[];
}

/** A round with its results at a glance. */
interface Seen {
  readonly round: SystemRound;
  readonly outlook: Outlook;
}

export interface RoundsFacts {
  readonly scope: Scope;
  readonly rounds: readonly SystemRound[];
  readonly asked: readonly Asked[];
  /** Places whose draft was commented on */
  readonly commented: readonly Commented[];
  /** rounds in which corrections wait for this person */
  readonly corrected: readonly Corrected[];
  /** by the round's id: those of `lookedAt` */
  readonly outlooks: ReadonlyMap<string, Outlook>;
  readonly now: Date;
}

const isVisible = (scope: Scope, { status, placeIds }: SystemRound): boolean =>
  placeIds.some((id) => resultsAccess(scope, status, id));

/** The rounds that are worth a look: those being reviewed, and the newest published one. */
export function lookedAt(scope: Scope, rounds: readonly SystemRound[]): SystemRound[] {
  const visible = rounds.filter((round) => isVisible(scope, round));
  const newest = visible.find(({ status }) => isPublished(status));
  return visible.filter(
    (round) => round === newest || (round.status !== 'open' && !isPublished(round.status)),
  );
}

export function toRoundsView(facts: RoundsFacts): RoundsView {
  const { scope, rounds, outlooks } = facts;
  const seen = lookedAt(scope, rounds).flatMap((round): Seen[] => {
    const outlook = outlooks.get(round.id);
    return outlook ? [{ round, outlook }] : [];
  });
  const published = seen.find(({ round }) => isPublished(round.status));
  const tasks = toTasks(facts, seen);
  const steps =
    tasks.length > 0
      ? [...tasks, ...(published ? [publishedStep(published.round)] : [])]
      : standsOut(published);
  return {
    ...(tasks.length > 0 ? doNow(rounds) : toFinding(published)),
    steps,
    create: toCreate(scope, rounds),
    words: wordsOf(steps),
    glances: seen.map(toGlance),
    papers: published ? toPapers(scope, published) : null,
    waiting: rounds.filter((round) => !isVisible(scope, round)).map(toWaiting),
  };
}

function toCreate(scope: Scope, rounds: readonly SystemRound[]): LinkView | null {
  if (!hasRole(scope, 'coordinator') || rounds.some(({ status }) => status === 'open')) return null;
  return { text: 'No round is open: create one, or open a draft', href: paths.setUp.rounds() };
}

function wordsOf(steps: readonly StepView[]): TermView[] {
  const texts = steps.flatMap(({ title, text, figure }) => [title, text, figure.label]);
  return usedWords(texts, ['equity-gap', 'to-discuss', 'split', 'agreed-level']).map((term) =>
    wordInKey(term),
  );
}

type Head = Pick<RoundsView, 'heading' | 'lede' | 'about'>;

/** "Autumn 2026 is open. Spring 2026 is in review.": the newest rounds, as far as a glance goes. */
function doNow(rounds: readonly SystemRound[]): Head {
  const lede = rounds
    .slice(0, 3)
    .map(({ name, status }) => `${name} is ${roundStatusWords[status].toLowerCase()}.`);
  return { heading: 'What to do now', lede, about: '' };
}

function toFinding(published: Seen | undefined): Head {
  if (!published) return { heading: 'Results', lede: [], about: '' };
  const { round, outlook } = published;
  const when = round.publishedAt ? `, published on ${formatDate(round.publishedAt)}` : '';
  return {
    heading: 'What is missing, and where',
    lede: outlook.finding,
    about: `${round.name}${when}`,
  };
}

function standsOut(published: Seen | undefined): StepView[] {
  return (published?.outlook.gaps ?? []).map((gap) => ({ ...gap, names: null }));
}

/** Once the closing time has passed, what is left is to close the round. */
function chasing(step: StepView, { slug, closesAt }: SystemRound, now: Date): StepView {
  if (!closesAt || closesAt > now) {
    return { ...step, href: paths.progress(slug), linkText: 'See who has answered' };
  }
  return { ...step, href: paths.setUp.round(slug), linkText: 'Close the round' };
}

/** Coordinators chase first; reviewers discuss first. Others have nothing to do but read. */
function toTasks(facts: RoundsFacts, seen: readonly Seen[]): StepView[] {
  const { scope, rounds, asked, commented, corrected, now } = facts;
  const reviewing = seen.filter(({ round }) => !isPublished(round.status));
  const open = rounds.filter((round) => round.status === 'open' && isVisible(scope, round));
  const own = scope.memberships.flatMap(({ placeIds }) => placeIds);
  if (hasRole(scope, 'coordinator')) {
    return [
      ...open.map((round) =>
        chasing(answeringStep(round, standingOf(asked, round.id), { now }), round, now),
      ),
      ...rounds.flatMap((round) => paperSteps(round, asked)),
      ...correctionSteps(corrected),
      ...commentSteps(commented, (placeId) => own.includes(placeId)),
      ...reviewing.map(({ round, outlook }) =>
        discussStep(round, outlook, standingOf(asked, round.id)),
      ),
    ];
  }
  if (!hasRole(scope, 'reviewer')) return [];
  const ownCommented = commented.filter(({ placeId }) => own.includes(placeId));
  return [
    ...commentSteps(ownCommented, () => true),
    ...reviewing.flatMap(({ round, outlook }) =>
      mostFirst(outlook.places).map((place) =>
        placeStep(round, place, standingOf(asked, round.id, [place.id])),
      ),
    ),
    ...open.map((round) =>
      answeringStep(round, standingOf(asked, round.id, own), { now, about: ' about your Places' }),
    ),
  ];
}

function toGlance({ round, outlook }: Seen): GlanceView {
  const state = roundStatusWords[round.status].toLowerCase();
  return {
    id: round.slug,
    heading: `${round.name}, ${state}`,
    matrixHref: paths.systemReport(round.slug),
    caption: `${outlook.about} by colour in each Place, ${round.name}`,
    about: outlook.about,
    places: outlook.places.map(({ name, href, colours }) => ({
      text: name,
      href,
      tally: toTally(colours),
    })),
  };
}

function toPapers(scope: Scope, { round, outlook }: Seen): PapersView {
  const readsBoard = mayReadBoardPaper(scope, round.status);
  return {
    heading: round.name,
    system: { text: 'System summary', href: paths.systemPdf(round.slug) },
    board: readsBoard ? { text: 'Board paper', href: paths.boardPaper(round.slug) } : null,
    pack: { text: 'Complete pack', href: paths.pack(round.slug) },
    places: outlook.places.map(({ name, pdfHref }) => ({ text: name, href: pdfHref })),
  };
}

function toWaiting({ name, status, closesAt }: SystemRound): RoundsView['waiting'][number] {
  const until = closesAt ? ` until ${formatDateTime(closesAt)}` : '';
  const state =
    status === 'open' ? `Agencies are answering${until}.` : 'The reviewers are at work.';
  return { name, note: `${state} The results are here once they are published.` };
}

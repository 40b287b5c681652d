/** What a coordinator or a reviewer would do now, the most urgent first: each step with its figure and its one link. */
import { roundStatusWords } from '../../domain/round/round.ts';
import { capital, counted, inWords, lower } from '../../web/english.ts';
import type { Outlook, OutlookFigure, OutlookPlace } from '../../web/outlook.ts';
import { paths } from '../../web/paths.ts';
import { formatDate, formatDateTime } from '../../web/time.ts';
import type { Standing } from './home-asked.ts';
import { daysUntil } from '../../web/deadline.ts';
import type { SystemRound } from './home-rounds.queries.ts';

export interface StepView {
  /** the colour that it is about; '' mostly */
  readonly rag: string;
  readonly title: string;
  readonly text: string;
  /** agencies by name, under the text; null where nobody is to be named */
  readonly names: { readonly label: string; readonly list: readonly string[] } | null;
  readonly figure: OutlookFigure;
  readonly href: string;
  readonly linkText: string;
}

/** The agencies' answers are still coming in. @param about " about your Places", of some of the answers */
export function answeringStep(
  round: SystemRound,
  standing: Standing,
  { now, about = '' }: { readonly now: Date; readonly about?: string },
): StepView {
  const { silent, underWay } = standing;
  return {
    rag: '',
    title: answeringTitle(`${about} for ${round.name}`, standing),
    text: [closingWords(round, now), progressWords(standing)].filter(Boolean).join(' '),
    names: silent.length > 0 ? namesOf('Silent', silent) : namesOf('Not all in yet', underWay),
    figure: daysLeft(round, standing, now),
    href: paths.systemReport(round.slug),
    linkText: 'See what came in',
  };
}

function answeringTitle(forRound: string, { silent, underWay, agencies }: Standing): string {
  if (silent.length > 0) {
    const have = silent.length === 1 ? 'has' : 'have';
    return `${silent.length} of ${counted(agencies, 'agency', 'agencies')} ${have} saved nothing${forRound}`;
  }
  return underWay.length > 0
    ? `Every agency has begun its answers${forRound}`
    : `All answers${forRound} are in`;
}

function progressWords({ silent, underWay, done }: Standing): string {
  if (silent.length + underWay.length === 0) return 'There is nobody left to wait for.';
  const begun = `${capital(inWords(underWay.length))} ${underWay.length === 1 ? 'has' : 'have'} begun`;
  const finished = done === 0 ? 'none has' : `${inWords(done)} ${done === 1 ? 'has' : 'have'}`;
  return `${begun}, ${finished} submitted everything.`;
}

function closingWords({ closesAt }: SystemRound, now: Date): string {
  if (!closesAt) return '';
  const verb = closesAt.getTime() < now.getTime() ? 'It closed' : 'It closes';
  return `${verb} on ${formatDateTime(closesAt)}.`;
}

function daysLeft(round: SystemRound, { asked, submitted }: Standing, now: Date): OutlookFigure {
  const days = round.closesAt ? daysUntil(round.closesAt, now) : -1;
  if (days < 0) return answersIn(round);
  const unit = days === 1 ? 'day left' : 'days left';
  return { value: String(days), unit, label: `${submitted} of ${asked} answers are in` };
}

function answersIn({ submitted, assigned }: SystemRound): OutlookFigure {
  return { value: String(submitted), unit: `of ${assigned}`, label: 'answers are in' };
}

/** All Places of a round in one step, for the coordinator. */
export function discussStep(round: SystemRound, outlook: Outlook, standing: Standing): StepView {
  const places = mostFirst(outlook.places);
  const open = places.filter(({ discuss }) => discuss.length > 0);
  const total = sum(places, ({ discuss }) => discuss.length);
  const [first] = open;
  const names = namesOf('Not all in from', standing.waitedFor);
  const common = { rag: '', names, figure: agreedFigure(round, places) };
  if (!first) {
    return {
      ...common,
      title: `${round.name} is ${lower(roundStatusWords[round.status])}: nothing to discuss`,
      text: 'No split is left.',
      href: paths.systemReport(round.slug),
      linkText: 'Open the matrix',
    };
  }
  const most = open.length > 1 ? `, most in ${first.name}` : '';
  return {
    ...common,
    title: `${counted(total, 'domain', 'domains')} to discuss in ${round.name}`,
    text: `In ${placesOf(open.length, places.length)}${most}.`,
    href: first.reviewHref,
    linkText: `Open ${first.name}`,
  };
}

/** How far the discussion has come; of a round without levels, how many answers there are. */
function agreedFigure(round: SystemRound, places: readonly OutlookPlace[]): OutlookFigure {
  const domains = sum(places, (place) => place.domains);
  const agreed = sum(places, (place) => place.agreed);
  return domains === 0
    ? answersIn(round)
    : { value: String(agreed), unit: `of ${domains}`, label: 'levels are agreed' };
}

const placesOf = (count: number, total: number): string =>
  count === total
    ? `all ${inWords(total)} Places`
    : `${inWords(count)} of ${inWords(total)} Places`;

/** A Place of their own, for a reviewer. */
export function placeStep(round: SystemRound, place: OutlookPlace, standing: Standing): StepView {
  const { name, discuss, href, reviewHref } = place;
  const split = discuss.length > 0;
  const domains = counted(discuss.length, 'domain', 'domains');
  const differ = split
    ? `The agencies differ on ${discuss.map(lower).join('; ')}.`
    : 'No split is left.';
  return {
    rag: '',
    title: split ? `${name}: ${domains} to discuss` : `${name}: nothing to discuss`,
    text: `${round.name}. ${differ}${missing(standing)}`,
    names: null,
    figure: agreedFigure(round, [place]),
    href: split ? reviewHref : href,
    linkText: `Open ${name}`,
  };
}

type Names = StepView['names'];
const namesOf = (label: string, list: readonly string[]): Names =>
  list.length === 0 ? null : { label, list };

/** Whose answers did not come in before the round closed; names may hold commas. */
const missing = ({ waitedFor }: Standing): string =>
  waitedFor.length === 0 ? '' : ` Not all in from ${waitedFor.join('; ')}.`;

export function publishedStep(round: SystemRound): StepView {
  const { name, slug, publishedAt } = round;
  const since = publishedAt ? `Since ${formatDate(publishedAt)} everybody` : 'Everybody';
  return {
    rag: '',
    title: `${name} is published`,
    text: `${since} in the system can read the results, without the agencies’ names.`,
    names: null,
    figure: answersIn(round),
    href: paths.systemReport(slug),
    linkText: 'Open the results',
  };
}

/** The Places with the most to discuss. */
export function mostFirst(places: readonly OutlookPlace[]): OutlookPlace[] {
  return places.toSorted((one, other) => other.discuss.length - one.discuss.length);
}

function sum(places: readonly OutlookPlace[], of: (place: OutlookPlace) => number): number {
  return places.reduce((total, place) => total + of(place), 0);
}

/** The start page: an agency's work, the rounds of the system, or both, by what the person may do. */
import { template } from '../../web/reply.ts';
import { formatDateTime } from '../../web/time.ts';
import type { OwnView } from './home-own.view.ts';
import type { RoundsView } from './home-rounds.view.ts';
import type { Work } from './home-task.view.ts';

export interface LedeView {
  readonly before: string;
  /** a date, set strong */
  readonly strong: string;
  readonly after: string;
}
export interface HomeView {
  readonly caption: string;
  readonly heading: string;
  readonly lede: LedeView;
  /** null for those who answer for no agency */
  readonly own: OwnView | null;
  /** null for those who look at no other agency's results */
  readonly rounds: RoundsView | null;
  /** what comes, where there is nothing yet; '' mostly */
  readonly empty: string;
}
export const homePage = template<HomeView>('responses/home');

export interface HomeFacts {
  readonly systemName: string;
  readonly works: readonly Work[];
  readonly own: OwnView | null;
  readonly rounds: RoundsView | null;
  readonly now: Date;
}

export function toHomeView({ systemName, works, own, rounds, now }: HomeFacts): HomeView {
  const [first] = works;
  const agencies = new Set(works.map(({ response }) => response.agencyName));
  const about = first ? [first.response.roundName, [...agencies].join(', ')] : [];
  return {
    caption: [systemName, ...about].join(' · '),
    heading: own || !rounds ? 'Your work' : 'Where the rounds stand',
    lede: works.length > 0 ? workLede(works, now) : { ...noLede, before: quietLede(rounds) },
    own,
    rounds,
    empty: isEmpty({ works, own, rounds })
      ? 'When a round opens, what there is to do stands here.'
      : '',
  };
}

function isEmpty({ works, own, rounds }: Pick<HomeFacts, 'works' | 'own' | 'rounds'>): boolean {
  return works.length + (own?.earlier ?? []).length + (rounds?.rounds ?? []).length === 0;
}

const noLede: LedeView = { before: '', strong: '', after: '' };

/** "Autumn 2026 is open. Spring 2026 is in review.": the newest rounds, as far as a glance goes. */
function quietLede(rounds: RoundsView | null): string {
  const states = (rounds?.rounds ?? [])
    .slice(0, 3)
    .map(({ name, status }) => `${name} is ${status.toLocaleLowerCase('en-GB')}.`);
  return states.length > 0 ? states.join(' ') : 'There is nothing to answer now.';
}

function workLede(works: readonly Work[], now: Date): LedeView {
  const left = works.filter(({ response }) => response.status !== 'submitted');
  const submitted = works.length - left.length;
  const [closesAt] = left
    .flatMap(({ response }) => response.closesAt ?? [])
    .toSorted((one, other) => one.getTime() - other.getTime());
  if (left.length === 0) return { ...noLede, before: allIn(works.length) };
  const state = `${submitted} of ${works.length} ${submitted === 1 ? 'is' : 'are'} submitted.`;
  if (!closesAt) return { ...noLede, before: state };
  return {
    before: `${state} The rest close on `,
    strong: formatDateTime(closesAt),
    after: `${countdown(closesAt, now)}. Anyone in your agency can carry on where you stop.`,
  };
}

function allIn(count: number): string {
  return count === 1
    ? 'What was asked is submitted.'
    : `All ${count} are submitted. There is nothing left to do.`;
}

const calendar = new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/London' });
const dayMs = 24 * 60 * 60 * 1000;

/** ", in 9 days": calendar days in London. */
function countdown(closesAt: Date, now: Date): string {
  const dayOf = (moment: Date): number => Date.parse(calendar.format(moment)) / dayMs;
  const days = Math.round(dayOf(closesAt) - dayOf(now));
  if (days < 0) return ', which has passed';
  if (days < 2) return days === 0 ? ', today' : ', tomorrow';
  return `, in ${days} days`;
}

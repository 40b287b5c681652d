/** The start page: an agency's work, the rounds of the system, or both, by what the person may do. */
import { template } from '../../web/reply.ts';
import { formatDateTime } from '../../web/time.ts';
import { countdown } from '../../web/deadline.ts';
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
  const about = first
    ? [first.response.roundName, [...agencies].join(', ')]
    : [rounds?.about ?? ''];
  return {
    caption: [systemName, ...about].filter(Boolean).join(' · '),
    heading: own || !rounds ? 'Your work' : rounds.heading,
    lede: ledeOf({ works, own, rounds, now }),
    own,
    rounds,
    empty: isEmpty({ works, own, rounds })
      ? 'When a round opens, what there is to do stands here.'
      : '',
  };
}

function isEmpty({ works, own, rounds }: Pick<HomeFacts, 'works' | 'own' | 'rounds'>): boolean {
  const shown = rounds
    ? rounds.steps.length +
      rounds.glances.length +
      rounds.waiting.length +
      Number(rounds.create !== null)
    : 0;
  const kept = (own?.earlier ?? []).length + (own?.next ?? []).length;
  return works.length + kept + shown === 0;
}

const nothingAsked = 'There is nothing to answer now.';
const noLede: LedeView = { before: '', strong: '', after: '' };

interface Around {
  /** how many maps a coordinator asks about */
  readonly asked: number;
  readonly now: Date;
}

function ledeOf({ works, own, rounds, now }: Omit<HomeFacts, 'systemName'>): LedeView {
  const asked = own?.asked ?? 0;
  return works.length > 0
    ? workLede(works, { asked, now })
    : { ...noLede, before: quietLede(rounds, asked) };
}

const questionsLeft = 'What was asked is submitted; a coordinator has questions about it.';

function quietLede(rounds: RoundsView | null, asked: number): string {
  const lede = rounds?.lede ?? [];
  if (lede.length > 0) return lede.join(' ');
  return asked > 0 ? questionsLeft : nothingAsked;
}

function workLede(all: readonly Work[], { asked, now }: Around): LedeView {
  const works = all.filter(({ response }) => response.status !== 'withdrawn');
  if (works.length === 0) return { ...noLede, before: nothingAsked };
  const left = works.filter(({ response }) => response.status !== 'submitted');
  const submitted = works.length - left.length;
  const next = nextToClose(left, now);
  if (left.length === 0) {
    return { ...noLede, before: asked > 0 ? questionsLeft : allIn(works.length) };
  }
  const state = `${submitted} of ${works.length} ${submitted === 1 ? 'is' : 'are'} submitted.`;
  if (!next) return { ...noLede, before: state };
  const rounds = new Set(left.map(({ response }) => response.roundId));
  const closing = rounds.size > 1 ? `${next.roundName} closes` : 'The rest close';
  return {
    before: `${state} ${closing} on `,
    strong: formatDateTime(next.closesAt),
    after: `${countdown(next.closesAt, now)}. Anyone in your agency can carry on where you stop.`,
  };
}

/** The deadline to keep in mind: the nearest to come, for what was returned may be past its own. */
function nextToClose(
  works: readonly Work[],
  now: Date,
): { readonly roundName: string; readonly closesAt: Date } | undefined {
  const closing = works
    .flatMap(({ response: { roundName, closesAt } }) => (closesAt ? [{ roundName, closesAt }] : []))
    .toSorted((one, other) => one.closesAt.getTime() - other.closesAt.getTime());
  return closing.find(({ closesAt }) => closesAt >= now) ?? closing[0];
}

function allIn(count: number): string {
  return count === 1
    ? 'What was asked is submitted.'
    : `All ${count} are submitted. There is nothing left to do.`;
}

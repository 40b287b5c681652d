/** An action: what is to be done in a Place, by whom, by when, and which ones need a look first (Design 8). */
import type { Level } from '../scoring/score.ts';

export const actionStatuses = [
  'proposed',
  'agreed',
  'funded',
  'under-way',
  'done',
  'dropped',
] as const;
export type ActionStatus = (typeof actionStatuses)[number];

export const actionStatusWords: Readonly<Record<ActionStatus, string>> = {
  proposed: 'Proposed',
  agreed: 'Agreed',
  funded: 'Funded',
  'under-way': 'Under way',
  done: 'Done',
  dropped: 'Dropped',
};

/** What it was raised from: a domain of the grid, a support element, a gap in the map, map and grid at odds. */
export const actionSources = ['domain', 'element', 'gap', 'contradiction', 'none'] as const;
export type ActionSource = (typeof actionSources)[number];

export const actionSourceWords: Readonly<Record<ActionSource, string>> = {
  domain: 'A domain',
  element: 'A support element',
  gap: 'A gap',
  contradiction: 'A contradiction',
  none: 'Nothing in particular',
};

/** A criterion taken over when the action was raised, in its words of then. */
export interface TakenCriterion {
  readonly id: string;
  readonly text: string;
}

/** What its form says. */
export interface ActionContent {
  readonly what: string;
  readonly ownerAgencyId: string | null;
  readonly ownerPersonId: string | null;
  /** an owner in words; '' for none */
  readonly ownerName: string;
  /** a day, "2027-03-31" */
  readonly dueOn: string | null;
  readonly status: ActionStatus;
  /** of a domain: the level it is to reach */
  readonly aimedLevel: Level | null;
  readonly criteria: readonly TakenCriterion[];
}

export function isOpen({ status }: { readonly status: ActionStatus }): boolean {
  return status !== 'done' && status !== 'dropped';
}

/** Without a change for so many days an action that is open is stuck. */
export const stuckDays = 90;
const dayMs = 24 * 60 * 60 * 1000;

interface Timed {
  readonly status: ActionStatus;
  readonly dueOn: string | null;
  /** the last time, a note included */
  readonly changedAt: Date;
}
export interface Today {
  readonly now: Date;
  /** its day in London: "2026-03-18" */
  readonly today: string;
}

/** From the day after it was due. */
export function isOverdue(action: Omit<Timed, 'changedAt'>, { today }: Pick<Today, 'today'>) {
  return isOpen(action) && action.dueOn !== null && action.dueOn < today;
}

export function isStuck(action: Omit<Timed, 'dueOn'>, { now }: Pick<Today, 'now'>): boolean {
  return isOpen(action) && now.getTime() - action.changedAt.getTime() >= stuckDays * dayMs;
}

export type Alarm = 'overdue' | 'stuck';

/** Why it needs a look: overdue says more than stuck. */
export function alarmOf(action: Timed, today: Today): Alarm | null {
  if (isOverdue(action, today)) return 'overdue';
  return isStuck(action, today) ? 'stuck' : null;
}

function rank(action: Timed, today: Today): number {
  const alarm = alarmOf(action, today);
  if (alarm) return alarm === 'overdue' ? 0 : 1;
  return isOpen(action) ? 2 : 3;
}

/** Overdue first, then stuck, then the rest that is open, by when they are due; what has ended last, the newest first. */
export function inOrder<A extends Timed>(actions: readonly A[], today: Today): A[] {
  return actions.toSorted((one, other) => {
    const ranks = [rank(one, today), rank(other, today)] as const;
    if (ranks[0] !== ranks[1]) return ranks[0] - ranks[1];
    if (ranks[0] === 3) return other.changedAt.getTime() - one.changedAt.getTime();
    return dueFirst(one, other) || one.changedAt.getTime() - other.changedAt.getTime();
  });
}

/** What has no day comes after what has one. */
function dueFirst({ dueOn: one }: Timed, { dueOn: other }: Timed): number {
  if (one === other) return 0;
  if (one === null || other === null) return one === null ? 1 : -1;
  return one < other ? -1 : 1;
}

/** The life of a round as one table, read by routes, buttons and tests: what is not in it does not happen (Design 1). */
import type { RoundStatus } from './round.ts';
import type { Condition, StepFacts } from './step-facts.ts';
import * as conditions from './step-conditions.ts';
import * as effects from './step-effects.ts';

export const roundSteps = [
  'open',
  'close',
  'reopen',
  'check',
  'resume',
  'publish',
  'archive',
] as const;
export type RoundStep = (typeof roundSteps)[number];

export interface StepRule {
  readonly from: RoundStatus;
  readonly to: RoundStatus;
  /** the way on, or a way back */
  readonly way: 'on' | 'back';
  /** no step leads back from where it leads to */
  readonly final: boolean;
  /** on the button */
  readonly words: string;
  /** what the audit trail calls it */
  readonly act: string;
  readonly conditions: (facts: StepFacts) => readonly Condition[];
  /** a sentence each; who is e-mailed stands first */
  readonly effects: (facts: StepFacts) => readonly string[];
}

export const workflow: Readonly<Record<RoundStep, StepRule>> = {
  open: {
    from: 'draft',
    to: 'open',
    way: 'on',
    final: true,
    words: 'Open the round',
    act: 'round.opened',
    conditions: conditions.toOpen,
    effects: effects.ofOpening,
  },
  close: {
    from: 'open',
    to: 'in-review',
    way: 'on',
    final: false,
    words: 'Close and move to review',
    act: 'round.closed',
    conditions: conditions.toClose,
    effects: effects.ofClosing,
  },
  reopen: {
    from: 'in-review',
    to: 'open',
    way: 'back',
    final: false,
    words: 'Open it to answers again',
    act: 'round.reopened',
    conditions: conditions.toReopen,
    effects: effects.ofReopening,
  },
  check: {
    from: 'in-review',
    to: 'factual-check',
    way: 'on',
    final: false,
    words: 'Begin the factual check',
    act: 'round.check-begun',
    conditions: conditions.toCheck,
    effects: effects.ofChecking,
  },
  resume: {
    from: 'factual-check',
    to: 'in-review',
    way: 'back',
    final: false,
    words: 'Go back to review',
    act: 'round.review-resumed',
    conditions: conditions.none,
    effects: effects.ofResuming,
  },
  publish: {
    from: 'factual-check',
    to: 'published',
    way: 'on',
    final: true,
    words: 'Publish the results',
    act: 'round.published',
    conditions: conditions.toPublish,
    effects: effects.ofPublishing,
  },
  archive: {
    from: 'published',
    to: 'archived',
    way: 'on',
    final: true,
    words: 'Archive the round',
    act: 'round.archived',
    conditions: conditions.none,
    effects: effects.ofArchiving,
  },
};

/** The steps that lead from here, the way on first. */
export function stepsFrom(status: RoundStatus): RoundStep[] {
  return roundSteps
    .filter((step) => workflow[step].from === status)
    .toSorted((one, other) => Number(isBack(one)) - Number(isBack(other)));
}

const isBack = (step: RoundStep): boolean => workflow[step].way === 'back';

/** Undefined for what is no step. */
export function stepNamed(name: string): RoundStep | undefined {
  return roundSteps.find((step) => step === name);
}

/** Nothing that is needed is missing; what is only advised stops nobody. */
export function mayStep(step: RoundStep, status: RoundStatus, facts: StepFacts): boolean {
  const { from, conditions: asked } = workflow[step];
  return from === status && asked(facts).every(({ met, needed }) => met || !needed);
}

/** What else is done to a round, and in which of its states. */
export type RoundAct =
  | 'edit'
  | 'delete'
  | 'extend'
  | 'set-reminders'
  | 'add-agencies'
  | 'withdraw'
  | 'review'
  | 'comment'
  | 'correct';

const acts: Readonly<Record<RoundAct, readonly RoundStatus[]>> = {
  edit: ['draft'],
  delete: ['draft'],
  extend: ['open'],
  'set-reminders': ['open'],
  'add-agencies': ['open'],
  withdraw: ['open', 'in-review', 'factual-check'],
  review: ['in-review', 'factual-check'],
  comment: ['factual-check'],
  correct: ['published', 'archived'],
};

export function roundAllows(act: RoundAct, status: RoundStatus): boolean {
  return acts[act].includes(status);
}

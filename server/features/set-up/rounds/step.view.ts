/** The question before a step, and the list of what it waits for. */
import type { Condition, StepFacts } from '../../../domain/round/step-facts.ts';
import { workflow, type RoundStep } from '../../../domain/round/workflow.ts';
import type { SignedInRequest } from '../../../web/route.ts';
import { counted } from '../../../web/english.ts';
import { paths } from '../../../web/paths.ts';
import { template } from '../../../web/reply.ts';
import { captionOf } from '../words.ts';
import { unansweredOf, type RoundState } from './step-facts.ts';

/** Where comments of the factual check without an answer are read. */
export interface CommentsLink {
  /** "Ferrow Vale: 2 comments" */
  readonly text: string;
  readonly href: string;
}
export interface ConditionView {
  readonly text: string;
  /** "Ready", "Needed" or "Note" */
  readonly mark: string;
  readonly met: boolean;
}
export interface StepView {
  readonly caption: string;
  readonly heading: string;
  readonly lede: string;
  readonly effects: readonly string[];
  /** what is better seen to first */
  readonly notes: readonly string[];
  /** none but before publication */
  readonly comments: readonly CommentsLink[];
  readonly action: string;
  readonly csrf: string;
  readonly revision: number;
  readonly button: string;
  /** takes away what could be done */
  readonly warning: boolean;
  readonly keepHref: string;
}
export const stepPage = template<StepView>('set-up/rounds/step');

export function toConditionView({ text, met, needed }: Condition): ConditionView {
  return { text, met, mark: met ? 'Ready' : needed ? 'Needed' : 'Note' };
}

/** Of the step that ends the time for answers: by Place, the comments that have none. */
export function toCommentsLinks(step: RoundStep, state: RoundState): CommentsLink[] {
  if (step !== 'publish') return [];
  return unansweredOf(state).map(({ place, count }) => ({
    text: `${place.name}: ${counted(count, 'comment', 'comments')} without an answer`,
    href: paths.factualCheck(state.round.slug, place.slug),
  }));
}

interface Asked {
  readonly step: RoundStep;
  readonly loaded: RoundState;
  readonly facts: StepFacts;
}

export function toStepView(
  { step, loaded, facts }: Asked,
  { scope, csrf }: Pick<SignedInRequest, 'scope' | 'csrf'>,
): StepView {
  const { round } = loaded;
  const { words, final, effects, conditions } = workflow[step];
  return {
    caption: `${captionOf(scope)} · ${round.name}`,
    heading: `${words}?`,
    lede: final ? 'This can’t be taken back.' : 'You can take this back.',
    effects: effects(facts),
    notes: conditions(facts)
      .filter(({ met }) => !met)
      .map(({ text }) => text),
    comments: toCommentsLinks(step, loaded),
    action: paths.setUp.roundStep(round.slug, step),
    csrf,
    revision: round.revision,
    button: words,
    warning: step === 'archive',
    keepHref: paths.setUp.round(round.slug),
  };
}

/** A gap of a Place's service map where the report shows it: its words, its actions, and where one is raised from it. */
import type { Gap } from '../../domain/elements/gaps.ts';
import type { ActionMarks } from '../../results/action-marks.ts';
import type { VisiblePlace } from '../../results/load.ts';
import { actionFlag, raiseHref, type ActionFlagView } from './action-flag.view.ts';

export interface MapGapView {
  readonly words: string;
  /** actions that are open; null for none */
  readonly action: ActionFlagView | null;
  /** where an action is raised from it; '' for those who raise none */
  readonly raiseHref: string;
}

/** By its id; null where the map has no such gap. */
export type FindGap = (id: string) => MapGapView | null;

interface Around {
  readonly round: { readonly slug: string };
  readonly place: VisiblePlace;
  readonly actions: ActionMarks;
  /** the reader raises actions */
  readonly raises: boolean;
}

export function findGapIn(
  gaps: readonly Gap[],
  { round, place, actions, raises }: Around,
): FindGap {
  return (id) => {
    const gap = gaps.find((one) => one.id === id);
    if (!gap) return null;
    const from = { round: round.slug, place: place.slug, item: id };
    return {
      words: gap.words,
      action: actionFlag(actions, place, { id, name: gap.words }),
      raiseHref: raises ? raiseHref('gap', from) : '',
    };
  };
}

/** On paper: the words, and behind them that there is an action. */
export function gapText({ words, action }: Pick<MapGapView, 'words' | 'action'>): string {
  return action ? `${words} (${action.text.toLowerCase()})` : words;
}

/** The actions that a Board paper tells of: those of the round and the open ones of before, overdue first. */
import { alarmOf, inOrder, isOpen, type Today } from '../../../domain/actions/action.ts';
import { isPublished } from '../../../domain/round/round.ts';
import { isUpTo } from '../../../results/action-marks.ts';
import type { LevelText } from '../../../results/action-levels.ts';
import type { SeenAction } from '../../../results/actions.ts';
import type { ReportRound } from '../../../results/round.queries.ts';
import { paths } from '../../../web/paths.ts';
import { toActionRow, type PlaceActionView } from '../place-actions.view.ts';
import { counted } from '../words.ts';

export interface BoardActionsView {
  /** "12 actions are open, 3 of them overdue; 4 are done." */
  readonly summary: string;
  /** open ones, overdue first */
  readonly actions: readonly PlaceActionView[];
  /** "The first 12 of 15 are listed."; '' where all are */
  readonly cut: string;
  readonly listHref: string;
}

/** A Board reads a page of them; the rest stands in the list of actions. */
const MOST = 12;

/**
 * The same whoever takes the paper away: nothing that was raised from results which are not published, unless
 * they are the paper's own.
 */
export function boardActions(
  seen: readonly SeenAction[],
  round: Pick<ReportRound, 'id' | 'position'>,
  today: Today,
): SeenAction[] {
  const told = seen.filter((action) => {
    if (action.roundId === round.id) return true;
    if (action.sight !== 'whole' || !isOpen(action)) return false;
    if (action.roundStatus === null) return true;
    return isPublished(action.roundStatus) && isUpTo(action.roundPosition, round);
  });
  return inOrder(told, today);
}

export function toBoardActions(
  actions: readonly SeenAction[],
  today: Today,
  levelText: LevelText,
): BoardActionsView {
  const open = actions.filter(isOpen);
  const shown = open.slice(0, MOST);
  return {
    summary: summaryOf(actions, open, today),
    actions: shown.map((action) => {
      const row = toActionRow(action, today, levelText);
      const place = action.placeName ?? 'The whole system';
      return { ...row, source: [place, row.source].filter(Boolean).join('. ') };
    }),
    cut:
      shown.length < open.length
        ? `The first ${shown.length} of ${open.length} stand here, what is overdue first.`
        : '',
    listHref: paths.actions(),
  };
}

function summaryOf(
  actions: readonly SeenAction[],
  open: readonly SeenAction[],
  today: Today,
): string {
  if (actions.length === 0) return 'No action has been raised yet.';
  const overdue = open.filter((action) => alarmOf(action, today) === 'overdue').length;
  const done = actions.filter(({ status }) => status === 'done').length;
  const parts = [
    `${counted(open.length, 'action is', 'actions are')} open, ${overdue} of them overdue`,
    ...(done > 0 ? [`${done} done`] : []),
  ];
  return `${parts.join('; ')}.`;
}

/** What is being done in a Place, as its report lists it: what was raised in this round, and what is still open (Design 8, 10). */
import {
  actionStatusWords,
  alarmOf,
  inOrder,
  isOpen,
  type Today,
} from '../../domain/actions/action.ts';
import type { LevelText } from '../../results/action-levels.ts';
import type { SeenAction } from '../../results/actions.ts';
import type { VisiblePlace } from '../../results/load.ts';
import type { ReportRound } from '../../results/round.queries.ts';
import { alarmWords, dueWords, ownerWords, sourceWords } from '../../web/action-words.ts';
import { paths } from '../../web/paths.ts';
import { counted } from './words.ts';

export interface PlaceActionView {
  readonly what: string;
  readonly href: string;
  /** "Gap: No targeted service: Midwifery, Spring 2026"; '' where it was raised from nothing, or may not be seen yet */
  readonly source: string;
  /** "Nobody yet" */
  readonly owner: string;
  readonly due: string;
  readonly status: string;
  /** "Overdue", "Stuck since 3 January 2026"; '' for neither */
  readonly alarm: string;
  /** the level aimed at; "–" for none */
  readonly level: string;
}

export interface PlaceActionsView {
  /** "3 actions, 1 overdue, 2 from earlier rounds." */
  readonly summary: string;
  /** overdue first, what has ended last */
  readonly first: readonly PlaceActionView[];
  /** beyond ten: folded on the page */
  readonly more: readonly PlaceActionView[];
  /** all of the Place, in the list of actions */
  readonly listHref: string;
  /** where one is raised that comes from nothing in particular; '' for those who raise none */
  readonly raiseHref: string;
}

/** `parts/action-table` */
export interface ActionTable {
  readonly caption: string;
  readonly actions: readonly PlaceActionView[];
}

export interface PlaceActionFacts {
  readonly round: Pick<ReportRound, 'id' | 'position'>;
  readonly place: VisiblePlace;
  /** of the Place, as the reader may see them */
  readonly seen: readonly SeenAction[];
  readonly levelText: LevelText;
  /** the reader raises actions */
  readonly raises: boolean;
  /** "2026-11-21" */
  readonly today: string;
}

/** longer lists are folded */
const FIRST = 10;

export function placeActions(facts: PlaceActionFacts): PlaceActionsView {
  const { place, round, raises, levelText } = facts;
  const today: Today = { today: facts.today, now: new Date(`${facts.today}T12:00:00Z`) };
  const listed = inOrder(
    facts.seen.filter((action) => belongs(action, round)),
    today,
  );
  const rows = listed.map((action) => toActionRow(action, today, levelText));
  return {
    summary: summaryOf(listed, round, today),
    first: rows.slice(0, FIRST),
    more: rows.slice(FIRST),
    listHref: paths.actions({ place: place.slug, status: 'all' }),
    raiseHref: raises ? paths.newAction({ place: place.slug }) : '',
  };
}

type Round = PlaceActionFacts['round'];

/**
 * Of this round all, of others what is open; a report of last year knows nothing of what was raised since, but for
 * what the reader sees no round of: it stands in every report while it is open.
 */
function belongs(action: SeenAction, { id, position }: Round): boolean {
  if (action.roundId === id) return true;
  return isOpen(action) && (action.roundPosition ?? position) <= position;
}

const isEarlier = ({ roundPosition }: SeenAction, { position }: Round): boolean =>
  roundPosition !== null && roundPosition < position;

function summaryOf(actions: readonly SeenAction[], round: Round, today: Today): string {
  if (actions.length === 0) return 'No action has been raised here yet.';
  const overdue = actions.filter((action) => alarmOf(action, today) === 'overdue').length;
  const earlier = actions.filter((action) => isEarlier(action, round)).length;
  const parts = [
    counted(actions.length, 'action', 'actions'),
    ...(overdue > 0 ? [`${overdue} overdue`] : []),
    ...(earlier > 0 ? [`${earlier} open from earlier rounds`] : []),
  ];
  return `${parts.join(', ')}.`;
}

export function toActionRow(
  action: SeenAction,
  today: Today,
  levelText: LevelText,
): PlaceActionView {
  return {
    what: action.what,
    href: paths.action(action.id),
    source: sourceWords(action),
    owner: ownerWords(action) || 'Nobody yet',
    due: dueWords(action.dueOn),
    status: actionStatusWords[action.status],
    alarm: alarmWords(alarmOf(action, today), action),
    level: levelText(action) || '–',
  };
}

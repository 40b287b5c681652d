/** Which domains, elements and gaps an action is under way for: marked beside the colour, never changing it (Design 4.6). */
import type { Knex } from 'knex';
import type { Scope } from '../domain/access/scope.ts';
import { isOpen } from '../domain/actions/action.ts';
import type { Action } from './actions.queries.ts';
import { loadActions } from './actions.ts';
import type { VisibleRound } from './load.ts';

/** Of the actions that begin to change a cell, or that a gap has: the one that is furthest. */
export type ActionMark = 'raised' | 'funded' | 'under-way';
/** By Place's id and the id of a domain, an element or a gap. */
export type ActionMarks = ReadonlyMap<string, ActionMark>;

/**
 * The domains and elements of a round's Places for which an action is funded or under way: marked beside the colour,
 * never changing it (Design 4.6); and the gaps for which one is open. Of the round itself and those before it: a report of last year knows nothing of
 * what was raised since.
 */
export async function loadActionMarks(
  deps: { readonly db: Knex },
  scope: Scope,
  { round, places }: VisibleRound,
): Promise<ActionMarks> {
  const seen = await loadActions(deps, scope, { placeIds: places.map(({ id }) => id) });
  return toMarks(seen, round);
}

type Markable = Pick<Action, 'placeId' | 'itemId' | 'source' | 'status' | 'roundPosition'>;

/** The same of actions that are loaded already, of one round's Places. */
export function toMarks(
  actions: readonly Markable[],
  round: { readonly position: number },
): ActionMarks {
  const marks = new Map<string, ActionMark>();
  for (const action of actions.filter(({ roundPosition }) => isUpTo(roundPosition, round))) {
    const key = `${action.placeId ?? ''} ${action.itemId ?? ''}`;
    const [mark, there] = [markOf(action), marks.get(key)];
    if (mark && (!there || further.indexOf(mark) > further.indexOf(there))) marks.set(key, mark);
  }
  return marks;
}

const further: readonly ActionMark[] = ['raised', 'funded', 'under-way'];

/** Gaps and contradictions have no colour that a mark could seem to promise: they show any action that is open. */
function markOf({ source, status }: Markable): ActionMark | null {
  if (source === 'none') return null;
  if (status === 'funded' || status === 'under-way') return status;
  const isColourless = source === 'gap' || source === 'contradiction';
  return isColourless && isOpen({ status }) ? 'raised' : null;
}

/** Raised from results of the round, or of one before it. */
export const isUpTo = (position: number | null, round: { readonly position: number }): boolean =>
  position !== null && position <= round.position;

export function markAt(marks: ActionMarks, placeId: string, itemId: string): ActionMark | null {
  return marks.get(`${placeId} ${itemId}`) ?? null;
}

/** Which domains and elements an action is under way for: marked beside the colour, never changing it (Design 4.6). */
import type { Knex } from 'knex';
import type { Scope } from '../domain/access/scope.ts';
import { loadActions } from './actions.ts';
import type { VisibleRound } from './load.ts';

/** Of the actions that begin to change a cell: the one that is further. */
type ActionMark = 'funded' | 'under-way';
/** By Place's id and the id of a domain or element. */
export type ActionMarks = ReadonlyMap<string, ActionMark>;

/**
 * The domains and elements of a round's Places for which an action is funded or under way: marked beside the colour,
 * never changing it (Design 4.6). Of the round itself and those before it: a report of last year knows nothing of
 * what was raised since.
 */
export async function loadActionMarks(
  deps: { readonly db: Knex },
  scope: Scope,
  { round, places }: VisibleRound,
): Promise<ActionMarks> {
  const seen = await loadActions(deps, scope, { placeIds: places.map(({ id }) => id) });
  const actions = seen.filter(({ source }) => source === 'domain' || source === 'element');
  const marks = new Map<string, ActionMark>();
  for (const action of actions.filter(({ roundPosition }) => isUpTo(roundPosition, round))) {
    const { placeId, itemId, status } = action;
    const key = `${placeId ?? ''} ${itemId ?? ''}`;
    if (status === 'under-way' || (status === 'funded' && !marks.has(key))) marks.set(key, status);
  }
  return marks;
}

const isUpTo = (position: number | null, round: { readonly position: number }): boolean =>
  position !== null && position <= round.position;

export function markAt(marks: ActionMarks, placeId: string, itemId: string): ActionMark | null {
  return marks.get(`${placeId} ${itemId}`) ?? null;
}

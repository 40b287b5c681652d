/** Actions as somebody may see them, for their own pages, the reports and the review of a Place. */
import type { Knex } from 'knex';
import type { Scope } from '../domain/access/scope.ts';
import { actionSight, type Sight } from '../domain/actions/sight.ts';
import { listActions, type Action, type ActionSelection } from './actions.queries.ts';

export interface SeenAction extends Action {
  readonly sight: Sight;
}

/** What the person may see, in the order in which it was raised; without what tells of results that they may not. */
export async function loadActions(
  { db }: { readonly db: Knex },
  scope: Scope,
  selection: ActionSelection = {},
): Promise<SeenAction[]> {
  const actions = await listActions(db, scope, selection);
  return actions.flatMap((action) => {
    const sight = actionSight(scope, action);
    if (sight === null) return [];
    return [sight === 'whole' ? { ...action, sight } : { ...action, ...nothingTold, sight }];
  });
}

const nothingTold = {
  source: 'none',
  itemId: null,
  about: '',
  roundId: null,
  roundSlug: null,
  roundName: null,
  roundPosition: null,
  gridVersionId: null,
  aimedLevel: null,
  criteria: [],
} as const;

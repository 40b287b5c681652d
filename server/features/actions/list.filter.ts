/** How the list of actions is narrowed: what its address asks for, and what of that is left. */
import {
  actionSources,
  actionStatuses,
  inOrder,
  isOpen,
  isOverdue,
  isStuck,
  type Today,
} from '../../domain/actions/action.ts';
import { owns } from '../../domain/actions/sight.ts';
import type { Scope } from '../../domain/access/scope.ts';
import type { SeenAction } from '../../results/actions.ts';

/** '' where nothing is chosen. */
export interface ActionFilter {
  /** a Place's slug, or "system" for what belongs to none */
  readonly place: string;
  /** '' for those that are open, "all", or one status */
  readonly status: string;
  /** an agency's slug, a person's id, or "nobody" */
  readonly owner: string;
  readonly source: string;
  /** of a domain, an element …: reports lead here */
  readonly item: string;
  /** "overdue", "stuck" or "mine" */
  readonly show: string;
}

export const shows = ['overdue', 'stuck', 'mine'] as const;

/** What can't be read is left out, as if it had not been asked for. */
export function readFilter(query: Readonly<Record<string, string>>): ActionFilter {
  const oneOf = (name: string, known: readonly string[]): string =>
    known.find((value) => value === query[name]) ?? '';
  const short = (name: string): string => {
    const value = query[name] ?? '';
    return /^[\w:.-]{1,120}$/.test(value) ? value : '';
  };
  return {
    place: short('place'),
    status: oneOf('status', ['all', ...actionStatuses]),
    owner: short('owner'),
    source: oneOf('source', actionSources),
    item: short('item'),
    show: oneOf('show', shows),
  };
}

export interface Looking extends Today {
  readonly scope: Scope;
}

/** Overdue and stuck first. */
export function narrow(
  actions: readonly SeenAction[],
  filter: ActionFilter,
  looking: Looking,
): SeenAction[] {
  const tests = testsOf(filter, looking);
  return inOrder(
    actions.filter((action) => tests.every((fits) => fits(action))),
    looking,
  );
}

type Test = (action: SeenAction) => boolean;

function testsOf(filter: ActionFilter, { scope, ...today }: Looking): Test[] {
  const { place, status, owner, source, item, show } = filter;
  const asked: readonly (readonly [boolean, Test])[] = [
    [place !== '', (action) => (action.placeSlug ?? 'system') === place],
    [status === '', isOpen],
    [status !== '' && status !== 'all', (action) => action.status === status],
    [owner !== '', (action) => isOwnedBy(action, owner)],
    [source !== '', (action) => action.source === source],
    [item !== '', (action) => action.itemId === item],
    [show === 'overdue', (action) => isOverdue(action, today)],
    [show === 'stuck', (action) => isStuck(action, today)],
    [show === 'mine', (action) => owns(scope, action) || action.raisedById === scope.personId],
  ];
  return asked.flatMap(([isAsked, test]) => (isAsked ? [test] : []));
}

function isOwnedBy(action: SeenAction, owner: string): boolean {
  if (owner !== 'nobody') return action.ownerAgencySlug === owner || action.ownerPersonId === owner;
  return action.ownerAgencyId === null && action.ownerPersonId === null && action.ownerName === '';
}

/** Who sees an action, and who may change it (Design 1, docs/decisions/0027). */
import { resultsAccess } from '../access/may.ts';
import { ownAgencies, type Membership, type Scope } from '../access/scope.ts';
import type { RoundStatus } from '../round/round.ts';

export interface ActionFacts {
  /** null: the whole system */
  readonly placeId: string | null;
  readonly ownerAgencyId: string | null;
  readonly ownerPersonId: string | null;
  readonly raisedById: string;
  /** of the round whose results it was raised from; null where it was raised from none */
  readonly roundStatus: RoundStatus | null;
}

/** "without-source": what is to be done and by when, but nothing of the results that it was raised from. */
export type Sight = 'whole' | 'without-source';

/**
 * Null: it is not there for them. What was raised from results is seen by whoever sees these results: before
 * publication by the coordinator and the Place's reviewers; its owners see what to do, without where it came from.
 */
export function actionSight(scope: Scope, action: ActionFacts): Sight | null {
  const { roundStatus, placeId } = action;
  if (roundStatus === null || resultsAccess(scope, roundStatus, placeId)) return 'whole';
  return owns(scope, action) ? 'without-source' : null;
}

/** Their agency owns it, or they do themselves. */
export function owns(
  scope: Scope,
  { ownerAgencyId, ownerPersonId }: Pick<ActionFacts, 'ownerAgencyId' | 'ownerPersonId'>,
): boolean {
  if (ownerPersonId !== null && ownerPersonId === scope.personId) return true;
  return ownerAgencyId !== null && ownAgencies(scope).includes(ownerAgencyId);
}

/** "whole": everything its form says; "progress": how it stands, when it is due, and a note. */
export type Hand = 'whole' | 'progress';

/**
 * Null: reads it only. Coordinators and reviewers change what they see whole; an ICB lead what they raised; owners
 * say how it stands: agency leads for their agency, ICB leads where they own it.
 */
export function actionHand(scope: Scope, action: ActionFacts): Hand | null {
  const sight = actionSight(scope, action);
  if (sight === null) return null;
  const hands = scope.memberships.map((membership) => handOf(membership, scope, action));
  if (sight === 'whole' && hands.includes('whole')) return 'whole';
  return hands.includes('progress') ? 'progress' : null;
}

function handOf({ role, agencyId }: Membership, scope: Scope, action: ActionFacts): Hand | null {
  switch (role) {
    case 'coordinator':
    case 'reviewer':
      return 'whole';
    case 'icb-lead':
      return action.raisedById === scope.personId ? 'whole' : ownHand(scope, action);
    case 'agency-lead':
      return agencyId === action.ownerAgencyId ? 'progress' : ownHand(scope, action);
    case 'contributor':
      return null;
  }
}

const ownHand = ({ personId }: Scope, { ownerPersonId }: ActionFacts): Hand | null =>
  ownerPersonId === personId ? 'progress' : null;

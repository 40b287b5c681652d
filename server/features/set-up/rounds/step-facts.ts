/** Counts and names what decides about a round's next step. */
import { chairOf } from '../../../domain/set-up/roles.ts';
import type { Moment, StepFacts } from '../../../domain/round/step-facts.ts';
import { formatDateTime } from '../../../web/time.ts';
import type { StoredAgency, StoredMember, StoredSystem } from '../known.queries.ts';
import type { AskedResponse, StoredRound } from './rounds.queries.ts';

export interface RoundState {
  readonly round: StoredRound;
  readonly asked: readonly AskedResponse[];
  readonly system: StoredSystem;
  /** the round asks for levels, which reviewers agree */
  readonly hasLevels: boolean;
  readonly now: Date;
}

export function factsOf(state: RoundState): StepFacts {
  const { round, system, hasLevels, now } = state;
  const places = placesOf(state);
  const agencies = agenciesOf(state);
  const letters = invitationsTo(agencies, system.members);
  const isSignedOff = ({ id }: { readonly id: string }): boolean =>
    round.signedPlaceIds.includes(id);
  const moment = (at: Date | null): Moment | null =>
    at && { words: formatDateTime(at), passed: at <= now };
  return {
    places: places.map(({ name }) => name),
    agencies: agencies.map(({ name }) => name),
    instruments: round.versionIds.length,
    unserved: places
      .filter(({ id }) => !agencies.some(({ placeIds }) => placeIds.includes(id)))
      .map(({ name }) => name),
    leaderless: agencies
      .filter(({ id, onPaper }) => !onPaper && !hasLead(system.members, id))
      .map(({ name }) => name),
    invitedAgencies: new Set(letters.map(({ agency }) => agency.id)).size,
    invitations: letters.length,
    answerers: new Set(letters.map(({ personId }) => personId)).size,
    onPaper: agencies.filter(({ onPaper }) => onPaper).length,
    everybody: readersOf(system.members).length,
    hasChair: chairOf(system.members) !== undefined,
    asked: round.asked,
    submitted: round.submitted,
    signedOff: namesOf(places.filter(isSignedOff)),
    unsigned: hasLevels ? namesOf(places.filter((place) => !isSignedOff(place))) : [],
    thin: hasLevels
      ? namesOf(places.filter(({ id }) => reviewersOf(system.members, id) < round.quorum))
      : [],
    quorum: round.quorum,
    unanswered: unansweredOf(state).map(({ place, count }) => ({ place: place.name, count })),
    opens: moment(round.opensAt),
    closes: moment(round.closesAt),
    checkEnds: moment(round.checkEndsAt),
    checkDays: round.checkDays,
  };
}

/** In the system's order. */
export function unansweredOf(state: RoundState) {
  return placesOf(state).flatMap((place) => {
    const found = state.round.unanswered.find(({ placeId }) => placeId === place.id);
    return found ? [{ place, count: found.count }] : [];
  });
}

const namesOf = (things: readonly { readonly name: string }[]): string[] =>
  things.map(({ name }) => name);

/** How many people review the Place. */
function reviewersOf(members: readonly StoredMember[], placeId: string): number {
  return readersOf(members).filter(({ roles }) =>
    roles.some(({ role, placeIds }) => role === 'reviewer' && placeIds.includes(placeId)),
  ).length;
}

/** A draft leaves out what has been retired since it was made. */
function placesOf({ round, system }: RoundState): StoredSystem['places'] {
  return system.places.filter(
    ({ id, retired }) => round.placeIds.includes(id) && !(round.status === 'draft' && retired),
  );
}

/** Of a draft the agencies that will be asked: in use, and at work in one of its Places. Later, those that are asked. */
export function agenciesOf(state: RoundState): StoredAgency[] {
  const { round, system, asked } = state;
  if (round.status !== 'draft') {
    return system.agencies.filter(({ id }) =>
      asked.some(({ agencyId, status }) => agencyId === id && status !== 'withdrawn'),
    );
  }
  const places = placesOf(state);
  return system.agencies.filter(
    ({ id, retired, placeIds }) =>
      !retired &&
      round.agencyIds.includes(id) &&
      places.some((place) => placeIds.includes(place.id)),
  );
}

/** Agencies that could be asked besides: those at work in its Places that are not, or no longer, asked for everything. */
export function candidatesOf(loaded: RoundState): StoredAgency[] {
  const { round, system, asked } = loaded;
  const whole = agenciesOf(loaded).filter(
    ({ id }) => !asked.some(({ agencyId, status }) => agencyId === id && status === 'withdrawn'),
  );
  return system.agencies.filter(
    (agency) =>
      !agency.retired &&
      agency.placeIds.some((id) => round.placeIds.includes(id)) &&
      !whole.includes(agency),
  );
}

/** Everybody who is written to at all: with a role, and an account that is not closed. */
export function readersOf(members: readonly StoredMember[]): StoredMember[] {
  return members.filter(({ roles, active }) => active && roles.length > 0);
}

function hasLead(members: readonly StoredMember[], agencyId: string): boolean {
  return readersOf(members).some(({ roles }) =>
    roles.some((role) => role.role === 'agency-lead' && role.agencyId === agencyId),
  );
}

export interface Invited {
  readonly personId: string;
  readonly name: string;
  readonly agency: StoredAgency;
}

/** Whoever answers for an agency, once for each; nobody of one that answers on paper. */
export function invitationsTo(
  agencies: readonly StoredAgency[],
  members: readonly StoredMember[],
): Invited[] {
  return agencies
    .filter(({ onPaper }) => !onPaper)
    .flatMap((agency) =>
      readersOf(members)
        .filter(({ roles }) => roles.some(({ agencyId }) => agencyId === agency.id))
        .map(({ personId, name }) => ({ personId, name, agency })),
    );
}

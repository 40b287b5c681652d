/** A round while it is being loaded: who speaks for an agency, which response it fills, and when. */
import type { Knex } from 'knex';
import type { Scope } from '../../domain/access/scope.ts';
import type { PersonPlan } from '../../features/set-up/plan.ts';
import { idOf, type SystemIds } from '../../features/set-up/set-up.queries.ts';
import { workingMoment } from './afternoon.ts';
import type { Words } from './grid-evidence.ts';
import { scopeOf, type LoadedResponse } from './people.ts';
import type { FictionalSeed, SeedRound } from './seed.types.ts';

export interface Loading {
  /** a transaction */
  readonly db: Knex;
  readonly seed: FictionalSeed;
  readonly ids: SystemIds;
  readonly round: SeedRound;
  readonly roundId: string;
  readonly responses: readonly LoadedResponse[];
  readonly words: Words;
  readonly newId: () => string;
  readonly today: Date;
  readonly opensAt: Date;
  readonly closesAt: Date;
  /** when the last answer came: at the closing, or today */
  readonly until: Date;
}

export function responseOf(
  { ids, responses, round }: Loading,
  agency: string,
  place: string | null,
): string {
  const agencyId = idOf(ids.agencies, agency);
  const placeId = place === null ? null : idOf(ids.places, place);
  const found = responses.find((each) => each.agencyId === agencyId && each.placeId === placeId);
  if (!found) throw new Error(`${round.slug}: ${agency} is not asked about ${place ?? 'services'}`);
  return found.id;
}

export const isOnPaper = ({ round }: Loading, agency: string): boolean =>
  round.paper?.includes(agency) ?? false;

/** The coordinator of the system. */
export function coordinator({ seed, ids }: Loading): Scope {
  const person = seed.system.people.find(({ role }) => role === 'coordinator');
  if (!person) throw new Error('system.people has no coordinator');
  return scopeOf(ids, seed.system, person);
}

/** Those who answer for the agency, the lead first; of a return on paper the coordinator, who keys it in. */
export function speakers(loading: Loading, agency: string): readonly [Scope, ...Scope[]] {
  if (isOnPaper(loading, agency)) return [coordinator(loading)];
  const { seed, ids } = loading;
  const inRole = (role: PersonPlan['role']): Scope[] =>
    seed.system.people
      .filter((person) => person.agency === agency && person.role === role)
      .map((person) => scopeOf(ids, seed.system, person));
  const [lead, ...others] = inRole('agency-lead');
  if (!lead) throw new Error(`system.people has no lead of ${agency}`);
  return [lead, ...others, ...inRole('contributor')];
}

/** Spreads what comes one after another over the weeks of the round, never the same day twice in a row. */
export function momentOf({ opensAt, until }: Loading, turn: number): Date {
  const golden = 0.618;
  return workingMoment(opensAt, until, ((turn + 1) * golden) % 1);
}

/** May it stay a draft though nothing is missing? */
export const isHeldBack = ({ round }: Loading, agency: string, what: string): boolean =>
  round.unsubmitted?.[agency]?.includes(what) ?? false;

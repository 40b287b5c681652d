/** The agency whose people its lead looks after. */
import { notFound } from '../../../domain/errors.ts';
import { mayForAgency } from '../../../domain/access/may.ts';
import type { Scope } from '../../../domain/access/scope.ts';
import { param, type SignedInRequest } from '../../../web/route.ts';
import { changeSystem, type SetUpChange, type SetUpDeps } from '../change.ts';
import { loadSystem, type StoredAgency, type StoredSystem } from '../known.queries.ts';
import { listColleagues, type Colleague } from './colleagues.queries.ts';

/** An agency with its people, as one of its leads has it before them. */
export interface Team {
  readonly agency: StoredAgency;
  readonly colleagues: readonly Colleague[];
  /** names of those who make and remove agency leads */
  readonly coordinators: readonly string[];
}

/** @throws not found for an agency that the person does not lead, as for one that does not exist */
export async function loadTeam(deps: SetUpDeps, request: SignedInRequest): Promise<Team> {
  const { scope } = request;
  const system = await loadSystem(deps, scope);
  const agency = agencyOf(system, request);
  if (!mayForAgency(scope, 'colleagues', agency.id)) throw notFound();
  return toTeam(system, agency, await listColleagues(deps.db, scope, agency.id));
}

/** The same for a change: alone, and by somebody who leads the agency at this moment. */
export function changeTeam<T>(
  deps: SetUpDeps,
  request: SignedInRequest,
  work: (change: SetUpChange, team: Team) => Promise<T>,
): Promise<T> {
  return changeSystem(deps, request.scope, async (change) => {
    const { system, scope, trx } = change;
    const agency = agencyOf(system, request);
    if (!leads(system, scope, agency)) throw notFound();
    return work(change, toTeam(system, agency, await listColleagues(trx, scope, agency.id)));
  });
}

/** A colleague that the address names; anybody else does not exist. */
export function colleagueOf({ colleagues }: Team, request: SignedInRequest): Colleague {
  const colleague = colleagues.find(({ personId }) => personId === param(request, 'person'));
  if (!colleague) throw notFound();
  return colleague;
}

function agencyOf({ agencies }: StoredSystem, request: SignedInRequest): StoredAgency {
  const agency = agencies.find(({ slug }) => slug === param(request, 'agency'));
  if (!agency) throw notFound();
  return agency;
}

function leads({ members }: StoredSystem, scope: Scope, { id }: StoredAgency): boolean {
  const roles = members.find(({ personId }) => personId === scope.personId)?.roles ?? [];
  return roles.some(({ role, agencyId }) => role === 'agency-lead' && agencyId === id);
}

function toTeam(
  { members }: StoredSystem,
  agency: StoredAgency,
  colleagues: readonly Colleague[],
): Team {
  const coordinators = members
    .filter(({ roles }) => roles.some(({ role }) => role === 'coordinator'))
    .map(({ name }) => name);
  return { agency, colleagues, coordinators };
}

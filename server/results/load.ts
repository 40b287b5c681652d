/** Loads what a round's answers add up to, for whoever asks: what they may see, in a constant number of queries. */
import type { Knex } from 'knex';
import type { Definitions } from '../db/definitions.queries.ts';
import { sideBySide } from '../db/side-by-side.ts';
import { resultsAccess } from '../domain/access/may.ts';
import type { Scope } from '../domain/access/scope.ts';
import { notFound } from '../domain/errors.ts';
import { listMarkCounts, type MarkCount } from './criteria.queries.ts';
import { listDecidedLevels, listLevelCounts, listProgress } from './grid.queries.ts';
import { comparedRounds, toGrid, type Grid } from './grid.ts';
import {
  listAbsences,
  listAgreedElements,
  listMapAgencies,
  listMapEntries,
  type Absence,
} from './map.queries.ts';
import {
  listAgencyAnswers,
  listPlaceAgencies,
  type AgencyAnswer,
  type PlaceAgency,
} from './place.queries.ts';
import {
  findRound,
  type EarlierRound,
  type ReportPlace,
  type ReportRound,
} from './round.queries.ts';
import { toServiceMap, type ServiceMap } from './service-map.ts';

export interface ResultsDeps {
  readonly db: Knex;
  readonly definitions: Definitions;
}

/** A Place that the reader may see. */
export interface VisiblePlace extends ReportPlace {
  /** agencies' names and small distributions too */
  readonly names: boolean;
}
export interface VisibleRound {
  readonly round: ReportRound;
  readonly places: readonly VisiblePlace[];
}

/** @throws not found: no such round in the scope's system, or none of its Places may be seen yet */
export async function loadRound(
  { db }: Pick<ResultsDeps, 'db'>,
  scope: Scope,
  roundSlug: string,
): Promise<VisibleRound> {
  const round = await findRound(db, scope, roundSlug);
  if (!round) throw notFound();
  const places = round.places.flatMap((place) => {
    const access = resultsAccess(scope, round.status, place.id, place.asked);
    return access ? [{ ...place, names: access.names }] : [];
  });
  if (places.length === 0) throw notFound();
  return { round, places };
}

const idsOf = (places: readonly VisiblePlace[]): string[] => places.map(({ id }) => id);

/** @param history rounds before that are scored too, in the same queries */
export async function loadGrid(
  { db, definitions }: ResultsDeps,
  scope: Scope,
  { round, places }: VisibleRound,
  history: readonly EarlierRound[] = [],
): Promise<Grid | null> {
  const versionId = round.gridVersionId;
  if (versionId === null) return null;
  const placeIds = idsOf(places);
  const roundIds = [...new Set([...comparedRounds(round), ...history.map(({ id }) => id)])];
  const selection = { versionId, roundIds, placeIds };
  const [definition, counts, progress, decided] = await Promise.all([
    definitions(versionId),
    listLevelCounts(db, scope, selection),
    listProgress(db, scope, selection),
    listDecidedLevels(db, scope, selection),
  ]);
  return toGrid(round, placeIds, {
    definition,
    rows: { counts, progress, decided },
    history,
  });
}

export async function loadMap(
  { db, definitions }: ResultsDeps,
  scope: Scope,
  { round, places }: VisibleRound,
): Promise<ServiceMap | null> {
  const versionId = round.mapVersionId;
  if (versionId === null) return null;
  const selection = { versionId, roundId: round.id };
  const placeIds = idsOf(places);
  const ask = sideBySide(db);
  const [definition, agencies, entries, agreed] = await Promise.all([
    definitions(versionId),
    ask(() => listMapAgencies(db, scope, selection)),
    ask(() => listMapEntries(db, scope, selection)),
    ask(() => listAgreedElements(db, scope, { roundId: round.id, placeIds })),
  ]);
  return toServiceMap(definition, placeIds, { agencies, entries, agreed });
}

export interface OnePlace {
  readonly round: ReportRound;
  readonly place: VisiblePlace;
}

/** The Place's map in the published round before; null unless that asked the same version there. */
export async function loadMapBefore(
  deps: ResultsDeps,
  scope: Scope,
  { round, place }: OnePlace,
): Promise<ServiceMap | null> {
  const { previous } = round;
  if (previous?.mapVersionId !== round.mapVersionId) return null;
  const map = await loadMap(deps, scope, { round: { ...round, ...previous }, places: [place] });
  return map?.agencies.some(({ places }) => places.includes(place.id)) ? map : null;
}

export function loadAbsences(
  deps: ResultsDeps,
  scope: Scope,
  { round, place }: OnePlace,
): Promise<Absence[]> {
  return loadAllAbsences(deps, scope, { round, places: [place] });
}

/** Where agencies said "No service", of every Place. */
export async function loadAllAbsences(
  { db }: ResultsDeps,
  scope: Scope,
  { round, places }: VisibleRound,
): Promise<Absence[]> {
  const versionId = round.mapVersionId;
  if (versionId === null) return [];
  return listAbsences(db, scope, { versionId, roundId: round.id, placeIds: idsOf(places) });
}

export async function loadMarks(
  { db }: ResultsDeps,
  scope: Scope,
  { round, place }: OnePlace,
): Promise<MarkCount[]> {
  const versionId = round.gridVersionId;
  if (versionId === null) return [];
  return listMarkCounts(db, scope, { versionId, roundId: round.id, placeId: place.id });
}

/** Agencies' names and what they wrote: not even read for those who may not see them. */
export async function loadNamed(
  { db }: ResultsDeps,
  scope: Scope,
  { round, place }: OnePlace,
): Promise<{ agencies: PlaceAgency[]; answers: AgencyAnswer[] }> {
  if (!place.names) return { agencies: [], answers: [] };
  const selection = { roundId: round.id, placeId: place.id };
  const versionId = round.gridVersionId;
  const [agencies, answers] = await Promise.all([
    listPlaceAgencies(db, scope, selection),
    versionId === null ? [] : listAgencyAnswers(db, scope, { ...selection, versionId }),
  ]);
  return { agencies, answers };
}

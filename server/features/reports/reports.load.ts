/** Loads a report for whoever asks, page, PDF or command line: what they may see, in a constant number of queries. */
import type { Knex } from 'knex';
import type { Definitions } from '../../db/definitions.queries.ts';
import { resultsAccess } from '../../domain/access/may.ts';
import type { Scope } from '../../domain/access/scope.ts';
import { notFound } from '../../domain/errors.ts';
import type { Outlook } from '../../web/outlook.ts';
import { dayOf } from '../../web/time.ts';
import { listMarkCounts, type MarkCount } from './criteria.queries.ts';
import { comparedRounds, toGrid, type Grid } from './grid.ts';
import { listAgreedLevels, listLevelCounts, listProgress } from './grid.queries.ts';
import { listAbsences, listMapAgencies, listMapEntries, type Absence } from './map.queries.ts';
import type { VisiblePlace } from './matrix.view.ts';
import { toOutlook } from './outlook.view.ts';
import {
  toPlaceReportView,
  type PlaceReportFacts,
  type PlaceReportView,
} from './place-report.view.ts';
import {
  listAgencyAnswers,
  listPlaceAgencies,
  type AgencyAnswer,
  type PlaceAgency,
} from './place.queries.ts';
import { findRound, type ReportRound } from './rounds.queries.ts';
import { toServiceMap, type ServiceMap } from './service-map.ts';
import {
  toSystemReportView,
  type SystemReportFacts,
  type SystemReportView,
} from './system-report.view.ts';

export interface ReportDeps {
  readonly db: Knex;
  readonly definitions: Definitions;
}

interface VisibleRound {
  readonly round: ReportRound;
  readonly places: readonly VisiblePlace[];
}

/** @throws not found: no such round in the scope's system, or none of its Places may be seen yet */
export async function loadRound(
  { db }: Pick<ReportDeps, 'db'>,
  scope: Scope,
  roundSlug: string,
): Promise<VisibleRound> {
  const round = await findRound(db, scope, roundSlug);
  if (!round) throw notFound();
  const places = round.places.flatMap((place) => {
    const access = resultsAccess(scope, round.status, place.id);
    return access ? [{ ...place, names: access.names }] : [];
  });
  if (places.length === 0) throw notFound();
  return { round, places };
}

/** The Places of a round side by side. @throws not found, see `loadRound` */
export async function loadSystemReport(
  deps: ReportDeps,
  scope: Scope,
  roundSlug: string,
): Promise<SystemReportView> {
  return toSystemReportView(await loadSystem(deps, scope, roundSlug));
}

/** The same at a glance, for the start page. @throws not found, see `loadRound` */
export function outlooks(deps: ReportDeps & { readonly now: () => Date }) {
  return async (scope: Scope, roundSlug: string): Promise<Outlook> =>
    toOutlook(await loadSystem(deps, scope, roundSlug), dayOf(deps.now()));
}

/** Every Place of a round that may be seen. @throws not found, see `loadRound` */
export async function loadSystem(
  deps: ReportDeps,
  scope: Scope,
  roundSlug: string,
): Promise<SystemReportFacts> {
  const { round, places } = await loadRound(deps, scope, roundSlug);
  const [grid, map] = await Promise.all([
    loadGrid(deps, scope, { round, places }),
    loadMap(deps, scope, { round, places }),
  ]);
  return { system: scope.systemName, round, places, grid, map };
}

interface PlaceSelection {
  readonly roundSlug: string;
  readonly placeSlug: string;
  /** "2026-11-21": what ends soon is counted from it */
  readonly today: string;
}

/** One Place of a round. @throws not found, see `loadPlace` */
export async function loadPlaceReport(
  deps: ReportDeps,
  scope: Scope,
  selection: PlaceSelection,
): Promise<PlaceReportView> {
  return toPlaceReportView(await loadPlace(deps, scope, selection));
}

/** What a Place's report is made from. @throws not found, also where this Place may not be seen yet */
export async function loadPlace(
  deps: ReportDeps,
  scope: Scope,
  { roundSlug, placeSlug, today }: PlaceSelection,
): Promise<PlaceReportFacts> {
  const { round, places } = await loadRound(deps, scope, roundSlug);
  const place = places.find(({ slug }) => slug === placeSlug);
  if (!place) throw notFound();
  const [grid, map, absences, named, marks] = await Promise.all([
    loadGrid(deps, scope, { round, places: [place] }),
    loadMap(deps, scope, { round, places: [place] }),
    loadAbsences(deps, scope, { round, place }),
    loadNamed(deps, scope, { round, place }),
    loadMarks(deps, scope, { round, place }),
  ]);
  const { systemName: system } = scope;
  return { system, round, place, today, grid, map, absences, marks, ...named };
}

const idsOf = (places: readonly VisiblePlace[]): string[] => places.map(({ id }) => id);

async function loadGrid(
  { db, definitions }: ReportDeps,
  scope: Scope,
  { round, places }: VisibleRound,
): Promise<Grid | null> {
  const versionId = round.gridVersionId;
  if (versionId === null) return null;
  const placeIds = idsOf(places);
  const selection = { versionId, roundIds: comparedRounds(round), placeIds };
  const [definition, counts, progress, agreed] = await Promise.all([
    definitions(versionId),
    listLevelCounts(db, scope, selection),
    listProgress(db, scope, selection),
    listAgreedLevels(db, scope, selection),
  ]);
  return toGrid(round, placeIds, { definition, rows: { counts, progress, agreed } });
}

async function loadMap(
  { db, definitions }: ReportDeps,
  scope: Scope,
  { round, places }: VisibleRound,
): Promise<ServiceMap | null> {
  const versionId = round.mapVersionId;
  if (versionId === null) return null;
  const selection = { versionId, roundId: round.id };
  const [definition, agencies, entries] = await Promise.all([
    definitions(versionId),
    listMapAgencies(db, scope, selection),
    listMapEntries(db, scope, selection),
  ]);
  return toServiceMap(definition, idsOf(places), { agencies, entries });
}

interface OnePlace {
  readonly round: ReportRound;
  readonly place: VisiblePlace;
}

async function loadAbsences(
  { db }: ReportDeps,
  scope: Scope,
  { round, place }: OnePlace,
): Promise<Absence[]> {
  const versionId = round.mapVersionId;
  if (versionId === null) return [];
  return listAbsences(db, scope, { versionId, roundId: round.id, placeId: place.id });
}

async function loadMarks(
  { db }: ReportDeps,
  scope: Scope,
  { round, place }: OnePlace,
): Promise<MarkCount[]> {
  const versionId = round.gridVersionId;
  if (versionId === null) return [];
  return listMarkCounts(db, scope, { versionId, roundId: round.id, placeId: place.id });
}

/** Agencies' names and what they wrote: not even read for those who may not see them. */
export async function loadNamed(
  { db }: ReportDeps,
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

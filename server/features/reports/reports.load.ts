/** Loads a report for whoever asks, page, PDF or command line: what they may see, in a constant number of queries. */
import { may, mayExport, mayReadBoardPaper } from '../../domain/access/may.ts';
import type { Scope } from '../../domain/access/scope.ts';
import { notFound } from '../../domain/errors.ts';
import { takesQuestions } from '../../domain/round/ask.ts';
import { loadLevelTexts } from '../../results/action-levels.ts';
import { loadActionMarks, toMarks } from '../../results/action-marks.ts';
import { loadActions } from '../../results/actions.ts';
import { loadCorrected } from '../../results/editions.ts';
import { comparableRounds } from '../../results/grid.ts';
import {
  loadAbsences,
  loadAllAbsences,
  loadGrid,
  loadMap,
  loadMarks,
  loadNamed,
  loadRound,
  type ResultsDeps,
} from '../../results/load.ts';
import { loadNeed, loadNeeds } from '../../results/needs.ts';
import type { Outlook } from '../../web/outlook.ts';
import { dayOf } from '../../web/time.ts';
import { toOutlook } from './outlook.view.ts';
import {
  toPlaceReportView,
  type PlaceReportFacts,
  type PlaceReportView,
} from './place-report.view.ts';
import {
  toSystemReportView,
  type SystemReportAsked,
  type SystemReportFacts,
  type SystemReportView,
} from './system-report.view.ts';

/** The Places of a round side by side, in the rows that were chosen. @throws not found, see `loadRound` */
export async function loadSystemReport(
  deps: ResultsDeps,
  scope: Scope,
  { roundSlug, ...asked }: SystemReportAsked & { readonly roundSlug: string },
): Promise<SystemReportView> {
  return toSystemReportView(await loadSystem(deps, scope, roundSlug), asked);
}

/** The same at a glance, for the start page. @throws not found, see `loadRound` */
export function outlooks(deps: ResultsDeps & { readonly now: () => Date }) {
  return async (scope: Scope, roundSlug: string): Promise<Outlook> =>
    toOutlook(await loadSystem(deps, scope, roundSlug), dayOf(deps.now()));
}

/** Every Place of a round that may be seen. @throws not found, see `loadRound` */
export async function loadSystem(
  deps: ResultsDeps,
  scope: Scope,
  roundSlug: string,
): Promise<SystemReportFacts> {
  const { round, places } = await loadRound(deps, scope, roundSlug);
  const [grid, map, absences, marks, corrected, needs] = await Promise.all([
    loadGrid(deps, scope, { round, places }),
    loadMap(deps, scope, { round, places }),
    loadAllAbsences(deps, scope, { round, places }),
    loadActionMarks(deps, scope, { round, places }),
    loadCorrected(deps, scope, round),
    loadNeeds(deps, scope, { round, places }),
  ]);
  const exports = mayExport(scope, round.status);
  const readsBoard = mayReadBoardPaper(scope, round.status);
  const results = { grid, map, absences, marks, corrected, needs };
  const follows = may(scope, 'progress');
  const reader = { exports, follows, readsBoard };
  return { system: scope.systemName, round, places, ...results, ...reader };
}

interface PlaceSelection {
  readonly roundSlug: string;
  readonly placeSlug: string;
  /** "2026-11-21": what ends soon is counted from it */
  readonly today: string;
}

/** One Place of a round. @throws not found, see `loadPlace` */
export async function loadPlaceReport(
  deps: ResultsDeps,
  scope: Scope,
  selection: PlaceSelection,
): Promise<PlaceReportView> {
  return toPlaceReportView(await loadPlace(deps, scope, selection));
}

/** What a Place's report is made from. @throws not found, also where this Place may not be seen yet */
export async function loadPlace(
  deps: ResultsDeps,
  scope: Scope,
  { roundSlug, placeSlug, today }: PlaceSelection,
): Promise<PlaceReportFacts> {
  const { round, places } = await loadRound(deps, scope, roundSlug);
  const place = places.find(({ slug }) => slug === placeSlug);
  if (!place) throw notFound();
  const [grid, map, absences, named, marks, seen, corrected, need] = await Promise.all([
    loadGrid(deps, scope, { round, places: [place] }, comparableRounds(round)),
    loadMap(deps, scope, { round, places: [place] }),
    loadAbsences(deps, scope, { round, place }),
    loadNamed(deps, scope, { round, place }),
    loadMarks(deps, scope, { round, place }),
    loadActions(deps, scope, { placeIds: [place.id] }),
    loadCorrected(deps, scope, round),
    loadNeed(deps, scope, { round, place }),
  ]);
  const levelText = await loadLevelTexts(deps, seen);
  const actions = toMarks(seen, round);
  const { systemName: system } = scope;
  const raises = may(scope, 'actions.raise');
  const results = { grid, map, absences, marks, corrected, need };
  const asks = may(scope, 'progress') && takesQuestions(round.status);
  const done = { actions, seen, levelText, raises, asks };
  const isAlone = places.length === 1;
  return { system, round, place, isAlone, today, ...results, ...done, ...named };
}

/** Loads the review of a Place: the results with names, who reviews it, what is agreed, and the views that are open to the asking person. */
import { mayAgree } from '../../domain/access/may.ts';
import type { Scope } from '../../domain/access/scope.ts';
import { notFound } from '../../domain/errors.ts';
import type { LevelItem } from '../../domain/instrument/definition.ts';
import type { Reviewer } from '../../domain/review/agreement.ts';
import type { Correction } from '../../domain/review/correction.ts';
import type { OwnView } from '../../domain/review/own-view.ts';
import { roundAllows } from '../../domain/round/workflow.ts';
import { loadActions, type SeenAction } from '../../results/actions.ts';
import type { MarkCount } from '../../results/criteria.queries.ts';
import { scoreAt, type Grid } from '../../results/grid.ts';
import {
  loadGrid,
  loadMap,
  loadMarks,
  loadNamed,
  loadRound,
  type OnePlace,
  type ResultsDeps,
  type VisiblePlace,
} from '../../results/load.ts';
import type { AgencyAnswer, PlaceAgency } from '../../results/place.queries.ts';
import type { ReportRound } from '../../results/round.queries.ts';
import type { ServiceMap } from '../../results/service-map.ts';
import { listAgreed, type Agreed } from './agreed.queries.ts';
import { listCorrections } from './corrections/corrections.queries.ts';
import { listOpenViews } from './own-views.queries.ts';
import {
  findQuorum,
  listReviewers,
  listSignOffs,
  type PlaceInRound,
  type SignOff,
} from './place.queries.ts';

export interface ReviewDeps extends ResultsDeps {
  readonly now: () => Date;
  readonly newId: () => string;
}

export interface ReviewFacts {
  /** the Place in its round, as queries ask for it */
  readonly at: PlaceInRound;
  readonly round: ReportRound;
  readonly place: VisiblePlace;
  /** null where the round does not ask the grid */
  readonly grid: Grid | null;
  readonly map: ServiceMap | null;
  readonly agencies: readonly PlaceAgency[];
  readonly answers: readonly AgencyAnswer[];
  readonly marks: readonly MarkCount[];
  readonly reviewers: readonly Reviewer[];
  readonly agreed: readonly Agreed[];
  /** those that are open to the reader */
  readonly views: readonly OwnView[];
  readonly signOffs: readonly SignOff[];
  /** of the Place: waiting, published and withdrawn */
  readonly corrections: readonly Correction[];
  /** of the Place, as the reader may see them */
  readonly actions: readonly SeenAction[];
  readonly quorum: number;
  readonly reader: Reader;
}

/** Who reads, and what they may do here now. */
export interface Reader {
  readonly personId: string;
  /** reviews this Place */
  readonly isReviewer: boolean;
  /** gives an own view: a reviewer of the Place, while it is in review and not signed off */
  readonly gives: boolean;
  /** records what is agreed: its chair, likewise */
  readonly agrees: boolean;
  /** its chair, also where nothing can be recorded now */
  readonly isChair: boolean;
  /** corrects what is published: its chair, once it is */
  readonly corrects: boolean;
}

/** What an address names. */
export interface Asked {
  readonly roundSlug: string;
  readonly placeSlug: string;
}

/** @throws not found where the reader does not read the Place's review */
export async function findReviewed(
  deps: ResultsDeps,
  scope: Scope,
  { roundSlug, placeSlug }: Asked,
): Promise<OnePlace> {
  const { round, places } = await loadRound(deps, scope, roundSlug);
  const place = places.find(({ slug, names }) => slug === placeSlug && names);
  if (!place) throw notFound();
  return { round, place };
}

/** @throws not found where the reader does not read the Place's review */
export async function loadReview(
  deps: ResultsDeps,
  scope: Scope,
  asked: Asked,
): Promise<ReviewFacts> {
  const { db } = deps;
  const { round, place } = await findReviewed(deps, scope, asked);
  const at = { roundId: round.id, placeId: place.id };
  const isReviewer = reviews(scope, place.id);
  const [results, reviewers, agreed, views, signOffs, corrections, actions, quorum] =
    await Promise.all([
      loadResults(deps, scope, { round, place }),
      listReviewers(db, scope, at),
      listAgreed(db, scope, at),
      listOpenViews(db, scope, { ...at, isReviewer }),
      listSignOffs(db, scope, at),
      listCorrections(db, scope, at),
      loadActions(deps, scope, { placeIds: [place.id] }),
      findQuorum(db, scope, round.id),
    ]);
  const open = roundAllows('review', round.status) && standing(signOffs) === undefined;
  const isChair = mayAgree(scope, place.id);
  const reader = {
    personId: scope.personId,
    isReviewer,
    isChair,
    gives: open && isReviewer,
    agrees: open && isChair,
    corrects: roundAllows('correct', round.status) && isChair,
  };
  const review = { reviewers, agreed, views, signOffs, corrections, actions, quorum, reader };
  return { at, round, place, ...results, ...review };
}

async function loadResults(deps: ResultsDeps, scope: Scope, { round, place }: OnePlace) {
  const [grid, map, named, marks] = await Promise.all([
    loadGrid(deps, scope, { round, places: [place] }),
    loadMap(deps, scope, { round, places: [place] }),
    loadNamed(deps, scope, { round, place }),
    loadMarks(deps, scope, { round, place }),
  ]);
  return { grid, map, ...named, marks };
}

function reviews(scope: Scope, placeId: string): boolean {
  return scope.memberships.some(
    ({ role, placeIds }) => role === 'reviewer' && placeIds.includes(placeId),
  );
}

/** The sign-off that holds now. */
export function standing(signOffs: readonly SignOff[]): SignOff | undefined {
  return signOffs.find(({ reopenedAt }) => reopenedAt === null);
}

/** @throws not found where the round does not ask the grid */
export function gridOf({ grid }: ReviewFacts): Grid {
  if (!grid) throw notFound();
  return grid;
}

/** @throws not found where the round's grid has no such domain */
export function domainOf(
  { grid }: ReviewFacts,
  id: string,
): { readonly grid: Grid; readonly domain: LevelItem } {
  const domain = grid?.domains.find((one) => one.id === id);
  if (!grid || !domain) throw notFound();
  return { grid, domain };
}

/** A domain on the way through the Place. */
export interface Stop {
  readonly id: string;
  readonly text: string;
  readonly split: boolean;
  /** agreed or set aside */
  readonly decided: boolean;
}

/** In the grid's order. */
export function toStops(facts: ReviewFacts, grid: Grid): Stop[] {
  return grid.domains.map(({ id, text }) => ({
    id,
    text,
    split: scoreAt(grid.scores, facts.place.id, id).split,
    decided: agreedOn(facts, 'domain', id) !== undefined,
  }));
}

export function agreedOn(
  { agreed }: Pick<ReviewFacts, 'agreed'>,
  subject: Agreed['subject'],
  itemId: string,
): Agreed | undefined {
  return agreed.find((one) => one.subject === subject && one.itemId === itemId);
}

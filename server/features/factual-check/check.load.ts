/** Loads the factual check of a Place for whoever asks: of the draft and of others' comments no more than is theirs. */
import { resultsAccess } from '../../domain/access/may.ts';
import { ownAgencies, type Scope } from '../../domain/access/scope.ts';
import { notFound } from '../../domain/errors.ts';
import { levelItems } from '../../domain/instrument/items.ts';
import { roundAllows } from '../../domain/round/workflow.ts';
import type { Grid } from '../../results/grid.ts';
import { loadGrid, loadMap, type ResultsDeps, type VisiblePlace } from '../../results/load.ts';
import { findRound, type ReportPlace, type ReportRound } from '../../results/round.queries.ts';
import type { ServiceMap } from '../../results/service-map.ts';
import {
  findCheck,
  listAgencies,
  listComments,
  type Agency,
  type Comment,
  type CommentSubject,
} from './comments.queries.ts';

/** What a comment can be about. */
export interface Topic {
  readonly subject: CommentSubject;
  readonly itemId: string | null;
  readonly text: string;
}

export interface CheckFacts {
  readonly round: ReportRound;
  readonly place: VisiblePlace;
  readonly endsAt: Date | null;
  /** the Place as a whole, the grid's domains, the elements */
  readonly topics: readonly Topic[];
  /** for which the person speaks here */
  readonly own: readonly Agency[];
  /** the person's agencies' own; everybody's where `place.names` */
  readonly comments: readonly Comment[];
  /** the draft, while it is to be checked by this person */
  readonly grid: Grid | null;
  readonly map: ServiceMap | null;
  /** may comment now, and answer now */
  readonly mayComment: boolean;
  readonly mayAnswer: boolean;
}

/** @throws not found for whoever neither reviews the Place nor answers for an agency that is asked there */
export async function loadCheck(
  deps: ResultsDeps,
  scope: Scope,
  { roundSlug, placeSlug }: { readonly roundSlug: string; readonly placeSlug: string },
): Promise<CheckFacts> {
  const { db } = deps;
  const { round, place: found } = await findPlace(deps, scope, { roundSlug, placeSlug });
  const at = { roundId: round.id, placeId: found.id };
  const { endsAt, asked } = await findCheck(db, scope, at);
  const names = seesNames(scope, round, found);
  const ownIds = ownAgencies(scope).filter((id) => asked.includes(id));
  if (!names && ownIds.length === 0) throw notFound();
  const place = { ...found, names };
  const checks = ownIds.length > 0 && roundAllows('comment', round.status);
  const [own, comments, topics, draft] = await Promise.all([
    listAgencies(db, scope, ownIds),
    listComments(db, scope, { ...at, agencyIds: names ? null : ownIds }),
    topicsOf(deps, round),
    checks ? loadDraft(deps, scope, round, place) : noDraft,
  ]);
  return {
    ...{ round, place, endsAt, topics, own, comments, ...draft },
    mayComment: checks,
    mayAnswer: reviews(scope, place.id) && roundAllows('review', round.status),
  };
}

/** The Place's reviewers and coordinators. */
function seesNames(scope: Scope, { status }: ReportRound, { id }: ReportPlace): boolean {
  return resultsAccess(scope, status, id)?.names ?? false;
}

/** @throws not found where there is no such Place in an opened round */
async function findPlace(
  { db }: ResultsDeps,
  scope: Scope,
  { roundSlug, placeSlug }: { readonly roundSlug: string; readonly placeSlug: string },
): Promise<Pick<CheckFacts, 'round'> & { readonly place: ReportPlace }> {
  const round = await findRound(db, scope, roundSlug);
  if (!round || round.status === 'draft') throw notFound();
  const place = round.places.find(({ slug }) => slug === placeSlug);
  if (!place) throw notFound();
  return { round, place };
}

const noDraft = { grid: null, map: null };

async function loadDraft(
  deps: ResultsDeps,
  scope: Scope,
  round: ReportRound,
  place: VisiblePlace,
): Promise<Pick<CheckFacts, 'grid' | 'map'>> {
  const [grid, map] = await Promise.all([
    loadGrid(deps, scope, { round, places: [place] }),
    loadMap(deps, scope, { round, places: [place] }),
  ]);
  return { grid, map };
}

async function topicsOf(
  { definitions }: ResultsDeps,
  { gridVersionId, mapVersionId }: ReportRound,
): Promise<Topic[]> {
  const [grid, map] = await Promise.all([
    gridVersionId === null ? null : definitions(gridVersionId),
    mapVersionId === null ? null : definitions(mapVersionId),
  ]);
  const domains = grid ? levelItems(grid) : [];
  const elements = map?.support?.elements ?? [];
  return [
    { subject: 'place', itemId: null, text: 'The Place as a whole' },
    ...domains.map(({ id, text }): Topic => ({ subject: 'domain', itemId: id, text })),
    ...elements.map(({ id, title }): Topic => ({ subject: 'element', itemId: id, text: title })),
  ];
}

function reviews(scope: Scope, placeId: string): boolean {
  return scope.memberships.some(
    ({ role, placeIds }) => role === 'reviewer' && placeIds.includes(placeId),
  );
}

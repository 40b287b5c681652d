/** What the pages of births and need start from: what is asked, and what is entered of every Place. */
import { notFound } from '../../../domain/errors.ts';
import type { KnownPlace } from '../../../domain/set-up/known.ts';
import { paths } from '../../../web/paths.ts';
import type { Crumb } from '../../../web/reply.ts';
import { param, type SignedInRequest } from '../../../web/route.ts';
import type { SetUpDeps } from '../change.ts';
import { loadSystem, type StoredSystem } from '../known.queries.ts';
import { thingOf } from '../retire.routes.ts';
import { questionsOf, type NeedQuestions } from './need.form.ts';
import { findNeedVersion, listNeeds, type StoredNeed } from './need.queries.ts';

export const title = 'Births and need';
export const crumbs: readonly Crumb[] = [
  { text: 'Set-up', href: paths.setUp.overview() },
  { text: title, href: paths.setUp.needList() },
];

export interface OpenNeeds {
  readonly versionId: string;
  readonly questions: NeedQuestions;
  /** of every Place */
  readonly needs: readonly StoredNeed[];
  readonly removed: readonly StoredNeed[];
}
export interface OpenPlace extends OpenNeeds {
  readonly place: KnownPlace;
}

/** @throws not found where the installation has no such instrument */
export async function openNeeds(deps: SetUpDeps, { scope }: SignedInRequest): Promise<OpenNeeds> {
  const versionId = await findNeedVersion(deps.db);
  if (versionId === undefined) throw notFound();
  const questions = questionsOf(await deps.definitions(versionId));
  const all = await listNeeds(deps.db, scope);
  const needs = all.filter(({ removedAt }) => removedAt === null);
  const removed = all.filter(({ removedAt }) => removedAt !== null);
  return { versionId, questions, needs, removed };
}

export async function openPlace(
  deps: SetUpDeps,
  request: SignedInRequest,
  system?: StoredSystem,
): Promise<OpenPlace> {
  const { places } = system ?? (await loadSystem(deps, request.scope));
  return { ...(await openNeeds(deps, request)), place: thingOf(places, request) };
}

/** Of the Place and year that the address names. */
export function findNeed(
  needs: readonly StoredNeed[],
  { place }: OpenPlace,
  request: SignedInRequest,
): StoredNeed | undefined {
  const year = param(request, 'year');
  return needs.find((one) => one.placeId === place.id && String(one.year) === year);
}

export function needOf(open: OpenPlace, request: SignedInRequest): StoredNeed {
  const need = findNeed(open.needs, open, request);
  if (!need) throw notFound();
  return need;
}

/** Loads what a Place's method page shows, for whoever asks: the same queries as the reports, and no more. */
import type { Scope } from '../../../domain/access/scope.ts';
import { notFound } from '../../../domain/errors.ts';
import { loadNamed, type ResultsDeps } from '../../../results/load.ts';
import { loadSystem } from '../reports.load.ts';
import { toMethodView, type MethodView } from './method.view.ts';

/** @throws not found: no such round or Place in the scope's system, or not to be seen yet */
export async function loadMethod(
  deps: ResultsDeps,
  scope: Scope,
  { roundSlug, placeSlug }: { readonly roundSlug: string; readonly placeSlug: string },
): Promise<MethodView> {
  const system = await loadSystem(deps, scope, roundSlug);
  const place = system.places.find(({ slug }) => slug === placeSlug);
  if (!place) throw notFound();
  const { answers } = await loadNamed(deps, scope, { round: system.round, place });
  return toMethodView({ ...system, place, answers });
}

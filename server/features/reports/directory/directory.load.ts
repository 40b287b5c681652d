/** Loads the directory of a round's services for whoever asks: what they may see of it. */
import { mayExport } from '../../../domain/access/may.ts';
import type { Scope } from '../../../domain/access/scope.ts';
import { loadMap, loadRound, type ResultsDeps } from '../../../results/load.ts';
import type { DirectoryFacts } from './directory.ts';
import { readFilter } from './filter.ts';
import { levelsOffered } from './levels.ts';

interface DirectoryAsked {
  readonly roundSlug: string;
  readonly query: Readonly<Record<string, string>>;
  /** "2026-11-21" */
  readonly today: string;
}

/** @throws not found, see `loadRound` */
export async function loadDirectory(
  deps: ResultsDeps,
  scope: Scope,
  { roundSlug, query, today }: DirectoryAsked,
): Promise<DirectoryFacts> {
  const { round, places } = await loadRound(deps, scope, roundSlug);
  const map = await loadMap(deps, scope, { round, places });
  const levels = map ? levelsOffered(map) : [];
  return {
    system: scope.systemName,
    round,
    places,
    map,
    filter: readFilter(query, { places, levels }),
    today,
    exports: mayExport(scope, round.status),
  };
}

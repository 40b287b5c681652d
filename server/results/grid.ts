/** The maturity grid of a round, scored: what the matrix and the Place page show of it. */
import type { Band, Definition, LevelItem } from '../domain/instrument/definition.ts';
import { levelItems } from '../domain/instrument/items.ts';
import { levelWords, type LevelWords } from '../domain/instrument/level-words.ts';
import type { DomainScore } from '../domain/scoring/score.ts';
import type { AgreedLevel, PlaceProgress } from './grid.queries.ts';
import { scorePlaces, type GridRows, type PlaceScores } from './place-scores.ts';
import type { ReportRound } from './round.queries.ts';

export interface Grid {
  readonly definition: Definition;
  /** in the grid's order */
  readonly domains: readonly LevelItem[];
  readonly words: LevelWords;
  readonly bands: readonly Band[];
  readonly scores: PlaceScores;
  /** of the published round before, where it used the same version */
  readonly before: PlaceScores | null;
  readonly previousName: string;
  /** of this round, by Place's id */
  readonly progress: ReadonlyMap<string, PlaceProgress>;
  readonly agreed: readonly AgreedLevel[];
}

/** The rounds that a report reads: its own, and the one it is compared with (Design 4.8). */
export function comparedRounds({ id, gridVersionId, previous }: ReportRound): string[] {
  return previous?.gridVersionId === gridVersionId ? [id, previous.id] : [id];
}

export function toGrid(
  round: ReportRound,
  placeIds: readonly string[],
  { definition, rows }: { readonly definition: Definition; readonly rows: GridRows },
): Grid {
  const domains = levelItems(definition);
  const { bands } = round;
  const frame = { placeIds, domainIds: domains.map(({ id }) => id), bands };
  const [roundId, beforeId] = comparedRounds(round);
  return {
    definition,
    domains,
    words: levelWords(definition),
    bands,
    scores: scorePlaces(rows, { ...frame, roundId: roundId ?? round.id }),
    before: beforeId === undefined ? null : scorePlaces(rows, { ...frame, roundId: beforeId }),
    previousName: beforeId === undefined ? '' : (round.previous?.name ?? ''),
    progress: new Map(
      rows.progress.filter((row) => row.roundId === round.id).map((row) => [row.placeId, row]),
    ),
    agreed: rows.agreed.filter((row) => row.roundId === round.id),
  };
}

/** The score that scorePlaces made for every Place and domain of the grid. */
export function scoreAt(scores: PlaceScores, placeId: string, domainId: string): DomainScore {
  const score = scores.get(placeId)?.get(domainId);
  if (!score) throw new Error(`no score for ${domainId} in ${placeId}`);
  return score;
}

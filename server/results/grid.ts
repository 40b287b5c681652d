/** The maturity grid of a round, scored: what the matrix and the Place page show of it. */
import type { Band, Definition, LevelItem } from '../domain/instrument/definition.ts';
import { levelItems } from '../domain/instrument/items.ts';
import { levelWords, type LevelWords } from '../domain/instrument/level-words.ts';
import type { DomainScore } from '../domain/scoring/score.ts';
import type { AgreedLevel, DecidedLevel, PlaceProgress } from './grid.queries.ts';
import { scorePlaces, type GridRows, type PlaceScores } from './place-scores.ts';
import type { EarlierRound, ReportRound } from './round.queries.ts';

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
  /** the published rounds before that used the same version, the oldest first; empty unless asked for */
  readonly history: readonly { readonly name: string; readonly scores: PlaceScores }[];
  /** of this round, by Place's id */
  readonly progress: ReadonlyMap<string, PlaceProgress>;
  readonly agreed: readonly AgreedLevel[];
  /** the domains that are set aside, in Places of this round */
  readonly aside: readonly DecidedLevel[];
}

/** The rounds that a report reads: its own, and the one it is compared with (Design 4.8). */
export function comparedRounds({ id, gridVersionId, previous }: ReportRound): string[] {
  return previous?.gridVersionId === gridVersionId ? [id, previous.id] : [id];
}

/** How many earlier rounds a trend reaches back over. */
const TREND = 5;

/** The rounds before that can be held against this one (Design 4.8). */
export function comparableRounds({ gridVersionId, earlier }: ReportRound): EarlierRound[] {
  return earlier.filter((one) => one.gridVersionId === gridVersionId).slice(-TREND);
}

interface GridFacts {
  readonly definition: Definition;
  readonly rows: GridRows;
  /** whose rows are among them, beside the round's own and the one before */
  readonly history: readonly EarlierRound[];
}

export function toGrid(
  round: ReportRound,
  placeIds: readonly string[],
  { definition, rows, history }: GridFacts,
): Grid {
  const domains = levelItems(definition);
  const { bands } = round;
  const frame = { placeIds, domainIds: domains.map(({ id }) => id), bands };
  const decided = rows.decided.filter((row) => row.roundId === round.id);
  const [roundId, beforeId] = comparedRounds(round);
  return {
    definition,
    domains,
    words: levelWords(definition),
    bands,
    scores: scorePlaces(rows, { ...frame, roundId: roundId ?? round.id }),
    before: beforeId === undefined ? null : scorePlaces(rows, { ...frame, roundId: beforeId }),
    history: history.map(({ id, name }) => ({
      name,
      scores: scorePlaces(rows, { ...frame, roundId: id }),
    })),
    previousName: beforeId === undefined ? '' : (round.previous?.name ?? ''),
    progress: new Map(
      rows.progress.filter((row) => row.roundId === round.id).map((row) => [row.placeId, row]),
    ),
    agreed: decided.flatMap((row) => (row.level === null ? [] : [{ ...row, level: row.level }])),
    aside: decided.filter(({ level }) => level === null),
  };
}

/** The score that scorePlaces made for every Place and domain of the grid. */
export function scoreAt(scores: PlaceScores, placeId: string, domainId: string): DomainScore {
  const score = scores.get(placeId)?.get(domainId);
  if (!score) throw new Error(`no score for ${domainId} in ${placeId}`);
  return score;
}

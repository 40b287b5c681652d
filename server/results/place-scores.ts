/** From counts per level to the score of every domain in every Place of a round. */
import type { Band } from '../domain/instrument/definition.ts';
import { scoreDomain } from '../domain/scoring/domain-score.ts';
import type { Counts, DomainScore, Level } from '../domain/scoring/score.ts';
import type { DecidedLevel, LevelCount, PlaceProgress } from './grid.queries.ts';

/** Scores by Place's id, then by domain's. */
export type PlaceScores = ReadonlyMap<string, ReadonlyMap<string, DomainScore>>;

export interface GridRows {
  readonly counts: readonly LevelCount[];
  readonly progress: readonly PlaceProgress[];
  readonly decided: readonly DecidedLevel[];
}
interface GridFrame {
  readonly roundId: string;
  readonly placeIds: readonly string[];
  readonly domainIds: readonly string[];
  readonly bands: readonly Band[];
}

const keyOf = (row: { placeId: string; itemId: string }): string => `${row.placeId} ${row.itemId}`;

/** Scores the whole grid of one round; rows of other rounds are left out. */
export function scorePlaces(
  { counts, progress, decided }: GridRows,
  { roundId, placeIds, domainIds, bands }: GridFrame,
): PlaceScores {
  const ofRound = <Row extends { roundId: string }>(rows: readonly Row[]): Row[] =>
    rows.filter((row) => row.roundId === roundId);
  const countRows = new Map<string, LevelCount[]>();
  for (const row of ofRound(counts)) {
    countRows.set(keyOf(row), [...(countRows.get(keyOf(row)) ?? []), row]);
  }
  const agreedLevels = new Map(ofRound(decided).map((row) => [keyOf(row), row.level]));
  const assigned = new Map(ofRound(progress).map((row) => [row.placeId, row.assigned]));
  const scoreOf = (placeId: string, itemId: string): DomainScore => {
    const key = keyOf({ placeId, itemId });
    return scoreDomain(
      {
        ...addUp(countRows.get(key) ?? []),
        assigned: assigned.get(placeId) ?? 0,
        agreed: agreedLevels.get(key) ?? null,
      },
      bands,
    );
  };
  return new Map(
    placeIds.map((placeId) => [
      placeId,
      new Map(domainIds.map((itemId) => [itemId, scoreOf(placeId, itemId)])),
    ]),
  );
}

function addUp(rows: readonly LevelCount[]) {
  const at = (level: Level): number => sum(rows.filter((row) => row.level === level));
  const counts: Counts = [at(0), at(1), at(2), at(3), at(4)];
  const withEvidence = rows.reduce((total, row) => total + row.withEvidence, 0);
  return { counts, responded: sum(rows), withEvidence };
}

function sum(rows: readonly LevelCount[]): number {
  return rows.reduce((total, { count }) => total + count, 0);
}

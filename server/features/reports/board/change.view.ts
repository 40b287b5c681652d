/** What has moved in each Place since the round before: of domains that are settled in both. */
import { scoreAt, type Grid } from '../../../results/grid.ts';
import { changeSince, levelText } from '../../../web/domain-words.ts';
import { tally } from '../compare/moves.ts';
import type { SystemReportFacts } from '../system-report.view.ts';
import { counted, lower } from '../words.ts';

export interface PlaceMoves {
  readonly place: string;
  readonly up: number;
  readonly down: number;
  readonly same: number;
  /** domains that are not settled in both rounds */
  readonly uncompared: number;
  /** "Up: workforce development by 1, to Good progress."; "Nothing" where nothing moved */
  readonly moved: string;
}
export interface Moves {
  /** name of the round before */
  readonly since: string;
  readonly places: readonly PlaceMoves[];
  /** domains in Places that are settled in both rounds */
  readonly compared: number;
  /** "Since Autumn 2025, 9 levels are up and 2 down, of 40 that are settled in both rounds." */
  readonly summary: string;
}

/** Null where there is no round before that asked a comparable grid. */
export function toMoves({ grid, places }: SystemReportFacts): Moves | null {
  if (!grid?.before) return null;
  const rows = places.map((place) => placeMoves(grid, place));
  const sum = (figure: (row: PlaceMoves) => number): number =>
    rows.reduce((total, row) => total + figure(row), 0);
  const [up, down] = [sum((row) => row.up), sum((row) => row.down)];
  const compared = up + down + sum((row) => row.same);
  const since = grid.previousName;
  return {
    since,
    places: rows,
    compared,
    summary:
      compared === 0
        ? `No level is settled both in this round and in ${since}.`
        : `Since ${since}, ${counted(up, 'level is', 'levels are')} up and ${down} down, of ${compared} that are settled in both rounds.`,
  };
}

interface Placed {
  readonly id: string;
  readonly name: string;
}

function placeMoves(grid: Grid, { id, name }: Placed): PlaceMoves {
  const changes = grid.domains.map(({ id: domainId, text }) => {
    const score = scoreAt(grid.scores, id, domainId);
    const change = changeSince(score, grid.before?.get(id)?.get(domainId));
    const level = levelText(score, { words: grid.words, shown: false });
    const words = `${lower(text)} by ${Math.abs(change?.by ?? 0)}, to ${level}`;
    return { change, words };
  });
  const wordsOf = (kind: 'up' | 'down'): string[] =>
    changes.filter(({ change }) => change?.kind === kind).map(({ words }) => words);
  const { up, down, same, open } = tally(changes);
  return {
    place: name,
    up,
    down,
    same,
    uncompared: open,
    moved: [...told('Up', wordsOf('up')), ...told('Down', wordsOf('down'))].join(' ') || 'Nothing',
  };
}

function told(word: string, moved: readonly string[]): string[] {
  return moved.length === 0 ? [] : [`${word}: ${moved.join('; ')}.`];
}

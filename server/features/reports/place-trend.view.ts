/** A Place's levels from round to round, once there are more than two (Design 4.8, 10). */
import type { DomainScore } from '../../domain/scoring/score.ts';
import { scoreAt, type Grid } from '../../results/grid.ts';
import type { VisiblePlace } from '../../results/load.ts';
import { settledLevel } from '../../web/domain-words.ts';
import { toSteps, type Steps } from '../../web/steps.ts';
import { capital, inWords } from './words.ts';

interface TrendCell {
  readonly round: string;
  /** the level's word; "To discuss" or "No level" where none is settled */
  readonly text: string;
  readonly steps: Steps | null;
}
export interface TrendView {
  /** where it ends up against the first of these rounds */
  readonly text: string;
  /** the oldest first, this one last */
  readonly rounds: readonly string[];
  readonly rows: readonly { readonly name: string; readonly cells: readonly TrendCell[] }[];
}

/** Null for two rounds or fewer: the profile tells these already. */
export function placeTrend(grid: Grid, place: VisiblePlace, round: string): TrendView | null {
  const { history, words, domains } = grid;
  if (history.length < 2) return null;
  const times = [...history, { name: round, scores: grid.scores }];
  const rows = domains.map(({ id, text }) => ({
    name: text,
    scores: times.map(({ scores }) => scoreAt(scores, place.id, id)),
  }));
  return {
    text: movedText(rows, history[0]?.name ?? ''),
    rounds: times.map(({ name }) => name),
    rows: rows.map(({ name, scores }) => ({
      name,
      cells: scores.map((score, n) => {
        const level = settledLevel(score);
        return {
          round: times[n]?.name ?? '',
          text: level === null ? unsettled(score) : words.word(level),
          steps: level === null ? null : toSteps(level, 0.85),
        };
      }),
    })),
  };
}

const unsettled = ({ rag }: DomainScore): string => (rag === 'discuss' ? 'To discuss' : 'No level');

/** "Since Autumn 2024 six domains are higher and one is lower; three stayed." */
function movedText(
  rows: readonly { readonly scores: readonly DomainScore[] }[],
  first: string,
): string {
  const moves = rows.flatMap(({ scores }) => {
    const [from, to] = [scores[0], scores.at(-1)].map((score) => score && settledLevel(score));
    return typeof from === 'number' && typeof to === 'number' ? [to - from] : [];
  });
  const count = (holds: (by: number) => boolean): number => moves.filter(holds).length;
  const [up, down] = [count((by) => by > 0), count((by) => by < 0)];
  const verb = (n: number): string => (n === 1 ? 'is' : 'are');
  return capital(
    `${up === 0 ? 'no' : inWords(up)} ${up === 1 ? 'domain is' : 'domains are'} higher than in ${first}, ${down === 0 ? 'none' : inWords(down)} ${verb(down)} lower; ${moves.length} of ${rows.length} have a level in both.`,
  );
}

/** The bar of a criterion: how many agencies marked it met, partly, not met, don't know. */
import type { Mark } from '../../domain/scoring/score.ts';

export interface MarksBar {
  readonly parts: readonly {
    readonly mark: Mark;
    readonly x: number;
    readonly width: number;
  }[];
  readonly width: number;
  /** "3, 1, 3, 1" */
  readonly text: string;
  /** "3 met, 1 partly, 3 not met, 1 don’t know" */
  readonly label: string;
}

const WIDTH = 132;
/** In the order in which they are counted. */
export const marks = ['met', 'partly', 'not', 'unknown'] as const satisfies readonly Mark[];
export const markWords: Readonly<Record<Mark, string>> = {
  met: 'met',
  partly: 'partly',
  not: 'not met',
  unknown: 'don’t know',
};

/** A part for each mark that somebody gave; in px. */
export function marksBar(counts: Readonly<Record<Mark, number>>): MarksBar {
  const all = marks.reduce((sum, mark) => sum + counts[mark], 0);
  const unit = all === 0 ? 0 : WIDTH / all;
  const before = (mark: Mark): number =>
    marks.slice(0, marks.indexOf(mark)).reduce((sum, one) => sum + counts[one], 0);
  const px = (figure: number): number => Math.round(figure * 10) / 10;
  return {
    width: WIDTH,
    parts: marks
      .filter((mark) => counts[mark] > 0)
      .map((mark) => ({ mark, x: px(before(mark) * unit), width: px(counts[mark] * unit) })),
    text: marks.map((mark) => counts[mark]).join(', '),
    label: marks.map((mark) => `${counts[mark]} ${markWords[mark]}`).join(', '),
  };
}

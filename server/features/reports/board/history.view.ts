/** The history of a Board paper: who changed which part, from what to what. */
import { changedParts, stepsOf, type Saved } from '../../../domain/answers/history.ts';
import { paperParts, type BoardPaper } from '../../../domain/board/board-paper.ts';
import { stepHeading, toChange, type HistoryPageView } from '../../../web/history.ts';
import { paths } from '../../../web/paths.ts';
import { formatDay } from '../../../web/time.ts';
import { counted } from '../words.ts';

export interface PaperHistoryFacts {
  readonly round: { readonly slug: string; readonly name: string };
  /** the oldest first */
  readonly saved: readonly Saved<BoardPaper>[];
  readonly personId: string;
}

export function toPaperHistoryView({ round, saved, personId }: PaperHistoryFacts): HistoryPageView {
  const parts = paperParts(formatDay);
  const steps = stepsOf(saved);
  return {
    caption: `Board paper, ${round.name}`,
    heading: 'History of the Board paper',
    lede: `${counted(steps.length, 'change', 'changes')}, the newest first.`,
    done: '',
    steps: steps.map(({ before, after }) => ({
      heading: stepHeading(after, personId),
      changed: [
        {
          title: '',
          note: '',
          changes: changedParts(parts, before?.value, after.value)
            .filter((part) => before !== null || part.wordsOf(after.value) !== '')
            .map((part) => toChange(part, { before: before?.value, after: after.value }, '')),
          more: null,
        },
      ],
    })),
    backHref: paths.boardPaper(round.slug),
    backText: 'Go to the Board paper',
  };
}

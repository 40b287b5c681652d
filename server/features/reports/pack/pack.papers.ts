/** What a complete pack holds: Board paper, the system's report and every Place's, as one reader may see them at one moment. */
import type { Paper } from '../pdf/paper.ts';
import type { Made } from '../../../web/made.ts';
import type { BoardView } from '../board/board.view.ts';
import type { PlaceReportView } from '../place-report.view.ts';
import type { SystemReportView } from '../system-report.view.ts';

/** All plain values: it is copied to a worker. */
export interface PackPapers {
  readonly made: Made;
  /** "Edition 2, 21 November 2026", "First edition"; "Draft" before publication */
  readonly edition: string;
  /** 'unwritten' where nobody has begun one; null for those who may not read it */
  readonly board: Paper<BoardView> | 'unwritten' | null;
  readonly system: SystemReportView;
  /** in the system's order */
  readonly places: readonly PackedPlace[];
}
export interface PackedPlace {
  readonly view: PlaceReportView;
  /** of its page */
  readonly address: string;
}

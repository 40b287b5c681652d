/** A Board paper as its page and its PDF show it: what people wrote, then the figures of the round. */
import {
  boardPurposes,
  emptyPaper,
  type BoardFieldId,
  type BoardPaper,
} from '../../../domain/board/board-paper.ts';
import { toBlocks, type WrittenBlock } from '../../../domain/board/written.ts';
import type { Today } from '../../../domain/actions/action.ts';
import type { LevelText } from '../../../results/action-levels.ts';
import type { SeenAction } from '../../../results/actions.ts';
import { paths } from '../../../web/paths.ts';
import { template } from '../../../web/reply.ts';
import { formatDateTime, formatDay } from '../../../web/time.ts';
import { elementRows, type ElementTable } from '../element-table.view.ts';
import type { MatrixKey } from '../key.view.ts';
import type { HasLevels } from '../levels.view.ts';
import { domainRows } from '../matrix.view.ts';
import type { ReportHead } from '../report.view.ts';
import { toSystemReportView, type SystemReportFacts } from '../system-report.view.ts';
import { capital, inWords } from '../words.ts';
import { toBoardActions, type BoardActionsView } from './board-actions.view.ts';
import type { StoredPaper } from './board.queries.ts';
import { toMoves, type Moves } from './change.view.ts';
import { domainColours, elementColours, placeColours, type ColourTable } from './colours.view.ts';

export interface FrontFact {
  readonly label: string;
  /** '' where it is not written */
  readonly text: string;
}
export interface PurposeView {
  readonly word: string;
  readonly meaning: string;
  readonly chosen: boolean;
}
export interface WrittenPart {
  /** where it stands on the page, and where its field stands in the form */
  readonly id: BoardFieldId;
  readonly title: string;
  /** what is ticked and dated: "An assessment is needed. Done on 3 May 2026."; '' for most */
  readonly state: string;
  readonly blocks: readonly WrittenBlock[];
}
export interface BoardView extends ReportHead, HasLevels {
  readonly front: readonly FrontFact[];
  readonly purpose: readonly PurposeView[];
  readonly parts: readonly WrittenPart[];
  readonly colours: readonly ColourTable[];
  readonly moves: Moves | null;
  readonly elementTables: readonly ElementTable[];
  readonly elementsHeading: string;
  readonly elementsLede: string;
  /** what a mark beside a colour means */
  readonly key: MatrixKey;
  readonly actions: BoardActionsView;
  /** "Saved 18 March 2026, 14:02 by Colm Doyle"; '' before the first words */
  readonly saved: string;
  /** '' for those who only read it */
  readonly editHref: string;
  readonly historyHref: string;
  readonly pdfHref: string;
  readonly systemHref: string;
  readonly rulesHref: string;
}
export const boardPage = template<BoardView>('reports/board/paper');

export interface BoardFacts {
  readonly system: SystemReportFacts;
  /** that the paper tells of, in its order */
  readonly actions: readonly SeenAction[];
  readonly levelText: LevelText;
  readonly stored: StoredPaper | undefined;
  readonly today: Today;
  /** the reader writes it */
  readonly writes: boolean;
}

export function toBoardView(facts: BoardFacts): BoardView {
  const { system, stored } = facts;
  const paper = stored?.content ?? emptyPaper;
  const report = toSystemReportView(system, facts.today);
  return {
    ...report,
    caption: captionOf(report),
    heading: paper.title || `Support for parent-infant relationships in ${system.system}`,
    front: toFront(paper),
    purpose: boardPurposes.map(({ value, word, meaning }) => ({
      word,
      meaning,
      chosen: paper.purpose === value,
    })),
    parts: toParts(paper),
    elementsHeading: `${report.elementsHeading}, Place by Place`,
    ...(report.empty ? { colours: [], moves: null } : toFigures(system)),
    actions: toBoardActions(facts.actions, facts.today, facts.levelText),
    ...toLinks(facts),
  };
}

function toFigures(system: SystemReportFacts) {
  return { colours: toColours(system), moves: toMoves(system) };
}

function toLinks({ system: { round }, stored, writes }: BoardFacts) {
  return {
    saved: stored ? `Saved ${formatDateTime(stored.at)} by ${stored.by}` : '',
    editHref: writes ? paths.editBoardPaper(round.slug) : '',
    historyHref: writes && stored ? paths.boardPaperHistory(round.slug) : '',
    pdfHref: paths.boardPdf(round.slug),
    systemHref: paths.systemReport(round.slug),
  };
}

function captionOf({ draft, round, corrected }: ReportHead): string {
  if (draft) return `Board paper, ${round}. Draft, seen by the coordinator only`;
  return [`Board paper, ${round}`, corrected.stated].filter(Boolean).join('. ');
}

function toFront(paper: BoardPaper): FrontFact[] {
  const day = paper.meetingOn === '' ? '' : formatDay(paper.meetingOn);
  const facts = [
    { label: 'Board', text: paper.meeting },
    { label: 'Meeting', text: day },
    { label: 'Agenda item', text: paper.agendaItem },
    { label: 'Reference', text: paper.reference },
    { label: 'Authors', text: paper.authors },
    { label: 'Presenters', text: paper.presenters },
  ];
  return facts.filter(({ label, text }) => text !== '' || expected.includes(label));
}

/** What every paper has; the rest is left out where it is empty. */
const expected = ['Board', 'Meeting', 'Authors'];

function toParts(paper: BoardPaper): WrittenPart[] {
  const part = (id: BoardFieldId, title: string, state = ''): WrittenPart => ({
    id,
    title,
    state,
    blocks: toBlocks(paper[id]),
  });
  const all = [
    part('keyPoints', 'Key points'),
    part('issues', 'Issues and risks'),
    part('equalityWhy', 'Equality impact', assessment(paper.equality, paper.equalityOn)),
    part('qualityWhy', 'Quality impact', assessment(paper.quality, paper.qualityOn)),
    part('progress', 'Progress'),
    part('background', 'Background'),
    part('asks', 'Actions asked of the Board'),
  ];
  // A paper may do without one; what a Board looks for stands there, written or not.
  return all.filter(({ id, blocks }) => id !== 'background' || blocks.length > 0);
}

function assessment(needed: string, doneOn: string): string {
  if (needed === 'no') return 'No assessment is needed.';
  if (doneOn !== '') return `An assessment was done on ${formatDay(doneOn)}.`;
  return needed === 'yes'
    ? 'An assessment is needed; it has no date yet.'
    : 'Whether an assessment is needed is not said yet.';
}

function toColours(system: SystemReportFacts): ColourTable[] {
  const { grid, map, places, round } = system;
  const heads = places.map(({ name, slug }) => ({
    name,
    href: paths.placeReport(round.slug, slug),
  }));
  const domains = grid ? domainRows(grid, places, round.slug) : [];
  const elements = map ? elementRows(map, places, { slug: round.slug, asks: false }) : [];
  const all = [
    { rows: domains, noun: 'domains', colours: domainColours },
    { rows: elements, noun: 'elements of support', colours: elementColours },
  ];
  return all
    .filter(({ rows }) => rows.length > 0)
    .map(({ rows, noun, colours }) => {
      const places = placeColours(rows, heads, colours);
      return {
        heading: `${capital(inWords(rows.length))} ${noun}`,
        caption: `How many of ${rows.length} ${noun} have each colour, Place by Place`,
        colours: places[0]?.counts.map(({ code, word }) => ({ code, word })) ?? [],
        places,
      };
    });
}

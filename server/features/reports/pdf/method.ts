/** How levels and colours come about, in the words of a reader: the appendix of every paper. */
import { list, paragraph } from '../../../adapters/pdf/blocks.ts';
import { levelCell, ragCell } from '../../../adapters/pdf/cells.ts';
import { h3 } from '../../../adapters/pdf/headings.ts';
import type { Run } from '../../../adapters/pdf/lines.ts';
import type { PdfDocument } from '../../../adapters/pdf/sheet.ts';
import { RAG, TYPE, type RagColour } from '../../../adapters/pdf/tokens.ts';
import type { LevelColourView } from '../levels.view.ts';
import { writeTable } from './titled-table.ts';

/** What a round asks decides what has to be explained. */
export interface Method {
  /** empty where it asks no grid */
  readonly levels: readonly LevelColourView[];
  readonly asksMap: boolean;
}

type Term = readonly [term: string, meaning: string];

const LEVELS = [
  'Every agency rates the whole of the Place, not itself. Levels are ordered steps and are never averaged: the median is the middle one, of two the lower. The level that reviewers agree replaces it, and both stay visible.',
  'Agreement runs from 1, all alike, over 0, evenly spread, to −1, split between the two ends.',
];

const FLAGS: readonly Term[] = [
  [
    'Split',
    'five or more levels given and agreement below 0.60, or fewer given and two of them two or more levels apart. Until a level is agreed the domain is to discuss, without a colour.',
  ],
  ['Was split', 'as above, and a level has been agreed since.'],
  ['Few answers', 'fewer than half of the agencies asked gave a level.'],
  ['No evidence', 'the median is 3 or more, and no agency gave evidence.'],
];

const ELEMENTS: readonly (readonly [RagColour, string])[] = [
  ['green', 'a running service meets every condition.'],
  ['amber', 'a running service counts, and none meets every condition.'],
  ['purple', 'a service that would count is on its way, and none runs yet.'],
  ['red', 'every agency that could provide it has answered, and none does.'],
  ['white', 'the answers do not settle it. It never means no.'],
];

const SEEN =
  'How many agencies gave each level is shown from five levels on. Reviewers and the coordinator see it always, and agencies’ names; their copies are not for passing on.';

export function writeMethod(doc: PdfDocument, { levels, asksMap }: Method): void {
  if (levels.length > 0) writeLevels(doc, levels);
  if (asksMap) {
    h3(doc, 'Elements of support');
    const intro =
      'Colours follow by written rules from the services that agencies entered. Conditions that go beyond the strategy’s own table are marked “ours”. Where the reviewers agreed another colour it holds, with the derived one beside it.';
    paragraph(doc, intro, SMALL);
    terms(
      doc,
      ELEMENTS.map(([rag, meaning]) => [RAG[rag].word, meaning]),
    );
  }
  if (levels.length > 0) {
    h3(doc, 'Who sees what');
    paragraph(doc, SEEN, SMALL);
  }
}

const SMALL = { style: TYPE.small };

function writeLevels(doc: PdfDocument, levels: readonly LevelColourView[]): void {
  h3(doc, 'Levels and agreement');
  for (const text of LEVELS) paragraph(doc, text, SMALL);
  writeTable(doc, 'Colours of domains in this round', {
    title: 'The colour of each level',
    width: 300,
    columns: [
      { label: 'Level', isRowHeader: true },
      { label: 'Colour', width: 110 },
    ],
    padding: { row: 3, right: 6 },
    rows: levels.map(({ level, word, rag }) => ({
      cells: [levelCell(doc, level, `${level} ${word}`), ragCell(doc, rag.code)],
    })),
  });
  h3(doc, 'Flags', { before: 12 });
  terms(doc, FLAGS);
}

function terms(doc: PdfDocument, all: readonly Term[]): void {
  const items = all.map(([term, meaning]): Run[] => [
    { text: `${term}: `, font: 'semibold' },
    { text: meaning },
  ]);
  list(doc, items, { style: TYPE.small, gap: 2 });
}

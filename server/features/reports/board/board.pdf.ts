/** A round's Board paper as a PDF; run by a worker. */
import { lede, note, paragraph } from '../../../adapters/pdf/blocks.ts';
import { closeDocument } from '../../../adapters/pdf/document.ts';
import { h2 } from '../../../adapters/pdf/headings.ts';
import { panelRows } from '../../../adapters/pdf/panel.ts';
import { skip, type PdfDocument } from '../../../adapters/pdf/sheet.ts';
import { headedTable, table, tableStartHeight } from '../../../adapters/pdf/table.ts';
import { choices } from '../../../adapters/pdf/tally.ts';
import { TYPE } from '../../../adapters/pdf/tokens.ts';
import { writeEditions } from '../pdf/editions.ts';
import {
  methodPart,
  openReport,
  partsOf,
  writeContents,
  writeTitle,
  type Paper,
  type Part,
} from '../pdf/paper.ts';
import { actionTable } from '../pdf/place-actions.ts';
import { writeElementMatrix } from '../pdf/system-matrix.ts';
import { writeTable } from '../pdf/titled-table.ts';
import type { BoardView } from './board.view.ts';
import { colourTable, movesTable } from './pdf/tables.ts';
import { writeParts } from './pdf/written.ts';

export function render(paper: Paper<BoardView>): Promise<Buffer> {
  const { view } = paper;
  const doc = openReport(paper, `${view.system}: Board paper`);
  writeTitle(doc, paper);
  writeBoard(doc, paper, [methodPart(doc, paper, view.rulesHref !== '')]);
  return closeDocument(doc);
}

/**
 * All that stands below the title: what people wrote, in the order in which a Board reads; then the figures that it
 * rests on. @param last what closes it
 */
export function writeBoard(
  doc: PdfDocument,
  paper: Paper<BoardView>,
  last: readonly Part[] = [],
): void {
  const { view } = paper;
  const figures = [...figuresOf(doc, paper), ...last];
  writeFront(doc, view);
  h2(doc, 'Purpose', { name: 'purpose', before: 14 });
  choices(
    doc,
    view.purpose.map(({ word, meaning, chosen }) => ({
      word,
      meaning: `${meaning}.`,
      isChosen: chosen,
    })),
  );
  skip(doc, 8);
  writeContents(doc, [
    ...view.parts.map(({ id, title }) => ({ name: id, title, write: () => undefined })),
    ...figures,
  ]);
  writeParts(doc, view.parts);
  for (const { write } of figures) write();
}

const FRONT_LABEL = 92;

function writeFront(doc: PdfDocument, { front }: BoardView): void {
  panelRows(
    doc,
    front.map(({ label, text }) => ({ label, text: text || 'Not written yet' })),
    FRONT_LABEL,
  );
}

function figuresOf(doc: PdfDocument, { view, made }: Paper<BoardView>): Part[] {
  const { moves, elementTables, corrected } = view;
  return partsOf([
    [true, 'results', 'What the results say', () => writeResults(doc, view)],
    [moves !== null, 'moves', 'What has moved', () => writeMoves(doc, view)],
    [
      elementTables.length > 0,
      'elements',
      view.elementsHeading,
      () => writeElementMatrix(doc, { ...view, tables: [] }),
    ],
    [true, 'actions', 'Actions', () => writeActions(doc, view, made.address)],
    [corrected.editions.length > 0, 'changed', 'What changed', () => writeEditions(doc, corrected)],
  ]);
}

/** the finding's lines, and the space below them */
const FINDING = 70;

function writeResults(doc: PdfDocument, { lede: found, empty, colours }: BoardView): void {
  h2(doc, 'What the results say', { name: 'results', keep: FINDING });
  if (empty) lede(doc, `${empty.heading}.`, empty.text);
  else lede(doc, found[0] ?? '', found.slice(1).join(' '));
  for (const each of colours) writeTable(doc, each.heading, colourTable(doc, each));
}

function writeMoves(doc: PdfDocument, { moves }: BoardView): void {
  if (!moves) return;
  const spec = movesTable(moves);
  h2(doc, `What has moved since ${moves.since}`, {
    name: 'moves',
    keep: 2 * TYPE.body.leading + 6 + tableStartHeight(doc, spec),
  });
  paragraph(doc, moves.summary);
  table(doc, spec);
}

function writeActions(doc: PdfDocument, { actions: told }: BoardView, address: string): void {
  const { actions, summary, cut } = told;
  const heading = 'Actions, open and overdue';
  const words = [summary, cut].filter(Boolean).join(' ');
  if (actions.length === 0) {
    h2(doc, heading, { name: 'actions' });
    paragraph(doc, words);
    return;
  }
  headedTable(doc, heading, actionTable(actions, address), { name: 'actions' });
  skip(doc, 5);
  note(doc, words);
}

/** The matrices of a system's report: domains and elements of support by Places, six Places to a table. */
import { note, paragraph } from '../../../adapters/pdf/blocks.ts';
import { flagCell } from '../../../adapters/pdf/cells.ts';
import { h2 } from '../../../adapters/pdf/headings.ts';
import { skip, type PdfDocument } from '../../../adapters/pdf/sheet.ts';
import { table, tableStartHeight } from '../../../adapters/pdf/table.ts';
import type { TableCell, TableColumn, TableSpec } from '../../../adapters/pdf/table.types.ts';
import { legend } from '../../../adapters/pdf/tally.ts';
import { COLOUR, PAGE, TYPE } from '../../../adapters/pdf/tokens.ts';
import type { ElementCellView, ElementRowView, ElementTable } from '../element-table.view.ts';
import type { DomainCellView, GapView, MatrixTable, PlaceHeadView } from '../matrix.view.ts';
import type { SystemReportView } from '../system-report.view.ts';
import { DOMAINS } from './colour-tally.ts';

/** of what stands between the heading and the matrix: a line on how to read it, and the legend */
const READING = 52;
const HEADING = TYPE.h2.leading + 5;

export function writeDomainMatrix(doc: PdfDocument, view: SystemReportView): void {
  const [whole, ...others] = view.tables.map((matrix) => domainMatrix(doc, matrix));
  if (!whole) return;
  const first = besideHeading(doc, whole, READING);
  const keep = READING + tableStartHeight(doc, first);
  h2(doc, 'Every domain, Place by Place', { name: 'matrix', after: 3, keep });
  note(doc, [readingOf(view), actionKey(view)].filter(Boolean).join(' '), { after: 7 });
  legend(
    doc,
    view.key.colours
      .filter(({ code }) => DOMAINS.some(([rag]) => rag === code))
      .map(({ code, word }) => ({ rag: code, text: word })),
  );
  writeTables(doc, [first, ...others]);
}

/** The first matrix stands under its heading: with no page for both, it goes on overleaf rather than stand apart. */
function besideHeading(doc: PdfDocument, spec: TableSpec, between: number): TableSpec {
  const fits = HEADING + between + tableStartHeight(doc, spec) <= PAGE.body;
  return fits ? spec : { ...spec, isWhole: false };
}

/** One below the other, each whole, on as many pages as they take. */
function writeTables(doc: PdfDocument, tables: readonly TableSpec[]): void {
  for (const [index, spec] of tables.entries()) {
    if (index > 0) skip(doc, 16);
    table(doc, spec);
  }
}

function domainMatrix(
  doc: PdfDocument,
  { caption, places, rows, showsGap }: MatrixTable,
): TableSpec {
  const gapWidth = showsGap ? GAP_WIDTH : 0;
  return {
    ...MATRIX,
    isWhole: places.length > 1,
    minRowHeight: rowHeight(places),
    title: caption,
    columns: [
      { label: 'Domain', isRowHeader: true },
      ...placeColumns(places, gapWidth),
      ...(showsGap ? [{ label: 'Gap', width: gapWidth, align: 'center' as const }] : []),
    ],
    rows: rows.map(({ name, cells, gap }) => ({
      cells: [
        { text: name, style: ROW_HEAD },
        ...cells.map((cell) => domainCell(doc, cell)),
        ...(gap === null ? [] : [gapCell(gap)]),
      ],
    })),
  };
}

/** What the matrix of elements needs of a report. */
export type ElementPart = Pick<
  SystemReportView,
  'elementTables' | 'elementsLede' | 'elementsHeading' | 'tables' | 'key'
>;

export function writeElementMatrix(doc: PdfDocument, view: ElementPart): void {
  const [whole, ...others] = view.elementTables.map((matrix) => elementMatrix(doc, matrix));
  if (!whole) return;
  const ledeHeight = view.elementsLede === '' ? 0 : TYPE.body.leading + 6;
  const first = besideHeading(doc, whole, ledeHeight);
  const keep = tableStartHeight(doc, first) + ledeHeight;
  h2(doc, view.elementsHeading, { name: 'elements', before: 14, after: 5, keep });
  if (view.elementsLede !== '') paragraph(doc, view.elementsLede);
  writeTables(doc, [first, ...others]);
  // With a grid it stands above the domains already.
  if (view.tables.length === 0 && view.key.action !== '') note(doc, actionKey(view), { before: 5 });
}

function elementMatrix(doc: PdfDocument, { caption, places, rows }: ElementTable): TableSpec {
  return {
    ...MATRIX,
    isWhole: places.length > 1,
    minRowHeight: rowHeight(places),
    title: caption,
    columns: [{ label: 'Element', isRowHeader: true }, ...placeColumns(places, 0)],
    rows: rows.map((row) => ({
      cells: [elementHead(row), ...row.cells.map((cell) => elementCell(doc, cell))],
    })),
  };
}

const actionKey = ({ key }: Pick<SystemReportView, 'key'>): string =>
  key.action === '' ? '' : `“Action”: ${key.action}.`;

function readingOf({ comparedWith, tables }: SystemReportView): string {
  const flags = tables.flatMap(({ rows }) => rows.flatMap(({ cells }) => cells)).flatMap(flagsOf);
  const few = flags.some(({ code }) => code === 'response') ? `; “${FEW}”: fewer than half` : '';
  const change = comparedWith === '' ? '' : ` Changes are in levels since ${comparedWith}.`;
  return `“6 of 8”: gave a level, of those asked${few}.${change} Gap: highest Place minus lowest.`;
}

const flagsOf = ({ flags }: DomainCellView): DomainCellView['flags'] => flags;

const MATRIX = {
  padding: { row: 2.2, right: 2 },
  ruleColour: COLOUR.rule,
};
/** wide columns need fewer lines */
const rowHeight = (places: readonly PlaceHeadView[]): number => (places.length > 4 ? 35.5 : 27);
const ROW_HEAD = { ...TYPE.matrix, size: 8.5, leading: 10 };
const GAP_WIDTH = 26;
/** the narrowest first column, and the widest of a Place */
const FIRST_WIDTH = 104;
const WIDEST_PLACE = 122;

/** The first column takes what the Places leave. */
function placeColumns(places: readonly PlaceHeadView[], gapWidth: number): TableColumn[] {
  const room = PAGE.measure - FIRST_WIDTH - gapWidth;
  const width = Math.min(WIDEST_PLACE, room / places.length);
  return places.map(({ name, note: progress }) => ({
    label: `${name}\n${progress}`,
    width,
    headInset: 4,
  }));
}

/** in a round that is open nearly every cell says it: the line above the matrix says what it means */
const FEW = 'few';

/** "9 of 12" stays on one line; in the file it is a plain space again */
const NO_BREAK_SPACE = '\u00a0';
const unbroken = (text: string): string => text.replaceAll(' ', NO_BREAK_SPACE);

function domainCell(doc: PdfDocument, cell: DomainCellView): TableCell {
  const { rag, text, given, change, flags, action } = cell;
  const marks = [
    ...(change === null ? [] : [unbroken(change.text)]),
    ...flags.map(({ code, text: words }) => (code === 'response' ? FEW : words.toLowerCase())),
    ...(action === null ? [] : [action.text.toLowerCase()]),
  ];
  const more = [`${rag.word}, ${unbroken(given)}`, marks.join(', ')].filter(Boolean);
  // "To discuss" leaves its line no room for the count, which then has room for what follows
  return flagCell(doc, rag.code, text, more.join(rag.code === 'discuss' ? ', ' : '\n'));
}

function gapCell({ text, open }: GapView): TableCell {
  const mark = open ? [{ text: '\nopen', size: TYPE.matrix.size, colour: COLOUR.soft }] : [];
  return { text: [{ text }, ...mark], style: { ...TYPE.cell, size: 9.5 } };
}

function elementHead({ id, title }: ElementRowView): TableCell {
  const aside = { font: 'regular', colour: COLOUR.soft } as const;
  return { text: [{ text: title }, { text: ` ${id}`, ...aside }], style: ROW_HEAD };
}

function elementCell(doc: PdfDocument, cell: ElementCellView): TableCell {
  const { rag, agreed, count, brief, developing, action } = cell;
  const more = [
    agreed,
    count,
    brief,
    developing ? 'others in development' : '',
    action?.text.toLowerCase() ?? '',
  ].filter(Boolean);
  return flagCell(doc, rag.code, rag.word, more.join('\n'));
}

/** A section on one subject: its signs and figures side by side under the heading, then its reasons line by line. */
import { h3 } from './headings.ts';
import type { HeadingOptions } from './headings.ts';
import { fitLines } from './line-fit.ts';
import { breakLines } from './lines.ts';
import type { Line, Text } from './lines.ts';
import { drawFigure } from './figure.ts';
import { drawLines } from './paint.ts';
import { drawRule, ensureSpace, within } from './sheet.ts';
import type { Box, PdfDocument } from './sheet.ts';
import { addElement, artifact, keepingState } from './structure.ts';
import type { StructElement } from './structure.ts';
import { swatch } from './swatch.ts';
import type { TableCell } from './table.types.ts';
import { flowLines, heightToStart } from './text.ts';
import { COLOUR, PAGE, TYPE } from './tokens.ts';
import type { RagColour, TextStyle } from './tokens.ts';

/** A sign or a figure with its name above it; drawn as a table's cell is, at most as wide as its width. */
export interface PanelFact {
  readonly label: string;
  readonly cell: TableCell;
  /** in points; facts without one share what the others leave */
  readonly width?: number;
}

/** A reason, with its name at the left. */
export interface PanelRow {
  readonly label: string;
  readonly text: Text;
  /** the swatch of this colour stands before the label */
  readonly rag?: RagColour;
}

export interface Panel {
  readonly facts: readonly PanelFact[];
  readonly rows: readonly PanelRow[];
  /** width of the rows' labels, in points */
  readonly labelWidth?: number;
}

interface MeasuredFact {
  readonly fact: PanelFact;
  readonly x: number;
  readonly width: number;
  readonly label: readonly Line[];
  readonly lines: readonly Line[];
}

interface MeasuredRow {
  readonly row: PanelRow;
  readonly label: readonly Line[];
  readonly lines: readonly Line[];
}

const LABEL: TextStyle = TYPE.columnHead;
const FACT: TextStyle = { ...TYPE.cell, leading: 11 };
const ROW: TextStyle = { ...TYPE.cell, leading: 12 };
const ROW_LABEL: TextStyle = { ...ROW, font: 'semibold', colour: COLOUR.soft };
const LABEL_WIDTH = 84;
const GAP = { facts: 10, labelAndFact: 2, factsAndRows: 4, rows: 1 };
const HEADING = { before: 15, after: 3, rule: 7 };
const SWATCH = { size: 8, indent: 13, drop: 1.8 };
/** A panel up to this height stays whole on one page; a higher one starts with its first reason. */
const TALLEST_WHOLE = 260;

/** Writes the section under its third heading, with a hairline above. */
export function panel(
  doc: PdfDocument,
  heading: string,
  { facts, rows, labelWidth = LABEL_WIDTH }: Panel,
  options: HeadingOptions = {},
): void {
  const measuredFacts = placeFacts(doc, facts);
  const measuredRows = rows.map((row) => measureRow(doc, row, labelWidth));
  const { before, after } = HEADING;
  const keep = keepHeight(factsHeight(measuredFacts), measuredRows);
  const top = h3(doc, heading, { before, after, keep, ...options });
  if (top > PAGE.top) {
    const rule = { x: PAGE.left, y: top - HEADING.rule, width: PAGE.measure };
    drawRule(doc, rule, { width: 0.5, colour: COLOUR.rule });
  }
  if (measuredFacts.length > 0) drawFacts(doc, measuredFacts);
  if (measuredRows.length > 0) drawRows(doc, measuredRows, labelWidth);
}

/** Rows without a heading of their own: what stands above them heads them. */
export function panelRows(
  doc: PdfDocument,
  rows: readonly PanelRow[],
  labelWidth: number = LABEL_WIDTH,
): void {
  const measured = rows.map((row) => measureRow(doc, row, labelWidth));
  if (measured.length > 0) drawRows(doc, measured, labelWidth);
}

function keepHeight(facts: number, rows: readonly MeasuredRow[]): number {
  const whole = rows.reduce((sum, row) => sum + rowHeight(row), facts);
  if (whole <= TALLEST_WHOLE) return whole;
  const [first] = rows;
  return facts + (first ? heightToStart(first.lines.length, ROW) : 0);
}

function placeFacts(doc: PdfDocument, facts: readonly PanelFact[]): MeasuredFact[] {
  const fixed = facts.reduce((sum, { width = 0 }) => sum + width, 0);
  const flexible = facts.filter(({ width }) => width === undefined).length;
  let x: number = PAGE.left;
  return facts.map((fact) => {
    const room = fact.width ?? (PAGE.measure - fixed) / flexible;
    const width = room - GAP.facts;
    const { text = '', indent = 0 } = fact.cell;
    const label = breakLines(doc, fact.label, width, LABEL);
    const placed = { fact, x, width, label, lines: breakLines(doc, text, width - indent, FACT) };
    x += room;
    return placed;
  });
}

const labelsHeight = (facts: readonly MeasuredFact[]): number =>
  Math.max(0, ...facts.map(({ label }) => label.length)) * LABEL.leading + GAP.labelAndFact;

function cellHeight({ lines, fact }: MeasuredFact): number {
  return Math.max(lines.length * FACT.leading, fact.cell.figure?.height ?? 0);
}

function factsHeight(facts: readonly MeasuredFact[]): number {
  if (facts.length === 0) return 0;
  return labelsHeight(facts) + Math.max(...facts.map(cellHeight)) + GAP.factsAndRows;
}

function drawFacts(doc: PdfDocument, facts: readonly MeasuredFact[]): void {
  const top = doc.y;
  const labels = labelsHeight(facts);
  within(doc, 'L', (list) => {
    for (const fact of facts) {
      addElement(doc.pdf, list, 'LI', {}, (item) => {
        const { x, width, label } = fact;
        const y = top + labels - GAP.labelAndFact - label.length * LABEL.leading;
        addElement(doc.pdf, item, 'Lbl', {}, (element) => {
          drawLines(doc, element, label, { x, y, width }, LABEL);
        });
        addElement(doc.pdf, item, 'LBody', {}, (element) => {
          const box = { x, y: top + labels, width, height: cellHeight(fact) };
          drawFact(doc, element, fact, box);
        });
      });
    }
  });
  doc.y = top + factsHeight(facts);
}

function drawFact(
  doc: PdfDocument,
  element: StructElement,
  { fact, lines }: MeasuredFact,
  box: Box,
): void {
  const { art, figure, indent = 0 } = fact.cell;
  if (art) artifact(doc.pdf, () => keepingState(doc.pdf, () => art({ inner: box, whole: box })));
  if (figure) {
    const options = { alt: figure.alt, box, placement: 'Inline' as const };
    drawFigure(doc, element, options, () => figure.draw(box));
  }
  const column = { x: box.x + indent, y: box.y, width: box.width - indent };
  drawLines(doc, element, lines, column, FACT);
}

const indentOf = ({ rag }: PanelRow): number => (rag === undefined ? 0 : SWATCH.indent);

function measureRow(doc: PdfDocument, row: PanelRow, labelWidth: number): MeasuredRow {
  const room = labelWidth - GAP.facts - indentOf(row);
  return {
    row,
    label: breakLines(doc, row.label, room, ROW_LABEL),
    lines: fitLines(doc, row.text, PAGE.measure - labelWidth, ROW),
  };
}

const labelHeight = ({ label }: MeasuredRow): number => label.length * ROW.leading;

function rowHeight(row: MeasuredRow): number {
  return Math.max(labelHeight(row), row.lines.length * ROW.leading) + GAP.rows;
}

function drawRows(doc: PdfDocument, rows: readonly MeasuredRow[], labelWidth: number): void {
  const text = { x: PAGE.left + labelWidth, width: PAGE.measure - labelWidth };
  within(doc, 'L', (list) => {
    for (const row of rows) {
      ensureSpace(doc, Math.max(heightToStart(row.lines.length, ROW), labelHeight(row)));
      const [page, top] = [doc.pdf.page, doc.y];
      addElement(doc.pdf, list, 'LI', {}, (item) => {
        drawRowLabel(doc, item, row, labelWidth);
        addElement(doc.pdf, item, 'LBody', {}, (element) => {
          flowLines(doc, element, row.lines, text, ROW);
        });
      });
      if (doc.pdf.page === page) doc.y = Math.max(doc.y, top + labelHeight(row));
      doc.y += GAP.rows;
    }
  });
}

function drawRowLabel(
  doc: PdfDocument,
  item: StructElement,
  { row, label }: MeasuredRow,
  labelWidth: number,
): void {
  const { y } = doc;
  const { rag } = row;
  if (rag !== undefined) {
    const { size, drop } = SWATCH;
    const box = { x: PAGE.left, y: y + drop, width: size, height: size };
    artifact(doc.pdf, () => swatch(doc, rag, box, 1));
  }
  const x = PAGE.left + indentOf(row);
  addElement(doc.pdf, item, 'Lbl', {}, (element) => {
    drawLines(doc, element, label, { x, y, width: labelWidth }, ROW_LABEL);
  });
}

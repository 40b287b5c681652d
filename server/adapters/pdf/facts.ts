/** The strip of facts under a title: what this document is about, as label and value side by side. */
import { breakLines } from './lines.ts';
import type { Line } from './lines.ts';
import { drawLines } from './paint.ts';
import { drawRule, ensureSpace, within } from './sheet.ts';
import type { PdfDocument } from './sheet.ts';
import { addElement } from './structure.ts';
import type { StructElement } from './structure.ts';
import { COLOUR, PAGE, TYPE } from './tokens.ts';
import type { TextStyle } from './tokens.ts';

export interface Fact {
  readonly label: string;
  readonly value: string;
  /** share of the width, beside the others'; 1 if left out */
  readonly share?: number;
}

interface PlacedFact {
  readonly x: number;
  readonly width: number;
  readonly label: readonly Line[];
  readonly value: readonly Line[];
}

const VALUE: TextStyle = { ...TYPE.cell, font: 'semibold', size: 9.5, leading: 12 };
const LABEL = TYPE.columnHead;
const GAP = 10;
/** above the labels, between label and value, below the values */
const PADDING = { top: 7, middle: 1.5, bottom: 6 };
const AFTER = 14;

/** Draws the facts between two rules, as a list of labels and values. */
export function factStrip(doc: PdfDocument, facts: readonly Fact[]): void {
  const placed = placeFacts(doc, facts);
  const labelHeight = tallest(placed.map((fact) => fact.label)) * LABEL.leading;
  const valueHeight = tallest(placed.map((fact) => fact.value)) * VALUE.leading;
  const height = PADDING.top + labelHeight + PADDING.middle + valueHeight + PADDING.bottom;
  ensureSpace(doc, height);
  const top = doc.y;
  const valueTop = top + PADDING.top + labelHeight + PADDING.middle;
  within(doc, 'L', (element) => {
    for (const fact of placed) {
      addElement(doc.pdf, element, 'LI', {}, (item) => {
        const drawPart = partDrawer(doc, item, fact);
        drawPart('Lbl', fact.label, top + PADDING.top, LABEL);
        drawPart('LBody', fact.value, valueTop, VALUE);
      });
    }
  });
  for (const y of [top, top + height]) {
    drawRule(doc, { x: PAGE.left, y, width: PAGE.measure }, { width: 0.75, colour: COLOUR.rule });
  }
  doc.y = top + height + AFTER;
}

function partDrawer(doc: PdfDocument, item: StructElement, { x, width }: PlacedFact) {
  return (tag: 'Lbl' | 'LBody', lines: readonly Line[], y: number, style: TextStyle): void => {
    addElement(doc.pdf, item, tag, {}, (element) => {
      drawLines(doc, element, lines, { x, y, width }, style);
    });
  };
}

function placeFacts(doc: PdfDocument, facts: readonly Fact[]): PlacedFact[] {
  const shares = facts.map((fact) => fact.share ?? 1);
  const total = shares.reduce((sum, share) => sum + share, 0);
  let x: number = PAGE.left;
  return facts.map((fact, index) => {
    const room = (PAGE.measure * (shares[index] ?? 1)) / total;
    const width = room - GAP;
    const placed = {
      x,
      width,
      label: breakLines(doc, fact.label, width, LABEL),
      value: breakLines(doc, fact.value, width, VALUE),
    };
    x += room;
    return placed;
  });
}

function tallest(texts: readonly (readonly Line[])[]): number {
  return Math.max(0, ...texts.map((lines) => lines.length));
}

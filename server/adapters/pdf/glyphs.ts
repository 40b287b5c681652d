/** The small signs that stand beside a word: steps of a level, counts of agencies, change, tick box. */
import { label } from './label.ts';
import type { Box, PdfDocument } from './sheet.ts';
import { keepingState } from './structure.ts';
import type { Pdf } from './structure.ts';
import { COLOUR, SHARE_COLOURS } from './tokens.ts';

interface Point {
  readonly x: number;
  /** the baseline of the text beside it, unless said otherwise */
  readonly y: number;
}

const STEP = { count: 4, width: 4, gap: 1.4, height: 10, shares: [0.28, 0.52, 0.76, 1] } as const;

/** Width of the steps glyph. */
export const STEPS_WIDTH = STEP.count * STEP.width + (STEP.count - 1) * STEP.gap;

/** A level as filled steps; `null` is unknown (dashed), a split is lined up to the highest level given. */
export type StepsLevel = number | null | { readonly splitUpTo: number };

/** Four rising steps, filled up to the level 0 to 4. Its word belongs beside it. */
export function steps(doc: PdfDocument, level: StepsLevel, at: Point): void {
  const draw = stepDrawer(level);
  for (const [index, share] of STEP.shares.entries()) {
    const height = STEP.height * share;
    const x = at.x + index * (STEP.width + STEP.gap);
    const bar = { x, y: at.y - height, width: STEP.width, height };
    keepingState(doc.pdf, () => draw(doc.pdf, bar, index + 1));
  }
}

function stepDrawer(level: StepsLevel): (pdf: Pdf, bar: Box, step: number) => void {
  if (level === null) return drawUnknownStep;
  if (typeof level === 'object') {
    return (pdf, bar, step) => drawSplitStep(pdf, bar, step <= level.splitUpTo);
  }
  return (pdf, bar, step) => {
    if (step <= level) pdf.rect(bar.x, bar.y, bar.width, bar.height).fill(COLOUR.brand);
    else outlineStep(pdf, bar, COLOUR.stepEdge);
  };
}

function drawUnknownStep(pdf: Pdf, bar: Box): void {
  pdf.dash(1.2, { space: 1.1 });
  outlineStep(pdf, bar, COLOUR.stepEdge);
}

function drawSplitStep(pdf: Pdf, bar: Box, isWithin: boolean): void {
  if (isWithin) {
    pdf.lineWidth(0.8).strokeColor(COLOUR.ink);
    for (let y = bar.y + bar.height - 1.3; y > bar.y; y -= 2.1) {
      pdf
        .moveTo(bar.x, y)
        .lineTo(bar.x + bar.width, y)
        .stroke();
    }
  }
  outlineStep(pdf, bar, COLOUR.ink);
}

function outlineStep(pdf: Pdf, { x, y, width, height }: Box, colour: string): void {
  const inset = 0.35;
  pdf.lineWidth(2 * inset).strokeColor(colour);
  pdf.rect(x + inset, y + inset, width - 2 * inset, height - 2 * inset).stroke();
}

const COUNT = { width: 15, height: 13 } as const;

/** Size of the counts strip for five levels, with the median's triangle below it. */
export const COUNTS_SIZE = { width: 5 * COUNT.width, height: COUNT.height + 6 } as const;

export interface LevelCounts {
  /** how many at each level, 0 to 4; room for two digits each */
  readonly counts: readonly number[];
  /** marked by a triangle below */
  readonly median: number | null;
  /** marked by a box */
  readonly agreed: number | null;
}

/** How many gave each level: a cell for each, deeper by its share. `y` is its top. Draw it in a figure. */
export function countsStrip(doc: PdfDocument, shown: LevelCounts, at: Point): void {
  const { pdf } = doc;
  const total = shown.counts.reduce((sum, count) => sum + count, 0);
  for (const [level, count] of shown.counts.entries()) {
    const share = total === 0 ? 0 : count / total;
    pdf.rect(at.x + level * COUNT.width, at.y, COUNT.width, COUNT.height).fill(depth(share));
  }
  drawGrid(pdf, shown.counts.length, at);
  for (const [level, count] of shown.counts.entries()) {
    drawCount(doc, count, { x: middleOf(level, at), y: at.y + COUNT.height / 2 + 3 });
  }
  if (shown.agreed !== null) drawAgreedBox(pdf, shown.agreed, at);
  if (shown.median !== null) drawMedian(pdf, middleOf(shown.median, at), at.y + COUNT.height);
}

function drawCount(doc: PdfDocument, count: number, at: Point): void {
  const centred = { size: 9, align: 'center' } as const;
  if (count === 0) label(doc, '·', at, { ...centred, colour: COLOUR.soft });
  else label(doc, String(count), at, { ...centred, font: 'semibold' });
}

/** The digits 0 to 4 over the cells of a counts strip, with their baseline at `y`; in a column's head. */
export function countsDigits(doc: PdfDocument, at: Point): void {
  const face = { font: 'semibold', size: 8.5, colour: COLOUR.soft, align: 'center' } as const;
  for (const level of [0, 1, 2, 3, 4]) {
    label(doc, String(level), { x: middleOf(level, at), y: at.y }, face);
  }
}

function middleOf(level: number, at: Point): number {
  return at.x + (level + 0.5) * COUNT.width;
}

function depth(share: number): string {
  if (share === 0) return COLOUR.paper;
  return SHARE_COLOURS[Math.ceil(share * 5) - 1] ?? SHARE_COLOURS[3];
}

function drawGrid(pdf: Pdf, cells: number, at: Point): void {
  const bottom = at.y + COUNT.height;
  const right = at.x + cells * COUNT.width;
  pdf.lineWidth(0.5).strokeColor(COLOUR.grid);
  for (let index = 0; index <= cells; index += 1) {
    const x = at.x + index * COUNT.width;
    pdf.moveTo(x, at.y).lineTo(x, bottom);
  }
  pdf.moveTo(at.x, at.y).lineTo(right, at.y).moveTo(at.x, bottom).lineTo(right, bottom).stroke();
}

function drawAgreedBox(pdf: Pdf, level: number, at: Point): void {
  const x = at.x + level * COUNT.width - 0.2;
  pdf.lineWidth(1.6).strokeColor(COLOUR.brand);
  pdf.rect(x, at.y - 0.2, COUNT.width + 0.4, COUNT.height + 0.4).stroke();
}

function drawMedian(pdf: Pdf, x: number, y: number): void {
  pdf
    .moveTo(x - 3, y + 5)
    .lineTo(x + 3, y + 5)
    .lineTo(x, y + 1)
    .fill(COLOUR.ink);
}

export type Change = 'up' | 'down' | 'same';

const CHANGE = { width: 5.2, height: 5.6 } as const;

/** Change since last time: solid triangle up, hollow triangle down, bar for none. Always with its word. */
export function changeMark(doc: PdfDocument, change: Change, { x, y }: Point): void {
  const { pdf } = doc;
  const right = x + CHANGE.width;
  const middle = x + CHANGE.width / 2;
  keepingState(pdf, () => {
    if (change === 'up') {
      pdf
        .moveTo(x, y)
        .lineTo(right, y)
        .lineTo(middle, y - CHANGE.height)
        .fill(COLOUR.ink);
    } else if (change === 'down') {
      pdf
        .lineWidth(0.9)
        .moveTo(x + 0.4, y - 5.4)
        .lineTo(right - 0.4, y - 5.4);
      pdf
        .lineTo(middle, y - 0.4)
        .closePath()
        .stroke(COLOUR.ink);
    } else {
      pdf.rect(x, y - 3.7, CHANGE.width, 1.2).fill(COLOUR.soft);
    }
  });
}

const TICK_BOX = 9.6;

/** A box, crossed if chosen (the font has no such character). `y` is its top. Draw it in a figure. */
export function tickBox(doc: PdfDocument, isChosen: boolean, { x, y }: Point): void {
  const { pdf } = doc;
  keepingState(pdf, () => {
    pdf.lineWidth(isChosen ? 1.4 : 0.9).strokeColor(COLOUR.ink);
    pdf.rect(x, y, TICK_BOX, TICK_BOX).stroke();
    if (!isChosen) return;
    const [near, far] = [2.1, 7.5];
    pdf
      .lineWidth(1.8)
      .moveTo(x + near, y + near)
      .lineTo(x + far, y + far);
    pdf
      .moveTo(x + far, y + near)
      .lineTo(x + near, y + far)
      .stroke();
  });
}

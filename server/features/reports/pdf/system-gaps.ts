/** The equity gap of every domain: how far apart the Places are, in levels and as dots. */
import { note } from '../../../adapters/pdf/blocks.ts';
import { label } from '../../../adapters/pdf/label.ts';
import { skip, type Box, type PdfDocument } from '../../../adapters/pdf/sheet.ts';
import { headedTable } from '../../../adapters/pdf/table.ts';
import type { TableCell, TableSpec } from '../../../adapters/pdf/table.types.ts';
import { COLOUR } from '../../../adapters/pdf/tokens.ts';
import type { GapGlyph } from '../../../web/glyphs/gap.ts';
import type { GapView, MatrixTable } from '../matrix.view.ts';

export function writeGaps(doc: PdfDocument, tables: readonly MatrixTable[]): void {
  const last = tables.at(-1);
  if (!last?.showsGap) return;
  const ticks = last.rows[0]?.gap?.glyph.ticks ?? [];
  const spec: TableSpec = {
    title: 'Equity gap of every domain',
    columns: [
      { label: 'Domain', width: 190, isRowHeader: true },
      { label: 'Highest Place minus lowest', width: 150 },
      { label: 'Places at level\n ', headArt: (head) => levelDigits(doc, ticks, head) },
    ],
    padding: { row: 2, right: 6 },
    minRowHeight: 20,
    rows: last.rows.map(({ id, name, gap }) => ({
      cells: [
        { text: name, isMiddle: true },
        { text: gap === null ? '' : gapWords(gap), isMiddle: true },
        gap === null ? '' : gapDots(doc, gap, placesText(tables, id)),
      ],
    })),
  };
  headedTable(doc, 'Equity gap: how far apart the Places are', spec, { name: 'gaps' });
  skip(doc, 5);
  note(doc, 'Every dot a Place. Hollow: agencies differ there and nothing is agreed yet.');
}

export function gapWords({ text, unit, open }: GapView): string {
  return `${text} ${unit}`.trim() + (open ? ', not agreed yet' : '');
}

/** Every Place's level in words, in the order of the tables. */
function placesText(tables: readonly MatrixTable[], domainId: string): string {
  const cells = tables.flatMap(({ rows }) => rows.find(({ id }) => id === domainId)?.cells ?? []);
  return `${cells.map(({ place, text }) => `${place}: ${text}`).join('; ')}.`;
}

/** the glyph is measured in the pixels of a page */
const SCALE = 0.72;
const GLYPH = { axis: 36.5, tick: 2.5, line: 3, dot: 2.6, edge: 1, tallest: 25 };
const BOTTOM = GLYPH.axis + GLYPH.tick;

export function gapDots(doc: PdfDocument, { glyph }: GapView, alt: string): TableCell {
  const lowered = lower(glyph);
  const top = Math.min(...lowered.dots.map(({ y }) => y - GLYPH.dot), GLYPH.axis - GLYPH.tick);
  const height = (BOTTOM - top) * SCALE;
  const draw = (inner: Box): void => {
    doc.pdf.translate(inner.x, inner.y + (inner.height - height) / 2 - top * SCALE).scale(SCALE);
    drawGap(doc, lowered);
  };
  return { figure: { alt, height, draw } };
}

/** Many Places on one level stand closer, so that every row keeps about the height of its words. */
function lower(glyph: GapGlyph): GapGlyph {
  const highest = GLYPH.axis - Math.min(GLYPH.axis, ...glyph.dots.map(({ y }) => y));
  const share = Math.min(1, GLYPH.tallest / Math.max(1, highest));
  const dots = glyph.dots.map((dot) => ({ ...dot, y: GLYPH.axis - (GLYPH.axis - dot.y) * share }));
  return { ...glyph, dots };
}

function drawGap({ pdf }: PdfDocument, { ticks, line, dots: marks }: GapGlyph): void {
  pdf.lineWidth(1).strokeColor(COLOUR.grid);
  for (const x of ticks) {
    pdf
      .moveTo(x, GLYPH.axis - GLYPH.tick)
      .lineTo(x, GLYPH.axis + GLYPH.tick)
      .stroke();
  }
  pdf
    .moveTo(ticks[0] ?? 0, GLYPH.axis)
    .lineTo(ticks.at(-1) ?? 0, GLYPH.axis)
    .stroke();
  pdf.strokeColor(COLOUR.ink);
  for (const { from, to } of line) {
    pdf.lineWidth(GLYPH.line).moveTo(from, GLYPH.axis).lineTo(to, GLYPH.axis).stroke();
  }
  for (const { x, y, open } of marks) {
    pdf.lineWidth(GLYPH.edge).circle(x, y, GLYPH.dot);
    if (open) pdf.fillAndStroke(COLOUR.paper, COLOUR.ink);
    else pdf.fill(COLOUR.ink);
  }
}

function levelDigits(doc: PdfDocument, ticks: readonly number[], { x, y, height }: Box): void {
  const face = { font: 'semibold', size: 8.5, colour: COLOUR.soft, align: 'center' } as const;
  for (const [level, tick] of ticks.entries()) {
    label(doc, String(level), { x: x + tick * SCALE, y: y + height - 6 }, face);
  }
}

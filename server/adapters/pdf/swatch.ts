/** The swatch of a RAG colour: each has its own pattern, so that it is told apart in black and white. */
import type { Box, PdfDocument } from './sheet.ts';
import { keepingState } from './structure.ts';
import type { Pdf } from './structure.ts';
import { RAG } from './tokens.ts';
import type { RagColour } from './tokens.ts';

const EDGE = 0.75;
const STRIPES = { width: 1.1, every: 4.6 };
const LATTICE = { width: 0.75, every: 5, colour: '#FFFFFF' };
const LINES = { width: 0.9, first: 2.4, every: 3.1 };
const DOTS = { radius: 0.95, across: 3.6, down: 3.4, first: 2.2, firstOfOddRows: 4 };

/** Pattern lines are drawn and clipped, not tiled: their phase stays with the swatch. Green and white have none. */
const PATTERNS: Partial<Record<RagColour, (pdf: Pdf, box: Box, ink: string) => void>> = {
  amber: (pdf, box, ink) => {
    pdf.lineWidth(STRIPES.width).strokeColor(ink);
    strokeDiagonals(pdf, box, STRIPES.every, 'rising');
  },
  red: (pdf, box) => {
    pdf.lineWidth(LATTICE.width).strokeColor(LATTICE.colour);
    strokeDiagonals(pdf, box, LATTICE.every, 'rising');
    strokeDiagonals(pdf, box, LATTICE.every, 'falling');
  },
  discuss: (pdf, box, ink) => {
    pdf.lineWidth(LINES.width).strokeColor(ink);
    for (let y = box.y + LINES.first; y < box.y + box.height; y += LINES.every) {
      pdf
        .moveTo(box.x, y)
        .lineTo(box.x + box.width, y)
        .stroke();
    }
  },
  purple: fillDots,
};

/** Draws a swatch; decoration, or part of a figure: its word stands beside it. */
export function swatch(doc: PdfDocument, rag: RagColour, box: Box, radius = 1.5): void {
  const { pdf } = doc;
  const { fill, edge } = RAG[rag];
  const outline = (): Pdf => tracePath(pdf, box, radius);
  keepingState(pdf, () => {
    outline().fill(fill);
    keepingState(pdf, () => {
      outline().clip();
      PATTERNS[rag]?.(pdf, box, edge);
    });
    pdf.lineWidth(EDGE).strokeColor(edge);
    if (rag === 'white') pdf.dash(1.8, { space: 1.5 });
    outline().stroke();
  });
}

/** Fine diagonal lines, for the part of a bar that is a range and not a figure. */
export function hatch(doc: PdfDocument, box: Box, colour: string): void {
  const { pdf } = doc;
  keepingState(pdf, () => {
    tracePath(pdf, box, 0).clip();
    pdf.lineWidth(0.8).strokeColor(colour);
    strokeDiagonals(pdf, box, 3, 'rising');
  });
  keepingState(pdf, () => {
    pdf.lineWidth(0.6).strokeColor(colour);
    tracePath(pdf, box, 0).stroke();
  });
}

function tracePath(pdf: Pdf, box: Box, radius: number): Pdf {
  return radius > 0
    ? pdf.roundedRect(box.x, box.y, box.width, box.height, radius)
    : pdf.rect(box.x, box.y, box.width, box.height);
}

function strokeDiagonals(pdf: Pdf, box: Box, every: number, way: 'rising' | 'falling'): void {
  const { x, y, width, height } = box;
  const [from, to] = way === 'rising' ? [y + height, y] : [y, y + height];
  for (let start = -height; start < width + height; start += every) {
    pdf
      .moveTo(x + start, from)
      .lineTo(x + start + height, to)
      .stroke();
  }
}

function fillDots(pdf: Pdf, box: Box, ink: string): void {
  pdf.fillColor(ink);
  let row = 0;
  for (let y = box.y + DOTS.first; y < box.y + box.height; y += DOTS.down) {
    const first = row % 2 === 0 ? DOTS.first : DOTS.firstOfOddRows;
    for (let x = box.x + first; x < box.x + box.width; x += DOTS.across) {
      pdf.circle(x, y, DOTS.radius).fill();
    }
    row += 1;
  }
}

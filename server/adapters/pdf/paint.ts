/** Draws broken lines: one stretch of content per element, a Link element for each link. */
import type { Line, Piece, Run } from './lines.ts';
import { destination, drawText } from './sheet.ts';
import type { PdfDocument } from './sheet.ts';
import { addElement, artifact, textObject } from './structure.ts';
import type { StructElement } from './structure.ts';
import type { TextStyle } from './tokens.ts';

export type Align = 'left' | 'center' | 'right';

/** The column that lines stand in: its left edge, the top of its first line, its width. */
export interface Column {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly align?: Align;
}

interface PlacedPiece {
  readonly piece: Piece;
  readonly text: string;
  readonly x: number;
  /** top of its line */
  readonly top: number;
  readonly baseline: number;
}

interface Stretch {
  readonly run: Run;
  readonly isLink: boolean;
  readonly pieces: PlacedPiece[];
}

/** capitals are .66 of the size high: half of that below the middle of the line centres them */
const HALF_CAPITAL = 0.33;
const UNDERLINE_DROP = 1.6;

/** Draws the lines as content of `element`. */
export function drawLines(
  doc: PdfDocument,
  element: StructElement,
  lines: readonly Line[],
  column: Column,
  style: TextStyle,
): void {
  for (const stretch of toStretches(placePieces(lines, column, style))) {
    if (stretch.isLink) drawLink(doc, element, stretch, style);
    else element.add(() => paintPieces(doc, stretch.pieces));
  }
}

/** Draws the lines without tagging, for a caller that is inside an artifact. */
export function paintLines(
  doc: PdfDocument,
  lines: readonly Line[],
  column: Column,
  style: TextStyle,
): void {
  paintPieces(doc, placePieces(lines, column, style));
}

function placePieces(lines: readonly Line[], column: Column, style: TextStyle): PlacedPiece[] {
  return lines.flatMap((line, lineIndex) => {
    const left = column.x + indentFor(line, column);
    const top = column.y + lineIndex * style.leading;
    return line.pieces.map((piece, index) => ({
      piece,
      text: piece.text + endOf(line, index, lineIndex === lines.length - 1),
      x: left + piece.x,
      top,
      baseline: top + style.leading / 2 + piece.face.size * HALF_CAPITAL,
    }));
  });
}

function indentFor(line: Line, column: Column): number {
  const free = column.width - line.width;
  if (column.align === 'right') return free;
  return column.align === 'center' ? free / 2 : 0;
}

/** A space at a line's end keeps the words apart when the text is copied or read aloud. */
function endOf(line: Line, index: number, isLastLine: boolean): string {
  const piece = line.pieces[index];
  const isInside = index < line.pieces.length - 1 || isLastLine || line.cutsWord;
  return isInside || piece === undefined || /[ -]$/u.test(piece.text) ? '' : ' ';
}

function toStretches(placed: readonly PlacedPiece[]): Stretch[] {
  const stretches: Stretch[] = [];
  for (const item of placed) {
    const { run } = item.piece;
    const isLink = isLinked(run);
    const last = stretches.at(-1);
    if (last?.isLink === isLink && (!isLink || last.run === run)) {
      last.pieces.push(item);
    } else {
      stretches.push({ run, isLink, pieces: [item] });
    }
  }
  return stretches;
}

function isLinked(run: Run): boolean {
  return run.goTo !== undefined || webAddress(run.href) !== undefined;
}

/** An address fit for a link, percent-encoded as a PDF needs it. */
function webAddress(href: string | undefined): string | undefined {
  if (href === undefined || !URL.canParse(href)) return undefined;
  const url = new URL(href);
  return ['http:', 'https:', 'mailto:'].includes(url.protocol) ? url.href : undefined;
}

function paintPieces(doc: PdfDocument, pieces: readonly PlacedPiece[]): void {
  for (const { piece, text, x, baseline } of pieces) {
    drawText(doc, text, { x, y: baseline }, piece.face);
  }
}

/** The Link element ends here, on the page that its annotation lies on. */
function drawLink(
  doc: PdfDocument,
  element: StructElement,
  stretch: Stretch,
  style: TextStyle,
): void {
  addElement(doc.pdf, element, 'Link', {}, (link) => {
    link.add(() => paintPieces(doc, stretch.pieces));
    for (const placed of stretch.pieces) annotate(doc, link, stretch.run, placed, style.leading);
  });
  artifact(doc.pdf, () => {
    for (const placed of stretch.pieces) underline(doc, placed);
  });
}

function annotate(
  doc: PdfDocument,
  link: StructElement,
  run: Run,
  placed: PlacedPiece,
  height: number,
): void {
  const { x, top, piece } = placed;
  const words = run.goTo === undefined ? run.text : `Go to ${run.text}`;
  const options = { structParent: link, Contents: textObject(words) };
  if (run.goTo !== undefined) {
    doc.pdf.goTo(x, top, piece.width, height, destination(doc, run.goTo), options);
  } else {
    doc.pdf.link(x, top, piece.width, height, webAddress(run.href) ?? '', options);
  }
}

function underline(doc: PdfDocument, { x, baseline, piece }: PlacedPiece): void {
  const y = baseline + UNDERLINE_DROP;
  doc.pdf.lineWidth(0.5).strokeColor(piece.face.colour);
  doc.pdf
    .moveTo(x, y)
    .lineTo(x + piece.width, y)
    .stroke();
}

/** Writes a line of text into the page in one operation, where pdfkit's `text` measures it twice and takes ten. */
import type { Pdf } from './structure.ts';
import type { FontName } from './tokens.ts';

export interface ShownText {
  readonly text: string;
  /** where its baseline starts, in points from the top left of the page */
  readonly x: number;
  readonly y: number;
  readonly font: FontName;
  readonly size: number;
  /** "#1D2A33" */
  readonly colour: string;
}

/** Draws one line, inside marked content that the caller has opened. */
export function showText(pdf: Pdf, shown: ShownText): void {
  const { text, x, y, size } = shown;
  pdf.font(shown.font);
  const font = pdf._font;
  const [glyphs, positions] = font.encode(text);
  if (positions.some(({ xOffset, yOffset }) => xOffset !== 0 || yOffset !== 0)) {
    // an accent that is set over its letter: rare enough to leave to pdfkit
    pdf.fontSize(size).fillColor(shown.colour);
    pdf.text(text, x, y, { lineBreak: false, baseline: 'alphabetic' });
    return;
  }
  const { fonts } = pdf.page as { fonts: Record<string, unknown> };
  fonts[font.id] ??= font.ref();
  // pages count from the top, which would turn letters upside down: the matrix turns them back
  const place = `1 0 0 -1 ${short(x)} ${short(y)} Tm`;
  const line = kerned(glyphs, positions);
  pdf.addContent(`BT ${fill(shown.colour)} /${font.id} ${short(size)} Tf ${place} [${line}] TJ ET`);
}

/** Glyphs in hexadecimal; a number where two of them stand closer or wider than they are. */
function kerned(glyphs: readonly string[], positions: readonly PDFKit.GlyphPosition[]): string {
  let line = '<';
  for (const [index, glyph] of glyphs.entries()) {
    const { xAdvance = 0, advanceWidth = 0 } = positions[index] ?? {};
    const isLast = index === glyphs.length - 1;
    line += glyph;
    if (xAdvance !== advanceWidth && !isLast) line += `> ${short(advanceWidth - xAdvance)} <`;
  }
  return `${line}>`;
}

/** A colour as the operator that fills with it. */
function fill(hex: string): string {
  const value = Number.parseInt(hex.slice(1), 16);
  const parts = [value >> 16, (value >> 8) & 255, value & 255];
  return `${parts.map((part) => short(part / 255)).join(' ')} rg`;
}

const short = (points: number): number => Math.round(points * 1000) / 1000;

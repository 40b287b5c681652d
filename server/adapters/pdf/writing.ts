/** Room to write with a pen: whole lines, or short blanks between words. */
import { drawBlank, strokeLines, WRITING_LINE } from './blank.ts';
import { label, labelWidth } from './label.ts';
import { ensureSpace } from './sheet.ts';
import type { PdfDocument } from './sheet.ts';
import { addElement } from './structure.ts';
import { TYPE } from './tokens.ts';

interface Column {
  readonly x: number;
  readonly width: number;
}

/** Lines to write on; more than a page holds go on overleaf. `words` say what belongs there. */
export function writingLines(
  doc: PdfDocument,
  words: string,
  count: number,
  { x, width }: Column,
): void {
  const height = count * WRITING_LINE;
  ensureSpace(doc, height);
  const box = { x, y: doc.y, width, height };
  addElement(doc.pdf, doc.parent, 'P', {}, (element) => {
    drawBlank(doc, element, { kind: 'text', words }, () => strokeLines(doc, box));
  });
  doc.y += height + AFTER;
}

/** below the last line, for the descenders of the handwriting */
const AFTER = 4;

/** A blank with words before it and, for a unit, behind it. */
export interface Blank {
  readonly before: string;
  readonly after?: string;
  /** in points; blanks without one share what is left of the line */
  readonly width?: number;
}

const WORDS = { font: TYPE.small.font, size: TYPE.small.size, colour: TYPE.small.colour } as const;
const GAP = { words: 5, blanks: 14 };

/** Height of a row of blanks. */
export const BLANKS_HEIGHT = WRITING_LINE + AFTER;

/** Blanks in one line: "Day ___ Month ___ Year ___". */
export function blanksRow(doc: PdfDocument, blanks: readonly Blank[], column: Column): void {
  ensureSpace(doc, BLANKS_HEIGHT);
  const y = doc.y + WRITING_LINE;
  const share = shareOf(doc, blanks, column.width);
  let { x } = column;
  addElement(doc.pdf, doc.parent, 'P', {}, (element) => {
    for (const { before, after = '', width = share } of blanks) {
      const write = (text: string): void => {
        if (text === '') return;
        element.add(() => label(doc, `${text} `, { x, y: y - 4 }, WORDS));
        x += labelWidth(doc, text, WORDS) + GAP.words;
      };
      write(before);
      const box = { x, y: y - WRITING_LINE, width, height: WRITING_LINE };
      const words = [before, after].filter((part) => part !== '').join(', ') || 'Answer';
      drawBlank(doc, element, { kind: 'text', words }, () => strokeLines(doc, box));
      x += width + GAP.words;
      write(after);
      x += GAP.blanks - GAP.words;
    }
  });
  doc.y += BLANKS_HEIGHT;
}

/** What each blank without a width of its own may take. */
function shareOf(doc: PdfDocument, blanks: readonly Blank[], room: number): number {
  const taken = blanks.reduce((sum, { before, after = '', width = 0 }) => {
    const words = [before, after].filter((part) => part !== '');
    const wide = words.map((part) => labelWidth(doc, part, WORDS) + GAP.words);
    return sum + width + wide.reduce((all, one) => all + one, 0) + (after === '' ? 0 : GAP.words);
  }, 0);
  const gaps = (blanks.length - 1) * GAP.blanks;
  const sharing = blanks.filter(({ width }) => width === undefined).length;
  return Math.max(40, (room - taken - gaps) / Math.max(1, sharing));
}

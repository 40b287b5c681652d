/** Better line endings for short texts: even lines for a title, no stray word under a paragraph. */
import { breakLines, toRuns } from './lines.ts';
import type { Line, Text } from './lines.ts';
import type { PdfDocument } from './sheet.ts';
import type { TextStyle } from './tokens.ts';
import { bindLastWords } from './word-breaks.ts';

/** Each try breaks the whole text again, so longer ones are left as they fall. */
const LONGEST_FITTED = 12;
/** share of the measure that a last line fills at least */
const SHORTEST_LAST_LINE = 0.2;
/** how far a column may be narrowed for it */
const NARROWEST = 0.8;
const STEP = 6;

/** The lines of a paragraph; `balance` makes them of about equal length. */
export function fitLines(
  doc: PdfDocument,
  text: Text,
  width: number,
  style: TextStyle,
  balance = false,
): readonly Line[] {
  const bound = bindEnd(text);
  const lines = breakLines(doc, bound, width, style);
  if (lines.length < 2 || lines.length > LONGEST_FITTED) return lines;
  const narrowed = (narrower: number): readonly Line[] => breakLines(doc, bound, narrower, style);
  return balance
    ? narrowed(balancedWidth(narrowed, width, lines.length))
    : lengthenLastLine(narrowed, width, lines);
}

function bindEnd(text: Text): Text {
  const runs = toRuns(text);
  return runs.map((run, index) =>
    index === runs.length - 1 && run.href === undefined
      ? { ...run, text: bindLastWords(run.text) }
      : run,
  );
}

/** The narrowest width, down to 60%, that still takes no more lines. */
function balancedWidth(
  narrowed: (width: number) => readonly Line[],
  width: number,
  lineCount: number,
): number {
  let tooNarrow = width * 0.6;
  let wideEnough = width;
  while (wideEnough - tooNarrow > 1) {
    const middle = (tooNarrow + wideEnough) / 2;
    if (narrowed(middle).length > lineCount) tooNarrow = middle;
    else wideEnough = middle;
  }
  return wideEnough;
}

function lengthenLastLine(
  narrowed: (width: number) => readonly Line[],
  width: number,
  lines: readonly Line[],
): readonly Line[] {
  const isLongEnough = (tried: readonly Line[]): boolean =>
    (tried.at(-1)?.width ?? 0) >= width * SHORTEST_LAST_LINE;
  if (isLongEnough(lines)) return lines;
  for (let narrower = width - STEP; narrower > width * NARROWEST; narrower -= STEP) {
    const tried = narrowed(narrower);
    if (tried.length > lines.length) break;
    if (isLongEnough(tried)) return tried;
  }
  return lines;
}

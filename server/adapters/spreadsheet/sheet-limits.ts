/** Looks over a sheet before it is read: a single cell far out would make a reader fill in everything before it. */
import type { ReadFault } from './workbook.ts';

const limits = {
  /** more than any of our sheets has, notes and formatted rows below included */
  row: 10_000,
  column: 400,
  cells: 200_000,
  /** the format's own: further down a row is no row */
  anyRow: 1_048_576,
};

/** A cell or a row as it begins; one that closes at once holds nothing. */
const starts = /<(?:[\w.-]+:)?(c|row)(\s[^>]*)?>/g;
const address = /\sr\s*=\s*["']([A-Z]{0,3})(\d{1,7})["']/;

/** wherever the archive keeps its sheets, and whatever it calls them */
const isSheet = /<(?:[\w.-]+:)?sheetData[\s>]/;

/** Undefined where the file of the archive can be read: it is no sheet, or a sheet of a size that we know. */
export function sheetFault(xml: string): ReadFault | undefined {
  if (!isSheet.test(xml)) return undefined;
  const found = [...xml.matchAll(starts)].map(([, tag, attributes = '']) => ({ tag, attributes }));
  if (found.some(({ tag, attributes }) => tag === 'row' && isNoRow(attributes))) return 'broken';
  const cells = found.filter(({ tag, attributes }) => tag === 'c' && !attributes.endsWith('/'));
  if (cells.length > limits.cells) return 'too-many-cells';
  return cells.map(({ attributes }) => cellFault(attributes)).find((fault) => fault !== undefined);
}

function isNoRow(attributes: string): boolean {
  const at = address.exec(attributes);
  return at ? Number(at[2]) > limits.anyRow : /\sr\s*=/.test(attributes);
}

/** Without an address the reader would not know where the cell stands. */
function cellFault(attributes: string): ReadFault | undefined {
  const at = address.exec(attributes);
  if (!at) return 'broken';
  const [, letters = '', row] = at;
  const column = Array.from(letters).reduce(
    (sum, letter) => sum * 26 + letter.charCodeAt(0) - 64,
    0,
  );
  return Number(row) > limits.row || column > limits.column ? 'too-many-cells' : undefined;
}

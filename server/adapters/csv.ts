/** Comma-separated values: whatever a spreadsheet saves or pastes, read as rows of text; and lists written so that it reads them back. */
import { CsvError, parse } from 'csv-parse/sync';

export interface CsvRow {
  /** as a spreadsheet numbers it, from 1; a row with line breaks in it counts once */
  readonly number: number;
  readonly cells: readonly string[];
}
export interface CsvContent {
  readonly rows: readonly CsvRow[];
  /** a sentence that says why it can't be read; '' where it can */
  readonly fault: string;
}

const longestRow = 50_000;
const separators = [',', ';', '\t'];

/** Rows without any text are left out, and keep their number. */
export function readCsv(text: string): CsvContent {
  const lines = text.replace(/^\ufeff/, '').replace(/\r\n?/g, '\n');
  const [, named = '', rest = lines] = /^sep=(.)\n([^]*)$/.exec(lines) ?? [];
  try {
    const records = parse(rest, {
      delimiter: named || separatorOf(rest),
      record_delimiter: '\n',
      relax_column_count: true,
      relax_quotes: true,
      max_record_size: longestRow,
    });
    const first = named === '' ? 1 : 2;
    const rows = records.map((cells, index) => ({ number: first + index, cells }));
    return {
      rows: rows.filter(({ cells }) => cells.some((cell) => cell.trim() !== '')),
      fault: '',
    };
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    return { rows: [], fault: faultOf(error) };
  }
}

/** The separator that stands most often in the first line, outside quotation marks. */
function separatorOf(text: string): string {
  const [first = ''] = text.trimStart().split('\n', 1);
  const plain = first.replace(/"[^"]*"/g, '');
  const counts = separators.map((separator) => plain.split(separator).length);
  return separators[counts.indexOf(Math.max(...counts))] ?? ',';
}

function faultOf({ code, lines }: CsvError & { readonly lines?: unknown }): string {
  const near = typeof lines === 'number' ? ` Look near line ${lines}.` : '';
  if (code === 'CSV_QUOTE_NOT_CLOSED') return `A quotation mark opens and never closes.${near}`;
  if (code === 'CSV_MAX_RECORD_SIZE') return `A row is far too long.${near}`;
  return `The rows can’t be told apart.${near}`;
}

/** UTF-8 with a mark that spreadsheets look for; every cell in quotation marks, so that it stays text. */
export function writeCsv(rows: readonly (readonly string[])[]): Buffer {
  return Buffer.from(csvStart + csvLines(rows), 'utf8');
}

/** What a file begins with that is written piece by piece… */
export const csvStart = '\ufeff';

/** …and some of its rows, each with its end. */
export function csvLines(rows: readonly (readonly string[])[]): string {
  return rows
    .map((cells) => cells.map((cell) => `"${cell.replaceAll('"', '""').replace(/\r\n?/g, '\n')}"`))
    .map((cells) => `${cells.join(',')}\r\n`)
    .join('');
}

/** Text of a file: UTF-8, else UTF-16 by its mark, else what Windows calls ANSI. */
export function textOfFile(bytes: Uint8Array): string {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (first === 0xfe && second === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return fromAnsi(bytes);
  }
}

/** Windows-1252 from 0x80 on; Node 20's own decoder takes these 32 for Latin-1. */
const ansi = '€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ';

function fromAnsi(bytes: Uint8Array): string {
  return Buffer.from(bytes)
    .toString('latin1')
    .replace(/[\x80-\x9f]/g, (character) => ansi[character.charCodeAt(0) - 0x80] ?? character);
}

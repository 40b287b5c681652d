import { describe, expect, it } from 'vitest';
import { readCsv, textOfFile, writeCsv } from './csv.ts';

const cells = (text: string): readonly (readonly string[])[] =>
  readCsv(text).rows.map((row) => row.cells);

const whole = [
  ['Name', 'Note'],
  ['Kingfisher', 'a;b,\nc'],
];

describe('reading', () => {
  it.each([
    ['commas', 'Name,Note\nKingfisher,"a;b,\nc"\n'],
    ['semicolons', 'Name;Note\r\nKingfisher;"a;b,\r\nc"\r\n'],
    ['tabs, as pasted', 'Name\tNote\nKingfisher\t"a;b,\nc"'],
    ['a byte order mark', '\ufeffName,Note\r\nKingfisher,"a;b,\r\nc"\r\n'],
    ['the separator named first', 'sep=;\r\nName;Note\r\nKingfisher;"a;b,\r\nc"\r\n'],
    ['line ends of an old Mac', 'Name,Note\rKingfisher,"a;b,\rc"\r'],
    ['separators in a quoted name of a column', '"Name",Note\nKingfisher,"a;b,\nc"'],
  ])('[trust 26] understands %s', (_, text) => {
    expect(cells(text)).toEqual(whole);
  });

  it('numbers rows as a spreadsheet does, and leaves out those without text', () => {
    const { rows } = readCsv('Name,Note\n"a\nb",x\n\n , \nc,y\n');
    expect(rows.map(({ number }) => number)).toEqual([1, 2, 5]);
  });

  it('takes quotation marks inside a cell as they stand', () => {
    expect(cells('Name\nThe "Hive" centre\n"The ""Nest"""\n')).toEqual([
      ['Name'],
      ['The "Hive" centre'],
      ['The "Nest"'],
    ]);
  });

  it('says where a quotation mark is never closed, and that a row is far too long', () => {
    expect(readCsv('Name\n"Kingfisher\nWendside\n').fault).toMatch(/never closes/);
    expect(readCsv(`Name\n${'x'.repeat(60_000)}\n`).fault).toMatch(/far too long/);
  });

  it('finds no rows in nothing', () => {
    expect(readCsv('')).toEqual({ rows: [], fault: '' });
    expect(readCsv('\ufeff\r\n\r\n')).toEqual({ rows: [], fault: '' });
  });
});

describe('writing', () => {
  it('quotes every cell, and is read back as it was', () => {
    const rows = [
      ['Name', 'Note'],
      ['Tŵr "Wennol"', 'two\nlines; and, more'],
    ];
    const file = writeCsv(rows);
    expect(file.subarray(0, 3)).toEqual(Buffer.from([0xef, 0xbb, 0xbf]));
    expect(cells(textOfFile(file))).toEqual(rows);
  });
});

describe('a file', () => {
  it.each([
    ['UTF-8', Buffer.from('Tŵr £5', 'utf8'), 'Tŵr £5'],
    ['UTF-16', Buffer.from('\ufeffTŵr £5', 'utf16le'), 'Tŵr £5'],
    ['what Windows calls ANSI', Buffer.from('Caf\xe9 \xa35 \x92', 'latin1'), 'Café £5 ’'],
  ])('[trust 26] may be in %s', (_, bytes, text) => {
    expect(textOfFile(bytes)).toBe(text);
  });
});

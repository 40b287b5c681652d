import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { read } from './read.ts';
import type { Cell, Sheet } from './workbook.ts';
import { write } from './write.ts';
import { unzip } from './zip.ts';

const column = { width: 20, kind: 'text' } as const;
const sheet = (rows: readonly (readonly Cell[])[], more: Partial<Sheet> = {}): Sheet => ({
  name: 'Services',
  columns: [column],
  rows,
  ...more,
});
const partsOf = async (sheets: readonly Sheet[]): Promise<ReadonlyMap<string, string>> => {
  const file = Buffer.from(await write({ sheets }));
  const files = unzip(file, () => true, { files: 100, bytes: 10_000_000 });
  return new Map([...files].map(([name, content]) => [name, content.toString()]));
};
const roundTrip = async (cells: readonly Cell[]): Promise<readonly string[]> => {
  const { sheets } = await read(await write({ sheets: [sheet(cells.map((cell) => [cell]))] }));
  return (sheets[0]?.rows ?? []).map(([text = '']) => text);
};

describe('text in a workbook', () => {
  const formulas = ['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', "'=1", '=HYPERLINK("http://x")'];

  it('[trust 29] is never a formula: it stands in cells typed as text, quoted, headers too', async () => {
    const heads = formulas.map((text) => ({ head: text }));
    const parts = await partsOf([sheet([heads, formulas])]);
    const xml = parts.get('xl/worksheets/sheet1.xml') ?? '';
    expect(xml).not.toContain('<f>');
    const cells = [...xml.matchAll(/<c ([^>]*)>/g)].map(([, attributes = '']) => attributes);
    expect(cells).toHaveLength(formulas.length * 2);
    const styles = [...(parts.get('xl/styles.xml') ?? '').matchAll(/<xf [^>]*>/g)].map(String);
    for (const cell of cells) {
      expect(cell).toContain('t="s"');
      const style = styles[Number(/ s="(\d+)"/.exec(cell)?.[1])];
      expect(style).toContain('quotePrefix="1"');
      expect(style).toContain('numFmtId="49"');
    }
    expect(await roundTrip(formulas)).toEqual(formulas);
  });

  it('[trust 30] keeps control characters by the format’s own escapes: the XML holds none', async () => {
    const odd = ['a\u0001b\u001fc', '\ufffe\uffff', '\u0085', 'x_x0041_y', '\ud83f\udffe', 'ŵ 👶'];
    const parts = await partsOf([sheet(odd.map((text) => [text]))]);
    const all = [...parts.values()].join('');
    expect(all).not.toMatch(/(?![\t\n])[\p{Cc}\p{Noncharacter_Code_Point}]/u);
    expect(await roundTrip(odd)).toEqual(odd);
  });

  it('[trust 30] ends where a cell does, without half a character', async () => {
    const [whole, cut, pair] = await roundTrip([
      'a'.repeat(32_767),
      'b'.repeat(32_768),
      `${'c'.repeat(32_766)}👶`,
    ]);
    expect([whole?.length, cut?.length, pair?.length]).toEqual([32_767, 32_767, 32_766]);
  });

  it('[trust 20] may be a word that every object knows', async () => {
    const words = ['constructor', '__proto__', 'toString', 'hasOwnProperty', 'constructor'];
    expect(await roundTrip(words)).toEqual(words);
  });
});

describe('a workbook', () => {
  it('gives numbers and days back as they were', async () => {
    expect(
      await roundTrip([0, 1.1, -3, 1_000_000_000, { date: '2027-03-31' }, { date: '1900-03-01' }]),
    ).toEqual(['0', '1.1', '-3', '1000000000', '2027-03-31', '1900-03-01']);
  });

  it('offers lists of any length by reference, and prompts that no spreadsheet calls broken', async () => {
    const parts = await partsOf([
      sheet([[{ head: 'A' }]], {
        emptyRows: 3,
        columns: [
          {
            ...column,
            list: { sheet: "Allowed 'values'", column: 27, rows: 300 },
            strict: true,
            prompt: { title: 't'.repeat(40), text: '"<&\n'.repeat(90) },
          },
        ],
      }),
    ]);
    const xml = parts.get('xl/worksheets/sheet1.xml') ?? '';
    const [, before, inside] =
      /(.*)<dataValidations count="1">(.*)<\/dataValidations>/s.exec(xml) ?? [];
    expect(before).toContain('</sheetData>');
    expect(inside).toContain("<formula1>'Allowed ''values'''!$AB$2:$AB$301</formula1>");
    expect(inside).toContain('sqref="A2:A4"');
    expect(inside).toContain(`promptTitle="${'t'.repeat(32)}"`);
    const prompt = / prompt="([^"]*)"/.exec(inside ?? '')?.[1] ?? '';
    expect(prompt.replace(/&[^;]+;/g, '.')).toHaveLength(255);
  });

  it('is read whole when it is long: no cell is lost or cut between two pieces', async () => {
    const rows = Array.from({ length: 800 }, (_, index) =>
      Array.from({ length: 12 }, (__, at) => (at === 5 ? index : `cell ${index}/${at} &<>" ŵ`)),
    );
    const { sheets } = await read(await write({ sheets: [sheet(rows)] }));
    const texts = rows.map((row) => row.map(String));
    expect(sheets[0]?.rows).toEqual(texts);
  });
});

describe('a workbook of LibreOffice', () => {
  it('gives what was typed: words, a day, a number, yes and no', async () => {
    // Typed with the form of British dates, and saved as .xlsx by LibreOffice 7.4.
    const file = readFileSync('test/fixtures/typed-in-libreoffice.xlsx');
    const { sheets } = await read(file);
    expect(sheets[0]?.rows.slice(1)).toEqual([
      [
        ...['Tŷ Bach – parents’ morning 👶🏽', 'Midwifery', 'Ferrow Vale; Quillby', 'Universal'],
        ...['The relationship', 'Running', '18 months', '2 years', 'TRUE', '2027-03-31', '1200'],
        'Two lines:\nand \'quotes\', "too"',
      ],
      ['12', '', '', '', '', '', '', '', '', '2026-02-01', '1.5', '0.05'],
    ]);
  });

  it('is told how high a row is, so that it shows every line of running text', async () => {
    const rows = [
      [{ prose: 'Words' }],
      [{ prose: 'As many words as make just three lines of these' }],
    ];
    const xml = (await partsOf([sheet(rows)])).get('xl/worksheets/sheet1.xml') ?? '';
    expect(xml.match(/<row [^>]*>/g)).toEqual([
      '<row r="1">',
      '<row r="2" ht="45" customHeight="1">',
    ]);
  });
});

import { describe, expect, it } from 'vitest';
import { written } from '../../../test/factories/pdf-document.ts';
import {
  findNodes,
  type PdfNode,
  type ReadPdf,
  squeeze,
} from '../../../test/factories/pdf-reader.ts';
import { changeCell, countsCell, flagCell, levelCell, ragCell } from './cells.ts';
import { h1 } from './headings.ts';
import type { PdfDocument } from './sheet.ts';
import { headedTable, table } from './table.ts';
import type { TableSpec } from './table.types.ts';
import { PAGE } from './tokens.ts';

const actions: TableSpec = {
  title: 'Gaps and actions',
  columns: [
    { label: 'No.', width: 30 },
    { label: 'Action', isRowHeader: true },
    { label: 'Due', width: 80 },
  ],
  rows: [
    { cells: ['1', 'Shared business case', '31 March 2027'] },
    { cells: ['2', 'One measure', '30 June 2027'] },
  ],
};

const inAll = (pdf: ReadPdf, role: string): PdfNode[] =>
  pdf.pages.flatMap(({ tree }) => findNodes(tree, role));
const cellsOf = (row: PdfNode): string[][] =>
  row.children.map(({ role, text }) => [role, squeeze(text)]);
const manyRows = (count: number): TableSpec['rows'] =>
  Array.from({ length: count }, (_, index) => ({
    cells: [String(index + 1), `Action ${index + 1}`, 'Spring'],
  }));

describe('a table', () => {
  it('has a head and a body of rows, header cells and cells', async () => {
    const pdf = await written((doc) => table(doc, actions));
    const [element] = inAll(pdf, 'Table');
    expect(element?.children.map(({ role }) => role)).toEqual(['THead', 'TBody']);
    expect(inAll(pdf, 'TR').map(cellsOf)).toEqual([
      [
        ['TH', 'No.'],
        ['TH', 'Action'],
        ['TH', 'Due'],
      ],
      [
        ['TD', '1'],
        ['TH', 'Shared business case'],
        ['TD', '31 March 2027'],
      ],
      [
        ['TD', '2'],
        ['TH', 'One measure'],
        ['TD', '30 June 2027'],
      ],
    ]);
  });

  it('gives every header cell its scope', async () => {
    const pdf = await written((doc) => table(doc, actions));
    expect(pdf.source.match(/\/Scope \/Column/gu)).toHaveLength(3);
    expect(pdf.source.match(/\/Scope \/Row/gu)).toHaveLength(2);
  });

  it('says what it is and how it is read', async () => {
    const pdf = await written((doc) => table(doc, { ...actions, summary: 'By (date)' }));
    expect(pdf.source).toContain('/T (Gaps and actions)');
    expect(pdf.source).toContain('/Summary (By \\(date\\))');
  });

  it('without headings has no head; a column without one has an empty cell in it', async () => {
    const bare = { ...actions, columns: [{ width: 30 }, { isRowHeader: true }, {}] };
    expect(inAll(await written((doc) => table(doc, bare)), 'THead')).toEqual([]);
    const partly = { ...actions, columns: [{ width: 30 }, { label: 'Action' }, {}] };
    const [head] = inAll(await written((doc) => table(doc, partly)), 'TR');
    expect(head?.children.map(({ role }) => role)).toEqual(['TD', 'TH', 'TD']);
  });

  it('takes a heading row across all columns', async () => {
    const across = { isHeading: true, cells: [{ text: 'Support elements', span: 3 }] };
    const rows = [...actions.rows, across, ...manyRows(1)];
    const pdf = await written((doc) => table(doc, { ...actions, rows }));
    expect(inAll(pdf, 'TR').map(cellsOf)[3]).toEqual([['TH', 'Support elements']]);
    expect(pdf.source).toContain('/ColSpan 3');
  });

  it('refuses a row with more cells than columns', async () => {
    const rows = [{ cells: ['1', '2', '3', '4'] }];
    await expect(written((doc) => table(doc, { ...actions, rows }))).rejects.toThrow(/more cells/u);
  });
});

describe('a table of 60 rows', () => {
  const long = { ...actions, rows: manyRows(60), minRowHeight: 30 };
  const titled = (doc: PdfDocument, spec: TableSpec): void => {
    h1(doc, 'Clun Forest');
    headedTable(doc, 'Actions', spec);
  };

  it('keeps one head, and shows it again on each page as an artifact', async () => {
    const pdf = await written((doc) => titled(doc, long));
    expect(pdf.pages).toHaveLength(3);
    expect(inAll(pdf, 'TH').filter(({ text }) => squeeze(text) === 'Due')).toHaveLength(1);
    const repeated = pdf.pages.map(({ artifacts }) => artifacts.includes('Due'));
    expect(repeated).toEqual([false, true, true]);
  });

  it('has every row once, in order, whole on its page', async () => {
    const pdf = await written((doc) => titled(doc, long));
    const rows = inAll(pdf, 'TBody').flatMap((body) => findNodes(body, 'TR'));
    const complete = rows.map(cellsOf).filter((cells) => cells.some(([, text]) => text !== ''));
    expect(complete).toEqual(
      long.rows.map((_, index) => [
        ['TD', String(index + 1)],
        ['TH', `Action ${index + 1}`],
        ['TD', 'Spring'],
      ]),
    );
  });

  it('starts overleaf, under its heading, where two rows would not fit', async () => {
    const pdf = await written((doc) => {
      h1(doc, 'Clun Forest');
      doc.y = PAGE.bottom - 90;
      headedTable(doc, 'Actions', long);
    });
    expect(squeeze(pdf.pages[0]?.tree.text ?? '')).toBe('Clun Forest');
    expect(squeeze(pdf.pages[1]?.tree.text ?? '')).toMatch(/^Actions No\. Action Due 1 Action 1/u);
  });
});

describe('a row higher than a page', () => {
  const comment = Array.from({ length: 3_000 }, (_, index) => `word${index}`).join(' ');
  const tall = { ...actions, rows: [{ cells: ['1', comment, 'Spring'] }, ...manyRows(1)] };

  it('goes on overleaf under the repeated head, and loses no word', async () => {
    const pdf = await written((doc) => table(doc, tall));
    expect(pdf.pages.length).toBeGreaterThan(2);
    const text = pdf.pages.map(({ tree }) => findNodes(tree, 'TH').map((cell) => cell.text));
    expect(squeeze(text.flat().join(''))).toContain(comment);
    expect(pdf.pages.slice(1).every(({ artifacts }) => artifacts.includes('Due'))).toBe(true);
  });

  it('ends even in a column too narrow for a letter', async () => {
    const columns = [{ label: 'No.', width: 1 }, { label: 'Action', isRowHeader: true }, {}];
    const rows = [{ cells: [comment.slice(0, 200), 'Action', 'Spring'] }];
    const pdf = await written((doc) => table(doc, { ...actions, columns, rows }));
    expect(pdf.pages.length).toBeGreaterThan(1);
  });
});

describe('cells with signs', () => {
  it('say their words; the signs are artifacts, and counts a figure with words of its own', async () => {
    const pdf = await written((doc) => {
      const counts = { counts: [0, 1, 4, 3, 12], median: 2, agreed: 3 };
      const cells = [
        levelCell(doc, 2, 'Early growth'),
        levelCell(doc, { splitUpTo: 4 }, 'Split, 0 to 4'),
        levelCell(doc, null, 'Not known'),
        ragCell(doc, 'purple', 'from April'),
        countsCell(doc, counts, '0 at level 0, 1 at level 1'),
        changeCell(doc, 'up', 'Up 1'),
        changeCell(doc, 'down', 'Down 1'),
        changeCell(doc, 'same', 'Same'),
        changeCell(doc, null, 'New'),
        flagCell(doc, 'red', 'Foundations', '4/5'),
      ];
      const columns = [{ label: 'Sign' }];
      table(doc, { title: 'Signs', columns, rows: cells.map((cell) => ({ cells: [cell] })) });
    });
    expect(inAll(pdf, 'TD').map(({ text }) => squeeze(text))).toEqual([
      'Early growth',
      'Split, 0 to 4',
      'Not known',
      'In development from April',
      '· 1 4 3 12',
      'Up 1',
      'Down 1',
      'Same',
      'New',
      'Foundations 4/5',
    ]);
    expect(inAll(pdf, 'Figure').map(({ alt }) => alt)).toEqual(['0 at level 0, 1 at level 1']);
    expect(pdf.pages.map(({ untagged }) => untagged)).toEqual(['']);
  });
});

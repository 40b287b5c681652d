/** Runs in a worker: reads a workbook's file into plain text, cell by cell, within limits. */
import readFile from 'read-excel-file/node';
import { sheetFault } from './sheet-limits.ts';
import { UnreadableFile, unzip, zip, type Files } from './zip.ts';
import type { ReadSheet, ReadWorkbook } from './workbook.ts';

/** Unpacked, a workbook of 500 rows with long texts in every cell stays far below. */
const limits = { files: 500, bytes: 24 * 1024 * 1024 };

/** An old workbook, or one with a password: both come in a wrapping that begins so. */
const oldWrapping = Buffer.from('d0cf11e0a1b11ae1', 'hex');
const zipStart = Buffer.from('PK');

/** What stands in the sheets, or why that can't be said. */
export async function read(file: Uint8Array): Promise<ReadWorkbook> {
  try {
    const files = openFile(Buffer.from(file));
    const sheets = await readFile(zip(files), { trim: false });
    return { sheets: sheets.map(({ sheet, data }) => readSheet(sheet, data)), fault: null };
  } catch (error) {
    if (error instanceof UnreadableFile) return { sheets: [], fault: error.fault };
    // Whatever else a reader stumbles over is the file's fault: it is shut in its worker.
    return { sheets: [], fault: 'broken' };
  }
}

function openFile(file: Buffer): Files {
  if (file.subarray(0, oldWrapping.length).equals(oldWrapping)) {
    throw new UnreadableFile('old-or-locked');
  }
  if (!file.subarray(0, zipStart.length).equals(zipStart)) {
    throw new UnreadableFile('not-a-workbook');
  }
  const files = unzip(file, (name) => /[.]xml([.]rels)?$/.test(name), limits);
  if (!files.has('xl/workbook.xml')) throw new UnreadableFile('not-a-workbook');
  for (const content of files.values()) {
    const fault = sheetFault(content.toString());
    if (fault !== undefined) throw new UnreadableFile(fault);
  }
  return files;
}

function readSheet(name: string, data: readonly (readonly unknown[])[]): ReadSheet {
  const rows = data.map((row) => trimmedEnd(row.map(textOf)));
  const last = rows.findLastIndex((row) => row.length > 0);
  return { name, rows: rows.slice(0, last + 1) };
}

function trimmedEnd(cells: readonly string[]): readonly string[] {
  return cells.slice(0, cells.findLastIndex((cell) => cell !== '') + 1);
}

function textOf(value: unknown): string {
  switch (typeof value) {
    case 'string':
      return value.replace(/\r\n?/g, '\n');
    case 'number':
      return String(value);
    case 'boolean':
      return value ? 'TRUE' : 'FALSE';
    default:
      return value instanceof Date ? dayOf(value) : '';
  }
}

/** A day has no time zone: the reader gives it as UTC. */
function dayOf(date: Date): string {
  return Number.isNaN(date.getTime()) ? '' : date.toISOString().slice(0, 10);
}

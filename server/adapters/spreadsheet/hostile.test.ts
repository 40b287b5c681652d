import { crc32, deflateRawSync } from 'node:zlib';
import { afterAll, describe, expect, it } from 'vitest';
import { createSpreadsheetPool } from './pool.ts';
import { read } from './read.ts';
import { write } from './write.ts';
import { unzip, zip } from './zip.ts';

const sound = async (): Promise<Map<string, Buffer>> => {
  const file = await write({ sheets: [{ name: 'S', columns: [], rows: [['one']] }] });
  return new Map(unzip(Buffer.from(file), () => true, { files: 50, bytes: 1_000_000 }));
};
/** The workbook with its one sheet replaced. */
const withSheet = async (rows: string, name = 'xl/worksheets/sheet1.xml'): Promise<Buffer> => {
  const files = await sound();
  files.set(name, Buffer.from(`<worksheet><sheetData>${rows}</sheetData></worksheet>`));
  return zip(files);
};

/** An archive of one file that says of itself what it likes. */
function archive(name: string, content: Buffer, declared: number): Buffer {
  const packed = deflateRawSync(content);
  const file = Buffer.from(name);
  const local = Buffer.alloc(30);
  local.writeUInt32LE(0x04034b50, 0);
  const central = Buffer.alloc(46);
  central.writeUInt32LE(0x02014b50, 0);
  central.writeUInt16LE(8, 10);
  central.writeUInt32LE(crc32(content), 16);
  central.writeUInt32LE(packed.length, 20);
  central.writeUInt32LE(declared, 24);
  central.writeUInt16LE(file.length, 28);
  local.writeUInt16LE(file.length, 26);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(1, 10);
  end.writeUInt32LE(local.length + file.length + packed.length, 16);
  return Buffer.concat([local, file, packed, central, file, end]);
}

describe('a hostile workbook', () => {
  it('that says it unpacks to too much is not unpacked; one that lies about it no further than it said', async () => {
    const bomb = Buffer.alloc(30_000_000, 'a');
    expect(await read(archive('xl/workbook.xml', bomb, bomb.length))).toMatchObject({
      fault: 'too-large',
    });
    expect(await read(archive('xl/workbook.xml', bomb, 100))).toMatchObject({ fault: 'broken' });
  });

  it.each([
    ['<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>', 'too-many-cells'],
    ['<row r="99999999"><c r="A1"><v>1</v></c></row>', 'broken'],
    ['<row r="1"><c><v>1</v></c></row>', 'broken'],
    ['<row r="1"><c r="&#65;1"><v>1</v></c></row>', 'broken'],
    ['<x:row r="1"><x:c r="ZZZ1"><x:v>1</x:v></x:c></x:row>', 'too-many-cells'],
    ['<row r="1"><c r="A1" t="s"><v>99</v></c></row>', 'broken'],
    ['<row r="1"><c r="A1"', 'broken'],
  ] as const)('with %s is refused', async (rows, fault) => {
    expect(await read(await withSheet(rows))).toEqual({ sheets: [], fault });
  });

  it('cannot hide a sheet under another name', async () => {
    const files = await sound();
    const far = '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>';
    files.set('xl/note.xml', Buffer.from(`<worksheet><sheetData>${far}</sheetData></worksheet>`));
    expect(await read(zip(files))).toMatchObject({ fault: 'too-many-cells' });
  });

  it('with formatted rows to the end of the sheet is an ordinary one', async () => {
    const rows = '<row r="1"><c r="A1"><v>7</v></c></row><row r="1048576" hidden="1"/>';
    expect(await read(await withSheet(rows))).toMatchObject({
      sheets: [{ name: 'S', rows: [['7']] }],
      fault: null,
    });
  });
});

describe('the pool', { timeout: 60_000 }, () => {
  const pool = createSpreadsheetPool({ workers: 1, timeLimit: { write: 60_000, read: 60_000 } });
  afterAll(() => pool.close());

  it('writes and reads in a worker', async () => {
    const file = await pool.write({ sheets: [{ name: 'S', columns: [], rows: [['ŵ', 1]] }] });
    expect(await pool.read(file)).toEqual({
      sheets: [{ name: 'S', rows: [['ŵ', '1']] }],
      fault: null,
    });
  });

  it('gives up what takes too long, and says that it is too large', async () => {
    const hasty = createSpreadsheetPool({ workers: 1, timeLimit: { write: 1, read: 1 } });
    const { fault } = await hasty.read(Buffer.from('PK'));
    expect(fault).toBe('too-large');
    await hasty.close();
  });
});

/** An archive that is written while its files are made: each packed as it comes, its size said after it. */
import { once } from 'node:events';
import { crc32, createDeflateRaw, type DeflateRaw } from 'node:zlib';

export interface StreamedFile {
  readonly name: string;
  readonly pieces: AsyncIterable<string> | Iterable<string>;
}

const signatures = {
  local: 0x04034b50,
  descriptor: 0x08074b50,
  central: 0x02014b50,
  end: 0x06054b50,
};
const version = 20;
/** names in UTF-8; check sum and sizes follow the file */
const flags = 0x0808;
const deflated = 8;
/** 1 January 1980, the first day of the format: an archive of the same files is the same */
const firstDay = 0x0021;

/** What the directory says of a file. */
interface Written {
  readonly name: Buffer;
  readonly offset: number;
  readonly crc: number;
  readonly packed: number;
  readonly size: number;
}

/** Piece by piece, in the order of the files; a consumer that stops early ends the making of them. */
export async function* zipStream(files: Iterable<StreamedFile>): AsyncGenerator<Buffer> {
  const directory: Written[] = [];
  let offset = 0;
  for (const { name, pieces } of files) {
    const file = yield* packedFile(Buffer.from(name), pieces, offset);
    directory.push(file.written);
    offset = file.end;
  }
  const entries = directory.map(centralEntry);
  const size = entries.reduce((sum, { length }) => sum + length, 0);
  yield Buffer.concat([...entries, endRecord(entries.length, size, offset)]);
}

async function* packedFile(
  name: Buffer,
  pieces: StreamedFile['pieces'],
  offset: number,
): AsyncGenerator<Buffer, { readonly written: Written; readonly end: number }> {
  const head = Buffer.concat([localHeader(name), name]);
  yield head;
  const sums = { crc: 0, packed: 0, size: 0 };
  for await (const bytes of deflate(pieces, sums)) {
    sums.packed += bytes.length;
    yield bytes;
  }
  const tail = descriptor(sums);
  yield tail;
  return {
    written: { name, offset, ...sums },
    end: offset + head.length + sums.packed + tail.length,
  };
}

/** Packs what comes, away from the event loop; adds up what went in. */
async function* deflate(
  pieces: StreamedFile['pieces'],
  sums: { crc: number; size: number },
): AsyncGenerator<Buffer> {
  const packer = createDeflateRaw();
  const out: Buffer[] = [];
  packer.on('data', (bytes: Buffer) => out.push(bytes));
  const ended = once(packer, 'end');
  try {
    for await (const piece of pieces) {
      const bytes = Buffer.from(piece);
      sums.crc = crc32(bytes, sums.crc);
      sums.size += bytes.length;
      await written(packer, bytes);
      yield* out.splice(0);
    }
    packer.end();
    await ended;
    yield* out.splice(0);
  } finally {
    ended.catch(() => undefined);
    packer.destroy();
  }
}

function written(packer: DeflateRaw, bytes: Buffer): Promise<void> {
  return new Promise((resolve, reject) => {
    packer.write(bytes, (error) => {
      if (error) reject(error);
      else resolve();
    });
  });
}

function localHeader(name: Buffer): Buffer {
  const bytes = Buffer.alloc(30);
  bytes.writeUInt32LE(signatures.local, 0);
  writeFacts(bytes, 4);
  bytes.writeUInt16LE(name.length, 26);
  return bytes;
}

/** The part that both headers begin with. */
function writeFacts(bytes: Buffer, at: number): void {
  bytes.writeUInt16LE(version, at);
  bytes.writeUInt16LE(flags, at + 2);
  bytes.writeUInt16LE(deflated, at + 4);
  bytes.writeUInt16LE(firstDay, at + 8);
}

function descriptor({ crc, packed, size }: Pick<Written, 'crc' | 'packed' | 'size'>): Buffer {
  const bytes = Buffer.alloc(16);
  bytes.writeUInt32LE(signatures.descriptor, 0);
  bytes.writeUInt32LE(crc, 4);
  bytes.writeUInt32LE(packed, 8);
  bytes.writeUInt32LE(size, 12);
  return bytes;
}

function centralEntry({ name, offset, crc, packed, size }: Written): Buffer {
  const bytes = Buffer.alloc(46);
  bytes.writeUInt32LE(signatures.central, 0);
  bytes.writeUInt16LE(version, 4);
  writeFacts(bytes, 6);
  bytes.writeUInt32LE(crc, 16);
  bytes.writeUInt32LE(packed, 20);
  bytes.writeUInt32LE(size, 24);
  bytes.writeUInt16LE(name.length, 28);
  bytes.writeUInt32LE(offset, 42);
  return Buffer.concat([bytes, name]);
}

function endRecord(count: number, size: number, offset: number): Buffer {
  const bytes = Buffer.alloc(22);
  bytes.writeUInt32LE(signatures.end, 0);
  bytes.writeUInt16LE(count, 8);
  bytes.writeUInt16LE(count, 10);
  bytes.writeUInt32LE(size, 12);
  bytes.writeUInt32LE(offset, 16);
  return bytes;
}

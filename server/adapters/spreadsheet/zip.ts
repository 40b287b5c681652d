/** Opens the archive that a workbook is, with limits, and packs what was taken out of it again. */
import { crc32, inflateRawSync } from 'node:zlib';
import type { ReadFault } from './workbook.ts';

export interface ZipLimits {
  /** files in the archive */
  readonly files: number;
  /** bytes of the files that are wanted, unpacked */
  readonly bytes: number;
}
export type Files = ReadonlyMap<string, Buffer>;

/** Thrown with what is wrong: caught by `read`. */
export class UnreadableFile extends Error {
  readonly fault: ReadFault;
  constructor(fault: ReadFault) {
    super(fault);
    this.fault = fault;
  }
}

const signatures = { local: 0x04034b50, central: 0x02014b50, end: 0x06054b50 };
const sizes = { local: 30, central: 46, end: 22 };
const longestComment = 0xffff;
const stored = 0;
const deflated = 8;

/**
 * The wanted files of an archive, by name. What sizes it declares is looked at before anything is unpacked,
 * and nothing unpacks to more than it declared.
 * @throws UnreadableFile
 */
export function unzip(
  archive: Buffer,
  isWanted: (name: string) => boolean,
  limits: ZipLimits,
): Files {
  const entries = entriesOf(archive, limits.files);
  const wanted = entries.filter(({ name }) => isWanted(name));
  const declared = wanted.reduce((sum, { size }) => sum + size, 0);
  if (declared > limits.bytes) throw new UnreadableFile('too-large');
  return new Map(wanted.map((entry) => [entry.name, contentOf(archive, entry)]));
}

interface Entry {
  readonly name: string;
  readonly method: number;
  readonly packed: number;
  readonly size: number;
  /** where its local header begins */
  readonly offset: number;
}

function entriesOf(archive: Buffer, most: number): Entry[] {
  const end = endOf(archive);
  const count = archive.readUInt16LE(end + 10);
  if (count > most) throw new UnreadableFile('too-large');
  const entries: Entry[] = [];
  let at = archive.readUInt32LE(end + 16);
  for (let index = 0; index < count; index++) {
    if (!isAt(archive, at, signatures.central, sizes.central)) throw new UnreadableFile('broken');
    const nameLength = archive.readUInt16LE(at + 28);
    const extra = archive.readUInt16LE(at + 30) + archive.readUInt16LE(at + 32);
    entries.push({
      name: archive.toString('utf8', at + sizes.central, at + sizes.central + nameLength),
      method: archive.readUInt16LE(at + 10),
      packed: archive.readUInt32LE(at + 20),
      size: archive.readUInt32LE(at + 24),
      offset: archive.readUInt32LE(at + 42),
    });
    at += sizes.central + nameLength + extra;
  }
  return entries;
}

/** The record at the archive's end, behind which a comment may stand. */
function endOf(archive: Buffer): number {
  const first = Math.max(0, archive.length - sizes.end - longestComment);
  for (let at = archive.length - sizes.end; at >= first; at--) {
    if (archive.readUInt32LE(at) === signatures.end) return at;
  }
  throw new UnreadableFile('not-a-workbook');
}

function isAt(archive: Buffer, at: number, signature: number, size: number): boolean {
  return at + size <= archive.length && archive.readUInt32LE(at) === signature;
}

function contentOf(archive: Buffer, { method, packed, size, offset }: Entry): Buffer {
  if (!isAt(archive, offset, signatures.local, sizes.local)) throw new UnreadableFile('broken');
  const names = archive.readUInt16LE(offset + 26) + archive.readUInt16LE(offset + 28);
  const start = offset + sizes.local + names;
  const bytes = archive.subarray(start, start + packed);
  const content = method === stored ? bytes : inflated(bytes, method, size);
  if (content.length !== size) throw new UnreadableFile('broken');
  return content;
}

function inflated(bytes: Buffer, method: number, size: number): Buffer {
  if (method !== deflated) throw new UnreadableFile('broken');
  try {
    return inflateRawSync(bytes, { maxOutputLength: Math.max(size, 1) });
  } catch {
    throw new UnreadableFile('broken');
  }
}

/** An archive of these files, not compressed: for a reader that would unpack whatever it is given. */
export function zip(files: Files): Buffer {
  const locals: Buffer[] = [];
  const centrals: Buffer[] = [];
  let offset = 0;
  for (const [name, content] of files) {
    const file = { name: Buffer.from(name), content, offset };
    const local = Buffer.concat([header('local', file), file.name, content]);
    centrals.push(Buffer.concat([header('central', file), file.name]));
    locals.push(local);
    offset += local.length;
  }
  const directory = Buffer.concat(centrals);
  const end = Buffer.alloc(sizes.end);
  end.writeUInt32LE(signatures.end, 0);
  end.writeUInt16LE(centrals.length, 8);
  end.writeUInt16LE(centrals.length, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...locals, directory, end]);
}

interface Packed {
  readonly name: Buffer;
  readonly content: Buffer;
  readonly offset: number;
}

/** The two headers hold the same facts, those of the directory a little later. */
function header(kind: 'local' | 'central', { name, content, offset }: Packed): Buffer {
  const bytes = Buffer.alloc(sizes[kind]);
  const shift = kind === 'local' ? 0 : 2;
  bytes.writeUInt32LE(signatures[kind], 0);
  bytes.writeUInt16LE(20, 4 + shift);
  bytes.writeUInt32LE(crc32(content), 14 + shift);
  bytes.writeUInt32LE(content.length, 18 + shift);
  bytes.writeUInt32LE(content.length, 22 + shift);
  bytes.writeUInt16LE(name.length, 26 + shift);
  if (kind === 'central') bytes.writeUInt32LE(offset, 42);
  return bytes;
}

/** Reads the objects of a PDF as they are written: what no reader of pages tells, scopes and annotations, is in them. */
import { inflateSync } from 'node:zlib';

export type PdfValue =
  number | string | boolean | null | PdfName | PdfReference | readonly PdfValue[] | PdfDictionary;
/** "/Table" */
export interface PdfName {
  readonly name: string;
}
/** "12 0 R" */
export interface PdfReference {
  readonly object: number;
}
export interface PdfDictionary {
  readonly entries: ReadonlyMap<string, PdfValue>;
}

export interface PdfObjects {
  /** the object's value; what is no reference stands for itself */
  readonly resolve: (value: PdfValue | undefined) => PdfValue | undefined;
  readonly dictionaries: ReadonlyMap<number, PdfDictionary>;
  /** the unpacked stream of an object: a page's drawing */
  readonly stream: (object: number) => string;
  readonly trailer: PdfDictionary;
}

/** What a dictionary has under a key, references followed. */
export function entry(
  objects: PdfObjects,
  value: PdfValue | undefined,
  key: string,
): PdfValue | undefined {
  const held = objects.resolve(value);
  return isDictionary(held) ? objects.resolve(held.entries.get(key)) : undefined;
}

export const isDictionary = (value: PdfValue | undefined): value is PdfDictionary =>
  typeof value === 'object' && value !== null && 'entries' in value && !Array.isArray(value);
export const isReference = (value: PdfValue | undefined): value is PdfReference =>
  typeof value === 'object' && value !== null && 'object' in value;
export const nameOf = (value: PdfValue | undefined): string =>
  typeof value === 'object' && value !== null && 'name' in value ? value.name : '';
export const listOf = (value: PdfValue | undefined): readonly PdfValue[] =>
  Array.isArray(value) ? (value as readonly PdfValue[]) : value === undefined ? [] : [value];

/** @param source the file's bytes as Latin-1; object streams are not read, pdfkit writes none */
export function readObjects(source: string): PdfObjects {
  const dictionaries = new Map<number, PdfDictionary>();
  const values = new Map<number, PdfValue>();
  const streams = new Map<number, string>();
  const start = /(\d+) 0 obj\s/gu;
  for (let found = start.exec(source); found; found = start.exec(source)) {
    const number = Number(found[1]);
    const tokens = tokensOf(source, start.lastIndex);
    const value = tokens.next();
    values.set(number, value);
    if (isDictionary(value)) dictionaries.set(number, value);
    const length = isDictionary(value) ? value.entries.get('Length') : undefined;
    const body = /^\s*stream\r?\n/u.exec(source.slice(tokens.at(), tokens.at() + 12))?.[0];
    start.lastIndex = tokens.at();
    if (body !== undefined && typeof length === 'number') {
      const from = tokens.at() + body.length;
      streams.set(number, source.slice(from, from + length));
      start.lastIndex = from + length;
    }
  }
  const trailer = tokensOf(source, source.lastIndexOf('trailer') + 'trailer'.length).next();
  return {
    dictionaries,
    trailer: isDictionary(trailer) ? trailer : { entries: new Map() },
    resolve: (value) => (isReference(value) ? values.get(value.object) : value),
    stream: (object) =>
      inflateSync(Buffer.from(streams.get(object) ?? '', 'latin1')).toString('latin1'),
  };
}

/** Values one after the other, from a place in a text on. */
export interface Tokens {
  /** where the next one begins */
  readonly at: () => number;
  readonly isAtEnd: () => boolean;
  /** the next one; an operator of a drawing is a name that begins with a blank */
  readonly next: () => PdfValue;
}

export function tokensOf(source: string, from: number): Tokens {
  let at = from;
  const match = (pattern: RegExp): RegExpExecArray | null => {
    pattern.lastIndex = at;
    const found = pattern.exec(source);
    if (found) at = pattern.lastIndex;
    return found;
  };
  const closes = (end: string): boolean => {
    match(SPACES);
    if (!source.startsWith(end, at)) return false;
    at += end.length;
    return true;
  };
  const list = (): PdfValue[] => {
    const values: PdfValue[] = [];
    while (!closes(']')) values.push(next());
    return values;
  };
  const dictionary = (): PdfDictionary => {
    const entries = new Map<string, PdfValue>();
    while (!closes('>>')) entries.set(nameOf(next()), next());
    return { entries };
  };
  const next = (): PdfValue => {
    match(SPACES);
    if (closes('<<')) return dictionary();
    if (closes('[')) return list();
    const text = match(TEXT);
    if (text) return (text[1] ?? '').replace(/\\([()\\])/gu, '$1');
    const simple = match(SIMPLE);
    if (!simple) throw new Error(`no value at ${at}: ${source.slice(at, at + 20)}`);
    return toValue(simple.groups ?? {});
  };
  return {
    at: () => at,
    next,
    isAtEnd: () => {
      match(SPACES);
      return at >= source.length;
    },
  };
}

const SPACES = /[\s\0]*/uy;
/** in brackets; those inside are escaped, as pdfkit writes them */
const TEXT = /\(((?:[^\\()]|\\[\s\S])*)\)/uy;
const SIMPLE =
  /(?<reference>\d+) 0 R|(?<number>[+-]?(?:\d+\.?\d*|\.\d+))|\/(?<name>[^\s()<>[\]{}/%]*)|<(?<hex>[0-9A-Fa-f\s]*)>|(?<word>[A-Za-z'"*]+)/uy;

type Groups = Readonly<Record<string, string | undefined>>;

function toValue({ reference, number, name, hex, word }: Groups): PdfValue {
  if (reference !== undefined) return { object: Number(reference) };
  if (number !== undefined) return Number(number);
  if (name !== undefined) return { name };
  if (hex !== undefined) return Buffer.from(hex.replace(/\s/gu, ''), 'hex').toString('latin1');
  return wordValue(word ?? '');
}

function wordValue(word: string): PdfValue {
  if (word === 'null') return null;
  return word === 'true' || word === 'false' ? word === 'true' : { name: ` ${word}` };
}

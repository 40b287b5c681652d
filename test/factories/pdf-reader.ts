/** Reads a finished PDF the way assistive technology does: by its structure, not by its ink. */
import { getDocument, VerbosityLevel } from 'pdfjs-dist/legacy/build/pdf.mjs';

type PdfFile = Awaited<ReturnType<typeof getDocument>['promise']>;
type PdfPage = Awaited<ReturnType<PdfFile['getPage']>>;
type PageReference = Parameters<PdfFile['getPageIndex']>[0];
type Bookmark = Awaited<ReturnType<PdfFile['getOutline']>>[number];

export interface PdfNode {
  readonly role: string;
  readonly alt: string | null;
  readonly lang: string | null;
  /** the text of this element and of all below it, in reading order */
  readonly text: string;
  readonly children: readonly PdfNode[];
}

export interface ReadPage {
  /** this page's part of the structure: an element on two pages is in both */
  readonly tree: PdfNode;
  /** text that a screen reader skips */
  readonly artifacts: readonly string[];
  /** text that is neither content nor artifact; there should be none */
  readonly untagged: string;
  readonly links: readonly string[];
  /** the lowest baseline of its content, in points from the foot of the page; Infinity for none */
  readonly lowest: number;
}

export interface ReadPdf {
  readonly title: unknown;
  readonly language: unknown;
  readonly isMarked: boolean;
  /** titles, with those below them */
  readonly bookmarks: readonly (readonly string[])[];
  /** every bookmark, in order, at whatever depth */
  readonly outline: readonly OutlineItem[];
  readonly pages: readonly ReadPage[];
  /** the file's bytes as Latin-1: its structure elements are not compressed */
  readonly source: string;
}

export interface OutlineItem {
  readonly title: string;
  /** 1 for those at the top */
  readonly depth: number;
  /** where it leads: the number of a page, from 1 on; 0 for nowhere */
  readonly page: number;
}

/** Opens the file and reads all of it. */
export async function readPdf(bytes: Uint8Array): Promise<ReadPdf> {
  const task = getDocument({ data: new Uint8Array(bytes), verbosity: VerbosityLevel.ERRORS });
  const file = await task.promise;
  const { info } = await file.getMetadata();
  const facts = new Map<string, unknown>(Object.entries(info));
  const outline = (await file.getOutline()) as Bookmark[] | null;
  const marks = await file.getMarkInfo();
  const pages: ReadPage[] = [];
  for (let number = 1; number <= file.numPages; number += 1) {
    pages.push(await readPage(await file.getPage(number)));
  }
  const bookmarks = await readOutline(file, outline ?? []);
  await task.destroy();
  return {
    title: facts.get('Title'),
    language: facts.get('Language'),
    isMarked: marks?.Marked ?? false,
    bookmarks: (outline ?? []).map(({ title, items }) => [
      title,
      ...items.map((item: Bookmark) => item.title),
    ]),
    outline: bookmarks,
    pages,
    source: Buffer.from(bytes).toString('latin1'),
  };
}

async function readOutline(
  file: PdfFile,
  items: readonly Bookmark[],
  depth = 1,
): Promise<OutlineItem[]> {
  const read = items.map(async ({ title, dest, items: below }) => [
    { title, depth, page: await pageOf(file, dest) },
    ...(await readOutline(file, below as Bookmark[], depth + 1)),
  ]);
  return (await Promise.all(read)).flat();
}

async function pageOf(file: PdfFile, dest: Bookmark['dest']): Promise<number> {
  const place: unknown[] | null = typeof dest === 'string' ? await file.getDestination(dest) : dest;
  const [page] = place ?? [];
  return page ? (await file.getPageIndex(page as PageReference)) + 1 : 0;
}

/** All elements of a role, in reading order. */
export function findNodes(node: PdfNode, role: string): readonly PdfNode[] {
  const below = node.children.flatMap((child) => findNodes(child, role));
  return node.role === role ? [node, ...below] : below;
}

/** Text with every stretch of white space as one space. */
export function squeeze(text: string): string {
  return text.replace(/\s+/gu, ' ').trim();
}

async function readPage(page: PdfPage): Promise<ReadPage> {
  const texts = await readTexts(page);
  const annotations: unknown[] = await page.getAnnotations();
  const tree = (await page.getStructTree()) as RawNode | null;
  return {
    tree: toNode(tree ?? {}, texts.byId),
    artifacts: texts.artifacts.filter((text) => text.trim() !== ''),
    untagged: texts.untagged,
    lowest: texts.lowest,
    links: annotations.map((annotation) => addressOf(annotation as RawLink)),
  };
}

interface RawLink {
  readonly url?: string;
  readonly dest?: string;
}

function addressOf({ url, dest }: RawLink): string {
  return url ?? dest ?? '';
}

interface PageTexts {
  /** by the id of the marked content that they stand in */
  readonly byId: Map<string, string>;
  readonly artifacts: string[];
  untagged: string;
  lowest: number;
}

async function readTexts(page: PdfPage): Promise<PageTexts> {
  const { items } = await page.getTextContent({ includeMarkedContent: true });
  const texts: PageTexts = { byId: new Map(), artifacts: [], untagged: '', lowest: Infinity };
  /** ids of the open marked contents; null for an artifact */
  const open: (string | null)[] = [];
  for (const item of items) {
    if (!('type' in item)) addText(texts, open.at(-1), item);
    else if (item.type === 'endMarkedContent') open.pop();
    else open.push(item.id);
  }
  return texts;
}

interface TextItem {
  readonly str: string;
  readonly hasEOL: boolean;
  /** the last two: where it stands, from the left and from the foot of the page */
  readonly transform: readonly unknown[];
}

function addText(
  texts: PageTexts,
  inner: string | null | undefined,
  { str, hasEOL, transform }: TextItem,
): void {
  if (inner !== null && str.trim() !== '') {
    texts.lowest = Math.min(texts.lowest, Number(transform[5]));
  }
  if (inner === undefined) texts.untagged += str.trim();
  else if (inner === null) texts.artifacts.push(str);
  else texts.byId.set(inner, (texts.byId.get(inner) ?? '') + str + (hasEOL ? '\n' : ''));
}

interface RawNode {
  readonly role?: string;
  readonly alt?: string;
  readonly lang?: string;
  readonly children?: readonly (RawNode | { readonly type: string; readonly id: string })[];
}

function toNode(raw: RawNode, byId: ReadonlyMap<string, string>): PdfNode {
  const { role = '', alt = null, lang = null } = raw;
  const children: PdfNode[] = [];
  let text = '';
  for (const child of raw.children ?? []) {
    if ('type' in child) {
      text += byId.get(child.id) ?? '';
    } else {
      const node = toNode(child, byId);
      children.push(node);
      text += node.text;
    }
  }
  return { role, alt, lang, text, children };
}

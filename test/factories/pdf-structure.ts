/** The structure of a PDF as written, and every fault in it that would mislead assistive technology (ISO 14289). */
import {
  entry,
  isDictionary,
  isReference,
  listOf,
  nameOf,
  readObjects,
  tokensOf,
  type PdfObjects,
  type PdfValue,
} from './pdf-objects.ts';

/** One element, with the page of each piece of its content. */
export interface StructureNode {
  readonly role: string;
  readonly alt: string;
  readonly scope: string;
  readonly span: number;
  readonly hasBox: boolean;
  readonly children: readonly StructureNode[];
  /** "page's object: number of the marked content" */
  readonly content: readonly string[];
  /** objects of the annotations that belong to it */
  readonly annotations: readonly number[];
}

export interface Structure {
  readonly objects: PdfObjects;
  readonly root: StructureNode;
  /** objects of the pages, in order */
  readonly pages: readonly number[];
}

export function readStructure(source: string): Structure {
  const objects = readObjects(source);
  const catalog = objects.trailer.entries.get('Root');
  const tree = entry(objects, catalog, 'StructTreeRoot');
  const [document] = listOf(entry(objects, tree, 'K'));
  const pages = listOf(entry(objects, entry(objects, catalog, 'Pages'), 'Kids'));
  return {
    objects,
    root: toNode(objects, document),
    pages: pages.flatMap((page) => (isReference(page) ? [page.object] : [])),
  };
}

function toNode(objects: PdfObjects, value: PdfValue | undefined): StructureNode {
  const of = (key: string): PdfValue | undefined => entry(objects, value, key);
  const held = objects.resolve(value);
  const page = isDictionary(held) ? held.entries.get('Pg') : undefined;
  const kids = listOf(of('K'));
  const attributes = of('A');
  const elements = kids.filter((kid) => nameOf(entry(objects, kid, 'S')) !== '');
  return {
    role: nameOf(of('S')),
    alt: textOf(of('Alt')),
    scope: nameOf(entry(objects, attributes, 'Scope')),
    span: Number(entry(objects, attributes, 'ColSpan') ?? 1),
    hasBox: listOf(entry(objects, attributes, 'BBox')).length === 4,
    children: elements.map((kid) => toNode(objects, kid)),
    content: kids.flatMap((kid) => contentOf(objects, kid, page)),
    annotations: kids.flatMap((kid) => {
      const annotation = isDictionary(kid) ? kid.entries.get('Obj') : undefined;
      return isReference(annotation) ? [annotation.object] : [];
    }),
  };
}

function contentOf(objects: PdfObjects, kid: PdfValue, page: PdfValue | undefined): string[] {
  if (typeof kid === 'number') return [`${pageNumber(page)}: ${kid}`];
  if (!isDictionary(kid) || nameOf(kid.entries.get('Type')) !== 'MCR') return [];
  return [`${pageNumber(kid.entries.get('Pg'))}: ${Number(entry(objects, kid, 'MCID'))}`];
}

const pageNumber = (page: PdfValue | undefined): number => (isReference(page) ? page.object : 0);

const textOf = (value: PdfValue | undefined): string => (typeof value === 'string' ? value : '');

/** The node and all below it, in reading order. */
export function allNodes(node: StructureNode): readonly StructureNode[] {
  return [node, ...node.children.flatMap(allNodes)];
}

/** Every fault in words; empty for a file that reads well. */
export function structureFaults(source: string): string[] {
  const structure = readStructure(source);
  const nodes = allNodes(structure.root);
  return [
    ...catalogFaults(structure),
    ...nodes.flatMap((node) => nestingFaults(node)),
    ...headingFaults(nodes),
    ...nodes.filter(({ role }) => role === 'Table').flatMap(tableFaults),
    ...nodes.filter(({ role }) => role === 'Figure').flatMap(figureFaults),
    ...linkFaults(structure, nodes),
    ...contentFaults(structure, nodes),
  ];
}

function catalogFaults({ objects, root }: Structure): string[] {
  const catalog = objects.trailer.entries.get('Root');
  const marked = entry(objects, entry(objects, catalog, 'MarkInfo'), 'Marked');
  const titled = entry(objects, entry(objects, catalog, 'ViewerPreferences'), 'DisplayDocTitle');
  return [
    ...(root.role === 'Document' ? [] : ['the structure does not begin with a Document']),
    ...(entry(objects, catalog, 'Lang') === 'en-GB' ? [] : ['the language is not en-GB']),
    ...(marked === true ? [] : ['the file is not marked as tagged']),
    ...(titled === true ? [] : ['the window would show the file’s name, not its title']),
    ...(entry(objects, catalog, 'Outlines') === undefined ? ['there are no bookmarks'] : []),
  ];
}

const PARTS: Readonly<Record<string, readonly string[]>> = {
  Table: ['THead', 'TBody'],
  THead: ['TR'],
  TBody: ['TR'],
  TR: ['TH', 'TD'],
  L: ['LI'],
  LI: ['Lbl', 'LBody'],
  TOC: ['TOCI'],
};

/** Parts stand in their wholes and nowhere else. */
function nestingFaults({ role, children }: StructureNode): string[] {
  const allowed = PARTS[role];
  if (!allowed) return [];
  return children
    .filter((child) => !allowed.includes(child.role))
    .map((child) => `${child.role} in ${role}`);
}

/** One title; then no heading more than one rank below the one before; every section begins with its own. */
function headingFaults(nodes: readonly StructureNode[]): string[] {
  const ranks = nodes.flatMap(({ role }) => (/^H\d$/u.test(role) ? [Number(role.slice(1))] : []));
  const titles = ranks.filter((rank) => rank === 1).length;
  const skips = ranks.filter((rank, index) => rank > (ranks[index - 1] ?? 0) + 1);
  const headless = nodes.filter(
    ({ role, children }) => role === 'Sect' && !/^H[234]$/u.test(children[0]?.role ?? ''),
  );
  return [
    ...(titles === 1 ? [] : [`${titles} titles`]),
    ...skips.map((rank) => `a heading H${rank} skips a rank`),
    ...headless.map(() => 'a section without a heading'),
  ];
}

/** Every cell stands under a column's heading and beside its row's. */
function tableFaults(table: StructureNode): string[] {
  const rowsIn = (role: string): readonly StructureNode[] =>
    table.children.filter((part) => part.role === role).flatMap(({ children }) => children);
  const [head] = rowsIn('THead');
  const body = rowsIn('TBody');
  const columns = head ? widthOf(head) : Math.max(...body.map(widthOf));
  const unnamed = head?.children.filter(({ role, scope }) => role !== 'TH' || scope !== 'Column');
  return [
    ...(body.length === 0 ? ['a table without rows'] : []),
    ...(unnamed ?? []).map(() => 'a column without a heading'),
    ...body.filter((row) => widthOf(row) !== columns).map(() => 'a row of another width'),
    ...body.filter((row) => !hasHeading(row)).map(() => 'a row without a heading'),
  ];
}

const widthOf = ({ children }: StructureNode): number =>
  children.reduce((sum, { span }) => sum + span, 0);

const hasHeading = ({ children }: StructureNode): boolean =>
  children.some(({ role, scope }) => role === 'TH' && scope !== '');

function figureFaults({ alt, hasBox }: StructureNode): string[] {
  return [
    ...(alt.trim() === '' ? ['a figure without words'] : []),
    ...(hasBox ? [] : ['a figure without its place']),
  ];
}

/** Every link has words, its annotation says where it leads, and no annotation stands outside a link. */
function linkFaults({ objects, pages }: Structure, nodes: readonly StructureNode[]): string[] {
  const links = nodes.filter(({ role }) => role === 'Link');
  const tagged = new Set(links.flatMap(({ annotations }) => annotations));
  const present = pages.flatMap((page) => listOf(entry(objects, { object: page }, 'Annots')));
  const untagged = present.filter((value) => isReference(value) && !tagged.has(value.object));
  return [
    ...links.filter(({ content }) => content.length === 0).map(() => 'a link without words'),
    ...links.filter(({ annotations }) => annotations.length === 0).map(() => 'a link to nowhere'),
    ...[...tagged].flatMap((object) => annotationFaults(objects, object)),
    ...untagged.map(() => 'an annotation outside a link'),
  ];
}

function annotationFaults(objects: PdfObjects, object: number): string[] {
  const annotation = { object };
  const action = entry(objects, annotation, 'A');
  const target = entry(objects, action, 'URI') ?? entry(objects, action, 'D');
  return [
    ...(textOf(entry(objects, annotation, 'Contents')) === '' ? ['a link without contents'] : []),
    ...(textOf(target) === '' ? ['a link without a destination'] : []),
  ];
}

/** Every marked content is in the structure once, and nothing is drawn outside of one. */
function contentFaults({ objects, pages }: Structure, nodes: readonly StructureNode[]): string[] {
  const placed = nodes.flatMap(({ content }) => content);
  const drawn = pages.map((page) => ({ page, ...drawnOn(objects, page) }));
  const ids = drawn.flatMap(({ page, marked }) => marked.map((id) => `${page}: ${id}`));
  const known = new Set(placed);
  return [
    ...ids.filter((id) => !known.has(id)).map((id) => `content ${id} is not in the structure`),
    ...(placed.length === known.size ? [] : ['content is in the structure twice']),
    ...drawn.flatMap(({ page, loose }) => loose.map((op) => `page ${page} draws ${op} untagged`)),
  ];
}

const DRAWING = new Set('f F f* B B* b b* S s sh Tj TJ Do EI'.split(' '));
const DEPTH: Readonly<Record<string, number>> = { BDC: 1, BMC: 1, EMC: -1 };

/** Numbers of the marked contents of a page that belong to the structure, and operators outside of any. */
function drawnOn(objects: PdfObjects, page: number): { marked: number[]; loose: string[] } {
  const seen = { marked: [] as number[], loose: [] as string[] };
  let depth = 0;
  for (const { operator, operand } of operatorsOn(objects, page)) {
    depth += DEPTH[operator] ?? 0;
    if (depth === 0 && DRAWING.has(operator)) seen.loose.push(operator);
    const id = operator === 'BDC' ? entry(objects, operand, 'MCID') : undefined;
    if (typeof id === 'number') seen.marked.push(id);
  }
  return seen;
}

interface Operator {
  readonly operator: string;
  /** the last value before it */
  readonly operand: PdfValue | undefined;
}

function operatorsOn(objects: PdfObjects, page: number): Operator[] {
  const contents = objects.dictionaries.get(page)?.entries.get('Contents');
  const tokens = tokensOf(isReference(contents) ? objects.stream(contents.object) : '', 0);
  const operators: Operator[] = [];
  let operand: PdfValue | undefined;
  while (!tokens.isAtEnd()) {
    const value = tokens.next();
    const name = nameOf(value);
    if (name.startsWith(' ')) operators.push({ operator: name.trim(), operand });
    operand = value;
  }
  return operators;
}

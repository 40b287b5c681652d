/** Reads a report's PDF as a person would: by its headings, and by the words in the cells of its tables. */
import { findNodes, squeeze, type PdfNode, type ReadPdf } from './pdf-reader.ts';

/** A word that was parted at its hyphen is whole again. */
const joined = (text: string): string => squeeze(text.replace(/-\n/gu, '-'));

/** Everything that is read aloud, in order. */
export function paperWords({ pages }: ReadPdf): string {
  return joined(pages.map(({ tree }) => tree.text).join(' '));
}

export function headings({ pages }: ReadPdf, role: 'H1' | 'H2' | 'H3' | 'H4'): string[] {
  return pages.flatMap(({ tree }) => findNodes(tree, role).map(({ text }) => joined(text)));
}

/** The cells of every row that is headed by these words, without the heading; a figure by its words. */
export function rowsOf({ pages }: ReadPdf, heading: string): string[][] {
  return pages
    .flatMap(({ tree }) => findNodes(tree, 'TR'))
    .filter((row) => joined(row.children[0]?.text ?? '').includes(heading))
    .map((row) => row.children.slice(1).map(cellWords));
}

/**
 * The cells of every row of the tables that have these words in their head, the row's heading with them.
 * A table on two pages is in both: what stands on the other page has no words.
 */
export function paperRows({ pages }: ReadPdf, column: string): string[][] {
  return pages
    .flatMap(({ tree }) => findNodes(tree, 'Table'))
    .filter((table) => findNodes(table, 'THead').some(({ text }) => squeeze(text).includes(column)))
    .flatMap((table) => findNodes(table, 'TBody').flatMap((body) => findNodes(body, 'TR')))
    .map(({ children }) => children.map(({ text }) => joined(text)))
    .filter((cells) => cells.some((text) => text !== ''));
}

/** Labels and texts of the section under this third heading; a figure by its words. */
export function panelOf({ pages }: ReadPdf, heading: string): Record<string, string> {
  const section = pages
    .flatMap(({ tree }) => findNodes(tree, 'Sect'))
    .find(({ children: [head] }) => head?.role === 'H3' && joined(head.text) === heading);
  const items = section ? findNodes(section, 'LI') : [];
  return Object.fromEntries(
    items.flatMap(({ children: [label, body] }) =>
      label && body ? [[joined(label.text), cellWords(body)]] : [],
    ),
  );
}

function cellWords(cell: PdfNode): string {
  const figures = findNodes(cell, 'Figure').map(({ alt }) => alt ?? '');
  return figures.length > 0 ? figures.join(' ') : joined(cell.text);
}

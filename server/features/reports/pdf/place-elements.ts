/** A Place's elements of support: the colour of each, and why. */
import { ragCell } from '../../../adapters/pdf/cells.ts';
import { h2 } from '../../../adapters/pdf/headings.ts';
import type { Run } from '../../../adapters/pdf/lines.ts';
import type { PdfDocument } from '../../../adapters/pdf/sheet.ts';
import { headedTable, table } from '../../../adapters/pdf/table.ts';
import type { TableSpec } from '../../../adapters/pdf/table.types.ts';
import { COLOUR, TYPE } from '../../../adapters/pdf/tokens.ts';
import type { PlaceElementView } from '../place-elements.view.ts';
import { capital, inWords } from '../words.ts';
import { colourTally, ELEMENTS } from './colour-tally.ts';

type Elements = readonly PlaceElementView[];

export function writeElements(doc: PdfDocument, elements: Elements): void {
  h2(doc, headingOf(elements), { name: 'elements', after: 6, keep: 120 });
  colourTally(doc, elements, ELEMENTS);
  table(doc, elementTable(doc, elements));
}

/** Without the tally: in a summary the colours are few enough to be counted. */
export function writeElementsInShort(doc: PdfDocument, elements: Elements): void {
  const widths = { title: 152, rag: 84 };
  const spec = { ...elementTable(doc, elements, widths), padding: { row: 2.5, right: 8 } };
  headedTable(doc, headingOf(elements), spec, { name: 'elements' });
}

const headingOf = ({ length }: Elements): string =>
  `${capital(inWords(length))} elements of support, with reasons`;

function elementTable(
  doc: PdfDocument,
  elements: Elements,
  { title, rag } = { title: 158, rag: 98 },
): TableSpec {
  return {
    title: headingOf(elements),
    columns: [
      { label: 'Element and THRIVE group', width: title, isRowHeader: true },
      { label: 'RAG', width: rag },
      { label: 'Why, and what green still needs' },
    ],
    style: { ...TYPE.cell, leading: 11.2 },
    padding: { row: 4, right: 8 },
    rows: elements.map((element) => ({
      cells: [
        { text: titleOf(element) },
        ragCell(doc, element.rag.code, belowColour(element)),
        { text: [...agreedRuns(element), ...element.why.flatMap(toSentence)] },
      ],
    })),
  };
}

function titleOf({ id, title, thrive }: PlaceElementView): Run[] {
  return [
    { text: title, font: 'semibold' },
    { text: `\n${id} · ${thrive}`, font: 'regular', size: TYPE.note.size, colour: COLOUR.soft },
  ];
}

/** What the reviewers agreed comes first; below it the derived colour's own reasons. */
function agreedRuns({ agreed }: PlaceElementView): Run[] {
  if (!agreed) return [];
  const aside = [
    agreed.present === '' ? '' : `\nPresent: ${agreed.present}`,
    agreed.dissent === '' ? '' : `\nDissent: ${agreed.dissent}`,
  ];
  return [
    { text: `${agreed.text}.`, font: 'semibold' },
    { text: ` ${agreed.rationale}${aside.join('')}\n` },
  ];
}

/** Of what is unknown there is no count. */
function belowColour({ rag, agreed, count, developing, action }: PlaceElementView): string {
  const counted = rag.code === 'white' ? '' : count;
  return [
    agreed?.brief,
    counted,
    developing ? 'more in development' : '',
    action?.text.toLowerCase(),
  ]
    .filter(Boolean)
    .join(', ');
}

/** the longest start of a sentence that is set as its label: "Closest to green:" */
const LONGEST_LABEL = 24;

/** A sentence on its own line; what stands before a colon early in it is its label. */
function toSentence(sentence: string, index: number): Run[] {
  const colon = sentence.indexOf(': ') + 1;
  const labelEnd = colon <= LONGEST_LABEL ? colon : 0;
  return [
    { text: `${index > 0 ? '\n' : ''}${sentence.slice(0, labelEnd)}`, font: 'semibold' },
    { text: sentence.slice(labelEnd) },
  ];
}

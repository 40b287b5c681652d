/** How each element of a Place was worked out: the appendix that lets anybody check a colour. */
import { note } from '../../../adapters/pdf/blocks.ts';
import { h2, h3 } from '../../../adapters/pdf/headings.ts';
import type { Run } from '../../../adapters/pdf/lines.ts';
import { skip, type PdfDocument } from '../../../adapters/pdf/sheet.ts';
import type { TableRow } from '../../../adapters/pdf/table.types.ts';
import { COLOUR, TYPE } from '../../../adapters/pdf/tokens.ts';
import type { ElementEntryView } from '../../../web/element-entries.ts';
import type { PlaceElementView } from '../place-elements.view.ts';
import { writeTable } from './titled-table.ts';

export function writeElementWorkings(
  doc: PdfDocument,
  elements: readonly PlaceElementView[],
): void {
  h2(doc, 'How each element was worked out', { name: 'workings', keep: 160 });
  for (const element of elements) {
    const colour = [element.rag.word, element.agreed?.brief ?? ''].filter(Boolean).join('. ');
    const heading = `${element.id} ${element.title}: ${colour}`;
    if (element.entries.length > 0) {
      writeEntries(doc, heading, element);
    } else {
      h3(doc, heading, { before: 12, keep: 60 });
      note(doc, `${element.rule} No service here counts, or might.`);
    }
    skip(doc, 4);
  }
}

function writeEntries(
  doc: PdfDocument,
  heading: string,
  { id, rule, entries }: PlaceElementView,
): void {
  const spec = {
    title: `Services that count for ${id}, or might`,
    columns: [
      { label: 'Service', width: 140, isRowHeader: true },
      { label: 'State, and whether it counts', width: 118 },
      { label: 'Conditions for green' },
    ],
    rows: entries.map(toRow),
  };
  writeTable(doc, heading, spec, rule);
}

const ASIDE = { font: 'regular', size: TYPE.note.size, colour: COLOUR.soft } as const;

function toRow({ name, agency, status, match, ...conditions }: ElementEntryView): TableRow {
  const { met, failed, unknown } = conditions;
  const lines = [
    ...conditionLine('Met', met),
    ...conditionLine('Lacks', failed),
    ...conditionLine('Not known', unknown),
  ];
  return {
    cells: [
      { text: [{ text: name }, { text: agency && `\n${agency}`, ...ASIDE }] },
      { text: [{ text: status }, { text: `\n${match}`, ...ASIDE }] },
      { text: lines.flatMap((line, index) => (index > 0 ? [{ text: '\n' }, ...line] : line)) },
    ],
  };
}

function conditionLine(label: string, conditions: readonly string[]): Run[][] {
  if (conditions.length === 0) return [];
  return [[{ text: `${label}: `, font: 'semibold' }, { text: `${conditions.join('; ')}.` }]];
}

/** Need against capacity: how many babies need support, how many are missed, and what the services have room for. */
import { list, note, paragraph } from '../../../adapters/pdf/blocks.ts';
import { drawChart } from '../../../adapters/pdf/chart.ts';
import { figure } from '../../../adapters/pdf/figure.ts';
import { h2, h3 } from '../../../adapters/pdf/headings.ts';
import type { PdfDocument } from '../../../adapters/pdf/sheet.ts';
import { table } from '../../../adapters/pdf/table.ts';
import type { TableSpec } from '../../../adapters/pdf/table.types.ts';
import { TYPE } from '../../../adapters/pdf/tokens.ts';
import type { PlaceNeedView } from '../place-need.view.ts';
import { onPaper, SCALE } from './chart-pens.ts';
import { writeTable } from './titled-table.ts';

const CAPACITY = 'Babies in need and families in the map, a year';

export function writeNeed(doc: PdfDocument, view: PlaceNeedView): void {
  writeSentence(doc, view);
  if (view.empty) return;
  writeTable(doc, CAPACITY, capacityTable(view));
  writeTable(doc, 'Specialist help by uptake', uptakeTable(view));
  h3(doc, 'What these figures rest on');
  const inputs = view.inputs.map(({ term, text }) => `${term}: ${text}`);
  list(doc, [...inputs, ...view.notes], { style: TYPE.small, gap: 2 });
}

/** The sentence, the bars and their table; on what they rest is left to the full report. */
export function writeNeedInShort(doc: PdfDocument, view: PlaceNeedView): void {
  writeSentence(doc, view);
  if (!view.empty) table(doc, capacityTable(view));
}

/** With the bars; or that there is nothing to tell yet. */
function writeSentence(doc: PdfDocument, view: PlaceNeedView): void {
  h2(doc, 'Need against capacity', { name: 'need' });
  if (view.empty) {
    paragraph(doc, `${view.empty.heading}. ${view.empty.text}`);
    return;
  }
  paragraph(doc, view.sentence);
  writeBars(doc, view);
}

function writeBars(doc: PdfDocument, { bars, barsKey }: PlaceNeedView): void {
  if (!bars) return;
  figure(doc, bars.label, bars.height * SCALE + 4, ({ x, y }) => {
    drawChart(doc, onPaper(bars), { x, y }, SCALE);
  });
  note(doc, barsKey, { before: 2, after: 6 });
}

function capacityTable({ rows }: PlaceNeedView): TableSpec {
  return {
    title: CAPACITY,
    columns: [
      { label: 'Level', isRowHeader: true },
      { label: 'Babies', width: 92, align: 'right' },
      { label: 'Families in the map', width: 92, align: 'right' },
      { label: 'Shortfall', width: 120, align: 'right' },
    ],
    padding: { row: 3.5, right: 8 },
    rows: rows.map(({ what, babies, families, shortfall }) => ({
      cells: [what, babies, families, shortfall],
    })),
  };
}

function uptakeTable({ uptakes }: PlaceNeedView): TableSpec {
  return {
    title: 'Specialist help by uptake',
    columns: [
      { label: 'Uptake', isRowHeader: true },
      { label: 'Babies who come', width: 120, align: 'right' },
      { label: 'Babies who are missed', width: 140, align: 'right' },
    ],
    padding: { row: 3.5, right: 8 },
    rows: uptakes.map(({ uptake, come, missed }) => ({ cells: [uptake, come, missed] })),
  };
}

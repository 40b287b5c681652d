/** Money with an end: when it ends as a timeline, and the same as a table (Design 6.4). */
import { note } from '../../../adapters/pdf/blocks.ts';
import { drawChart } from '../../../adapters/pdf/chart.ts';
import { figure } from '../../../adapters/pdf/figure.ts';
import { h3 } from '../../../adapters/pdf/headings.ts';
import { skip, type PdfDocument } from '../../../adapters/pdf/sheet.ts';
import { PAGE } from '../../../adapters/pdf/tokens.ts';
import type { MoneyChart, MoneyView } from '../map/money.view.ts';
import { gapText } from '../map-gap.view.ts';
import { drawKey, layKey, onPaper, SCALE, type KeyItem } from './chart-pens.ts';
import { writeTable } from './titled-table.ts';

const BELOW_KEY = 5;
/** of the heading, and of the table's first rows where it comes first */
const HEIGHT = { heading: 34, table: 90 } as const;

/** Nothing where nothing has an end. Where the drawing does not fit on the page, its table comes before it. */
export function writeMoney(doc: PdfDocument, { chart, endings }: MoneyView): void {
  if (!chart) return;
  const key = layKey(doc, keyOf(chart), PAGE.measure);
  const height = key.height + BELOW_KEY + chart.print.height * SCALE;
  const fits = doc.y + HEIGHT.heading + height <= PAGE.bottom;
  const draw = (): void => {
    skip(doc, 4);
    figure(doc, chart.print.label, height, ({ x, y }) => {
      drawKey(doc, key, { x, y });
      drawChart(doc, onPaper(chart.print), { x, y: y + key.height + BELOW_KEY }, SCALE);
    });
    if (chart.more !== '') note(doc, chart.more, { before: 2, after: 3 });
  };
  if (!fits) {
    writeEndings(doc, endings);
    draw();
    return;
  }
  h3(doc, 'When money ends', { before: 12, keep: height + 4 });
  draw();
  writeEndings(doc, endings);
}

function keyOf({ until, hasLater, hasEnded }: MoneyChart): KeyItem[] {
  return [
    { looks: ['early'], text: `within 18 months, by ${until}` },
    { looks: ['ending', 'dot'], text: 'ends in that time' },
    ...(hasLater ? [{ looks: ['service', 'dot'] as const, text: 'ends later' }] : []),
    ...(hasEnded
      ? [{ looks: ['planned', 'open'] as const, text: 'has ended, the service runs on' }]
      : []),
  ];
}

function writeEndings(doc: PdfDocument, endings: MoneyView['endings']): void {
  writeTable(doc, `Services whose money has an end: ${endings.length}`, {
    title: 'Running services whose money has an end, the first first',
    columns: [
      { label: 'Service', isRowHeader: true },
      { label: 'Whose', width: 128 },
      { label: 'Money', width: 134 },
      { label: 'When', width: 82 },
    ],
    padding: { row: 3.5, right: 8 },
    rows: endings.map(({ name, from, money, flag, gap }) => ({
      cells: [name, from, money, gapText({ words: flag || 'Later', action: gap?.action ?? null })],
    })),
  });
}

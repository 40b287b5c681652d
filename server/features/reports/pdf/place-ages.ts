/** A Place from conception to five: offers and gaps by age and level, and the services that make them. */
import { note, paragraph } from '../../../adapters/pdf/blocks.ts';
import { drawChart } from '../../../adapters/pdf/chart.ts';
import { figure } from '../../../adapters/pdf/figure.ts';
import { h2 } from '../../../adapters/pdf/headings.ts';
import { skip, type PdfDocument } from '../../../adapters/pdf/sheet.ts';
import { PAGE } from '../../../adapters/pdf/tokens.ts';
import { ageStrip, SHEET } from '../charts/age-strip.ts';
import { gapText } from '../map-gap.view.ts';
import type { PlaceAgesView } from '../place-ages.view.ts';
import type { EmptyView } from '../report.view.ts';
import { drawKey, layKey, onPaper, SCALE, type KeyItem } from './chart-pens.ts';
import { writeTable } from './titled-table.ts';

/** what a heading and its sentence take, each note, and the table of gaps */
const HEIGHT = { introduction: 90, note: 14, gaps: 110 } as const;

const BELOW_KEY = 5;

/** Where the drawing does not fit on what is left of the page, the table of its gaps comes before it. */
export function writeAges(doc: PdfDocument, ages: PlaceAgesView): void {
  const { height, draw } = layStrip(doc, ages);
  const introduction = HEIGHT.introduction + ages.notes.length * HEIGHT.note;
  const fits = doc.y + introduction + height <= PAGE.bottom;
  h2(doc, 'From conception to five', {
    name: 'ages',
    keep: introduction + (ages.empty || fits ? 0 : HEIGHT.gaps),
  });
  if (ages.empty) writeEmpty(doc, ages.empty);
  else {
    writeFinding(doc, ages);
    for (const write of fits ? [draw, writeGaps] : [writeGaps, draw]) write(doc, ages);
  }
  writeServices(doc, ages);
}

/** Which services make an offer is left to the full report; what is on its way is drawn. */
export function writeAgesInShort(doc: PdfDocument, whole: PlaceAgesView): void {
  const lanes = whole.lanes.map((lane) => ({
    ...lane,
    services: lane.services.filter(({ look }) => look === 'planned'),
  }));
  const ages = { ...whole, lanes, hasServices: false, endingBy: '' };
  const { height, draw } = layStrip(doc, ages);
  const keep = ages.empty
    ? HEIGHT.note
    : height + ages.notes.length * HEIGHT.note + HEIGHT.note * 3;
  h2(doc, 'Through a baby’s eyes: from conception to five', { name: 'ages', keep });
  if (ages.empty) {
    writeEmpty(doc, ages.empty);
    return;
  }
  writeFinding(doc, ages);
  draw();
}

/** The chart with its key, and the height that it takes. */
function layStrip(doc: PdfDocument, ages: PlaceAgesView) {
  const drawing = ageStrip(ages.lanes, SHEET, ages.wide.label);
  const key = layKey(doc, keyOf(ages), PAGE.measure);
  const height = key.height + BELOW_KEY + drawing.height * SCALE;
  const draw = (): void => {
    skip(doc, 4);
    figure(doc, drawing.label, height, ({ x, y }) => {
      drawKey(doc, key, { x, y });
      drawChart(doc, onPaper(drawing), { x, y: y + key.height + BELOW_KEY }, SCALE);
    });
  };
  return { height, draw };
}

function writeEmpty(doc: PdfDocument, { heading, text }: EmptyView): void {
  paragraph(doc, [{ text: `${heading}. `, font: 'semibold' }, { text }]);
}

function writeFinding(doc: PdfDocument, { sentence, notes }: PlaceAgesView): void {
  paragraph(doc, [{ text: sentence, font: 'semibold' }]);
  for (const text of notes) note(doc, text, { after: 3 });
}

function keyOf({ hasHoles, hasServices, endingBy, hasPlanned }: PlaceAgesView): KeyItem[] {
  const optional: readonly (readonly [boolean, KeyItem])[] = [
    [hasHoles, { looks: ['hole', 'hatch'], text: 'gap: no running service known' }],
    [hasServices, { looks: ['service'], text: 'one service' }],
    [
      endingBy !== '',
      { looks: ['ending'], text: `its money ends within 18 months, by ${endingBy}` },
    ],
    [hasPlanned, { looks: ['planned'], text: 'in development: fills no gap yet' }],
  ];
  return [
    { looks: ['offer'], text: 'offered at this age' },
    ...optional.flatMap(([isNeeded, item]) => (isNeeded ? [item] : [])),
  ];
}

function writeGaps(doc: PdfDocument, { gaps }: PlaceAgesView): void {
  writeTable(doc, 'Months without an offer, by level', {
    title: 'Months without an offer, by level',
    columns: [
      { label: 'Level', width: 66, isRowHeader: true },
      { label: 'Offered', width: 150 },
      { label: 'Without an offer' },
      { label: 'Months', width: 52, align: 'right' },
    ],
    padding: { row: 3.5, right: 8 },
    rows: gaps.map(({ level, offered, gaps: without, months }) => ({
      cells: [
        level,
        offered,
        without.map(gapText).join('\n') || 'None: an offer at every age',
        months,
      ],
    })),
  });
}

function writeServices(doc: PdfDocument, { services }: PlaceAgesView): void {
  if (services.length === 0) return;
  const count = `${services.length} ${services.length === 1 ? 'service' : 'services'}`;
  writeTable(doc, `What makes each level’s offer: ${count}`, {
    title: 'Services from conception to five, with ages and money',
    columns: [
      { label: 'Service', isRowHeader: true },
      { label: 'Level', width: 82 },
      { label: 'Ages', width: 96 },
      { label: 'State', width: 76 },
      { label: 'Money', width: 104 },
    ],
    padding: { row: 3.5, right: 8 },
    rows: services.map(({ name, levels, ages, status, money, gap }) => ({
      cells: [name, levels, ages, status, gapText({ words: money, action: gap?.action ?? null })],
    })),
  });
}

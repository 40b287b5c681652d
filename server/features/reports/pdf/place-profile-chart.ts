/** A Place's domains on one radar, beside a table of the same levels. */
import { drawChart } from '../../../adapters/pdf/chart.ts';
import { drawFigure } from '../../../adapters/pdf/figure.ts';
import { ensureSpace, type PdfDocument } from '../../../adapters/pdf/sheet.ts';
import { table, tableStartHeight } from '../../../adapters/pdf/table.ts';
import type { TableSpec } from '../../../adapters/pdf/table.types.ts';
import { PAGE, TYPE } from '../../../adapters/pdf/tokens.ts';
import type { PlaceDomainView } from '../place-domains.view.ts';
import type { RadarView } from '../place-profile.view.ts';
import type { PlaceReportView } from '../place-report.view.ts';
import { drawKey, layKey, onPaper, SCALE, type KeyItem } from './chart-pens.ts';

/** between the radar and its table */
const GAP = 10;

interface Layout {
  readonly key: ReturnType<typeof layKey>;
  /** of the radar with its key */
  readonly width: number;
  readonly height: number;
  readonly table: TableSpec;
}

function layOut(doc: PdfDocument, view: PlaceReportView, radar: RadarView): Layout {
  const width = radar.drawing.width * SCALE;
  const key = layKey(doc, keyOf(radar, view), width);
  const height = radar.drawing.height * SCALE + 8 + key.height;
  return { key, width, height, table: tableOf(view, PAGE.left + width + GAP) };
}

/** Height that radar and table need beside each other; 0 where there is no radar. */
export function profileChartHeight(doc: PdfDocument, view: PlaceReportView): number {
  if (view.radar === null) return 0;
  const { height, table: beside } = layOut(doc, view, view.radar);
  return Math.max(height, tableStartHeight(doc, beside));
}

/** Radar and table side by side, under a heading that is already there; nothing where there is no radar. */
export function writeProfileChart(doc: PdfDocument, view: PlaceReportView): void {
  const { radar } = view;
  if (radar === null) return;
  ensureSpace(doc, profileChartHeight(doc, view));
  const { key, width, height, table: beside } = layOut(doc, view, radar);
  const top = doc.y;
  const box = { x: PAGE.left, y: top, width, height };
  drawFigure(doc, doc.parent, { alt: radar.drawing.label, box, placement: 'Block' }, () => {
    drawChart(doc, onPaper(radar.drawing), box, SCALE);
    drawKey(doc, key, { x: box.x, y: top + height - key.height });
  });
  table(doc, beside);
  doc.y = Math.max(doc.y, top + height);
}

function keyOf(radar: RadarView, { round, comparedWith }: PlaceReportView): KeyItem[] {
  const { hasBefore, hasOpen, hasSpread, hasUnknown } = radar;
  const optional: readonly (readonly [boolean, KeyItem])[] = [
    [hasBefore, { looks: ['before'], text: comparedWith }],
    [hasOpen, { looks: ['open'], text: 'median, not agreed' }],
    [hasSpread, { looks: ['spread'], text: 'how far agencies differ' }],
    [hasUnknown, { looks: ['unknown'], text: 'no level to show' }],
  ];
  return [
    { looks: ['now', 'dot'], text: round },
    ...optional.flatMap(([isNeeded, item]) => (isNeeded ? [item] : [])),
  ];
}

function tableOf({ domains, comparedWith }: PlaceReportView, x: number): TableSpec {
  const compares = comparedWith !== '';
  return {
    title: 'Level of each domain',
    x,
    isWhole: true,
    columns: [
      { label: 'Domain', isRowHeader: true },
      { label: 'Now', width: 58 },
      ...(compares ? [{ label: comparedWith, width: 42 }] : []),
    ],
    style: { ...TYPE.cell, size: 8.5, leading: 10.5 },
    padding: { row: 2.6, right: 5 },
    rows: domains.map((domain) => ({
      cells: [
        domain.name,
        nowText(domain),
        ...(compares ? [domain.before === null ? '–' : String(domain.before.level)] : []),
      ],
    })),
  };
}

/** The level as a figure; of a split its range and median, as far as they may be seen. */
function nowText({ level, rag, distribution }: PlaceDomainView): string {
  if (level !== null) return String(level);
  if (rag.code !== 'discuss') return '?';
  if (distribution === null) return 'split';
  const isGiven = (count: number): boolean => count > 0;
  const { counts, median } = distribution;
  const range = `${counts.findIndex(isGiven)} to ${counts.findLastIndex(isGiven)}`;
  return `split ${range}, median ${median ?? '–'}`;
}

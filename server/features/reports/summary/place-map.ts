/** What the service map tells of a Place in short, and which sectors offer nothing at a level. */
import { list, paragraph } from '../../../adapters/pdf/blocks.ts';
import { h2 } from '../../../adapters/pdf/headings.ts';
import type { Text } from '../../../adapters/pdf/lines.ts';
import type { PdfDocument } from '../../../adapters/pdf/sheet.ts';
import { TYPE } from '../../../adapters/pdf/tokens.ts';
import { gapText } from '../map-gap.view.ts';
import type { CoverageRow } from '../place-map.view.ts';
import type { PlaceReportView } from '../place-report.view.ts';

const SMALL = { ...TYPE.small, size: 9, leading: 12 } as const;
/** of the first item */
const KEEP = 3 * SMALL.leading;

export function writeMapInShort(
  doc: PdfDocument,
  { insight, services }: Pick<PlaceReportView, 'insight' | 'services'>,
): void {
  const findings = insight?.findings ?? [];
  const items = [
    ...findings.map(({ topic, text }) => labelled(topic, text)),
    ...gapsByLevel(services.coverage),
  ];
  h2(doc, 'What the service map tells', { name: 'map', keep: KEEP });
  if (items.length > 0) list(doc, items, { style: SMALL, gap: 2 });
  else paragraph(doc, 'No service is known to run here, and no gap is known yet.');
}

/** "No targeted service: Midwifery, Children’s social care (action agreed)" */
function gapsByLevel(coverage: readonly CoverageRow[]): Text[] {
  const levels = coverage[0]?.cells.map(({ level }) => level) ?? [];
  return levels.flatMap((level, index): Text[] => {
    const sectors = coverage.flatMap(({ sector, cells }) => {
      const gap = cells[index]?.gap;
      return gap ? [gapText({ words: sector, action: gap.action })] : [];
    });
    if (sectors.length === 0) return [];
    return [labelled(`No ${level.toLowerCase()} service runs in`, sectors.join(', '))];
  });
}

const labelled = (label: string, text: string): Text => [
  { text: `${label}: `, font: 'semibold' },
  { text },
];

/** One section for each element of support across the Places: its colours with their reasons, and its rule. */
import { h2 } from '../../../adapters/pdf/headings.ts';
import { panel, type PanelRow } from '../../../adapters/pdf/panel.ts';
import type { PdfDocument } from '../../../adapters/pdf/sheet.ts';
import type { Rag } from '../../../domain/scoring/score.ts';
import type { ElementCellView } from '../element-table.view.ts';
import type { SystemReportView } from '../system-report.view.ts';
import { andList } from '../words.ts';

const ORDER: readonly Rag[] = ['green', 'amber', 'purple', 'red', 'white'];

export function writeElementSections(doc: PdfDocument, { elementTables }: SystemReportView): void {
  h2(doc, 'Each element across the Places', { name: 'element-reasons', keep: 120 });
  for (const { id, title, rule } of elementTables[0]?.rows ?? []) {
    const cells = elementTables.flatMap(
      ({ rows }) => rows.find((row) => row.id === id)?.cells ?? [],
    );
    const standing = ORDER.flatMap((rag) =>
      colourRow(cells.filter((cell) => cell.rag.code === rag)),
    );
    panel(doc, `${id} ${title}`, {
      facts: [],
      rows: [...standing, { label: 'Rule', text: rule }],
      labelWidth: 112,
    });
  }
}

/** Places with the same reason share a line. */
function colourRow(cells: readonly ElementCellView[]): PanelRow[] {
  const [first] = cells;
  if (!first) return [];
  const reasons = [...new Set(cells.map(reasonOf))].map((reason) => {
    const places = cells.filter((cell) => reasonOf(cell) === reason).map(({ place }) => place);
    return `${andList(places)}: ${reason}.`;
  });
  return [{ label: first.rag.word, rag: first.rag.code, text: reasons.join('\n') }];
}

function reasonOf({ agreed, count, brief, developing }: ElementCellView): string {
  return [agreed, count, brief, developing ? 'others in development' : '']
    .filter(Boolean)
    .join(', ');
}

/** One section for each domain across the Places: how far apart they are, who stands where, what is to discuss. */
import { note } from '../../../adapters/pdf/blocks.ts';
import { h2 } from '../../../adapters/pdf/headings.ts';
import { panel, type PanelFact, type PanelRow } from '../../../adapters/pdf/panel.ts';
import type { PdfDocument } from '../../../adapters/pdf/sheet.ts';
import type { DomainCellView, DomainRowView, GapView } from '../matrix.view.ts';
import type { SystemReportView } from '../system-report.view.ts';
import { andList } from '../words.ts';
import { coloursText } from './colour-tally.ts';
import { gapDots, gapWords } from './system-gaps.ts';

/** A domain over all Places, whichever table they stand in. */
interface WholeDomain extends DomainRowView {
  readonly gap: GapView | null;
}

export function writeDomainSections(doc: PdfDocument, { tables }: SystemReportView): void {
  h2(doc, 'Each domain across the Places', { name: 'domains', keep: 150 });
  note(doc, 'In brackets: on what a level rests, and what has changed.', { after: 2 });
  for (const domain of wholeDomains(tables)) {
    panel(doc, domain.name, {
      facts: signs(doc, domain),
      rows: standings(domain.cells),
      labelWidth: 128,
    });
  }
}

function wholeDomains(tables: SystemReportView['tables']): WholeDomain[] {
  const rows = tables.at(-1)?.rows ?? [];
  return rows.map((row) => ({
    ...row,
    cells: tables.flatMap((table) => table.rows.find(({ id }) => id === row.id)?.cells ?? []),
  }));
}

function signs(doc: PdfDocument, { cells, gap }: WholeDomain): PanelFact[] {
  const sum = (figure: (cell: DomainCellView) => number): number =>
    cells.reduce((total, cell) => total + figure(cell), 0);
  const given = `${sum(({ n }) => n)} of ${sum(({ assigned }) => assigned)} asked`;
  const hasGap = gap !== null && gap.gap !== null;
  return [
    ...(hasGap
      ? [
          { label: 'Equity gap', width: 128, cell: { text: gapWords(gap) } },
          {
            label: 'Places at levels 0 to 4',
            width: 118,
            cell: gapDots(doc, gap, `${cells.map(placeText).join('; ')}.`),
          },
        ]
      : []),
    { label: 'Colours', cell: { text: coloursText(cells) } },
    { label: 'Gave a level', width: 84, cell: { text: given } },
  ];
}

const placeText = ({ place, text }: DomainCellView): string => `${place}: ${text}`;

/** The highest level first; then what is to discuss, then what is not known. */
function standings(cells: readonly DomainCellView[]): PanelRow[] {
  const levels = [4, 3, 2, 1, 0].flatMap((level) => {
    const there = cells.filter((cell) => cell.level === level);
    return toRow(there, ({ text }) => text, settledText(there));
  });
  const open = cells.filter(({ rag }) => rag.code === 'discuss');
  const unknown = cells.filter(({ rag }) => rag.code === 'white');
  const notKnown = unknown.map(({ place, given }) => `${place} (${given})`);
  return [
    ...levels,
    ...toRow(open, ({ rag }) => rag.word, open.map(openText).join('\n')),
    ...toRow(unknown, ({ rag }) => rag.word, notKnown.join(', ')),
  ];
}

function toRow(
  there: readonly DomainCellView[],
  label: (cell: DomainCellView) => string,
  text: string,
): PanelRow[] {
  const [first] = there;
  return first ? [{ label: label(first), rag: first.rag.code, text }] : [];
}

/** "Ferrow Vale and Tŵr Wennol (median); Saltmere Bay (agreed, up 1)" */
function settledText(cells: readonly DomainCellView[]): string {
  const groups = [...new Set(cells.map(asideOf))].map((aside) => {
    const places = cells.filter((cell) => asideOf(cell) === aside).map(({ place }) => place);
    return `${andList(places)} (${aside})`;
  });
  return groups.join('; ');
}

function asideOf({ basis, change, flags }: DomainCellView): string {
  const asides = [basis, change?.text ?? '', ...flags.map(({ text }) => text.toLowerCase())];
  return asides.filter(Boolean).join(', ');
}

/** Who is to talk about what. */
function openText({ place, given, why }: DomainCellView): string {
  return `${place} (${given}): ${why.join(' ')}`;
}

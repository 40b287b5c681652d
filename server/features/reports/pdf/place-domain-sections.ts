/** One section for each domain of a Place: its signs and figures, why it stands there, and what comes next. */
import { note } from '../../../adapters/pdf/blocks.ts';
import { countsCell, ragCell } from '../../../adapters/pdf/cells.ts';
import { COUNTS_SIZE } from '../../../adapters/pdf/glyphs.ts';
import { h2 } from '../../../adapters/pdf/headings.ts';
import type { Run, Text } from '../../../adapters/pdf/lines.ts';
import { panel, type PanelFact, type PanelRow } from '../../../adapters/pdf/panel.ts';
import type { PdfDocument } from '../../../adapters/pdf/sheet.ts';
import { COLOUR, TYPE } from '../../../adapters/pdf/tokens.ts';
import type { AgreedView, WorkingRow } from '../domain-working.view.ts';
import type { PlaceDomainView } from '../place-domains.view.ts';
import type { PlaceReportView } from '../place-report.view.ts';
import { toLevel } from './domain-cells.ts';

export function writeDomainSections(doc: PdfDocument, view: PlaceReportView): void {
  h2(doc, 'Each domain, with its reasons', { name: 'domains', keep: 180 });
  note(doc, readingOf(view), { after: 2 });
  for (const domain of view.domains) {
    const rows = reasons(domain, view.comparedWith);
    const facts = domain.rag.code === 'white' ? [] : signs(doc, domain);
    panel(doc, domain.name, { facts, rows });
  }
}

function readingOf({ domains }: PlaceReportView): string {
  return domains.some(({ distribution }) => distribution !== null)
    ? 'Agreement runs from 1, all alike, over 0, evenly spread, to −1, split between the two ends; from five levels on, below 0.60 is a split. '
    : 'How many gave each level is shown from five on.';
}

function signs(doc: PdfDocument, domain: PlaceDomainView): PanelFact[] {
  const { distribution, rag } = domain;
  const colour = { label: 'Colour', width: 88, cell: ragCell(doc, rag.code, colourBasis(domain)) };
  const given = { label: 'Gave a level', width: 100, cell: { text: givenText(domain) } };
  const level = { label: 'Level', cell: toLevel(doc, domain) };
  if (distribution === null) return [level, colour, given];
  const counts = {
    label: 'At levels 0 to 4',
    width: COUNTS_SIZE.width + 14,
    cell: countsCell(doc, distribution, distribution.glyph.label),
  };
  return [level, colour, counts, given, ...medianSign(domain)];
}

/** On what the colour rests: the agreed level, or the median. */
function colourBasis({ rag, basis }: PlaceDomainView): string {
  return rag.code === 'discuss' ? 'no colour yet' : basis;
}

/** With those who can't say, and how many gave evidence. */
function givenText(domain: PlaceDomainView): Run[] {
  const cant = domain.distribution?.cant ?? 0;
  const evidence = figureOf(domain, 'evidence');
  return [
    { text: domain.given },
    ...small(cant > 0 ? `${cant} can’t say` : ''),
    ...small(evidence && `evidence: ${evidence}`),
  ];
}

function medianSign(domain: PlaceDomainView): PanelFact[] {
  const [median, agreement] = [figureOf(domain, 'median'), figureOf(domain, 'agreement')];
  if (median === '') return [];
  return [
    {
      label: 'Median',
      width: 94,
      cell: { text: [{ text: median }, ...small(`agreement ${agreement}`)] },
    },
  ];
}

/** The figure as the page has it; '' where it may not be seen. */
function figureOf({ working }: PlaceDomainView, id: WorkingRow['id']): string {
  return working.rows.find((row) => row.id === id)?.value ?? '';
}

const small = (text: string): Run[] => (text === '' ? [] : [{ text: `\n${text}`, ...SOFT }]);

const SOFT = { size: TYPE.note.size, colour: COLOUR.soft } as const;

function reasons(domain: PlaceDomainView, comparedWith: string): PanelRow[] {
  const { agreed, aside } = domain.working;
  const decided = agreed ?? aside;
  return [
    ...standing(domain),
    row('Set aside', aside === null ? '' : decidedText(aside)),
    row('Present', decided?.present ?? ''),
    row('Dissent', decided?.dissent ?? ''),
    row('Flags', flagsText(domain)),
    row(comparedWith, beforeText(domain)),
    row('Next level', figureOf(domain, 'next')),
  ].filter(({ text }) => text !== '');
}

const row = (label: string, text: Text): PanelRow => ({ label, text });

/** What was agreed and why; else what the answers say. */
function standing({ rag, why, distribution, working: { agreed } }: PlaceDomainView): PanelRow[] {
  if (rag.code === 'white') {
    const cant = distribution?.cant ?? 0;
    return [row(rag.word, [...why, ...(cant > 0 ? [`${cant} can’t say.`] : [])].join(' '))];
  }
  if (agreed === null) {
    return [row(rag.code === 'discuss' ? rag.word : 'Not agreed', why.join(' '))];
  }
  return [row('Agreed', decidedText(agreed))];
}

const decidedText = ({ text, rationale }: AgreedView): Run[] => [
  { text: `${text}.`, font: 'semibold' },
  { text: ` ${rationale}` },
];

/** "Split" is what "to discuss" says already. */
function flagsText({ flags }: PlaceDomainView): string {
  const shown = flags.filter(({ code }) => code !== 'split');
  return shown.map(({ text }) => `${text}.`).join(' ');
}

function beforeText({ before, change }: PlaceDomainView): string {
  if (before === null) return '';
  if (change === null) return `${before.text}.`;
  return change.kind === 'same'
    ? `${before.text}, the same.`
    : `${before.text}, ${change.text} since.`;
}

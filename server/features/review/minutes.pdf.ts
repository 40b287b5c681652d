/** The minutes of a Place's review as a PDF; run by a worker. */
import { eyebrow, lede, list, note, paragraph, stamp } from '../../adapters/pdf/blocks.ts';
import { levelCell, ragCell } from '../../adapters/pdf/cells.ts';
import { closeDocument } from '../../adapters/pdf/document.ts';
import { factStrip } from '../../adapters/pdf/facts.ts';
import { h1, h2, h3 } from '../../adapters/pdf/headings.ts';
import { openPaper, TITLE_WIDTH } from '../../adapters/pdf/paper.ts';
import { skip, type PdfDocument } from '../../adapters/pdf/sheet.ts';
import { headedTable } from '../../adapters/pdf/table.ts';
import { COLOUR, TYPE } from '../../adapters/pdf/tokens.ts';
import type { Made } from '../../web/made.ts';
import type { MinutedDomain, MinutedElement, MinutesView } from './minutes.view.ts';

export interface MinutesPaper {
  readonly view: MinutesView;
  readonly made: Made;
}

/** What was decided in one table, then each decision with its words, then who signed. */
export function render(paper: MinutesPaper): Promise<Buffer> {
  const { view, made } = paper;
  const doc = open(paper);
  writeHead(doc, paper);
  if (view.domains.length > 0) writeGlance(doc, view.domains);
  const decided = view.domains.filter(({ stands }) => stands !== null);
  writeDecisions(
    doc,
    'Agreed',
    decided.filter(({ isAside }) => !isAside),
  );
  writeDecisions(
    doc,
    'Set aside',
    decided.filter(({ isAside }) => isAside),
  );
  if (view.elements.length > 0) writeElements(doc, view.elements);
  writeLeft(doc, view.domains);
  writeSignOff(doc, view);
  writeSources(doc, view, made);
  return closeDocument(doc);
}

function open({ view, made }: MinutesPaper): ReturnType<typeof openPaper> {
  const { place, system, round, draft, status, credits } = view;
  const about = `${place}: minutes of the review`;
  const subject = 'What the reviewers of a Place agreed, and why';
  return openPaper({ about, subject, system, round, draft, status, credits, made });
}

function writeHead(doc: PdfDocument, { view, made }: MinutesPaper): void {
  eyebrow(doc, 'Minutes of the review');
  h1(doc, view.place, { width: TITLE_WIDTH, balance: true });
  if (view.draft) stamp(doc, 'DRAFT', 'not published');
  skip(doc, 14);
  factStrip(doc, [
    { label: 'System', value: view.system, share: 2.6 },
    { label: 'Round', value: view.round, share: 1.8 },
    { label: 'State', value: view.status, share: 1.4 },
    { label: 'Made', value: made.text, share: 2.4 },
  ]);
  lede(doc, view.summary, `${view.signOffs[0] ?? ''} ${view.quorum}`);
}

function writeGlance(doc: PdfDocument, domains: readonly MinutedDomain[]): void {
  headedTable(doc, 'Decisions at a glance', {
    title: 'Decisions',
    summary: 'Of every domain: the median before, and what was decided',
    columns: [
      { label: 'Domain', isRowHeader: true },
      { label: 'Before: median', width: 128 },
      { label: 'Gave a level', width: 52 },
      { label: 'Decided', width: 128 },
      { label: 'Dissent', width: 52 },
    ],
    style: TYPE.cell,
    rows: domains.map((domain) => ({
      cells: [
        domain.name,
        levelCell(doc, domain.median, domain.medianWord + (domain.split ? ', split' : '')),
        domain.given,
        decidedCell(doc, domain),
        domain.stands ? (domain.stands.dissent === '' ? 'none' : 'recorded') : '–',
      ],
    })),
  });
}

function decidedCell(doc: PdfDocument, { agreed, stands }: MinutedDomain) {
  if (!stands) return 'Left to agree';
  return agreed === null ? stands.level : levelCell(doc, agreed, stands.level);
}

function writeDecisions(
  doc: PdfDocument,
  heading: string,
  domains: readonly MinutedDomain[],
): void {
  if (domains.length === 0) return;
  h2(doc, heading);
  for (const { name, stands, ...domain } of domains) {
    if (!stands) continue;
    h3(doc, name);
    const before = `Median before: ${domain.medianWord}${domain.split ? ', split' : ''}; ${domain.given} gave a level.`;
    writeDecision(doc, { ...stands, decided: stands.level, before });
  }
}

interface Words {
  readonly decided: string;
  readonly before: string;
  readonly rationale: string;
  readonly dissent: string;
  readonly present: string;
  readonly recorded: string;
  readonly thin?: string;
}

function writeDecision(doc: PdfDocument, words: Words): void {
  const first = [
    { text: `${words.decided}. `, font: 'semibold' as const },
    { text: words.before, colour: COLOUR.soft },
  ];
  paragraph(doc, first, { style: TYPE.small, after: 3, keep: 30 });
  writeText(doc, 'Because', words.rationale);
  if (words.dissent !== '') writeText(doc, 'Dissent', words.dissent);
  note(doc, `Present: ${words.present}. ${words.recorded}. ${words.thin ?? ''}`.trim(), {
    after: 8,
  });
}

/** What somebody typed, its paragraphs as they were. */
function writeText(doc: PdfDocument, label: string, text: string): void {
  const [first = '', ...more] = text.split(/\n+/u).filter((part) => part.trim() !== '');
  paragraph(doc, [{ text: `${label}: `, font: 'semibold' }, { text: first }], { after: 3 });
  for (const part of more) paragraph(doc, part, { after: 3 });
}

function writeElements(doc: PdfDocument, elements: readonly MinutedElement[]): void {
  headedTable(doc, 'Support elements', {
    title: 'Support elements',
    summary: 'The colour that the service map gives, and the one that was agreed',
    columns: [
      { label: 'Element', isRowHeader: true },
      { label: 'Derived', width: 110 },
      { label: 'Agreed', width: 110 },
    ],
    style: TYPE.cell,
    rows: elements.map(({ name, derived, agreed }) => ({
      cells: [name, ragCell(doc, derived), ragCell(doc, agreed)],
    })),
  });
  for (const { name, words, ...element } of elements) {
    h3(doc, name);
    writeDecision(doc, { ...element, decided: words, before: '' });
  }
}

function writeLeft(doc: PdfDocument, domains: readonly MinutedDomain[]): void {
  const left = domains.filter(({ stands }) => stands === null);
  if (left.length === 0) return;
  h2(doc, 'Left to agree');
  list(
    doc,
    left.map(({ name, split }) => (split ? `${name} (split)` : name)),
    { style: TYPE.small, gap: 2 },
  );
}

function writeSignOff(doc: PdfDocument, { signOffs, quorum, reviewers }: MinutesView): void {
  h2(doc, 'Sign-off');
  for (const line of signOffs) paragraph(doc, line, { after: 3 });
  h3(doc, 'Reviewers of this Place');
  if (reviewers.length > 0) list(doc, reviewers, { style: TYPE.small, gap: 2 });
  note(doc, quorum);
}

function writeSources(doc: PdfDocument, view: MinutesView, made: Made): void {
  h2(doc, 'What this rests on');
  list(doc, view.instruments, { style: TYPE.small, gap: 2 });
  paragraph(doc, `Source: ${view.credits.join(' ')} Statements are in our own words.`, {
    style: TYPE.small,
    before: 4,
  });
  const address = { text: made.address, href: made.address, colour: COLOUR.brand };
  paragraph(doc, [{ text: 'Online: ' }, address], { style: TYPE.small });
}

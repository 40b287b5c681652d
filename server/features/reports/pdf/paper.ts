/** What the PDFs of a report have in common: frame, head, finding, and at the end what it rests on and how it was made. */
import { eyebrow, lede, list, paragraph, stamp } from '../../../adapters/pdf/blocks.ts';
import { factStrip, type Fact } from '../../../adapters/pdf/facts.ts';
import { h1, h2, h3 } from '../../../adapters/pdf/headings.ts';
import type { Run } from '../../../adapters/pdf/lines.ts';
import { openPaper, TITLE_WIDTH } from '../../../adapters/pdf/paper.ts';
import { skip, type PdfDocument } from '../../../adapters/pdf/sheet.ts';
import { COLOUR, TYPE } from '../../../adapters/pdf/tokens.ts';
import type { Made } from '../../../web/made.ts';
import type { HasLevels } from '../levels.view.ts';
import type { ReportHead } from '../report.view.ts';
import { writeMethod } from './method.ts';

/** A report's view model, as its page shows it, and what only a file needs to know. */
export interface Paper<V extends ReportHead> {
  readonly view: V;
  readonly made: Made;
}

export type OpenPaper = ReturnType<typeof openPaper>;

/** @param about what the paper is, for its title and running head: "Ferrow Vale: Place report" */
export function openReport({ view, made }: Paper<ReportHead>, about: string): OpenPaper {
  const { system, round, draft, status, credits } = view;
  const subject = 'Support for parent-infant relationships, by Place';
  return openPaper({ about, subject, system, round, draft, status, credits, made });
}

/** Title, state, and the finding or, where nothing was submitted, that there is none yet. */
export function writeHead(doc: PdfDocument, paper: Paper<ReportHead>): void {
  writeTitle(doc, paper);
  writeFinding(doc, paper.view);
}

/** What the paper is, of which round, and in which state. */
export function writeTitle(doc: PdfDocument, { view, made }: Paper<ReportHead>): void {
  eyebrow(doc, view.caption);
  h1(doc, view.heading, { width: TITLE_WIDTH, balance: true });
  if (view.draft) stamp(doc, 'DRAFT', 'not published');
  skip(doc, 14);
  factStrip(doc, headFacts(view, made));
}

/** The same inside a pack, whose cover has said what is true of all of it. */
export function writeChapterHead(doc: PdfDocument, view: ReportHead): void {
  writeChapterTitle(doc, view);
  writeFinding(doc, view);
}

/** … of a chapter that tells the finding further down. */
export function writeChapterTitle(doc: PdfDocument, { caption, heading }: ReportHead): void {
  eyebrow(doc, caption);
  h1(doc, heading, { name: CHAPTER_START, balance: true });
  skip(doc, 10);
}

/** The destination of a chapter's title, in the chapter. */
export const CHAPTER_START = 'start';

/** … and the page's figures below it. */
export function writeFinding(doc: PdfDocument, view: ReportHead): void {
  if (view.empty) lede(doc, `${view.empty.heading}.`, view.empty.text);
  else lede(doc, view.lede[0] ?? '', view.lede.slice(1).join(' '));
  writeFigures(doc, view);
}

export function headFacts({ system, round, status, dates }: ReportHead, made: Made): Fact[] {
  return [
    { label: 'System', value: system, share: 2.6 },
    { label: 'Round', value: round, share: 1.8 },
    { label: 'State', value: status, share: 1.4 },
    ...(dates === '' ? [] : [{ label: 'Dates', value: dates, share: 3 }]),
    { label: 'Made', value: made.text, share: 2.4 },
  ];
}

/** The page's figures in one line of words; those of a colour stand in the tally of the paper. */
function writeFigures(doc: PdfDocument, { facts }: ReportHead): void {
  const plain = facts.filter(({ rag }) => rag === '');
  const runs = plain.flatMap(({ value, label }, index): Run[] => [
    ...(index > 0 ? [{ text: ' · ', colour: COLOUR.soft }] : []),
    { text: value, font: 'semibold' },
    { text: ` ${label}`, colour: COLOUR.soft },
  ]);
  if (runs.length > 0) paragraph(doc, runs, { style: TYPE.small, before: 8, after: 0 });
}

/** A part of a paper behind its first page. */
export interface Part {
  /** of its second heading, as a destination */
  readonly name: string;
  readonly title: string;
  readonly write: () => void;
}

type OptionalPart = readonly [isThere: boolean, name: string, title: string, write: () => void];

/** The parts that this paper has something to say in. */
export function partsOf(parts: readonly OptionalPart[]): Part[] {
  return parts.flatMap(([isThere, name, title, write]) =>
    isThere ? [{ name, title, write }] : [],
  );
}

/** Where to find what stands behind the first page: a link for each part. @param fullAddress of the paper that holds more; '' for none */
export function writeContents(doc: PdfDocument, parts: readonly Part[], fullAddress = ''): void {
  const links = parts.flatMap(({ name, title }, index): Run[] => [
    ...(index > 0 ? [{ text: ' · ', colour: COLOUR.soft }] : []),
    { text: title, goTo: name, colour: COLOUR.brand },
  ]);
  const full: Run[] = [
    { text: '. All workings: ' },
    { text: 'the full report', href: fullAddress, colour: COLOUR.brand },
  ];
  const runs = [...links, ...(fullAddress === '' ? [] : full)];
  paragraph(doc, [{ text: 'Behind this page: ', font: 'semibold' }, ...runs], {
    style: TYPE.small,
    after: 0,
  });
}

/** The last part of every paper: what it rests on, how it was made, whose work it is. */
export function methodPart(
  doc: PdfDocument,
  { view, made }: Paper<ReportHead & HasLevels>,
  asksMap: boolean,
): Part {
  return {
    name: 'method',
    title: 'Method',
    write: () => {
      h2(doc, 'How this was made', { name: 'method' });
      writeMethod(doc, { levels: view.levels, asksMap });
      if (view.notes.length > 0) {
        h3(doc, 'What this rests on');
        list(doc, view.notes, { style: TYPE.small, gap: 2 });
      }
      h3(doc, 'Sources');
      const sources = `${view.credits.join(' ')} Statements are in our own words.`;
      paragraph(doc, `Source: ${sources}`, { style: TYPE.small });
      const address = { text: made.address, href: made.address, colour: COLOUR.brand };
      paragraph(doc, [{ text: 'Online: ' }, address], { style: TYPE.small });
    },
  };
}

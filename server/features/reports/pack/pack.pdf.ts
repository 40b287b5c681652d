/** The complete pack as one PDF: cover, contents, Board paper, system, every Place, what was agreed, method; run by a worker. */
import { eyebrow, note, paragraph, stamp } from '../../../adapters/pdf/blocks.ts';
import { contents, type ContentsEntry } from '../../../adapters/pdf/contents.ts';
import { closeDocument } from '../../../adapters/pdf/document.ts';
import { factStrip } from '../../../adapters/pdf/facts.ts';
import { chapter, h1, h2 } from '../../../adapters/pdf/headings.ts';
import { TITLE_WIDTH } from '../../../adapters/pdf/paper.ts';
import type { LongDocument } from '../../../adapters/pdf/pool.ts';
import { skip, type PdfDocument } from '../../../adapters/pdf/sheet.ts';
import { TYPE } from '../../../adapters/pdf/tokens.ts';
import {
  CHAPTER_START,
  headFacts,
  methodPart,
  openReport,
  writeChapterHead,
  writeChapterTitle,
  writeFinding,
} from '../pdf/paper.ts';
import { writeBoard } from '../board/board.pdf.ts';
import { writePlace } from '../place.pdf.ts';
import { writeSystem } from '../system.pdf.ts';
import { writeDecisions } from './pack-decisions.pdf.ts';
import type { PackPapers } from './pack.papers.ts';

/** The port is told how many Places are drawn. */
export function render({ view, port }: LongDocument<PackPapers>): Promise<Buffer> {
  return drawPack(view, (done) => port.postMessage(done));
}

/** A part of the pack: where the contents lead, and what stands there. */
interface Chapter extends ContentsEntry {
  readonly name: string;
  readonly write: () => void;
}

/** @param tell called after each Place with how many are drawn */
export function drawPack(pack: PackPapers, tell: (done: number) => void): Promise<Buffer> {
  const { system, made } = pack;
  const doc = openReport({ view: system, made }, `${system.system}: complete pack`);
  const chapters = chaptersOf(doc, pack, tell);
  writeCover(doc, pack);
  h2(doc, 'Contents', { keep: Math.min(chapters.length * ENTRY, MOST_KEPT) });
  if (pack.board === 'unwritten') note(doc, NO_BOARD_PAPER, { after: 8 });
  const fill = contents(doc, chapters);
  const pages = new Map<string, number>();
  for (const { name, goTo, write } of chapters) pages.set(goTo, chapter(doc, name, write));
  fill((goTo) => pages.get(goTo) ?? 0);
  return closeDocument(doc);
}

const NO_BOARD_PAPER = 'No Board paper has been written yet: there is none in this pack.';

/** about the height of an entry of the contents, in points; more than the other half of a page is not kept together */
const ENTRY = 21;
const MOST_KEPT = 340;

function writeCover(doc: PdfDocument, { system, made, edition, places }: PackPapers): void {
  eyebrow(doc, 'Complete pack');
  h1(doc, system.system, { width: TITLE_WIDTH, balance: true });
  if (system.draft) stamp(doc, 'DRAFT', 'not published');
  paragraph(doc, `Support for parent-infant relationships, Place by Place. ${system.round}.`, {
    style: TYPE.board,
  });
  skip(doc, 8);
  const facts = headFacts(system, made).filter(({ label }) => label !== 'System');
  factStrip(doc, [...facts, { label: 'Edition', value: edition, share: 2 }]);
  writeFinding(doc, system);
  if (places.some(({ view }) => view.names)) note(doc, NAMED, { before: 8 });
}

const NAMED =
  'This copy names agencies and what they wrote: it is for reviewers and the coordinator, not for passing on.';

function chaptersOf(
  doc: PdfDocument,
  pack: PackPapers,
  tell: (done: number) => void,
): readonly Chapter[] {
  const { system, places, made } = pack;
  const views = places.map(({ view }) => view);
  return [
    ...boardChapter(doc, pack),
    toChapter('system', `The system: ${system.heading}`, () => {
      writeChapterHead(doc, system);
      writeSystem(doc, system);
    }),
    ...places.map(({ view, address }, index) => ({
      ...toChapter(`place-${index + 1}`, view.place, () => {
        writeChapterHead(doc, view);
        writePlace(doc, { view, made: { ...made, address } });
        tell(index + 1);
      }),
      isInner: true,
    })),
    toChapter('agreed', 'What was agreed', () => writeDecisions(doc, views)),
    toChapter('how', 'Method and sources', () => {
      h1(doc, 'Method and sources', { name: CHAPTER_START });
      methodPart(
        doc,
        { view: system, made },
        views.some(({ asksMap }) => asksMap),
      ).write();
    }),
  ];
}

function boardChapter(doc: PdfDocument, { board }: PackPapers): Chapter[] {
  if (board === null || board === 'unwritten') return [];
  const { view } = board;
  return [
    toChapter('board', `Board paper: ${view.heading}`, () => {
      writeChapterTitle(doc, view);
      writeBoard(doc, board);
    }),
  ];
}

const toChapter = (name: string, title: string, write: () => void): Chapter => ({
  name,
  title,
  goTo: `${name}/${CHAPTER_START}`,
  write,
});

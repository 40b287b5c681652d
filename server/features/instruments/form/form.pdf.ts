/** The blank paper form of an instrument as a PDF, to be filled in with a pen; run by a worker. */
import { paragraph } from '../../../adapters/pdf/blocks.ts';
import { closeDocument, openDocument } from '../../../adapters/pdf/document.ts';
import { h2 } from '../../../adapters/pdf/headings.ts';
import type { PdfDocument } from '../../../adapters/pdf/sheet.ts';
import { TYPE } from '../../../adapters/pdf/tokens.ts';
import type { BlockView, FormView } from './form.view.ts';
import { writeEntries } from './write-entries.ts';
import { writeHead } from './write-head.ts';
import { writeLevel } from './write-level.ts';
import { writeQuestions } from './write-questions.ts';
import { writeTerms } from './write-terms.ts';

export interface BlankForm {
  readonly view: FormView;
  readonly madeAt: Date;
}

/** First who answers and how, then everything in the definition's order, the words explained at the end. */
export function render({ view, madeAt }: BlankForm): Promise<Buffer> {
  const doc = openDocument({
    title: `${view.title}: paper form, version ${view.version}`,
    subject: view.summary,
    author: view.system,
    createdAt: madeAt,
    isDraft: false,
    furniture: {
      runningHead: `${view.short}: paper form`,
      // pages come apart: each has room for whose it is
      status: ownerLine(view),
      footer: `${view.title} · version ${view.version} · paper form`,
      credit: `Source: ${view.credit} Statements are in our own words.`,
    },
  });
  writeHead(doc, view);
  for (const { title, help, blocks } of view.sections) {
    const isOwnPage = blocks[0]?.kind === 'level';
    h2(doc, title, { keep: isOwnPage ? WHOLE_PAGE : FIRST_QUESTION, after: 4 });
    if (help !== '') paragraph(doc, help, { style: TYPE.small, after: 2 });
    for (const block of blocks) writeBlock(doc, block, view);
  }
  if (!hasEntries(view)) writeTerms(doc, view);
  return closeDocument(doc);
}

/** A domain begins a page of its own: it can be handed to a colleague. */
const WHOLE_PAGE = 640;
const FIRST_QUESTION = 110;

const LINE = '_'.repeat(24);

function ownerLine({ asks }: FormView): string {
  const parts = [
    ...(asks.agency ? [`Agency ${LINE}`] : []),
    ...(asks.place ? [`Place ${LINE.slice(0, 16)}`] : []),
  ];
  return parts.join('  ');
}

const hasEntries = ({ sections }: FormView): boolean =>
  sections.some(({ blocks }) => blocks.some(({ kind }) => kind === 'entries'));

function writeBlock(doc: PdfDocument, block: BlockView, view: FormView): void {
  if (block.kind === 'level') writeLevel(doc, block);
  else if (block.kind === 'entries') writeEntries(doc, block, view);
  else writeQuestions(doc, block.questions, { heads: true });
}

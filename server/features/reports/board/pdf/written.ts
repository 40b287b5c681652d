/** What people wrote of a Board paper, in the type that a Board reads at arm's length. */
import { list, paragraph } from '../../../../adapters/pdf/blocks.ts';
import { h2 } from '../../../../adapters/pdf/headings.ts';
import { skip, type PdfDocument } from '../../../../adapters/pdf/sheet.ts';
import { COLOUR, TYPE } from '../../../../adapters/pdf/tokens.ts';
import type { WrittenBlock } from '../../../../domain/board/written.ts';
import type { WrittenPart } from '../board.view.ts';

const style = TYPE.board;
/** numbers take up to three digits */
const NUMBER_WIDTH = 22;

export function writeParts(doc: PdfDocument, parts: readonly WrittenPart[]): void {
  for (const { id, title, state, blocks } of parts) {
    h2(doc, title, { name: id });
    if (state !== '') paragraph(doc, state, { style });
    for (const block of blocks) writeBlock(doc, block);
    if (state === '' && blocks.length === 0) {
      paragraph(doc, 'Not written yet.', { style: { ...style, colour: COLOUR.soft } });
    }
  }
}

function writeBlock(doc: PdfDocument, block: WrittenBlock): void {
  if (block.kind === 'paragraph') {
    paragraph(doc, block.text, { style });
    return;
  }
  const { items, start } = block;
  list(
    doc,
    items,
    start === null
      ? { style, gap: 3 }
      : { style, gap: 3, labelWidth: NUMBER_WIDTH, label: (index) => `${start + index}.` },
  );
  skip(doc, 3);
}

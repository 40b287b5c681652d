import { describe, expect, it } from 'vitest';
import { written } from '../../../test/factories/pdf-document.ts';
import { squeeze, type PdfNode } from '../../../test/factories/pdf-reader.ts';
import { paragraph } from './blocks.ts';
import { h1, h2, h3 } from './headings.ts';
import { startPage } from './sheet.ts';

const report = () =>
  written((doc) => {
    h1(doc, 'Clun Forest');
    h2(doc, 'Domains');
    h3(doc, 'Leadership');
    paragraph(doc, 'Agreed.');
    startPage(doc);
    paragraph(doc, 'Overleaf.');
    h3(doc, 'Money');
    h2(doc, 'Method');
    paragraph(doc, 'Median.');
  });

/** The roles of a part of the structure, with the words of what holds no other element. */
function outlineOf({ role, text, children }: PdfNode): unknown {
  if (children.length === 0) return `${role} ${squeeze(text)}`.trim();
  return [role, ...children.map(outlineOf)];
}

describe('a heading', () => {
  it('opens a section that holds what follows, up to the next of its rank, also overleaf', async () => {
    const { pages } = await report();
    expect(pages.map(({ tree }) => tree.children.map(outlineOf)).flat()).toEqual([
      [
        'Document',
        'H1 Clun Forest',
        ['Sect', 'H2 Domains', ['Sect', 'H3 Leadership', 'P Agreed.']],
      ],
      [
        'Document',
        ['Sect', ['Sect', 'P Overleaf.'], ['Sect', 'H3 Money']],
        ['Sect', 'H2 Method', 'P Median.'],
      ],
    ]);
  });

  it('has a bookmark at its own depth and page; third ones are folded', async () => {
    const pdf = await report();
    expect(pdf.outline).toEqual([
      { title: 'Clun Forest', depth: 1, page: 1 },
      { title: 'Domains', depth: 2, page: 1 },
      { title: 'Leadership', depth: 3, page: 1 },
      { title: 'Money', depth: 3, page: 2 },
      { title: 'Method', depth: 2, page: 2 },
    ]);
    expect(pdf.source).toMatch(/\/Count -2\b/u);
  });

  it('that skips a rank is refused', async () => {
    const skipping = written((doc) => {
      h1(doc, 'Clun Forest');
      h3(doc, 'Leadership');
    });
    await expect(skipping).rejects.toThrow('“Leadership” skips a rank');
  });
});

import { describe, expect, it } from 'vitest';
import { written } from '../../../test/factories/pdf-document.ts';
import {
  findNodes,
  squeeze,
  type PdfNode,
  type ReadPdf,
} from '../../../test/factories/pdf-reader.ts';
import { structureFaults } from '../../../test/factories/pdf-structure.ts';
import { countsCell, ragCell } from './cells.ts';
import { h1, h2 } from './headings.ts';
import { panel, type Panel } from './panel.ts';
import type { PdfDocument } from './sheet.ts';
import { PAGE } from './tokens.ts';

const aPanel = (doc: PdfDocument): Panel => ({
  facts: [
    { label: 'Colour', width: 90, cell: ragCell(doc, 'amber', 'agreed') },
    {
      label: 'At levels 0 to 4',
      cell: countsCell(
        doc,
        { counts: [0, 1, 4, 0, 0], median: 2, agreed: 2 },
        '1 at one, 4 at two.',
      ),
    },
  ],
  rows: [
    { label: 'Agreed', text: 'All strategies name babies.' },
    { label: 'Amber', rag: 'amber', text: 'Clun Forest' },
  ],
});

async function drawn(write: (doc: PdfDocument) => void): Promise<ReadPdf> {
  return written((doc) => {
    h1(doc, 'Clun Forest');
    h2(doc, 'Domains');
    write(doc);
  });
}

const inAll = ({ pages }: ReadPdf, role: string): PdfNode[] =>
  pages.flatMap(({ tree }) => findNodes(tree, role));
const words = (page: ReadPdf['pages'][number] | undefined): string =>
  squeeze(page?.tree.text ?? '');

describe('a panel', () => {
  it('is a section of labelled facts, then of labelled reasons', async () => {
    const pdf = await drawn((doc) => panel(doc, 'Leadership', aPanel(doc)));
    const items = inAll(pdf, 'LI').map(({ children }) => children.map(({ text }) => squeeze(text)));
    expect(items).toEqual([
      ['Colour', 'Amber agreed'],
      ['At levels 0 to 4', '· 1 4 · ·'],
      ['Agreed', 'All strategies name babies.'],
      ['Amber', 'Clun Forest'],
    ]);
    expect(inAll(pdf, 'Figure').map(({ alt }) => alt)).toEqual(['1 at one, 4 at two.']);
    expect(structureFaults(pdf.source)).toEqual([]);
  });

  it('keeps the line breaks of a reason, and its empty lines', async () => {
    const text = 'Paid until March.\n\n- rooms\r\n- people';
    const heights = await Promise.all(
      [text, text.replace('\n\n', '\n')].map(async (reason) => {
        const pdf = await drawn((doc) =>
          panel(doc, 'Money', { facts: [], rows: [{ label: 'Agreed', text: reason }] }),
        );
        const lines = (inAll(pdf, 'LBody').at(-1)?.text ?? '').split('\n').map(squeeze);
        expect(lines.filter((line) => line !== '')).toEqual([
          'Paid until March.',
          '- rooms',
          '- people',
        ]);
        return pdf.pages[0]?.lowest ?? 0;
      }),
    );
    expect((heights[1] ?? 0) - (heights[0] ?? 0)).toBeGreaterThan(8);
  });

  it('goes overleaf whole', async () => {
    const pdf = await drawn((doc) => {
      doc.y = PAGE.bottom - 80;
      panel(doc, 'Leadership', aPanel(doc));
    });
    expect(pdf.pages.map(words).map((text) => text.split(' ')[0])).toEqual(['Clun', 'Leadership']);
  });

  it('with a reason longer than a page begins where it stands, and loses no word', async () => {
    const reason = Array.from({ length: 3_000 }, (_, n) => `word${n}`).join(' ');
    const pdf = await drawn((doc) =>
      panel(doc, 'Leadership', { facts: [], rows: [{ label: 'Why', text: reason }] }),
    );
    expect(pdf.pages.length).toBeGreaterThan(2);
    expect(words(pdf.pages[0])).toContain('Leadership Why word0 word1');
    expect(squeeze(pdf.pages.map(words).join(' '))).toContain(reason);
  });
});

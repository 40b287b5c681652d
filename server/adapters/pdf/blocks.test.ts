import { describe, expect, it } from 'vitest';
import { written } from '../../../test/factories/pdf-document.ts';
import {
  findNodes,
  type PdfNode,
  type ReadPdf,
  squeeze,
} from '../../../test/factories/pdf-reader.ts';
import { eyebrow, lede, list, note, paragraph, quote, stamp } from './blocks.ts';
import { MISSING_NOTE } from './document.ts';
import { factStrip } from './facts.ts';
import { h1, h2, h3 } from './headings.ts';
import { PAGE } from './tokens.ts';

/** The elements in reading order, whatever section they are in. */
const elements = (pdf: ReadPdf): PdfNode[] =>
  pdf.pages.flatMap(({ tree }) => tree.children.flatMap(withoutSections));
const withoutSections = ({ children }: PdfNode): PdfNode[] =>
  children.flatMap((child) => (child.role === 'Sect' ? withoutSections(child) : [child]));
const spoken = (pdf: ReadPdf) => elements(pdf).map(({ role, text }) => [role, squeeze(text)]);
const allText = (pdf: ReadPdf) => pdf.pages.map(({ tree }) => tree.text).join('');

describe('blocks', () => {
  it('are read in the order in which they are written', async () => {
    const pdf = await written((doc) => {
      eyebrow(doc, 'Place summary');
      h1(doc, 'Clun Forest');
      stamp(doc, 'DRAFT', 'for factual check');
      factStrip(doc, [
        { label: 'Round', value: 'Autumn 2026' },
        { label: 'Edition', value: '2, draft' },
      ]);
      lede(doc, 'Five domains moved up.', 'One is split.');
      h2(doc, 'At a glance');
      h3(doc, 'To settle');
      paragraph(doc, [{ text: 'Since ' }, { text: '31 March', font: 'bold' }, { text: '.' }]);
      list(doc, ['Approve.', 'Agree.'], { label: (index) => `${'ab'[index] ?? ''})` });
      note(doc, 'Levels are never averaged.');
    });
    expect(spoken(pdf)).toEqual([
      ['P', 'Place summary'],
      ['H1', 'Clun Forest'],
      ['P', 'DRAFT'],
      ['P', 'for factual check'],
      ['L', 'Round Autumn 2026 Edition 2, draft'],
      ['P', 'Five domains moved up. One is split.'],
      ['H2', 'At a glance'],
      ['H3', 'To settle'],
      ['P', 'Since 31 March.'],
      ['L', 'a) Approve. b) Agree.'],
      ['P', 'Levels are never averaged.'],
    ]);
  });

  it('list items have a label and a body', async () => {
    const pdf = await written((doc) => list(doc, ['One', 'Two']));
    const items = findNodes(elements(pdf)[0] ?? emptyNode, 'LI');
    expect(items.map(({ children }) => children.map(({ role }) => role))).toEqual([
      ['Lbl', 'LBody'],
      ['Lbl', 'LBody'],
    ]);
  });

  it('a quote says its language', async () => {
    const pdf = await written((doc) =>
      quote(doc, { text: '“Diolch.”', lang: 'cy', translation: 'Thank you.', source: 'Parents' }),
    );
    expect(elements(pdf).map(({ lang }) => lang)).toEqual(['cy', null]);
    expect(allText(pdf)).toContain('Thank you. Parents.');
  });

  it('a heading goes overleaf with the text it heads', async () => {
    const pdf = await written((doc) => {
      h1(doc, 'Clun Forest');
      doc.y = PAGE.bottom - 60;
      h2(doc, 'Next steps');
      paragraph(doc, 'Workshops settle the split domains.');
    });
    expect(pdf.pages.map(({ tree }) => squeeze(tree.text))).toEqual([
      'Clun Forest',
      'Next steps Workshops settle the split domains.',
    ]);
  });
});

describe('links', () => {
  it('are elements of their own with their words', async () => {
    const pdf = await written((doc) => {
      h1(doc, 'Matrix', { name: 'matrix' });
      paragraph(doc, [
        { text: 'See ' },
        { text: 'the results', href: 'https://example.org/ŵ?a=b' },
        { text: ' or ' },
        { text: 'the matrix', goTo: 'matrix' },
        { text: '.' },
      ]);
    });
    const links = elements(pdf).flatMap((element) => findNodes(element, 'Link'));
    expect(links.map(({ text }) => squeeze(text))).toEqual(['the results', 'the matrix']);
    expect(pdf.pages[0]?.links).toEqual(['https://example.org/%C5%B5?a=b', 'matrix']);
    expect(squeeze(allText(pdf))).toBe('Matrix See the results or the matrix.');
  });

  it('lead to the web or the post only; other addresses stay words', async () => {
    const pdf = await written((doc) =>
      paragraph(doc, [
        { text: 'click', href: 'javascript:alert(1)' },
        { text: ' me', href: 'results' },
      ]),
    );
    expect(pdf.pages[0]?.links).toEqual([]);
    expect(squeeze(allText(pdf))).toBe('click me');
  });
});

describe('text copied from a PDF', () => {
  it('is the same in the second document of a process as in the first', async () => {
    const all = 'Staff offer five fly-fishing afternoons… (½) ﬁnd: “it’s” 31 March; Llanŵyn?';
    await written((doc) => paragraph(doc, '…;:!?“”½¼ŵÿïçő'));
    const pdf = await written((doc) => paragraph(doc, all));
    expect(squeeze(allText(pdf))).toBe(all.replace('ﬁ', 'fi'));
  });
});

describe('long texts', () => {
  it('a comment of 20,000 characters goes over pages, and every word of it is there', async () => {
    const comment = numberedWords(20_000);
    const pdf = await written((doc) => paragraph(doc, comment));
    expect(pdf.pages.length).toBeGreaterThan(3);
    expect(squeeze(allText(pdf))).toBe(comment);
    expect(elements(pdf).every(({ role }) => role === 'P')).toBe(true);
  });

  it('20,000 characters without a space are cut into lines, and none is lost or added', async () => {
    const word = 'abcdefghij'.repeat(2_000);
    const pdf = await written((doc) => paragraph(doc, word));
    expect(allText(pdf).replace(/\n/gu, '')).toBe(word);
  });

  it('a long list item goes overleaf', async () => {
    const item = numberedWords(9_000);
    const pdf = await written((doc) => list(doc, ['First', item, 'Last']));
    expect(pdf.pages.length).toBeGreaterThan(1);
    expect(squeeze(allText(pdf))).toBe(`• First • ${item} • Last`);
  });

  it('lines that only a line end parts all get their line', async () => {
    const lines = Array.from({ length: 200 }, (_, index) => `line ${index}`);
    const pdf = await written((doc) => paragraph(doc, lines.join('\n')));
    expect(squeeze(allText(pdf))).toBe(lines.join(' '));
  });
});

describe('characters that the font lacks', () => {
  it('are marked, and a note at the end says so', async () => {
    const pdf = await written((doc) => paragraph(doc, 'Thank you 🙏 شكرا'));
    expect(spoken(pdf)).toEqual([
      ['P', 'Thank you □ □□□□'],
      ['P', MISSING_NOTE],
    ]);
  });

  it('in a running head bring the note too', async () => {
    const furniture = { runningHead: '🙂', status: '', footer: '', credit: '' };
    const pdf = await written((doc) => paragraph(doc, 'One.'), { furniture });
    expect(spoken(pdf).at(-1)).toEqual(['P', MISSING_NOTE]);
  });

  it('need no note where there are none', async () => {
    const pdf = await written((doc) => paragraph(doc, 'Małgorzata, Rhŷs\u202e'));
    expect(spoken(pdf)).toEqual([['P', 'Małgorzata, Rhŷs']]);
  });
});

const emptyNode = { role: '', alt: null, lang: null, text: '', children: [] };

/** "word0 word1 …", about so many characters long */
function numberedWords(length: number): string {
  const words: string[] = [];
  for (let size = 0; size < length; size += (words.at(-1)?.length ?? 0) + 1) {
    words.push(`word${words.length}`);
  }
  return words.join(' ');
}

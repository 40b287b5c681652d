import { describe, expect, it } from 'vitest';
import { furniture, aDocument, written } from '../../../test/factories/pdf-document.ts';
import { findNodes } from '../../../test/factories/pdf-reader.ts';
import { paragraph } from './blocks.ts';
import { closeDocument } from './document.ts';
import { h1, h2 } from './headings.ts';
import { startPage } from './sheet.ts';

const threePages = () =>
  written((doc) => {
    h1(doc, 'Clun Forest');
    h2(doc, 'At a glance');
    paragraph(doc, 'One.');
    startPage(doc);
    h2(doc, 'Need & capacity');
    startPage(doc);
    paragraph(doc, 'Three.');
  });

describe('a document', () => {
  it('is tagged, in British English, and titled', async () => {
    const pdf = await threePages();
    expect(pdf.isMarked).toBe(true);
    expect(pdf.language).toBe('en-GB');
    expect(pdf.title).toBe('Place summary: Clun Forest');
    expect(pdf.source).toContain('/DisplayDocTitle true');
    expect(pdf.source).toContain('<pdfuaid:part>1</pdfuaid:part>');
  });

  it('has a bookmark for every first and second heading', async () => {
    const pdf = await threePages();
    expect(pdf.bookmarks).toEqual([['Clun Forest', 'At a glance', 'Need & capacity']]);
  });

  it('escapes its title in the metadata and keeps it as it is elsewhere', async () => {
    const title = 'Babies & <parents>\u202e';
    const pdf = await written((doc) => h1(doc, title), { title });
    expect(pdf.title).toBe('Babies & <parents>');
    expect(pdf.source).toContain('>Babies &amp; &lt;parents&gt;</rdf:li>');
  });

  it('is the same to the byte for the same input', async () => {
    const [first, second] = await Promise.all(
      [aDocument(), aDocument()].map((doc) => {
        h1(doc, 'Clun Forest');
        return closeDocument(doc);
      }),
    );
    expect(first?.equals(second ?? Buffer.alloc(0))).toBe(true);
  });
});

describe('every page', () => {
  it('has its number, the footer and the credit as artifacts', async () => {
    const pdf = await threePages();
    expect(pdf.pages).toHaveLength(3);
    for (const [index, page] of pdf.pages.entries()) {
      expect(page.artifacts).toContain(`Page ${index + 1} of 3`);
      expect(page.artifacts).toContain(furniture.footer);
      expect(page.artifacts).toContain(furniture.credit);
    }
  });

  it('but the first has a running head', async () => {
    const pdf = await threePages();
    const heads = pdf.pages.map(({ artifacts }) => artifacts.includes(furniture.runningHead));
    expect(heads).toEqual([false, true, true]);
  });

  it('of a draft has the watermark as an artifact; other documents have none', async () => {
    const draft = await threePages();
    expect(draft.pages.every(({ artifacts }) => artifacts.includes('DRAFT'))).toBe(true);
    expect(draft.pages.some(({ tree }) => tree.text.includes('DRAFT'))).toBe(false);
    const final = await written((doc) => paragraph(doc, 'One.'), { isDraft: false });
    expect(final.pages.some(({ artifacts }) => artifacts.includes('DRAFT'))).toBe(false);
  });

  it('has no text that is neither content nor artifact', async () => {
    const pdf = await threePages();
    expect(pdf.pages.map(({ untagged }) => untagged)).toEqual(['', '', '']);
    expect(findNodes(pdf.pages[0]?.tree ?? { ...nothing }, 'H1')).toHaveLength(1);
  });

  it('shortens a head that would run into the status', async () => {
    const pdf = await written((doc) => startPage(doc), {
      furniture: { ...furniture, runningHead: 'Long name '.repeat(40) },
    });
    const head = pdf.pages[1]?.artifacts.find((text) => text.startsWith('Long name'));
    expect(head).toMatch(/…$/u);
  });
});

const nothing = { role: '', alt: null, lang: null, text: '', children: [] };

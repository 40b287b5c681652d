import { expect, it } from 'vitest';
import { written } from '../../../test/factories/pdf-document.ts';
import { findNodes, type ReadPdf, squeeze } from '../../../test/factories/pdf-reader.ts';
import { figure } from './figure.ts';
import { label } from './label.ts';
import { hatch } from './swatch.ts';
import { choices, legend, tally } from './tally.ts';
import { RAG, type RagColour } from './tokens.ts';

const colours = Object.keys(RAG) as RagColour[];
const texts = (pdf: ReadPdf, role: string) =>
  pdf.pages.flatMap(({ tree }) => findNodes(tree, role).map(({ text }) => squeeze(text)));

it('a tally says each count, its word and its meaning, on one line for all six colours', async () => {
  const pdf = await written((doc) =>
    tally(
      doc,
      colours.map((rag) => ({ rag, count: 11, meaning: 'of them' })),
    ),
  );
  expect(texts(pdf, 'LI')).toEqual([
    '11 Green of them',
    '11 Amber of them',
    '11 Red of them',
    '11 Unknown of them',
    '11 In development of them',
    '11 To discuss of them',
  ]);
});

it('a legend goes on in a second row where one is too short', async () => {
  let height = 0;
  const pdf = await written((doc) => {
    const top = doc.y;
    legend(
      doc,
      colours.map((rag) => ({ rag, text: `${RAG[rag].word}: a longer meaning` })),
    );
    height = doc.y - top;
  });
  expect(texts(pdf, 'LI')).toEqual(colours.map((rag) => `${RAG[rag].word}: a longer meaning`));
  expect(height).toBeGreaterThan(30);
});

it('choices say which one is chosen', async () => {
  const pdf = await written((doc) =>
    choices(doc, [
      { word: 'Approve', meaning: 'decide', isChosen: true },
      { word: 'Receive', meaning: 'discuss', isChosen: false },
    ]),
  );
  const boxes = pdf.pages.flatMap(({ tree }) => findNodes(tree, 'Figure').map(({ alt }) => alt));
  expect(boxes).toEqual(['Chosen:', 'Not chosen:']);
  expect(texts(pdf, 'LBody')).toEqual(['Approve: decide', 'Receive: discuss']);
});

it('a figure has words that replace it, in any script, and its box', async () => {
  const pdf = await written((doc) =>
    figure(doc, 'Bar to 438 🙂', 20, ({ x, y }) => {
      hatch(doc, { x, y, width: 40, height: 9 }, '#000000');
      label(doc, '438', { x, y: y + 9 }, { align: 'right', maxWidth: 60 });
    }),
  );
  const [drawn] = pdf.pages.flatMap(({ tree }) => findNodes(tree, 'Figure'));
  expect(drawn?.alt).toBe('Bar to 438 🙂');
  expect(pdf.source).toMatch(/\/BBox \[51 777\.89 544\.28 797\.89\]/u);
});

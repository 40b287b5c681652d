import { expect, it } from 'vitest';
import { aDocument, written } from '../../../test/factories/pdf-document.ts';
import { findNodes, squeeze } from '../../../test/factories/pdf-reader.ts';
import { paragraph } from './blocks.ts';
import { closeDocument } from './document.ts';

const WORDS = 'Llŷn, Tŷ Gŵyr, Łódź and Świętochłowice: AVATAR 1,117 of 2,340';
/** no font has these letters in one piece: the accent is set over its letter */
const ACCENTED = 'q\u0301uota m\u0302ab';

it('Welsh and Polish letters, kerned pairs and set accents are copied out as they were written', async () => {
  const pdf = await written((doc) => {
    paragraph(doc, WORDS);
    paragraph(doc, ACCENTED);
  });
  const read = pdf.pages.flatMap(({ tree }) => findNodes(tree, 'P'));
  expect(read.map(({ text }) => squeeze(text))).toEqual([WORDS, ACCENTED]);
});

it('a text is drawn alike whatever other documents held before it', async () => {
  const draw = async (...texts: string[]): Promise<Buffer> => {
    const doc = aDocument();
    for (const text of texts) paragraph(doc, text);
    return closeDocument(doc);
  };
  const first = await draw('Office of 1,117 …');
  await draw('1,117', 'Office', 'of …');
  expect((await draw('Office of 1,117 …')).equals(first)).toBe(true);
});

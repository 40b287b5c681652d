import { afterAll, describe, expect, it } from 'vitest';
import { readPdf, squeeze } from '../../../test/factories/pdf-reader.ts';
import { createPdfPool } from './pool.ts';

const tiny = new URL('../../../test/factories/tiny-document.pdf.ts', import.meta.url);

/** a worker's first document waits for its modules and fonts, on a busy machine for long */
const STARTING = 60_000;

describe('the pool', { timeout: STARTING }, () => {
  const pool = createPdfPool({ workers: 2 });
  afterAll(() => pool.close());

  it('makes documents in workers and gives their files', async () => {
    const views = ['Llanŵyn', 'Clun Forest', 'Tern Valley'].map((text) => ({ text }));
    const files = await Promise.all(views.map((view) => pool.render(tiny, view)));
    expect(files.every((file) => file instanceof Buffer)).toBe(true);
    const read = await Promise.all(files.map((file) => readPdf(file)));
    const texts = read.map(({ pages }) => squeeze(pages[0]?.tree.text ?? ''));
    expect(texts).toEqual(['Llanŵyn', 'Clun Forest', 'Tern Valley']);
  });

  it('passes on what a document throws, and goes on working', async () => {
    const failing = pool.render(tiny, { text: '', failure: 'No such round' });
    await expect(failing).rejects.toThrow('No such round');
    await expect(pool.render(tiny, { text: 'next' })).resolves.toBeInstanceOf(Buffer);
  });
});

it(
  'a worker that has been warmed up draws documents; one that is warming up holds up no stop',
  async () => {
    const pool = createPdfPool({ workers: 1 });
    await pool.warmUp([tiny]);
    await expect(pool.render(tiny, { text: 'first' })).resolves.toBeInstanceOf(Buffer);
    const stopped = pool.warmUp([tiny]);
    await pool.close();
    await expect(stopped).resolves.toBeUndefined();
  },
  STARTING,
);

it(
  'a document that never ends is given up after the time limit',
  async () => {
    const pool = createPdfPool({ workers: 1, timeLimit: 50 });
    const endless = pool.render(tiny, { text: '', isEndless: true });
    await expect(endless).rejects.toMatchObject({ name: 'AbortError' });
    await pool.close();
  },
  STARTING,
);

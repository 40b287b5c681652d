/** A Place's PDF from our own drawing, against the same page printed by a warm Chromium. */
import { createPdfPool } from '../../server/adapters/pdf/pool.ts';
import { compare, type Comparison } from './load.ts';
import { launchBrowser } from '../browser/browser.ts';
import type { BenchSite } from './pages.ts';
import { browse } from './visit.ts';
import { definitionStore } from '../../server/db/definitions.queries.ts';
import { loadPlaceReport } from '../../server/features/reports/reports.load.ts';

const documents = 5;

async function perSecond(make: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  for (let n = 0; n < documents; n += 1) await make();
  return (documents * 1000) / (performance.now() - start);
}

export async function comparePdf({ db, system, ours, rounds }: BenchSite): Promise<Comparison> {
  const { chair, roundSlug, placeSlug } = system;
  const deps = { db, definitions: definitionStore(db) };
  const view = await loadPlaceReport(deps, chair, { roundSlug, placeSlug, today: '2026-11-20' });
  const made = { at: new Date(), text: '1 January 2026', address: 'http://127.0.0.1' };
  const document = new URL('../../server/features/reports/place.pdf.ts', import.meta.url);
  const pool = createPdfPool({ workers: 1 });
  const browser = await launchBrowser();
  const visit = await browse(ours, system.chairEmail, db);
  const context = await browser.newContext({ extraHTTPHeaders: { Cookie: visit.cookie } });
  const page = await context.newPage();
  await page.goto(
    `http://127.0.0.1:${String(ours)}/rounds/${roundSlug}/places/${placeSlug}/report`,
  );
  try {
    return await compare(
      { what: 'Place PDF, against a warm Chromium', unit: 'a second', rounds },
      () => perSecond(() => pool.render(document, { view, made })),
      () => perSecond(() => page.pdf({ format: 'A4' })),
    );
  } finally {
    await browser.close();
    await pool.close();
  }
}

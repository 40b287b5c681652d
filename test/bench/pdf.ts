/** A Place's PDF from our own drawing, against the same page printed by a warm Chromium. */
import { createPdfPool } from '../../server/adapters/pdf/pool.ts';
import { compare, type Comparison, type Measured } from './load.ts';
import { launchBrowser } from '../browser/browser.ts';
import { at, type BenchSite } from './site.ts';
import { browse } from './visit.ts';
import { definitionStore } from '../../server/db/definitions.queries.ts';
import { loadPlaceReport } from '../../server/features/reports/reports.load.ts';

const documents = 5;

async function measure(make: () => Promise<unknown>): Promise<Measured> {
  const start = performance.now();
  for (let n = 0; n < documents; n += 1) await make();
  return { perSecond: (documents * 1000) / (performance.now() - start) };
}

export async function comparePdf({ db, system, ours, rounds }: BenchSite): Promise<Comparison> {
  const { chair, roundSlug, placeSlug } = system;
  const deps = { db, definitions: definitionStore(db) };
  const view = await loadPlaceReport(deps, chair, { roundSlug, placeSlug, today: '2026-11-20' });
  const made = { at: new Date(), text: '1 January 2026', address: 'http://127.0.0.1' };
  const document = new URL('../../server/features/reports/place.pdf.ts', import.meta.url);
  const pool = createPdfPool({ workers: 1 });
  const browser = await launchBrowser();
  const visit = await browse(ours.port, system.chairEmail, db);
  const context = await browser.newContext({ extraHTTPHeaders: { Cookie: visit.cookie } });
  const page = await context.newPage();
  await page.goto(at(ours, `/rounds/${roundSlug}/places/${placeSlug}/report`));
  try {
    return await compare(
      { what: 'Place PDF, against a warm Chromium', rounds },
      () => measure(() => pool.render(document, { view, made })),
      () => measure(() => page.pdf({ format: 'A4' })),
    );
  } finally {
    await browser.close();
    await pool.close();
  }
}

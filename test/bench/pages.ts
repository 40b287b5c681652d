/** The pages that are read most, against bare Express: a form against as many bytes, reports against their SQL. */
import type { Knex } from 'knex';
import { definitionStore } from '../../server/db/definitions.queries.ts';
import { loadPlaceReport, loadSystemReport } from '../../server/features/reports/reports.load.ts';
import { compare, measure, type Comparison } from './load.ts';
import { at, section, type BenchSite } from './site.ts';
import { browse } from './visit.ts';

const load = { clients: 8, requests: 240 };

/** The statements that a page asks of the database. */
async function statementsOf(db: Knex, page: () => Promise<unknown>): Promise<string> {
  const statements: { sql: string; bindings: unknown }[] = [];
  const note = ({ sql, bindings }: { sql: string; bindings: unknown }): void => {
    statements.push({ sql, bindings });
  };
  await page();
  db.on('query', note);
  await page();
  db.off('query', note);
  return JSON.stringify(statements);
}

export async function compareForm(site: BenchSite): Promise<Comparison> {
  const { ours, bare, system, db, rounds } = site;
  const lead = await browse(ours.port, system.leadEmail, db);
  const form = at(ours, `/responses/${system.openResponses[0] ?? ''}/sections/${section}`);
  const bytes = Buffer.byteLength((await lead.get(form)).text);
  return compare(
    { what: `questionnaire page, ${(bytes / 1000).toFixed(0)} kB`, rounds },
    () => measure(ours, { ...load, url: form, cookie: lead.cookie, expect: 200 }),
    () => measure(bare, { ...load, url: at(bare, `/page/${String(bytes)}`), expect: 200 }),
  );
}

export async function compareReports(site: BenchSite): Promise<Comparison[]> {
  const { ours, bare, system, db, rounds } = site;
  const { chair: scope, roundSlug, placeSlug } = system;
  const { cookie } = await browse(ours.port, system.chairEmail, db);
  const deps = { db, definitions: definitionStore(db) };
  const against = (what: string, path: string, statements: string): Promise<Comparison> =>
    compare(
      { what, rounds },
      () => measure(ours, { ...load, url: at(ours, path), cookie, expect: 200 }),
      () => measure(bare, { ...load, url: at(bare, '/sql'), body: () => statements, expect: 303 }),
    );
  const report = `/rounds/${roundSlug}`;
  return [
    await against(
      'system matrix, 6 Places, 25 agencies, against its SQL',
      `${report}/report`,
      await statementsOf(db, () =>
        loadSystemReport(deps, scope, { roundSlug, today: '2026-01-01' }),
      ),
    ),
    await against(
      'Place page, 25 agencies, against its SQL',
      `${report}/places/${placeSlug}/report`,
      await statementsOf(db, () =>
        loadPlaceReport(deps, scope, { roundSlug, placeSlug, today: '2026-01-01' }),
      ),
    ),
  ];
}

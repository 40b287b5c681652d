/** Saving an answer, and the pages that are read most, against bare Express. */
import type { Knex } from 'knex';
import { definitionStore } from '../../server/db/definitions.queries.ts';
import { loadPlaceReport, loadSystemReport } from '../../server/features/reports/reports.load.ts';
import { changed, sentBy } from '../factories/html-form.ts';
import type { FullSystem } from './full-system.ts';
import { compare, measure, type Comparison } from './load.ts';
import { browse, type Visit } from './visit.ts';

export interface BenchSite {
  readonly db: Knex;
  readonly system: FullSystem;
  /** ports */
  readonly ours: number;
  readonly bare: number;
  readonly rounds: number;
}

const clients = 8;
const at = (port: number, path: string): string => `http://127.0.0.1:${String(port)}${path}`;
const section = 'co-ordination-across-the-system';

interface Saver {
  readonly path: string;
  /** the form as it stands, of about the same size */
  readonly sample: string;
  readonly body: () => string;
}

/** Each client has a response of its own, and says something new with every save. */
async function savers({ system, ours }: BenchSite, visit: Visit): Promise<Saver[]> {
  const makers = system.openResponses.map(async (response) => {
    const path = `/responses/${response}/sections/${section}`;
    const form = sentBy((await visit.get(at(ours, path))).text, 'answers');
    let revision = Number(form.find(([name]) => name.endsWith('_revision'))?.[1] ?? 0);
    const body = (): string => {
      const evidence = `${'Care pathway, version 2, agreed. '.repeat(6)} ${String(revision)}`;
      const pairs = changed(form, {
        [`${section}_revision`]: String(revision),
        [`${section}_evidence`]: evidence,
      });
      revision += 1;
      const sent = [['_csrf', visit.csrf], ...pairs.map(([name, value]) => [name, value])];
      return new URLSearchParams(sent as [string, string][]).toString();
    };
    const sample = new URLSearchParams(form as [string, string][]).toString() + 'x'.repeat(250);
    return { path, sample, body };
  });
  return Promise.all(makers);
}

export async function compareSaves(site: BenchSite): Promise<Comparison> {
  const visit = await browse(site.ours, site.system.leadEmail, site.db);
  const own = await savers(site, visit);
  const payload = own[0]?.sample ?? '';
  const requests = 200;
  // One client a response: two saves of one answer at once would be a conflict, not a save.
  const ours = async (): Promise<number> => {
    const rates = own.map(({ path, body }) =>
      measure({
        url: at(site.ours, path),
        clients: 1,
        requests,
        body,
        cookie: visit.cookie,
        expect: 303,
      }),
    );
    return (await Promise.all(rates)).reduce((sum, rate) => sum + rate, 0);
  };
  const bare = (): Promise<number> =>
    measure({
      url: at(site.bare, '/save'),
      clients: own.length,
      requests: requests * own.length,
      body: () => payload,
      expect: 303,
    });
  return compare({ what: 'save one answer', unit: 'a second', rounds: site.rounds }, ours, bare);
}

/** The statements that a page asks of the database. */
async function statementsOf(db: Knex, load: () => Promise<unknown>): Promise<string> {
  const statements: { sql: string; bindings: unknown }[] = [];
  const note = ({ sql, bindings }: { sql: string; bindings: unknown }): void => {
    statements.push({ sql, bindings });
  };
  await load();
  db.on('query', note);
  await load();
  db.off('query', note);
  return JSON.stringify(statements);
}

export async function comparePages(site: BenchSite): Promise<Comparison[]> {
  const { db, system, rounds } = site;
  const lead = await browse(site.ours, system.leadEmail, db);
  const chair = await browse(site.ours, system.chairEmail, db);
  const rate = (path: string, cookie: string) => () =>
    measure({ url: at(site.ours, path), clients, requests: 240, cookie, expect: 200 });
  const form = `/responses/${system.openResponses[0] ?? ''}/sections/${section}`;
  const bytes = Buffer.byteLength((await lead.get(at(site.ours, form))).text);
  const bytesOnly = () =>
    measure({ url: at(site.bare, `/page/${String(bytes)}`), clients, requests: 240, expect: 200 });
  const deps = { db, definitions: definitionStore(db) };
  const { chair: scope, roundSlug, placeSlug } = system;
  const sql = (body: string) => () =>
    measure({ url: at(site.bare, '/sql'), clients, requests: 240, body: () => body, expect: 303 });
  const matrix = await statementsOf(db, () => loadSystemReport(deps, scope, roundSlug));
  const place = await statementsOf(db, () =>
    loadPlaceReport(deps, scope, { roundSlug, placeSlug, today: '2026-11-20' }),
  );
  const named = (what: string) => ({ what, unit: 'a second', rounds });
  const report = `/rounds/${roundSlug}`;
  return [
    await compare(named('questionnaire page'), rate(form, lead.cookie), bytesOnly),
    await compare(
      named('system matrix, 6 Places, 25 agencies, against its SQL'),
      rate(`${report}/report`, chair.cookie),
      sql(matrix),
    ),
    await compare(
      named('Place page, 25 agencies, against its SQL'),
      rate(`${report}/places/${placeSlug}/report`, chair.cookie),
      sql(place),
    ),
  ];
}

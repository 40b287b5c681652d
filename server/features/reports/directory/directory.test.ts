/** The directory of services: the father's question answered from the page and its files, and who sees what of it. */
import { beforeAll, describe, expect, it } from 'vitest';
import { useDatabase } from '../../../../test/config/database.ts';
import { sectionOf, wordsOf } from '../../../../test/factories/report-pages.ts';
import {
  aPlanOf,
  aResultsSystem,
  giveEntries,
  type Reader,
  type ResultsSystem,
} from '../../../../test/factories/results.ts';
import { shippedDefinitions } from '../../../../test/factories/system.ts';
import { anApp, signedIn, type Visitor } from '../../../../test/factories/visitor.ts';
import { readCsv } from '../../../adapters/csv.ts';
import { read } from '../../../adapters/spreadsheet/read.ts';

const database = useDatabase();
const address = '/rounds/spring-2026/services';
const father = '?place=place-1&age=4&who=father&self=yes';

const whole = {
  sector: 'health-visiting',
  status: 'running',
  levels: ['targeted'],
  focus: 'relationship',
  ages: { from: -9, to: 24 },
  fathers: 'yes',
  selfReferral: 'yes',
  funding: 'fixed-term',
  fundingEnds: '2027-03-31',
};

async function aDirectory(slug: string, status: 'in-review' | 'published'): Promise<ResultsSystem> {
  const { db } = database;
  const plan = aPlanOf(slug, { places: 2, agencies: 3 });
  const system = await aResultsSystem(db, { ...plan, status });
  const place = system.ids.places.get('place-1');
  const entry = (name: string, said: object, places: readonly string[] | null = ['place-1']) => ({
    ...whole,
    ...said,
    agency: 'agency-1',
    name,
    places,
  });
  await giveEntries(db, system, 'agency-1', [
    entry('=Baby café', {
      figures: [
        { place, level: 'targeted', waitWeeks: 6, spend: 70_000 },
        { place, level: 'specialist', waitWeeks: 1 },
      ],
      restrictions: ['age', 'threshold'],
      restrictionDetail: 'a secret of Agency 1',
    }),
    entry('Dads’ hour', { ages: { from: 0, to: 12 } }),
    entry('Home visits', { fathers: undefined, selfReferral: 'some' }),
    entry('Mothers’ group', { fathers: 'no' }),
    entry('Toddlers', { ages: { from: 24, to: 60 } }),
    entry('Next year', { status: 'in-development' }),
  ]);
  await giveEntries(db, system, 'agency-2', [
    { ...entry('Adrift', {}, null), agency: 'agency-2' },
    { ...entry('Elsewhere', {}, ['place-2']), agency: 'agency-2' },
  ]);
  return system;
}

const visit = (system: ResultsSystem, reader: Reader): Promise<Visitor> =>
  signedIn(anApp(database.db), database.db, system.email(reader));

let system: ResultsSystem;
beforeAll(async () => {
  system = await aDirectory('directory', 'published');
});

describe('a father of a four-month-old who refers himself', () => {
  let html: string;
  beforeAll(async () => {
    html = (await (await visit(system, 'wanda')).get(address + father)).text;
  });

  it('is answered in a sentence', () => {
    expect(wordsOf(html)).toContain(
      'Two services in Place 1 are open to a father or co-parent of a four-month-old by self-referral; of two it is not known.',
    );
    expect(wordsOf(html)).toContain(
      'One agency has not answered the service map yet: what it offers is missing here.',
    );
  });

  it('finds the open doors with their wait and money', () => {
    const open = sectionOf(html, 'open');
    for (const words of [
      '=Baby café',
      'Dads’ hour',
      'Wait: 6 weeks (targeted) Wait: 1 week (specialist)',
      'Restrictions: age, threshold',
      'ends 31 March 2027',
    ]) {
      expect(open).toContain(words);
    }
    expect(open).not.toContain('Home visits');
  });

  it('is told what to ask where it is not known', () => {
    const unknown = sectionOf(html, 'unknown');
    expect(unknown).toContain(
      'Fathers and co-parents: not stated Self-referral: in part, or not everywhere',
    );
    expect(unknown).toContain('Adrift');
    expect(unknown).toContain('Places: not stated');
  });

  it('sees the dead ends with their reasons; what is elsewhere is none', () => {
    const closed = sectionOf(html, 'closed');
    expect(closed).toContain('Dead ends: 3 services');
    expect(closed).toContain('Not for fathers and co-parents');
    expect(closed).toContain('Ages: 2 years to 5 years');
    expect(closed).toContain('Status: in development');
    expect(wordsOf(html)).not.toContain('Elsewhere');
  });
});

describe('agencies', () => {
  it('are named to those who may see names, and to nobody else', async () => {
    const named = (await (await visit(system, 'colm')).get(address)).text;
    expect(sectionOf(named, 'open')).toContain('Agency 1');
    for (const reader of ['ifeoma', 'wanda'] as const) {
      const { text } = await (await visit(system, reader)).get(address);
      expect(sectionOf(text, 'open')).toContain('=Baby café');
      expect(text.slice(text.indexOf('<main'))).not.toMatch(/Agency [12]/);
    }
  });

  it('[trust 15] show reviewers before publication what serves their Places, and others nothing', async () => {
    const draft = await aDirectory('directory-draft', 'in-review');
    const { text } = await (await visit(draft, 'amina')).get(address);
    expect(text).toContain('Home visits');
    expect(text).not.toContain('Elsewhere');
    expect(text).not.toContain('Place 2');
    const ifeoma = await visit(draft, 'ifeoma');
    expect((await ifeoma.get(address)).status).toBe(404);
    expect((await ifeoma.get(`${address}.csv`)).status).toBe(404);
  });
});

describe('the lists as files', () => {
  it('hold what the page holds, in its order, and start no formula', async () => {
    const colm = await visit(system, 'colm');
    const { text } = await colm.get(`${address}.csv${father}`);
    const [head, ...rows] = readCsv(text).rows.map(({ cells }) => cells);
    expect(head?.slice(0, 4)).toEqual(['Door', 'To ask, or why closed', 'Service', 'Agency']);
    expect(rows.map(([door, , name]) => `${door ?? ''}: ${name ?? ''}`)).toEqual([
      "Open: '=Baby café",
      'Open: Dads’ hour',
      'Not known: Adrift',
      'Not known: Home visits',
      'Closed: Mothers’ group',
      'Closed: Toddlers',
      'Closed: Next year',
    ]);
    const workbook = await colm.getFile(`${address}.xlsx${father}`);
    const { sheets } = await read(workbook.body as Uint8Array);
    expect(sheets.map(({ name }) => name)).toEqual(['read me', 'services']);
    expect(sheets[0]?.rows[0]?.[1]).toContain('Two services in Place 1 are open');
    expect(sheets[1]?.rows.length).toBe(8);
    expect(sheets[1]?.rows[1]?.[2]).toBe('=Baby café');
  });

  it('[trust 15] name no agency to an ICB lead, tell no money by service, and are noted in the audit trail', async () => {
    const ifeoma = await visit(system, 'ifeoma');
    const { text } = await ifeoma.get(`${address}.csv`);
    expect(text).toContain('Home visits');
    for (const secret of ['Agency', 'agency-1', 'secret', '70000', '70,000']) {
      expect(text).not.toContain(secret);
    }
    const { systemId, people } = system.ids;
    const noted = await database.db('audit_events').where({
      system_id: systemId,
      act: 'services.downloaded',
      person_id: people.get(system.email('ifeoma')) ?? '',
    });
    expect(noted).toMatchObject([{ subject_id: system.roundId, details: { rows: 8 } }]);
    for (const reader of ['amina', 'wanda'] as const) {
      const visitor = await visit(system, reader);
      expect((await visitor.get(`${address}.csv`)).status).toBe(403);
      expect((await visitor.get(address)).text).not.toContain('services.csv');
    }
  });
});

describe('a question that can’t be read', () => {
  it('is left out, and a professional is asked nothing of parents', async () => {
    const wanda = await visit(system, 'wanda');
    const { text } = await wanda.get(`${address}?age=700&who=me&place=nowhere&level=high`);
    expect(wordsOf(text)).toContain('in System directory are open;');
    const asked = await wanda.get(`${address}?who=professional&self=yes&name=%20HOME%20`);
    expect(wordsOf(asked.text)).toContain(
      'One service with “HOME” in the name in System directory is open to a professional.',
    );
  });

  it('finds nothing in a round that asks no map, or whose maps are still to come', async () => {
    const { db } = database;
    const plan = aPlanOf('directory-none', { places: 1, agencies: 1 });
    const empty = await aResultsSystem(db, { ...plan, status: 'published' });
    const { text } = await (await visit(empty, 'ifeoma')).get(address);
    expect(text).toContain('No service has been entered yet');
    const definitions = shippedDefinitions().filter(({ kind }) => kind === 'maturity');
    const grid = aPlanOf('directory-grid', { places: 1, agencies: 1 });
    const without = await aResultsSystem(db, { ...grid, status: 'published', definitions });
    const ruth = await visit(without, 'colm');
    expect((await ruth.get(address)).text).toContain('This round asks no service map');
    expect((await ruth.get(`${address}.csv`)).status).toBe(404);
  });
});

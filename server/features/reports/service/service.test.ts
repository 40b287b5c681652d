/** The page of one service: everything that was said of it in order, what it counts for, and nothing that the reader may not see. */
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
import { anApp, signedIn } from '../../../../test/factories/visitor.ts';

const database = useDatabase();

async function aMap(slug: string, status: 'in-review' | 'published'): Promise<ResultsSystem> {
  const { db } = database;
  const system = await aResultsSystem(db, {
    ...aPlanOf(slug, { places: 2, agencies: 2 }),
    status,
  });
  const id = (place: string): string => system.ids.places.get(place) ?? '';
  const figures = ['place-1', 'place-2'].map((place, at) => ({
    place: id(place),
    level: 'targeted',
    familiesPerYear: 40 + at,
    spend: 70_000 + at,
  }));
  await giveEntries(db, system, 'agency-1', [
    {
      agency: 'agency-1',
      name: 'Baby café',
      places: ['place-1', 'place-2'],
      sector: 'health-visiting',
      status: 'running',
      levels: ['targeted'],
      focus: 'relationship',
      fathers: 'no',
      selfReferral: 'unknown',
      assessment: 'some',
      consultation: 'no',
      details: 'Run with Mrs Hopwood.',
      commissioners: 'The council',
      restrictions: ['threshold'],
      restrictionDetail: 'Above a score of nine.',
      funding: 'fixed-term',
      fundingEnds: '2027-03-31',
      figures,
    },
    {
      agency: 'agency-1',
      name: 'Perhaps',
      places: ['place-1'],
      sector: 'health-visiting',
      status: 'running',
      levels: ['targeted'],
      consultation: 'no',
    },
    { agency: 'agency-1', name: 'Nowhere', places: null, status: 'running' },
    { agency: 'agency-1', name: 'Gone', places: ['place-1'], status: 'ended' },
    { agency: 'agency-1', name: 'Elsewhere', places: ['place-2'], status: 'paused' },
  ]);
  return system;
}

async function pageOf(system: ResultsSystem, reader: Reader, name: string) {
  const { db } = database;
  const visitor = await signedIn(anApp(db), db, system.email(reader));
  const entry = await db('service_entries')
    .where({ system_id: system.ids.systemId, name })
    .first<{ id: string }>('id');
  return visitor.get(`/rounds/spring-2026/services/${entry.id}`);
}

/** What stands beside a question; '' where it is not asked. */
function answerTo(html: string, question: string): string {
  const row = html.split('<div><dt>').find((part) => part.startsWith(`${question}</dt>`));
  return row === undefined ? '' : wordsOf(row.slice(question.length, row.indexOf('</div>')));
}

let published: ResultsSystem;
let html: string;
beforeAll(async () => {
  published = await aMap('one-service', 'published');
  html = (await pageOf(published, 'colm', 'Baby café')).text;
});

describe('the page of a service', () => {
  it('says where it runs, what it counts for and what is open, first of all', () => {
    expect(wordsOf(html)).toContain(
      'Baby café Agency 1, Health visiting Running in Place 1 and Place 2. Money: fixed term, ends 31 March 2027. It counts for E3.',
    );
    expect(wordsOf(html)).toMatch(/Of \d+ questions \w+ are not answered and one is not known\./);
  });

  it('tells “no” from “not known” and from no answer', () => {
    expect(answerTo(html, 'Fathers and co-parents')).toBe('No');
    expect(answerTo(html, 'Self-referral')).toBe('Not known');
    expect(answerTo(html, 'Interpreters')).toBe('Not answered');
  });

  it('has the questions in the questionnaire’s order, and none that does not apply', () => {
    const headings = [...html.matchAll(/<h2[^>]*>([^<]+)<\/h2>/g)].map(([, text]) => text);
    expect(headings).toEqual([
      'What it counts for',
      'What it is',
      'Who it is open to',
      'What happens in it',
      'Room and money',
      'Figures by Place and level',
      'Detail for the map',
    ]);
    expect(answerTo(html, 'Funding ends')).toBe('31 March 2027');
    expect(html).not.toMatch(/<dt>Name<\/dt>/);
  });

  it('says in which Places it counts for which element, and what it lacks for green', () => {
    const counts = sectionOf(html, 'counts');
    expect(counts).toContain('E3 Place Place 1, Place 2 Counts Yes');
    expect(counts).toContain(
      'Lacks for green an individual assessment (ours; now: Some) specialist consultation in the Place recurrent funding (now: Fixed term) Not known an intervention from the map',
    );
    expect(html).toContain('href="/rounds/spring-2026/places/place-2/report#E3"');
  });

  it('names the answer that would make another one count', async () => {
    const { text } = await pageOf(published, 'colm', 'Perhaps');
    expect(wordsOf(text)).toContain('It may count for E3: an answer is missing.');
    expect(sectionOf(text, 'counts')).toContain('Not known: “What it aims to support first”');
  });

  it('says why one counts for nothing', async () => {
    const words = async (name: string) => wordsOf((await pageOf(published, 'colm', name)).text);
    expect(await words('Nowhere')).toContain('It names no Place, so it counts nowhere.');
    expect(await words('Gone')).toContain('It neither runs nor is in development');
  });
});

describe('who reads it', () => {
  it('without names sees no agency, none of its own words, and no money of one service', async () => {
    for (const reader of ['ifeoma', 'wanda', 'siân'] as const) {
      const { text } = await pageOf(published, reader, 'Baby café');
      const main = wordsOf(text.slice(text.indexOf('<main')));
      expect(main).toContain('Targeted: Families a year 40');
      expect(main).not.toMatch(/Agency 1|Hopwood|The council|score of nine|£|70,00/);
      expect(main).toContain('Which agency says it');
    }
    expect(html).toContain('Hopwood');
    expect(html).toContain('£70,000');
  });

  it('sees of another Place than their own only what everybody sees there', async () => {
    const { text } = await pageOf(published, 'amina', 'Baby café');
    expect(wordsOf(text)).toContain('£70,000');
    expect(wordsOf(text)).toContain('Place 2, Targeted: Families a year 41');
    expect(wordsOf(text)).not.toContain('£70,001');
  });

  it('[trust 13] before publication is a reviewer of a Place that it serves, and sees no other Place', async () => {
    const draft = await aMap('one-service-draft', 'in-review');
    const { text } = await pageOf(draft, 'amina', 'Baby café');
    expect(wordsOf(text)).toContain('Draft, seen by reviewers and the coordinator only');
    expect(text).toContain('£70,000');
    expect(text).not.toContain('Place 2');
    expect(text).not.toContain('70,001');
    expect(text).not.toContain(draft.ids.places.get('place-2') ?? '');
    expect((await pageOf(draft, 'amina', 'Elsewhere')).status).toBe(404);
    expect((await pageOf(draft, 'ifeoma', 'Baby café')).status).toBe(404);
    expect((await pageOf(draft, 'wanda', 'Baby café')).status).toBe(404);
  });
});

describe('the pages that name a service', () => {
  it('lead to it: the directory, and the Place’s report with each reason', async () => {
    const { db } = database;
    const ifeoma = await signedIn(anApp(db), db, published.email('ifeoma'));
    const own = /href="(\/rounds\/spring-2026\/services\/[0-9a-f-]{36})">Baby café<\/a>/g;
    const directory = (await ifeoma.get('/rounds/spring-2026/services')).text;
    expect(directory).toMatch(own);
    const report = (await ifeoma.get('/rounds/spring-2026/places/place-1/report')).text;
    const found = [...report.matchAll(own)].map(([, href]) => href ?? '');
    expect(report).toMatch(/<p class="why">Closest to green: <a href="[^"]+">Baby café<\/a>\./);
    expect(found.length).toBeGreaterThan(2);
    expect(new Set(found).size).toBe(1);
    expect((await ifeoma.get(found[0] ?? '')).status).toBe(200);
  });
});

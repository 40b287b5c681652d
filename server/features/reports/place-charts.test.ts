/** Charts of a Place on its page and on paper: named, said in words, and with the same figures as their tables. */
import { beforeAll, describe, expect, it } from 'vitest';
import { useDatabase } from '../../../test/config/database.ts';
import { findNodes, readPdf, squeeze, type ReadPdf } from '../../../test/factories/pdf-reader.ts';
import { sectionOf, wordsOf } from '../../../test/factories/report-pages.ts';
import { rowsOf } from '../../../test/factories/report-papers.ts';
import {
  aPlanOf,
  aResultsSystem,
  giveEntries,
  giveLevels,
  type Reader,
  type ResultsSystem,
} from '../../../test/factories/results.ts';
import { anApp, signedIn, testTime } from '../../../test/factories/visitor.ts';
import { definitionStore } from '../../db/definitions.queries.ts';
import { grantScope } from '../../domain/access/scope.ts';
import { madeAt } from '../../web/made.ts';
import { render } from './place.pdf.ts';
import { loadPlaceReport } from './reports.load.ts';

const database = useDatabase();
const report = '/rounds/spring-2026/places/place-1/report';
const unanswered = '/rounds/spring-2026/places/place-2/report';

/** Two agencies agree on a domain and differ on another; four services, of which one waits for its ages. */
async function aChartedSystem(): Promise<ResultsSystem> {
  const { db } = database;
  const plan = aPlanOf('charted', { places: 2, agencies: 2 });
  const system = await aResultsSystem(db, { ...plan, status: 'published' });
  for (const [n, level] of [0, 4].entries()) {
    await giveLevels(
      db,
      system,
      { agency: `agency-${n + 1}`, place: 'place-1' },
      { 'strategic-leadership': 2, 'financial-investment': level },
    );
  }
  const entry = (name: string, answers: Readonly<Record<string, unknown>>) => ({
    agency: 'agency-1',
    name,
    places: ['place-1'],
    sector: 'health-visiting',
    status: 'running',
    ...answers,
  });
  await giveEntries(db, system, 'agency-1', [
    entry('Home visits', { levels: ['universal'], ages: { from: -9, to: 60 } }),
    entry('Baby café', {
      levels: ['targeted'],
      ages: { from: 0, to: 18 },
      funding: 'fixed-term',
      fundingEnds: '2027-03-31',
    }),
    entry('Toddler group', {
      levels: ['targeted'],
      ages: { from: 24, to: 36 },
      funding: 'fixed-term',
      fundingEnds: '2028-03-31',
    }),
  ]);
  await giveEntries(db, system, 'agency-2', [
    {
      ...entry('Parent-infant team', { levels: ['specialist'], ages: { from: 0, to: 24 } }),
      agency: 'agency-2',
      status: 'in-development',
    },
  ]);
  return system;
}

let system: ResultsSystem;
beforeAll(async () => {
  system = await aChartedSystem();
});

async function pageFor(reader: Reader, address: string): Promise<string> {
  const visitor = await signedIn(anApp(database.db), database.db, system.email(reader));
  return (await visitor.get(address)).text;
}

/** The names of the page's charts, each of one kind. */
function labelsOf(html: string, kind: string): string[] {
  const names = html.matchAll(/<svg class="drawing ([^"]+)" role="img" aria-label="([^"]+)"/g);
  return [...names].flatMap(([, classes, label = '']) =>
    classes?.split(' ').includes(kind) ? [wordsOf(label)] : [],
  );
}

describe('the charts of a Place’s page', () => {
  let html: string;
  beforeAll(async () => {
    html = await pageFor('colm', report);
  });

  it('are images with a name; the signs of their keys are none', () => {
    const tags = html.match(/<svg class="drawing[^>]*>/g) ?? [];
    const images = tags.filter((tag) => /role="img" aria-label="[^"]{40,}"/.test(tag));
    const signs = tags.filter((tag) => tag.includes('aria-hidden="true"'));
    expect(images).toHaveLength(4);
    expect(images.length + signs.length).toBe(tags.length);
  });

  it('say of the profile what its table says', () => {
    const [label = ''] = labelsOf(html, 'radar');
    const table = sectionOf(html, 'profile');
    expect(label).toContain('Strategic leadership: Early growth.');
    expect(table).toContain('Strategic leadership Early growth');
    const split = 'Not yet to Well-established, median Not yet at Foundations';
    expect(label).toContain(`Financial investment: to discuss, ${split}.`);
    expect(table).toContain(`Financial investment To discuss ${split}`);
    expect(label).toContain('Outcomes and impact: No level given.');
    expect(table).toContain('Outcomes and impact No level given');
  });

  it('say of the ages what their table says, in each of the three sizes', () => {
    const labels = labelsOf(html, 'agestrip');
    expect(new Set(labels).size).toBe(1);
    const rows = [
      ['Universal', 'Conception to 5 years', 'None: an offer at every age', '0 of 69'],
      [
        'Targeted',
        'Birth to 18 months; 2 years to 3 years',
        'No targeted offer from conception to birth',
        'No targeted offer from 18 months to 2 years',
        'No targeted offer from 3 years to 5 years',
        '39 of 69',
      ],
      ['Specialist', 'At no age', 'No specialist offer at any age', '69 of 69'],
    ];
    const table = sectionOf(html, 'ages');
    for (const [level = '', offered = '', ...gaps] of rows) {
      const months = gaps.pop() ?? '';
      const shown = gaps.map((gap) =>
        gap.startsWith('No ') ? `${gap} Raise an action: ${gap}` : gap,
      );
      expect(table).toContain(
        `${level} Offered ${offered} Without an offer ${shown.join(' ')} Months without ${months}`,
      );
      expect(labels[0]).toContain(`${level}: ${offered}.`);
      for (const gap of gaps.filter((text) => text.startsWith('No '))) {
        expect(labels[0]).toContain(gap);
      }
    }
  });

  it('name in the strip the services of its table, each with its money', () => {
    const section = sectionOf(html, 'ages');
    const drawn = [...html.matchAll(/<text class="ct-name"[^>]*>([^<]+)</g)].map(
      ([, name]) => name,
    );
    expect(new Set(drawn)).toEqual(
      new Set([
        'Home visits, Agency 1',
        'Baby café, Agency 1',
        'Toddler group, Agency 1',
        'Parent-infant team, Agency 2, in development',
      ]),
    );
    expect(section).toContain('Baby café Agency 1 Level Targeted Ages Birth to 18 months');
    expect(section).toContain('Fixed term, ends 31 March 2027 Within 18 months');
    expect(section).toContain('Fixed term, ends 31 March 2028');
    expect(section).toContain('its money ends within 18 months, by 18 September 2027');
  });

  it('dash what loses its money, and dot what is in development', () => {
    const wide = html.slice(html.indexOf('agestrip--wide'), html.indexOf('agestrip--tall'));
    const count = (look: string) => wide.match(new RegExp(`class="ch-${look}"`, 'g'))?.length;
    expect([count('service'), count('ending'), count('planned')]).toEqual([2, 1, 1]);
  });

  it('name no agency, and no median of few answers, to those who may not see them', async () => {
    const published = await pageFor('ifeoma', report);
    expect(published).toContain('>Baby café</text>');
    expect(sectionOf(published, 'ages')).not.toContain('Agency 1');
    expect(labelsOf(published, 'radar')[0]).toContain(
      'Financial investment: to discuss, agencies differ.',
    );
    expect(sectionOf(published, 'profile')).not.toContain('median Not yet');
  });

  it('draw no radar where no level was given, and one gap each where nothing runs', async () => {
    const text = await pageFor('colm', unanswered);
    expect(labelsOf(text, 'radar')).toEqual([]);
    expect(sectionOf(text, 'profile')).toContain('No level given');
    expect(sectionOf(text, 'ages')).toContain(
      'A child in Place 2 has no universal offer at any age, no targeted offer at any age and no specialist offer at any age.',
    );
  });
});

describe('the charts of a Place’s paper', () => {
  let paper: ReadPdf;
  beforeAll(async () => {
    const { db } = database;
    const scope = grantScope({
      personId: '',
      personName: 'Colm Doyle',
      systemId: system.ids.systemId,
      systemName: 'Charted',
      systemSlug: system.slug,
      fictional: true,
      memberships: [{ role: 'coordinator', agencyId: null, placeIds: [], isChair: false }],
    });
    const view = await loadPlaceReport({ db, definitions: definitionStore(db) }, scope, {
      roundSlug: system.roundSlug,
      placeSlug: 'place-1',
      today: '2026-03-18',
    });
    paper = await readPdf(await render({ view, made: madeAt(testTime, 'http://127.0.0.1') }));
  });

  it('are figures, with the words of the page', async () => {
    const html = await pageFor('colm', report);
    const alts = paper.pages
      .flatMap(({ tree }) => findNodes(tree, 'Figure'))
      .map(({ alt }) => squeeze(alt ?? ''));
    expect(alts).toContain(labelsOf(html, 'radar')[0]);
    expect(alts).toContain(labelsOf(html, 'agestrip--wide')[0]);
  });

  it('have all their ink inside the figure', () => {
    for (const { untagged } of paper.pages) expect(untagged).toBe('');
    const [strip] = paper.pages
      .flatMap(({ tree }) => findNodes(tree, 'Figure'))
      .filter(({ alt }) => alt?.startsWith('Offers from conception'));
    expect(squeeze(strip?.text ?? '')).toContain('Baby café, Agency 1');
  });

  it('stand beside their tables', () => {
    expect(rowsOf(paper, 'Financial investment')).toContainEqual(['split 0 to 4, median 0']);
    expect(rowsOf(paper, 'Outcomes and impact')).toContainEqual(['?']);
    expect(rowsOf(paper, 'Specialist')).toContainEqual([
      'At no age',
      'No specialist offer at any age',
      '69 of 69',
    ]);
    expect(rowsOf(paper, 'Baby café')).toContainEqual([
      'Targeted',
      'Birth to 18 months',
      'Running',
      'Fixed term, ends 31 March 2027',
    ]);
  });
});

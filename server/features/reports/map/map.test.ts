/** What the service map tells, as pages: every figure with its services, and nothing of an agency to those who see no names. */
import { beforeAll, describe, expect, it } from 'vitest';
import { useDatabase } from '../../../../test/config/database.ts';
import { giveBirths } from '../../../../test/factories/need.ts';
import { aPublishedCase } from '../../../../test/factories/published-case.ts';
import { patient, placeReport, useDownloads } from '../../../../test/factories/report-downloads.ts';
import { sectionOf, wordsOf } from '../../../../test/factories/report-pages.ts';
import { paperWords } from '../../../../test/factories/report-papers.ts';
import {
  aPlanOf,
  aResultsSystem,
  giveEntries,
  type Reader,
  type ResultsSystem,
} from '../../../../test/factories/results.ts';
import { shippedDefinitions } from '../../../../test/factories/system.ts';
import { anApp, signedIn } from '../../../../test/factories/visitor.ts';

const database = useDatabase();
const downloads = useDownloads(database);
const ofPlace = (place: string): string => `/rounds/spring-2026/places/${place}/map`;
const ofSystem = '/rounds/spring-2026/map';

const clinic = {
  sector: 'health-visiting',
  status: 'running',
  levels: ['specialist'],
  focus: 'relationship',
  ages: { from: 0, to: 24 },
  fathers: 'yes',
  selfReferral: 'no',
  capacity: 'few',
  delivery: 'less',
  funding: 'fixed-term',
  fundingEnds: '2027-03-31',
  commissioners: 'The Invented Board',
  interventions: ['grobrain'],
};

/** Three agencies in Place 1; of the specialist level only two give figures. */
async function aMap(slug: string): Promise<ResultsSystem> {
  const { db } = database;
  const plan = aPlanOf(slug, { places: 2, agencies: 4 });
  const system = await aResultsSystem(db, { ...plan, status: 'published' });
  const place = system.ids.places.get('place-1');
  const costs = (level: string, spend: number, wte?: number) => [
    { place, level, spend, ...(wte !== undefined && { wte }) },
  ];
  const give = (agency: string, name: string, said: object) =>
    giveEntries(db, system, agency, [{ agency, name, places: ['place-1'], ...clinic, ...said }]);
  await give('agency-1', 'Clinic', { figures: costs('specialist', 100_000, 3) });
  await give('agency-2', 'Drop-in', {
    fathers: 'no',
    restrictions: ['threshold'],
    restrictionDetail: 'a secret of Agency 2',
    interventions: ['vig'],
    figures: costs('specialist', 20_000),
  });
  await give('agency-3', 'Group', {
    levels: ['targeted'],
    fathers: undefined,
    fundingEnds: undefined,
    figures: costs('targeted', 3_000),
  });
  return system;
}

async function read(system: ResultsSystem, reader: Reader, address: string): Promise<string> {
  const visitor = await signedIn(anApp(database.db), database.db, system.email(reader));
  return (await visitor.get(address)).text;
}

let system: ResultsSystem;
beforeAll(async () => {
  system = await aMap('map-tells');
});

describe('the map of a Place', () => {
  let html: string;
  beforeAll(async () => {
    html = await read(system, 'colm', ofPlace('place-1'));
  });

  it('counts who is left out of those that say, and names the services', () => {
    const section = sectionOf(html, 'left-out');
    expect(section).toContain(
      'Fathers and co-parents Closed 1 of 2 that say (50%) In part 0 Open 1 Not known 1',
    );
    expect(section).toContain(
      'Closed Drop-in Agency 2 Open Clinic Agency 1 Not known Group Agency 3',
    );
    expect(section).toContain('Parents before birth Closed Nobody says');
    expect(section).toContain(
      'Threshold Need has to be high to be accepted. Services 1 of 1 that say (100%)',
    );
    expect(section).toContain('Drop-in Agency 2: a secret of Agency 2');
  });

  it('tells room by level, and what is delivered of contracts', () => {
    const section = sectionOf(html, 'capacity');
    expect(section).toContain('Specialist All 0 Most 0 Some 0 Few 2 None 0 Not known 0 Services 2');
    expect(section).toContain('Less Services 3 of 3 that say (100%)');
  });

  it('draws money with an end, says it in words, and lets each become an action', () => {
    const section = sectionOf(html, 'money');
    expect(section).toContain(
      'The money of two running services ends within 18 months; first that of Clinic and Drop-in, on 31 March 2027. One with an end does not say when.',
    );
    expect(html).toContain(
      'aria-label="When money ends. Clinic: 31 March 2027. Drop-in: 31 March 2027."',
    );
    expect(section).toContain('Raise an action: The money of Clinic ends within 18 months');
  });

  it('sums spend by level and commissioner for those who see names', () => {
    const section = sectionOf(html, 'money');
    expect(section).toContain('Known spend: £123,000 a year, from 3 of 3 running services.');
    expect(section).toContain('Specialist Spend a year £120,000 Services that say 2');
    expect(section).toContain('The Invented Board Spend a year £123,000');
  });

  it('flags interventions of another level only where every level is known', () => {
    const section = sectionOf(html, 'fit');
    expect(section).toContain(
      'Clinic Agency 1 Level Specialist Interventions GroBrain: designed for universal; contributes to targeted and specialist',
    );
    expect(section).toContain('Not known The level of an intervention');
    expect(section).not.toContain('VIG');
  });

  it('sets services of two agencies side by side that do the same', () => {
    const section = sectionOf(html, 'duplication');
    expect(section).toContain(
      '2 services of different agencies have the same level, ages and focus',
    );
    expect(section).toContain('Specialist, birth to 2 years, focus: the relationship');
    expect(section).not.toContain('Group');
  });

  it('holds specialist staff against births once they are entered', async () => {
    expect(sectionOf(html, 'staffing')).toContain('Births a year Not entered');
    expect(wordsOf(html)).toContain(
      'Specialist staff: At least 3 WTE. 1 of 2 specialist services does not say. For 1,000 births: not known, as births are not entered.',
    );
    await giveBirths(database.db, system.ids, {
      place: 'place-1',
      by: system.email('colm'),
      year: 2025,
      births: 1000,
    });
    const after = sectionOf(await read(system, 'colm', ofPlace('place-1')), 'staffing');
    expect(after).toContain('Staff for 1,000 births At least 3');
    expect(after).toContain('Benchmark for these births 2.2 WTE');
    expect(after).toContain('do not say how many staff they have here: 1 To ask Drop-in Agency 2');
  });
});

describe('the report of a Place', patient, () => {
  it('says in short what the map’s page says, on the page and on paper', async () => {
    const colm = await downloads.signIn(system.email('colm'));
    const page = (await colm.get(placeReport('place-1'))).text;
    const paper = paperWords(await downloads.read(colm, placeReport('place-1')));
    const list = /<ul class="prose map-findings">([\s\S]*?)<\/ul>/;
    const findings = [...(list.exec(page)?.[1] ?? '').matchAll(/<li>([\s\S]*?)<\/li>/g)];
    expect(findings.length).toBe(6);
    const whole = wordsOf((await colm.get(ofPlace('place-1'))).text);
    for (const [, finding = ''] of findings) {
      expect(paper).toContain(wordsOf(finding));
      expect(whole).toContain(wordsOf(finding));
    }
    expect(page).toContain(`href="${ofPlace('place-1')}#staffing"`);
  });
});

describe('those who see no names', () => {
  it('[trust 15] read sums of several agencies only, and nothing that an agency wrote', async () => {
    const html = await read(system, 'ifeoma', ofPlace('place-1'));
    const main = wordsOf(html.slice(html.indexOf('<main'), html.indexOf('</main')));
    expect(main).toContain('Known spend: £123,000 a year');
    for (const secret of ['Agency', 'secret', 'Invented Board', '£120,000', '£100,000', '£3,000']) {
      expect(main).not.toContain(secret);
    }
    expect(main).toContain('By level it would tell what one agency spends.');
  });

  it('[trust 15] are told no sum that their own agency’s figure would take apart', async () => {
    const two = await aMap('map-two');
    await database
      .db('responses')
      .where({ system_id: two.ids.systemId, status: 'submitted' })
      .whereIn(
        'assignment_id',
        database
          .db('assignments')
          .where({ agency_id: two.ids.agencies.get('agency-3') ?? '' })
          .select('id'),
      )
      .update({ status: 'draft', submitted_at: null });
    const icb = wordsOf(await read(two, 'ifeoma', ofPlace('place-1')));
    expect(icb).toContain('Known spend: £120,000 a year');
    for (const address of [ofPlace('place-1'), ofSystem]) {
      const own = wordsOf(await read(two, 'wanda', address));
      expect(own).toContain(address === ofSystem ? 'Not told' : 'Too few agencies say');
      expect(own).not.toContain('£');
    }
  });
});

describe('the maps of all Places', () => {
  it('stand side by side, each figure leading to its services', async () => {
    const html = await read(system, 'colm', ofSystem);
    expect(sectionOf(html, 'left-out')).toContain(
      'Place 1 To fathers and co-parents 1 of 2 that say (50%): the services behind it in Place 1',
    );
    expect(html).toContain(`href="${ofPlace('place-1')}#left-out"`);
    expect(sectionOf(html, 'fit')).toContain('Specialist staff for 1,000 births At least 3');
    expect(sectionOf(html, 'left-out')).toMatch(/Place 2 To fathers and co-parents –/);
  });

  it('say that nothing is known where nothing runs, or no map is asked', async () => {
    expect(await read(system, 'colm', ofPlace('place-2'))).toContain(
      'No running service is known here yet',
    );
    const definitions = shippedDefinitions().filter(({ kind }) => kind === 'maturity');
    const plan = aPlanOf('map-none', { places: 1, agencies: 1 });
    const none = await aResultsSystem(database.db, { ...plan, status: 'published', definitions });
    for (const address of [ofSystem, ofPlace('place-1')]) {
      expect(await read(none, 'colm', address)).toContain('This round asks no service map');
    }
  });
});

describe('Lancashire and South Cumbria', () => {
  it('says what the published case leaves unknown, and flags nothing', async () => {
    const { system: lsc } = await aPublishedCase(database.db, 'published');
    const words = wordsOf(await read(lsc, 'colm', ofPlace('blackpool')));
    for (const said of [
      'Closed to fathers and co-parents: nobody says. To self-referral: nobody says.',
      'No running service is known to have money that ends within 18 months. One with an end does not say when.',
      'No running service says for how many families it has room.',
      'No running service names an intervention of the map.',
      'No two agencies are known to run services with the same level, ages and focus.',
      'How many specialist staff there are is not known. 3 of 3 specialist services do not say.',
    ]) {
      expect(words).toContain(said);
    }
  });
});

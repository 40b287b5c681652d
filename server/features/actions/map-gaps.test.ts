/** Actions raised from what the service map tells of a Place: from the map's page to the action, and back. */
import { beforeAll, describe, expect, it } from 'vitest';
import { useDatabase } from '../../../test/config/database.ts';
import { changed, sentBy } from '../../../test/factories/html-form.ts';
import { giveBirths } from '../../../test/factories/need.ts';
import { sectionOf, wordsOf } from '../../../test/factories/report-pages.ts';
import {
  aPlanOf,
  aResultsSystem,
  giveEntries,
  type Reader,
  type ResultsSystem,
} from '../../../test/factories/results.ts';
import { anApp, signedIn, type Visitor } from '../../../test/factories/visitor.ts';

const database = useDatabase();
const map = '/rounds/spring-2026/places/place-1/map';
let system: ResultsSystem;

const clinic = {
  ...{
    sector: 'health-visiting',
    status: 'running',
    levels: ['specialist'],
    focus: 'relationship',
  },
  ...{ ages: { from: 0, to: 24 }, interventions: ['grobrain'] },
  ...{ fathers: 'no', selfReferral: 'no', antenatal: 'no', interpreters: 'no' },
  ...{ capacity: 'none', delivery: 'less' },
};

/** Two clinics of two agencies, alike in all; in Place 2 one of which nothing is known. */
beforeAll(async () => {
  const { db } = database;
  const plan = aPlanOf('map-gaps', { places: 2, agencies: 2 });
  system = await aResultsSystem(db, { ...plan, status: 'published' });
  const place = system.ids.places.get('place-1');
  const figures = [{ place, level: 'specialist', wte: 1 }];
  const [one, two] = ['agency-1', 'agency-2'] as const;
  const here = { places: ['place-1'], ...clinic, figures };
  await giveEntries(db, system, one, [
    { agency: one, name: 'Clinic', ...here },
    {
      ...{ agency: one, name: 'Quiet', places: ['place-2'], sector: 'health-visiting' },
      ...{ status: 'running', levels: ['specialist'] },
    },
  ]);
  await giveEntries(db, system, two, [{ agency: two, name: 'Drop-in', ...here }]);
  for (const asked of ['place-1', 'place-2']) {
    const by = system.email('colm');
    await giveBirths(db, system.ids, { place: asked, by, year: 2025, births: 2000 });
  }
});

const visit = (reader: Reader): Promise<Visitor> =>
  signedIn(anApp(database.db), database.db, system.email(reader));

/** What the page offers to raise an action from, in words, and where. */
function offers(html: string): Map<string, string> {
  const links = html.matchAll(/<a class="[^"]*gapact" href="([^"]+)">(.*?)<\/a>/gs);
  return new Map(
    [...links].map(([, href = '', text = '']) => [
      wordsOf(text).replace(/^Raise an action: /, ''),
      href.replaceAll('&amp;', '&'),
    ]),
  );
}

const all = '2 of 2 running services that say';
const gaps: readonly (readonly [part: string, words: string])[] = [
  ['left-out', `Closed to fathers and co-parents: ${all}`],
  ['left-out', `Closed to self-referral: ${all}`],
  ['left-out', `Closed before birth: ${all}`],
  ['left-out', `Without interpreters: ${all}`],
  ['capacity', 'Room for few or none of the families in need: 2 of 2 specialist services that say'],
  ['capacity', `Less than contracted is delivered: ${all}`],
  ['fit', 'Clinic names only interventions designed for another level'],
  ['fit', 'Drop-in names only interventions designed for another level'],
  [
    'duplication',
    'Possible duplication: 2 services, specialist, birth to 2 years, focus: the relationship',
  ],
  ['staffing', 'Specialist staff: 1 WTE for 1,000 births, below the benchmark of 2.2'],
];

describe('a gap that the service map tells', () => {
  it('is offered once each, and nothing else is', async () => {
    const { text } = await (await visit('colm')).get(map);
    expect([...offers(text).keys()]).toEqual(gaps.map(([, words]) => words));
    expect(text.match(/gapact/g)).toHaveLength(gaps.length);
  });

  it.each(gaps)(
    'leads to an action in its own words, which leads back: %s, %s',
    async (part, words) => {
      const colm = await visit('colm');
      const from = offers((await colm.get(map)).text).get(words) ?? '';
      const { text: form, status } = await colm.get(from);
      expect(status).toBe(200);
      expect(form).toContain(`href="${map}#${part}">Back without saving`);
      const offered = sentBy(form, 'ac-form');
      expect(offered).toContainEqual(['about', words]);
      const sent = changed(offered, { what: `Close it: ${words}` });
      const { headers } = await colm.post('/actions', sent);
      const action = String(headers['location']);
      const { text: page } = await colm.get(action);
      expect(page).toContain(`<a href="${map}#${part}">Gap: ${words}, `);
      const told = (await colm.get(map)).text;
      expect(told).toContain(`aria-label="Action raised: the actions for ${words} in Place 1"`);
      expect(sectionOf(told, part)).toContain('Action raised');
      const item = new URLSearchParams(from.split('?')[1]).get('item') ?? '';
      const list = new URLSearchParams({ place: 'place-1', item });
      expect((await colm.get(`/actions?${list.toString()}`)).text).toContain(`Close it: ${words}`);

      await colm.post('/actions', sent);
      const stored = database.db('actions').where({ item_id: item });
      expect(await stored.clone()).toHaveLength(1);
      await stored.clone().update({ status: 'done' });
      expect((await colm.get(map)).text).not.toContain(`the actions for ${words} in Place 1`);
    },
  );

  it('is none where nobody says: neither offered nor raised', async () => {
    const colm = await visit('colm');
    const { text } = await colm.get(map.replace('place-1', 'place-2'));
    expect(text).toContain('How many specialist staff there are is not known.');
    expect([...offers(text).keys()]).toEqual([]);
    for (const item of ['door:fathers', 'room:specialist', 'staffing:specialist']) {
      const asked = new URLSearchParams({
        place: 'place-2',
        round: 'spring-2026',
        source: 'gap',
        item,
      });
      const { status, text: said } = await colm.get(`/actions/new?${asked.toString()}`);
      expect(status).toBe(404);
      expect(said).toContain('show no such gap, or no longer');
    }
  });

  it('is told to those who raise no actions, without the offer', async () => {
    const { text } = await (await visit('wanda')).get(map);
    expect(text).toContain('2 of 2 that say (100%)');
    expect(text).not.toContain('Raise an action');
    expect([...offers((await (await visit('ifeoma')).get(map)).text).keys()]).toHaveLength(
      gaps.length,
    );
  });
});

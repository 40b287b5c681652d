/** Actions raised from a gap of the service map, or from where map and grid disagree. */
import { beforeAll, describe, expect, it } from 'vitest';
import { useDatabase } from '../../../test/config/database.ts';
import { changed, sentBy } from '../../../test/factories/html-form.ts';
import { sectionOf, wordsOf } from '../../../test/factories/report-pages.ts';
import {
  aPlanOf,
  aResultsSystem,
  giveEntries,
  giveLevels,
  type Reader,
  type ResultsSystem,
} from '../../../test/factories/results.ts';
import { anApp, signedIn, type Visitor } from '../../../test/factories/visitor.ts';

const database = useDatabase();
const report = '/rounds/spring-2026/places/place-1/report';
const review = '/rounds/spring-2026/places/place-1/review';
let system: ResultsSystem;
let entryId: string;

/** One service, for every family from birth on, on money that ends; the services are said to be well established. */
beforeAll(async () => {
  const { db } = database;
  const plan = aPlanOf('gaps', { places: 2, agencies: 1 });
  system = await aResultsSystem(db, { ...plan, status: 'in-review' });
  const asked = { agency: 'agency-1', place: 'place-1' };
  await giveLevels(db, system, asked, { 'services-and-interventions': 4 });
  await giveEntries(db, system, 'agency-1', [
    {
      ...{ agency: 'agency-1', name: 'Baby café', places: ['place-1'], sector: 'health-visiting' },
      ...{ status: 'running', levels: ['universal'], ages: { from: 0, to: 60 } },
      ...{ funding: 'fixed-term', fundingEnds: '2027-03-31' },
    },
  ]);
  entryId = await db('service_entries')
    .first('id')
    .then((row) => String(row?.id));
});

const visit = (reader: Reader): Promise<Visitor> =>
  signedIn(anApp(database.db), database.db, system.email(reader));

/** Where the page offers to raise an action from what is called so. */
function hrefFor(html: string, words: string): string {
  const links = html.matchAll(/<a class="[^"]*gapact" href="([^"]+)">(.*?)<\/a>/gs);
  const found = [...links].find(([, , text = '']) => wordsOf(text).endsWith(`: ${words}`));
  return (found?.[1] ?? '').replaceAll('&amp;', '&');
}

const gaps = (): (readonly [string, string, string])[] => [
  ['sector by level', 'services', 'No targeted service: Health visiting'],
  ['age by level', 'ages', 'No universal offer from conception to birth'],
  ['money', 'ages', 'The money of Baby café ends within 18 months'],
];

describe('a gap on the Place’s page', () => {
  it.each(gaps())(
    'leads to an action from it, and shows the action while it is open: %s',
    async (_, id, words) => {
      const amina = await visit('amina');
      const { text: page } = await amina.get(report);
      const from = hrefFor(page, words);
      const { text: form, status } = await amina.get(from);
      expect(status).toBe(200);
      const offered = sentBy(form, 'ac-form');
      expect(offered).toContainEqual(['about', words]);
      const what = `Close it: ${words}`;
      const { headers } = await amina.post('/actions', changed(offered, { what }));
      const action = String(headers['location']);
      expect((await amina.get(action)).text).toContain(`Gap: ${words}, `);
      const flagged = sectionOf((await amina.get(report)).text, id);
      expect(flagged).toContain('Action raised');
      const list = new URLSearchParams({
        place: 'place-1',
        item: String(new URLSearchParams(from.split('?')[1]).get('item')),
      });
      const { text: listed } = await amina.get(`/actions?${list.toString()}`);
      expect(listed).toContain(what);
      await database
        .db('actions')
        .where({ id: action.split('/').at(-1) ?? '' })
        .update({ status: 'done' });
      expect(sectionOf((await amina.get(report)).text, id)).not.toContain('Action raised');
    },
  );

  it('offers nothing to who raises no actions, and no other Place’s gap', async () => {
    await database.db('rounds').where({ id: system.roundId }).update({ status: 'published' });
    const { text: wanda } = await (await visit('wanda')).get(report);
    expect(wanda).toContain('No universal offer from conception to birth');
    expect(wanda).not.toContain('Raise an action');
    const { text: ifeoma } = await (await visit('ifeoma')).get(report);
    expect(hrefFor(ifeoma, 'No universal offer from conception to birth')).not.toBe('');
    await database.db('rounds').where({ id: system.roundId }).update({ status: 'in-review' });
  });
});

describe('what the results do not show', () => {
  const from = (source: string, item: string): string =>
    `/actions/new?place=place-1&round=spring-2026&source=${source}&item=${item}`;

  it.each([
    ['a level that has a service', 'gap', 'sector:health-visiting:universal'],
    ['an age that has an offer', 'gap', 'ages:universal:0:60'],
    ['a service that there is not', 'gap', 'money:6f1f5a3e-3a56-4d8e-9f0e-3b6f6c1f2a11'],
    ['something else', 'gap', 'anything'],
    ['a rule that does not hold', 'contradiction', 'workforce-without-training'],
  ])('%s is refused, in words', async (_, source, item) => {
    const { status, text } = await (await visit('amina')).get(from(source, item));
    expect(status).toBe(404);
    expect(text).toContain(`show no such ${source}, or no longer`);
  });

  it('refuses a gap that is closed meanwhile, and keeps what was typed', async () => {
    const amina = await visit('amina');
    const { text } = await amina.get(from('gap', `money:${entryId}`));
    const sent = changed(sentBy(text, 'ac-form'), { what: 'Find the money' });
    const entry = database.db('service_entries').where({ id: entryId });
    const stored = await entry.clone().first('answers');
    const lasting = { ...stored?.answers, funding: 'recurrent' };
    await entry.clone().update({ answers: JSON.stringify(lasting) });
    const answer = await amina.post('/actions', sent);
    await entry.clone().update({ answers: JSON.stringify(stored?.answers) });
    expect(answer.status).toBe(422);
    expect(answer.text).toContain('show no such gap, or no longer');
    expect(answer.text).toContain('Find the money');
  });
});

describe('a contradiction', () => {
  const words = 'No running service is specialist and open before birth';

  it('leads to an action that names it, which then stands beside it', async () => {
    const amina = await visit('amina');
    const { text: page } = await amina.get(review);
    const from = /href="([^"]+source=contradiction[^"]+)"/.exec(page)?.[1] ?? '';
    const { text: form } = await amina.get(from.replaceAll('&amp;', '&'));
    const offered = sentBy(form, 'ac-form');
    expect(offered).toContainEqual(['about', words]);
    const what = 'Ask the agencies again';
    const { headers } = await amina.post('/actions', changed(offered, { what }));
    expect((await amina.get(String(headers['location']))).text).toContain(
      `Contradiction: ${words}`,
    );
    expect((await amina.get(review)).text).toContain(`>${what}</a>`);
  });
});

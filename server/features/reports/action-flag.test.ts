import { randomUUID } from 'node:crypto';
import { beforeAll, expect, it } from 'vitest';
import { useDatabase } from '../../../test/config/database.ts';
import { anAction } from '../../../test/factories/actions.ts';
import { useDownloads } from '../../../test/factories/report-downloads.ts';
import { wordsOf } from '../../../test/factories/report-pages.ts';
import { paperWords } from '../../../test/factories/report-papers.ts';
import { addRound, giveLevels } from '../../../test/factories/results.ts';
import { aSystem, shippedDefinitions, type TestSystem } from '../../../test/factories/system.ts';
import { everybody, type Visitors } from '../../../test/factories/visitors.ts';
import { idOf } from '../set-up/set-up.queries.ts';

const database = useDatabase();
const { signIn, read } = useDownloads(database);
let system: TestSystem;
let visitors: Visitors;
const by = 'colm@aldermoor-and-wend.example';

/** Last round is published, this one in review; in both Kingfisher gave Quillby a level. */
beforeAll(async () => {
  system = await aSystem(database.db, { roundStatus: 'in-review' });
  const { ids } = system;
  const definitions = shippedDefinitions();
  const last = { slug: 'last', status: 'open', position: 0, definitions } as const;
  const roundId = await addRound(database.db, ids, last);
  const asked = { agency: 'kingfisher', place: 'quillby' };
  for (const id of [roundId, system.roundId]) {
    await giveLevels(database.db, { ids, roundId: id }, asked, { 'financial-investment': 1 });
  }
  await database.db('rounds').where({ id: roundId }).update({ status: 'published' });
  const plan = { place: 'quillby', by };
  await anAction(database.db, system, { ...plan, what: randomUUID(), status: 'funded' });
  await anAction(database.db, system, {
    ...plan,
    what: randomUUID(),
    status: 'under-way',
    source: 'element',
    item: 'E4',
  });
  await anAction(database.db, system, {
    ...plan,
    what: randomUUID(),
    status: 'agreed',
    item: 'strategic-leadership',
  });
  visitors = await everybody(database.db);
});

const flags = async (name: string, path: string): Promise<string[]> => {
  const { text, status } = await visitors(name).get(path);
  expect(status).toBe(200);
  return [...text.matchAll(/class="act act--link" href="([^"]+)" aria-label="([^"]+)"/g)].map(
    ([, href = '', label = '']) => `${label} ${href.replaceAll('&amp;', '&')}`,
  );
};

const funded =
  'Action funded: the actions for Financial investment in Quillby /actions?place=quillby&item=financial-investment';

it.each([
  ['the matrix', '/rounds/spring-2026/report'],
  ['the Place’s page', '/rounds/spring-2026/places/quillby/report'],
])('%s marks what is funded or under way, and leads to these actions', async (_, path) => {
  const found = await flags('Colm', path);
  expect(found).toHaveLength(2);
  expect(found[0]).toBe(funded);
  expect(found[1]).toMatch(
    /^Action under way: the actions for .* in Quillby \/actions\?place=quillby&item=E4$/,
  );
});

it('the key says what the flag means, on the page and on paper, where some cell has one', async () => {
  const said = 'an action is funded or under way; the colour stays as it is';
  const { text } = await visitors('Colm').get('/rounds/spring-2026/report');
  expect(wordsOf(text)).toContain(`flag: ${said}`);
  const colm = await signIn(by);
  expect(paperWords(await read(colm, '/rounds/spring-2026/report'))).toContain(
    `“Action”: ${said}.`,
  );
  const { text: last } = await visitors('Colm').get('/rounds/last/report');
  expect(last).not.toContain(said);
  expect(paperWords(await read(colm, '/rounds/last/report'))).not.toContain(said);
});

it('leaves the colour as it was', async () => {
  const path = '/rounds/spring-2026/places/quillby/report';
  const { text } = await visitors('Colm').get(path);
  await database.db('actions').update({ status: 'proposed' });
  const { text: without } = await visitors('Colm').get(path);
  await database
    .db('actions')
    .where({ item_id: 'financial-investment' })
    .update({ status: 'funded' });
  await database.db('actions').where({ item_id: 'E4' }).update({ status: 'under-way' });
  const colours = (html: string) => html.match(/rag rag--\w+/g);
  expect(colours(without)).toEqual(colours(text));
});

it('a report of the round before knows nothing of it', async () => {
  expect(await flags('Colm', '/rounds/last/report')).toEqual([]);
});

it('[trust 10] those who own it see no flag before publication, and everybody does afterwards', async () => {
  await database.db('actions').update({ owner_agency_id: idOf(system.ids.agencies, 'kingfisher') });
  expect(await flags('Siân', '/rounds/last/report')).toEqual([]);
  await system.moveRound('published');
  expect(await flags('Siân', '/rounds/spring-2026/report')).toContain(funded);
  expect(await flags('Tomos', '/rounds/spring-2026/report')).toContain(funded);
});

/** Two processes of the application on one database, as behind a balancer: what people do at once has one order. */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { loadApp, type AppProcess } from '../test/config/app-process.ts';
import { useDatabase } from '../test/config/database.ts';
import { formAt, type Changes } from '../test/factories/answering.ts';
import { fillGrid } from '../test/factories/answers.ts';
import { changed } from '../test/factories/html-form.ts';
import { aSystem, shippedDefinitions, type TestSystem } from '../test/factories/system.ts';
import { everybody, type Visitors } from '../test/factories/visitors.ts';
import { levelItems } from './domain/instrument/items.ts';

const database = useDatabase();
const processes: AppProcess[] = [];
const addresses: string[] = [];
const section = 'financial-investment';
const field = (part: string): string => `${section}_${part}`;
let count = 0;
let system: TestSystem;
/** everybody, signed in at each of the two */
let one: Visitors;
let other: Visitors;
let id: string;

beforeAll(async () => {
  processes.push(loadApp(database.url), loadApp(database.url));
  const ports = await Promise.all(processes.map((process) => process.listen()));
  addresses.push(...ports.map((port) => `http://127.0.0.1:${port}`));
});
afterAll(() => Promise.all(processes.map((process) => process.kill())));

beforeEach(async () => {
  system = await aSystem(database.db, { slug: `two-${(count += 1)}` });
  const both = addresses.map((address) => everybody(database.db, system.slug, address));
  [one, other] = (await Promise.all(both)) as [Visitors, Visitors];
  id = await system.response('kingfisher', 'ferrow-vale');
});

const at = (rest: string): string => `/responses/${id}${rest}`;
const pathTo = (name: string): string => at(`/sections/${name}`);
const stored = async () =>
  (await database.db('answers').where({ response_id: id, item_id: section }).first('value'))?.value;
const history = () =>
  database.db('answer_history').where({ response_id: id }).orderBy('revision').select('value');
const evidenceIn = (rows: readonly { value: unknown }[]): unknown[] =>
  rows.map(({ value }) => (value as { evidence?: string }).evidence);
const acts = async () =>
  (await database.db('audit_events').where({ subject_id: id }).orderBy('id').select('act')).map(
    ({ act }) => act,
  );
const stateOf = async () => (await database.db('responses').where({ id }).first())?.status;
const fill = () =>
  fillGrid(database.db, {
    systemId: system.ids.systemId,
    responseId: id,
    personId: system.ids.people.get(`siân@${system.slug}.example`) ?? '',
    level: 2,
  });

it('[trust 38] people at different questions of one response all save', async () => {
  const [grid] = shippedDefinitions();
  const sections = grid ? levelItems(grid).map((item) => item.id) : [];
  const saves = sections.map(async (name, n) => {
    const visitor = (n % 2 === 0 ? one : other)('Siân');
    const form = await formAt(visitor, pathTo(name));
    return visitor.post(pathTo(name), changed(form, { [`${name}_level`]: '3' }));
  });
  expect((await Promise.all(saves)).map(({ status }) => status)).toEqual(sections.map(() => 303));
  const answers = await database.db('answers').where({ response_id: id, level: 3 });
  expect(answers).toHaveLength(sections.length);
});

it('[trust 39] people at the same question lose no word that was called saved, and who was slower sees both texts', async () => {
  const kept: string[] = [];
  for (let turn = 0; turn < 8; turn += 1) {
    const texts = [`Siân in turn ${turn}`, `Małgorzata in turn ${turn}`] as const;
    const form = await formAt(one('Siân'), pathTo(section));
    const replies = await Promise.all([
      one('Siân').post(pathTo(section), changed(form, { [field('evidence')]: texts[0] })),
      other('Małgorzata').post(pathTo(section), changed(form, { [field('evidence')]: texts[1] })),
    ]);
    expect(replies.map(({ status }) => status).toSorted()).toEqual([303, 409]);
    kept.push(replies[0].status === 303 ? texts[0] : texts[1]);
    const refused = replies.find(({ status }) => status === 409)?.text;
    for (const text of texts) expect(refused).toContain(text);
  }
  expect(evidenceIn(await history())).toEqual(kept);
});

/** A page that saves by itself, whichever process is asked. */
async function opened(person: string) {
  const form = await formAt(one(person), pathTo(section));
  const page = randomUUID();
  return async (who: Visitors, counter: number, changes: Changes) => {
    const sent = changed(form, { ...changes, _page: page, _counter: String(counter) });
    return (await who(person).post(`${pathTo(section)}/save`, sent)).text.replace(/\s+/g, ' ');
  };
}

it('[trust 40] a page’s saves that arrive at both, in any order, leave what was typed last', async () => {
  for (let turn = 0; turn < 6; turn += 1) {
    const save = await opened('Siân');
    const counters = turn % 2 === 0 ? [4, 3, 2, 1] : [1, 2, 3, 4];
    const last = `typed last in turn ${turn}`;
    await Promise.all(
      counters.map((counter) =>
        save(counter % 2 === 0 ? one : other, counter, {
          [field('evidence')]: counter === 4 ? last : last.slice(0, counter * 4),
        }),
      ),
    );
    expect(await stored()).toMatchObject({ evidence: last });
  }
});

it('[trust 41] a save beside a submission is in it, or is said not to be', async () => {
  await fill();
  for (let turn = 0; turn < 8; turn += 1) {
    const save = await opened('Małgorzata');
    const text = `Beside the submission ${turn}`;
    const save1 = () => save(other, 1, { [field('evidence')]: text });
    const submit = () => one('Siân').post(at('/submit'));
    const [said] = await (turn % 2 === 0
      ? Promise.all([save1(), submit()])
      : Promise.all([submit(), save1()]).then(([sent, words]) => [words, sent] as const));
    const isIn = ((await stored()) as { evidence?: string }).evidence === text;
    expect(said).toMatch(isIn ? /<b>Saved/ : /data-saved="stop".*Not saved/);
    expect(await stateOf()).toBe('submitted');
    await database.db('responses').where({ id }).update({ status: 'draft', submitted_at: null });
  }
});

it('[trust 42] a submission sent to both is one, with one mail and one audit row', async () => {
  await fill();
  const both = await Promise.all([one, other].map((who) => who('Siân').post(at('/submit'))));
  expect(both.map(({ status, headers }) => [status, headers['location']])).toEqual([
    [303, at('/submitted')],
    [303, at('/submitted')],
  ]);
  expect(await acts()).toEqual(['response.submitted']);
  expect(await database.db('messages').where({ system_id: system.ids.systemId })).toHaveLength(1);
});

it('[trust 43] a return at the one beside a submission at the other have one order', async () => {
  await fill();
  await one('Siân').post(at('/submit'));
  for (let turn = 0; turn < 8; turn += 1) {
    await Promise.all([
      one('Siân').post(at('/submit')),
      other('Colm').post(at('/return'), { reason: 'Look at it once more.' }),
    ]);
    const status = await stateOf();
    expect(await acts()).toSatisfy((all: string[]) => all.at(-1) === `response.${status}`);
    // Each return is of a submission, and each submission but the first follows a return.
    expect((await acts()).join(' ')).toMatch(
      /^response\.submitted( response\.returned response\.submitted)*( response\.returned)?$/,
    );
    if (status === 'returned') await one('Siân').post(at('/submit'));
  }
});

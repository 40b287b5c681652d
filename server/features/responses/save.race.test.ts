/** Saves that meet one another, or the end of the round, at the database; and what a save costs there. */
import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, it } from 'vitest';
import { fillIn, formAt } from '../../../test/factories/answering.ts';
import { useDatabase } from '../../../test/config/database.ts';
import { changed } from '../../../test/factories/html-form.ts';
import { aSystem, shippedDefinitions, type TestSystem } from '../../../test/factories/system.ts';
import { untilSomebodyWaits } from '../../../test/factories/waiting.ts';
import { everybody, type Visitors } from '../../../test/factories/visitors.ts';
import { lockResponse } from '../../db/responses.queries.ts';
import type { Scope } from '../../domain/access/scope.ts';
import { levelItems } from '../../domain/instrument/items.ts';

const database = useDatabase();
const section = 'financial-investment';
const field = (part: string): string => `${section}_${part}`;
let count = 0;
let system: TestSystem;
let as: Visitors;
let id: string;

beforeEach(async () => {
  system = await aSystem(database.db, { slug: `system-${(count += 1)}` });
  as = await everybody(database.db, system.slug);
  id = await system.response('kingfisher', 'ferrow-vale');
});

const pathTo = (one: string): string => `/responses/${id}/sections/${one}`;
const answers = () =>
  database.db('answers').where({ response_id: id }).select('item_id', 'level', 'revision');

/** What happens where somebody saves while another holds the response and then does `deed`. */
async function saveWhile(deed: (trx: Parameters<typeof lockResponse>[0]) => Promise<unknown>) {
  const form = changed(await formAt(as('Małgorzata'), pathTo(section)), {
    [field('level')]: '2',
    [field('evidence')]: 'Typed while it happened',
  });
  const trx = await database.db.transaction();
  const scope = { systemId: system.ids.systemId } as Scope;
  await lockResponse(trx, scope, id);
  const saving = as('Małgorzata').post(pathTo(section), form);
  await untilSomebodyWaits(database.db);
  await deed(trx);
  await trx.commit();
  return saving;
}

describe('a save that had to wait', () => {
  it('for the closing of the round is refused, and shows what was typed', async () => {
    const { status, text } = await saveWhile((trx) =>
      trx('rounds').where({ id: system.roundId }).update({ status: 'in-review' }),
    );
    expect(status).toBe(409);
    expect(text).toContain('Typed while it happened');
    expect(await answers()).toEqual([]);
  });

  it('[trust 41] for a submission is refused, and shows what was typed', async () => {
    const { status, text } = await saveWhile((trx) =>
      trx('responses')
        .where({ id })
        .update({ status: 'submitted', submitted_at: new Date(0), revision: 1 }),
    );
    expect(status).toBe(409);
    expect(text).toContain('Typed while it happened');
    expect(await answers()).toEqual([]);
  });

  it('for nothing that changed the response goes through', async () => {
    const { status } = await saveWhile(() => Promise.resolve());
    expect(status).toBe(303);
    expect(await answers()).toEqual([{ item_id: section, level: 2, revision: 1 }]);
  });

  it('[trust 39] for another answer to the same question shows both', async () => {
    const other = await formAt(as('Siân'), pathTo(section));
    const [first, second] = await Promise.all([
      as('Siân').post(pathTo(section), changed(other, { [field('evidence')]: 'One text' })),
      as('Małgorzata').post(
        pathTo(section),
        changed(other, { [field('evidence')]: 'Another text' }),
      ),
    ]);
    expect([first.status, second.status].sort()).toEqual([303, 409]);
    const refused = first.status === 409 ? first : second;
    expect(refused.text).toContain('One text');
    expect(refused.text).toContain('Another text');
    expect(await answers()).toMatchObject([{ item_id: section, revision: 1 }]);
  });
});

it('[trust 38] eleven people at eleven questions of one response all save', async () => {
  const [grid] = shippedDefinitions();
  const sections = grid ? levelItems(grid).map((item) => item.id) : [];
  const forms = await Promise.all(sections.map((one) => formAt(as('Siân'), pathTo(one))));
  const saves = await Promise.all(
    forms.map((form, n) =>
      as('Siân').post(
        pathTo(sections[n] ?? ''),
        changed(form, { [`${sections[n] ?? ''}_level`]: '3' }),
      ),
    ),
  );
  expect(saves.map(({ status }) => status)).toEqual(sections.map(() => 303));
  expect(await answers()).toHaveLength(sections.length);
  const { revision } = (await database.db('responses').where({ id }).first('revision')) ?? {};
  expect(revision).toBe(sections.length);
});

it('[trust 38, 39] ten people at one question lose no word that was called saved', async () => {
  const said = await Promise.all(
    Array.from({ length: 10 }, async (_, person) => {
      const saved: string[] = [];
      for (let turn = 0; turn < 4; turn += 1) {
        const text = `Person ${person}, turn ${turn}`;
        const reply = await fillIn(as('Siân'), pathTo(section), { [field('evidence')]: text });
        expect([303, 409]).toContain(reply.status);
        if (reply.status === 303) saved.push(text);
      }
      return saved;
    }),
  );
  const history = await database
    .db('answer_history')
    .where({ response_id: id })
    .orderBy('revision')
    .select('revision', 'value');
  const texts = history.map(({ value }) => (value as { evidence: string }).evidence);
  expect(texts.toSorted()).toEqual(said.flat().toSorted());
  expect(history.map(({ revision }) => revision)).toEqual(texts.map((_, n) => n + 1));
});

describe('what it costs at the database', () => {
  async function statementsOf(work: () => Promise<unknown>): Promise<unknown[]> {
    const names: unknown[] = [];
    const note = ({ sql, options }: { sql: string; options?: { name?: string } }): void => {
      names.push(options?.name ?? sql);
    };
    database.db.on('query', note);
    await work();
    database.db.removeListener('query', note);
    return names;
  }

  it('saving is three statements, each planned once, and none that only begins or commits', async () => {
    const address = pathTo(section);
    await fillIn(as('Siân'), address, { [field('level')]: '1' });
    const form = changed(await formAt(as('Siân'), address), { [field('level')]: '2' });
    const statements = await statementsOf(() => as('Siân').post(address, form));
    expect(statements).toEqual(['session', 'response-with-answers', 'write-answers']);
  });

  it('a page’s own save is as many, though it goes on from what it said before', async () => {
    const form = await formAt(as('Siân'), pathTo(section));
    const page = randomUUID();
    const save = (counter: string, evidence: string) =>
      as('Siân').post(
        `${pathTo(section)}/save`,
        changed(form, { _page: page, _counter: counter, [field('evidence')]: evidence }),
      );
    await save('1', 'One');
    const statements = await statementsOf(() => save('2', 'One two'));
    expect(statements).toEqual(['session', 'response-with-answers', 'write-answers']);
  });

  it('a section’s page is two, last round’s answers and all', async () => {
    await as('Siân').get(pathTo(section));
    const statements = await statementsOf(() => as('Siân').get(pathTo(section)));
    expect(statements).toEqual(['session', 'response-and-last-round']);
  });
});

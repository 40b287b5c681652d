/** Saves that the database could not confirm: it was cut off after its commit, or its disk is full. */
import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { stretchWire, type Wire } from '../../../test/config/proxy.ts';
import { useDatabase } from '../../../test/config/database.ts';
import { formAt } from '../../../test/factories/answering.ts';
import { changed, sentBy, type Pairs } from '../../../test/factories/html-form.ts';
import { aSystem, type TestSystem } from '../../../test/factories/system.ts';
import { anApp } from '../../../test/factories/visitor.ts';
import { everybody, type Visitors } from '../../../test/factories/visitors.ts';
import { untilSomebodyWaits } from '../../../test/factories/waiting.ts';
import { openDatabase } from '../../db/open.ts';
import { lockResponse } from '../../db/responses.queries.ts';
import type { Scope } from '../../domain/access/scope.ts';

const database = useDatabase();
const section = 'financial-investment';
const closing: (() => Promise<unknown>)[] = [];
let count = 0;
let system: TestSystem;
let id: string;
let address: string;

beforeEach(async () => {
  system = await aSystem(database.db, { slug: `faults-${(count += 1)}` });
  id = await system.response('kingfisher', 'ferrow-vale');
  address = `/responses/${id}/sections/${section}`;
});
afterEach(async () => {
  for (const close of closing.splice(0).toReversed()) await close();
});

const history = () => database.db('answer_history').where({ response_id: id }).select('value');
const saves = () => database.db('page_saves').where({ response_id: id });

/** A page's first save, by itself and by its button. */
async function aPage(as: Visitors, text: string) {
  const form = changed(await formAt(as('Siân'), address), {
    [`${section}_evidence`]: text,
    _page: randomUUID(),
    _counter: '1',
  });
  const to = (path: string, body: Pairs) => as('Siân').post(path, body);
  return { form, save: () => to(`${address}/save`, form), send: () => to(address, form) };
}

describe('a database that is cut off between its commit and its reply', () => {
  let wire: Wire;
  let as: Visitors;

  beforeEach(async () => {
    wire = await stretchWire(database.url);
    const db = openDatabase({ url: wire.url, poolSize: 4, applicationName: 'cut off' });
    closing.push(
      () => wire.cut(),
      () => db.destroy(),
    );
    as = await everybody(database.db, system.slug, anApp(db));
  });

  /** The save is committed, and nobody hears it. */
  async function unheard<T>(saving: () => Promise<T>): Promise<T> {
    const trx = await database.db.transaction();
    await lockResponse(trx, { systemId: system.ids.systemId } as Scope, id);
    const reply = saving();
    await untilSomebodyWaits(database.db);
    wire.hold('open');
    await trx.commit();
    await vi.waitFor(async () => expect(await history()).toHaveLength(1));
    await wire.cut();
    return reply;
  }

  it.each(['save', 'send'] as const)(
    '[trust 48] says that it is not confirmed, and to %s again is harmless',
    async (how) => {
      const page = await aPage(as, 'Once');
      const reply = await unheard(page[how]);
      expect(reply.status).toBe(503);
      expect(reply.text).toContain('What you have just sent may not be saved.');
      await wire.mend();
      const again = await page[how]();
      expect(again.status).toBe(how === 'save' ? 200 : 303);
      if (how === 'save') expect(again.text).toContain('<b>Saved');
      expect(await history()).toMatchObject([{ value: { evidence: 'Once' } }]);
    },
  );
});

describe('a database whose disk is full', () => {
  let as: Visitors;

  /** PostgreSQL's own error, where it would write the answer. */
  beforeEach(async () => {
    as = await everybody(database.db, system.slug);
    await database.db.raw(`
      create function no_space() returns trigger language plpgsql as $$ begin
        raise exception 'could not extend file: No space left on device' using errcode = '53100';
      end $$;
      create trigger no_space before insert or update on answers
        for each row execute function no_space();`);
    closing.push(thereIsSpace);
  });
  const thereIsSpace = () => database.db.raw('drop function if exists no_space() cascade');

  it.each(['save', 'send'] as const)(
    '[trust 53] refuses to %s, keeps nothing of it and calls nothing saved; once there is space it is',
    async (how) => {
      const page = await aPage(as, 'Kept in the page');
      const refused = await page[how]();
      expect(refused.status).toBe(503);
      expect(refused.text).toContain('What you have just sent may not be saved.');
      expect(refused.text).not.toMatch(/<b>Saved/);
      expect([await history(), await saves()]).toEqual([[], []]);
      expect(await database.db('answers').where({ response_id: id })).toEqual([]);
      expect((await as('Siân').get(address)).text).not.toContain('Kept in the page');
      await thereIsSpace();
      expect((await page[how]()).status).toBe(how === 'save' ? 200 : 303);
      expect(await history()).toMatchObject([{ value: { evidence: 'Kept in the page' } }]);
    },
  );

  it('[trust 53] gives the words back, inert, with a button that sends the same once more', async () => {
    const page = await aPage(as, '<b>Kept</b> in the page');
    const refused = await page.send();
    expect(refused.text).toContain('readonly>\n&lt;b&gt;Kept&lt;/b&gt; in the page</textarea>');
    expect(refused.text).toContain('Try again');
    const kept = sentBy(refused.text, 'kept');
    expect(kept).toEqual(page.form);
    await thereIsSpace();
    expect((await as('Siân').post(address, kept)).status).toBe(303);
    expect(await history()).toMatchObject([{ value: { evidence: '<b>Kept</b> in the page' } }]);
  });
});

import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, it } from 'vitest';
import { useDatabase } from '../../../../test/config/database.ts';
import { changed, sentBy } from '../../../../test/factories/html-form.ts';
import { anEarlierRound } from '../../../../test/factories/last-round.ts';
import { aSystem, shippedDefinitions, type TestSystem } from '../../../../test/factories/system.ts';
import { everybody, type Visitors } from '../../../../test/factories/visitors.ts';
import type { Scope } from '../../../domain/access/scope.ts';
import type { SimpleAnswers } from '../../../domain/answers/answers.ts';
import { entriesItem } from '../../../domain/instrument/items.ts';
import { insertEntry } from '../entries.queries.ts';

const database = useDatabase();
const [item] = shippedDefinitions().flatMap((definition) => entriesItem(definition) ?? []);

let count = 0;
let system: TestSystem;
let as: Visitors;
let id: string;
let old: Readonly<Record<string, string>>;

/** Kingfisher entered three services last round; the money of one has run out since. */
beforeEach(async () => {
  const slug = `carry-map-${(count += 1)}`;
  system = await aSystem(database.db, { slug });
  as = await everybody(database.db, slug);
  id = await system.response('kingfisher');
  const personId = system.ids.people.get(`siân@${slug}.example`) ?? '';
  const earlier = await anEarlierRound(database.db, system);
  const responseId = await earlier.submit({ agency: 'kingfisher', personId });
  if (!item) throw new Error('the shipped map has entries');
  const ferrowVale = system.ids.places.get('ferrow-vale') ?? '';
  const common: SimpleAnswers = {
    sector: 'health-visiting',
    places: [ferrowVale],
    status: 'running',
    focus: 'relationship',
    level: ['universal'],
  };
  const scope = { systemId: system.ids.systemId, personId } as Scope;
  const known = {
    visits: {},
    nest: { funding: 'fixed-term', fundingEnds: '2026-03-01' },
    groups: {},
  };
  old = Object.fromEntries(Object.keys(known).map((name) => [name, randomUUID()]));
  for (const [name, more] of Object.entries(known)) {
    const answers = { ...common, ...more, name: `The ${name}` };
    const now = new Date('2025-10-09T09:00:00Z');
    await insertEntry(
      database.db,
      scope,
      { responseId, item },
      { id: old[name] ?? '', answers, now },
    );
  }
  await as('Siân').post(`/responses/${id}/carry/start`);
});

const page = (): string => `/responses/${id}/entries/carry`;
const say = (decision: string, names: readonly string[], who = 'Siân') =>
  as(who).post(page(), [
    ['decision', decision],
    ...names.map((name) => ['entry', old[name] ?? ''] as const),
  ]);
const entries = () =>
  database.db('service_entries').where({ response_id: id }).orderBy('position').select('*');
const decisions = () =>
  database.db('carry_decisions').where({ response_id: id }).select('decision', 'entry_id');

describe('last round’s services', () => {
  it('are shown in full and are not on the map before somebody says so', async () => {
    expect(await entries()).toEqual([]);
    const { text } = await as('Małgorzata').get(page());
    expect(text).toContain('Your services of Autumn 2025');
    expect(text).toContain('3 services. Say of each whether it is still true');
    expect(text).toContain('Entered by Siân Elwyn-Hughes, 9 October 2025');
    expect(text).toContain('Health visiting');
    const check = await as('Siân').get(`/responses/${id}/check`);
    expect(check.text).toContain('Say whether “The nest” is still true');
    expect(check.text).toContain(`${page()}#${old['nest'] ?? ''}`);
  });

  it('are copied by the agency’s own word, once', async () => {
    await say('same', ['visits']);
    await say('same', ['visits'], 'Małgorzata');
    const [entry, ...more] = await entries();
    expect(more).toEqual([]);
    expect(entry).toMatchObject({ name: 'The visits', group_id: 'health-visiting', revision: 1 });
    expect(await decisions()).toEqual([{ decision: 'same', entry_id: entry?.id }]);
    const { text } = await as('Siân').get(page());
    expect(text).toContain('1 of 3 services decided');
  });

  it('are pointed out where their money has run out, and one press takes the others', async () => {
    const { text } = await as('Siân').get(page());
    expect(text).toContain('Its funding ended on 1 March 2026');
    expect(text).toContain('All 2 are still true');
    await say('same', ['visits', 'groups']);
    expect((await entries()).map(({ name }) => name)).toEqual(['The visits', 'The groups']);
  });

  it('open in the form where they have changed, and saving is the decision', async () => {
    const address = `/responses/${id}/entries/new?last=${old['nest'] ?? ''}`;
    const form = await as('Siân').get(address);
    expect(form.text).toContain('data-carried="yes"');
    const sent = sentBy(form.text, 'entry');
    expect(sent).toContainEqual(['name', 'The nest']);
    expect(await entries()).toEqual([]);
    const new2 = changed(sent, { name: 'The new nest' });
    const first = await as('Siân').post(`/responses/${id}/entries`, new2);
    expect(first.headers['location']).toBe(page());
    await as('Siân').post(`/responses/${id}/entries`, new2);
    const [entry, ...more] = await entries();
    expect([entry?.name, more]).toEqual(['The new nest', []]);
    expect(await decisions()).toEqual([{ decision: 'changed', entry_id: entry?.id }]);
    const again = await as('Siân').get(address);
    expect(again.headers['location']).toBe(`/responses/${id}/entries/${entry?.id ?? ''}`);
  });

  it('are not copied where they have ended, which can be taken back', async () => {
    await say('ended', ['nest']);
    expect([await entries(), await decisions()]).toEqual([
      [],
      [{ decision: 'ended', entry_id: null }],
    ]);
    await say('undo', ['nest']);
    expect(await decisions()).toEqual([]);
  });
});

describe('two people at last round’s services', () => {
  it('of different words the first stands, and the other is told', async () => {
    await say('ended', ['nest'], 'Małgorzata');
    const { status, text } = await say('same', ['nest', 'visits']);
    expect(status).toBe(409);
    expect(text).toContain('The nest: Małgorzata Wiśniewska has said that it is no longer true');
    expect((await entries()).map(({ name }) => name)).toEqual(['The visits']);
  });

  it('at once, one entry comes of it', async () => {
    const both = await Promise.all([say('same', ['nest']), say('same', ['nest'], 'Małgorzata')]);
    expect(both.map(({ status }) => status)).toEqual([303, 303]);
    expect(await entries()).toHaveLength(1);
  });

  it('one who writes while the other presses loses no word', async () => {
    const address = `/responses/${id}/entries/new?last=${old['nest'] ?? ''}`;
    const sent = sentBy((await as('Siân').get(address)).text, 'entry');
    await say('same', ['nest'], 'Małgorzata');
    await as('Siân').post(`/responses/${id}/entries`, changed(sent, { name: 'The new nest' }));
    expect((await entries()).map(({ name, revision }) => [name, revision])).toEqual([
      ['The new nest', 2],
    ]);
    await say('ended', ['groups'], 'Małgorzata');
    const other = sentBy(
      (await as('Siân').get(`/responses/${id}/entries/new?last=${old['groups'] ?? ''}`)).text,
      'entry',
    );
    await as('Siân').post(`/responses/${id}/entries`, other);
    expect((await decisions()).map(({ decision }) => decision).toSorted()).toEqual([
      'changed',
      'same',
    ]);
  });
});

it('[trust 11] another’s, or what is no entry of last round, is not found', async () => {
  expect((await as('Tomos').get(page())).status).toBe(404);
  expect((await say('same', ['visits'], 'Tomos')).status).toBe(404);
  const strange = { decision: 'same', entry: randomUUID() };
  expect((await as('Siân').post(page(), strange)).status).toBe(404);
  const missing = await as('Siân').get(`/responses/${id}/entries/new?last=${randomUUID()}`);
  expect(missing.status).toBe(404);
  expect((await as('Siân').get(`/responses/${id}/entries/new?last=nothing`)).status).toBe(404);
});

/** Stories of three open pages of one entry, told by chance, on a real database: nothing is replaced in silence. */
import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { beforeAll, expect, it } from 'vitest';
import { useDatabase } from '../../../test/config/database.ts';
import {
  changesOf,
  happen,
  story,
  type Change,
  type Heard,
  type Message,
  type Words,
  type World,
} from '../../../test/factories/interleaving.ts';
import { faultsOf } from '../../../test/factories/interleaving.check.ts';
import { aServiceMap } from '../../../test/factories/service-map.ts';
import { aContributor } from '../../../test/factories/contributor.ts';
import { aSystem } from '../../../test/factories/system.ts';
import { definitionStore } from '../../db/definitions.queries.ts';
import type { Scope } from '../../domain/access/scope.ts';
import type { SimpleAnswers } from '../../domain/answers/answers.ts';
import type { SentEntry } from './entry.form.ts';
import { saveEntry, saveNew } from './entry.save.ts';
import { openOwnMap, type OpenMap, type ServicesDeps } from './open-map.ts';
import { findEntry } from './services.queries.ts';

const database = useDatabase();
let scope: Scope;
let deps: ServicesDeps;
let map: OpenMap;
let id: string;

beforeAll(async () => {
  const system = await aSystem(database.db, { definitions: [aServiceMap()] });
  scope = aContributor(system);
  const { db } = database;
  const now = (): Date => new Date(0);
  deps = { db, definitions: definitionStore(db), newId: randomUUID, now };
  map = await openOwnMap(deps, scope, await system.response('kingfisher'));
});

const beginning: Words = { name: 'Begun', consultation: '', spend: '', wte: '' };

const figures = ['spend', 'wte'];
const answersOf = (words: Words): SimpleAnswers =>
  Object.fromEntries(
    Object.entries(words).flatMap(([part, word]) =>
      word === '' ? [] : [[part, figures.includes(part) ? Number(word) : word]],
    ),
  );
const plainly = (value: unknown): string =>
  typeof value === 'string' ? value : JSON.stringify(value);
const wordsOf = (answers: SimpleAnswers): Words => ({
  ...beginning,
  ...Object.fromEntries(Object.entries(answers).map(([part, value]) => [part, plainly(value)])),
});

const plain = { faults: [], newId: '', next: { copy: false, rows: '', from: '', cleared: '' } };
const sentOf = ({ words, from, page, counter }: Message): SentEntry => ({
  ...plain,
  answers: answersOf(words),
  revision: from['entry'] ?? 0,
  mark: { page, counter },
});

async function send(message: Message, at: number): Promise<Heard> {
  const sending = { entryId: id, sent: sentOf(message), partly: !message.button };
  const saved = await saveEntry({ ...deps, now: () => new Date(at) }, scope, map, sending);
  if (saved.kind === 'saved') {
    return { kind: saved.clashes ? 'told' : 'saved', unseen: saved.unseen };
  }
  if (saved.kind !== 'conflict') throw new Error(`the entry is ${saved.kind}`);
  const { current, merge } = saved;
  return {
    kind: 'refused',
    words: wordsOf(merge.answers),
    stored: wordsOf(current.answers),
    from: { entry: current.revision },
  };
}

async function changes(): Promise<Change[]> {
  const rows = await database
    .db('service_entry_history')
    .where({ entry_id: id })
    .orderBy('revision')
    .select('answers', 'changed_at');
  return changesOf(
    beginning,
    rows.map((row) => ({ words: wordsOf(row.answers as SimpleAnswers), at: row.changed_at })),
  );
}

const world: World = {
  parts: { name: 'text', consultation: ['', 'yes', 'no'], spend: ['', '1'], wte: ['', '1', '2'] },
  begin: async () => {
    const sent = { ...plain, answers: answersOf(beginning), revision: 0, mark: null };
    const saved = await saveNew(deps, scope, map, { sent, partly: false });
    if (saved.kind !== 'saved') throw new Error(`the entry is ${saved.kind}`);
    ({ id } = saved);
    return beginning;
  },
  show: async () => {
    const entry = await findEntry(database.db, scope, map.response.id, id);
    return { words: wordsOf(entry?.answers ?? {}), from: { entry: entry?.revision ?? 0 } };
  },
  send,
  changes,
};

it(
  '[trust 38, 39, 40] in 50 stories of late, lost, repeated and simultaneous saves nothing of an entry is replaced that its page has not seen, and who is overtaken is told',
  { timeout: 600_000 },
  async () => {
    await fc.assert(
      fc.asyncProperty(story, async (deeds) => {
        const before = await world.begin();
        const steps = await happen(world, deeds);
        expect(faultsOf(steps, await world.changes(), before)).toEqual([]);
      }),
      { numRuns: 50 },
    );
  },
);

/** A thousand stories of three open pages of one section, told by chance, on a real database: nothing is replaced in silence. */
import fc from 'fast-check';
import { beforeAll, expect, it } from 'vitest';
import { stories } from '../../../test/config/app-process.ts';
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
import { aLevelItem } from '../../../test/factories/definitions.ts';
import { aContributor } from '../../../test/factories/contributor.ts';
import { aSystem } from '../../../test/factories/system.ts';
import { definitionStore } from '../../db/definitions.queries.ts';
import type { Scope } from '../../domain/access/scope.ts';
import type { LevelAnswer } from '../../domain/answers/answers.ts';
import type { SimpleItem } from '../../domain/instrument/definition.ts';
import type { Level } from '../../domain/scoring/score.ts';
import { openOwnResponse, type ResponseDeps } from './opened.ts';
import { decideAll, decideSave, type SentAnswer } from './save.ts';
import { saveSent } from './section.save.ts';

const database = useDatabase();
const level = aLevelItem('level');
const mark = 'level-1a';
const note: SimpleItem = { id: 'note', type: 'text', text: 'A note', maxLength: 100 };
let scope: Scope;
let id: string;
let deps: ResponseDeps;

beforeAll(async () => {
  const system = await aSystem(database.db);
  id = await system.response('kingfisher', 'ferrow-vale');
  scope = aContributor(system);
  const { db } = database;
  deps = { db, definitions: definitionStore(db), now: () => new Date(0) };
});

const noWords: Words = { mark: '', level: '', evidence: '', note: '' };

function sentOf({ words, from }: Message): SentAnswer[] {
  const value: LevelAnswer = {
    criteria: words['mark'] === 'met' ? { [mark]: 'met' } : {},
    ...(words['level'] ? { level: Number(words['level']) as Level } : {}),
    ...(words['evidence'] ? { evidence: words['evidence'] } : {}),
  };
  return [
    { item: level, value, revision: from['level'] ?? 0 },
    { item: note, value: words['note'] ?? '', revision: from['note'] ?? 0 },
  ];
}

/** Only of the item that it is. */
function wordsOf(itemId: string, value: unknown): Words {
  if (itemId === 'note') return { note: value as string };
  const { criteria, level: chosen, evidence = '' } = value as LevelAnswer;
  return { mark: criteria[mark] ?? '', level: String(chosen ?? ''), evidence };
}

async function send(message: Message, at: number): Promise<Heard> {
  const ofPage = { page: message.page, counter: message.counter };
  const opened = await openOwnResponse(deps, scope, id, { mark: ofPage });
  const { conflicts, unseen } = await saveSent(
    { ...deps, now: () => new Date(at) },
    { opened, scope },
    {
      sent: sentOf(message),
      mark: ofPage,
      decide: message.button ? decideSave : decideAll,
    },
  );
  if (conflicts.length === 0) return { kind: 'saved', unseen };
  if (!message.button) return { kind: 'told', unseen };
  const words = conflicts.map(({ sent }) => wordsOf(sent.item.id, sent.value));
  const stored = conflicts.map((one) => wordsOf(one.stored.itemId, one.stored.value));
  return {
    kind: 'refused',
    words: Object.assign({}, ...words) as Words,
    stored: Object.assign({}, ...stored) as Words,
    from: Object.fromEntries(conflicts.map((one) => [one.stored.itemId, one.stored.revision])),
  };
}

async function changes(): Promise<Change[]> {
  const rows = await database
    .db('answer_history')
    .where({ response_id: id })
    .orderBy('revision')
    .select('item_id', 'value', 'changed_at');
  return changesOf(
    noWords,
    rows.map((row) => ({ words: wordsOf(row.item_id, row.value), at: row.changed_at })),
  );
}

const world: World = {
  parts: { mark: ['', 'met'], level: ['', '1', '2'], evidence: 'text', note: ['', 'x', 'y'] },
  begin: async () => {
    for (const table of ['answers', 'answer_history', 'page_saves'] as const) {
      await database.db(table).where({ response_id: id }).delete();
    }
    return noWords;
  },
  show: async () => {
    const { answers } = await openOwnResponse(deps, scope, id);
    const all = [...answers.values()];
    const words = all.map(({ itemId, value }) => wordsOf(itemId, value));
    return {
      words: Object.assign({ ...noWords }, ...words) as Words,
      from: Object.fromEntries(all.map(({ itemId, revision }) => [itemId, revision])),
    };
  },
  send,
  changes,
};

it(
  `[trust 38, 39, 40] in ${stories} stories of late, lost, repeated and simultaneous saves nothing is replaced that its page has not seen, what is called saved is in the history, and who is overtaken is told`,
  { timeout: 600_000 },
  async () => {
    await fc.assert(
      fc.asyncProperty(story, async (deeds) => {
        const beginning = await world.begin();
        const steps = await happen(world, deeds);
        expect(faultsOf(steps, await world.changes(), beginning)).toEqual([]);
      }),
      { numRuns: stories },
    );
  },
);

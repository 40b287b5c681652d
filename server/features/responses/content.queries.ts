/** What responses hold: answers, service entries and "No service", for one response or many in four queries. */
import type { Knex } from 'knex';
import type { Scope } from '../../domain/access/scope.ts';
import type { SimpleAnswers } from '../../domain/answers/answers.ts';
import type { Undecided } from '../../domain/answers/response.completeness.ts';
import type { Definition } from '../../domain/instrument/definition.ts';
import { itemsOf } from '../../domain/instrument/items.ts';
import { listUndecided } from '../../db/carry.queries.ts';
import { sideBySide } from '../../db/side-by-side.ts';
import { listAccounts, type Account } from './account.queries.ts';
import type { Opened } from './opened.ts';

export interface StoredAnswer {
  readonly responseId: string;
  readonly itemId: string;
  readonly value: unknown;
  readonly revision: number;
  readonly updatedAt: Date;
  readonly updatedById: string;
  readonly updatedBy: string;
}
export interface StoredEntry {
  readonly id: string;
  readonly responseId: string;
  readonly name: string;
  readonly answers: SimpleAnswers;
  readonly placeIds: readonly string[];
  readonly updatedAt: Date;
  readonly updatedById: string;
}
export interface StoredAbsence {
  readonly responseId: string;
  readonly groupId: string;
  readonly placeId: string;
}
export interface Content extends Omit<Account, 'responseId'> {
  /** by item id */
  readonly answers: ReadonlyMap<string, StoredAnswer>;
  readonly entries: readonly StoredEntry[];
  readonly noService: readonly StoredAbsence[];
  /** of last round's, where the response started from it */
  readonly undecided: readonly Undecided[];
}

/** The content of each response by its id, empty where nothing was answered. */
export async function readContents(
  db: Knex,
  scope: Scope,
  responseIds: readonly string[],
): Promise<ReadonlyMap<string, Content>> {
  const ask = sideBySide(db);
  const [accounts, answers, entries, noService, undecided] = await Promise.all([
    ask(() => listAccounts(db, scope, responseIds)),
    ask(() => listAnswers(db, scope, responseIds)),
    ask(() => listEntries(db, scope, responseIds)),
    ask(() => listNoService(db, scope, responseIds)),
    ask(() => listUndecided(db, scope, responseIds)),
  ]);
  return new Map(
    accounts.map((account) => {
      const own = <Row extends { responseId: string }>(rows: readonly Row[]): Row[] =>
        rows.filter(({ responseId }) => responseId === account.responseId);
      const content: Content = {
        ...account,
        answers: new Map(own(answers).map((answer) => [answer.itemId, answer])),
        entries: own(entries),
        noService: own(noService),
        undecided: own(undecided),
      };
      return [account.responseId, content];
    }),
  );
}

const nothing: Omit<Content, 'answers' | 'undecided'> = {
  groups: [],
  roundPlaces: [],
  servedIds: [],
  entries: [],
  noService: [],
};

const hasOnlyLevels = (definition: Definition): boolean =>
  itemsOf(definition).every(({ item }) => item.type === 'level');

/** Of one response that is known to be there; what its definition has no item for is not looked up. */
export async function getContent(
  db: Knex,
  scope: Scope,
  responseId: string,
  definition: Definition,
): Promise<Content> {
  if (hasOnlyLevels(definition)) {
    const rows = await listAnswers(db, scope, [responseId]);
    const undecided = await listUndecided(db, scope, [responseId]);
    return { ...nothing, undecided, answers: new Map(rows.map((row) => [row.itemId, row])) };
  }
  const content = (await readContents(db, scope, [responseId])).get(responseId);
  if (!content) throw new Error(`there is no response ${responseId}`);
  return content;
}

type WithAnswers = Pick<Opened, 'definition' | 'answers'> & {
  readonly response: Pick<Opened['response'], 'id' | 'carriedFrom'>;
};

/** The same, of a response that was opened with its answers. */
export async function contentOf(
  db: Knex,
  scope: Scope,
  { response, definition, answers }: WithAnswers,
): Promise<Content> {
  if (hasOnlyLevels(definition)) {
    const { id, carriedFrom } = response;
    const undecided = carriedFrom === null ? [] : await listUndecided(db, scope, [id]);
    return { ...nothing, answers, undecided };
  }
  return getContent(db, scope, response.id, definition);
}

function listAnswers(db: Knex, scope: Scope, ids: readonly string[]): Promise<StoredAnswer[]> {
  return db('answers as an')
    .join('members as p', { 'p.system_id': 'an.system_id', 'p.person_id': 'an.updated_by' })
    .where('an.system_id', scope.systemId)
    .whereIn('an.response_id', [...ids])
    .select<StoredAnswer[]>({
      responseId: 'an.response_id',
      itemId: 'an.item_id',
      value: 'an.value',
      revision: 'an.revision',
      updatedAt: 'an.updated_at',
      updatedById: 'an.updated_by',
      updatedBy: 'p.name',
    });
}

function listEntries(db: Knex, scope: Scope, ids: readonly string[]): Promise<StoredEntry[]> {
  return db('service_entries as e')
    .where('e.system_id', scope.systemId)
    .whereIn('e.response_id', [...ids])
    .whereNull('e.removed_at')
    .orderBy(['e.response_id', 'e.position', 'e.id'])
    .select<StoredEntry[]>(
      {
        id: 'e.id',
        responseId: 'e.response_id',
        name: 'e.name',
        answers: 'e.answers',
        updatedAt: 'e.updated_at',
        updatedById: 'e.updated_by',
      },
      db.raw(
        `array(select ep.place_id from service_entry_places ep
          where ep.system_id = e.system_id and ep.entry_id = e.id) as "placeIds"`,
      ),
    );
}

function listNoService(db: Knex, scope: Scope, ids: readonly string[]): Promise<StoredAbsence[]> {
  return db('no_service')
    .where('system_id', scope.systemId)
    .whereIn('response_id', [...ids])
    .orderBy(['group_id', 'place_id'])
    .select<StoredAbsence[]>({
      responseId: 'response_id',
      groupId: 'group_id',
      placeId: 'place_id',
    });
}

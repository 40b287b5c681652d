/** People at work on a service map: a system, its people signed in, and the few steps that tests repeat. */
import { beforeAll } from 'vitest';
import { useDatabase, type TestDatabase } from '../config/database.ts';
import type { Definition } from '../../server/domain/instrument/definition.ts';
import type { ServiceEntryHistoryRow, ServiceEntryRow } from '../../server/db/answering.tables.ts';
import { sentBy, type Pairs } from './html-form.ts';
import { aSystem, type TestSystem } from './system.ts';
import { anApp, signedIn, type Fields, type Visitor } from './visitor.ts';

export interface MapVisit {
  readonly database: TestDatabase;
  readonly system: () => TestSystem;
  /** a person of the system by the first name in their address; of another system by its slug */
  readonly as: (name: string, slug?: string) => Promise<Visitor>;
  /** address of an agency's list of entries */
  readonly listOf: (agency?: string) => Promise<string>;
  /** id of a Place */
  readonly place: (slug: string) => string;
  /** saves a new entry, as Siân unless somebody else is given; its id */
  readonly added: (fields: Fields, agency?: string, visitor?: Visitor) => Promise<string>;
  /** an entry as it stands; undefined where there is none */
  readonly stored: (id: string) => Promise<EntryRow | undefined>;
  /** its history, the oldest first */
  readonly history: (id: string) => Promise<readonly EntryStep[]>;
}
type EntryRow = Pick<ServiceEntryRow, 'name' | 'answers' | 'revision'>;
type EntryStep = Pick<ServiceEntryHistoryRow, 'revision' | 'answers' | 'removed'>;

/** What an entry's page holds, as the browser would send it. */
export async function entryFormAt(visitor: Visitor, address: string): Promise<Pairs> {
  return sentBy((await visitor.get(address)).text, 'entry');
}

/** Call at the top of a test file. The shipped instruments where `definitions` is left out. */
export function useMapVisit(definitions?: readonly Definition[]): MapVisit {
  const database = useDatabase();
  const visitors = new Map<string, Promise<Visitor>>();
  let created: TestSystem | undefined;
  const system = (): TestSystem => {
    if (!created) throw new Error('The system is there inside tests only.');
    return created;
  };
  beforeAll(async () => {
    created = await aSystem(database.db, definitions ? { definitions } : {});
  });
  const as: MapVisit['as'] = (name, slug = system().slug) => {
    const email = `${name}@${slug}.example`;
    const visitor = visitors.get(email) ?? signedIn(anApp(database.db), database.db, email);
    visitors.set(email, visitor);
    return visitor;
  };
  const listOf: MapVisit['listOf'] = async (agency = 'kingfisher') =>
    `/responses/${await system().response(agency)}/entries`;
  return {
    database,
    system,
    as,
    listOf,
    place: (slug) => system().ids.places.get(slug) ?? '',
    added: async (fields, agency, visitor) => {
      const { headers, status } = await (visitor ?? (await as('siân'))).post(
        await listOf(agency),
        fields,
      );
      const id = /saved=([^#]+)#entry-\1$/.exec(String(headers['location']))?.[1];
      if (id === undefined) throw new Error(`not saved: ${String(status)}`);
      return id;
    },
    stored: (id) =>
      database.db('service_entries').where({ id }).first('name', 'answers', 'revision'),
    history: (id) =>
      database
        .db('service_entry_history')
        .where({ entry_id: id })
        .orderBy('revision')
        .select('revision', 'answers', 'removed'),
  };
}

/** Coordinators at work on a test system's set-up, and what is stored of it afterwards. */
import type { Knex } from 'knex';
import { beforeAll } from 'vitest';
import type { TestDatabase } from '../config/database.ts';
import { useDatabase } from '../config/database.ts';
import { aSystem, type TestSystem } from './system.ts';
import { anApp, signedIn, type Visitor } from './visitor.ts';

export interface SetUpVisit {
  readonly database: TestDatabase;
  readonly system: () => TestSystem;
  /** by first name, in small letters */
  readonly as: (name: string, slug?: string) => Promise<Visitor>;
  /** address of a person's page */
  readonly person: (name: string, slug?: string) => Promise<string>;
  /** what was done, the newest last: "place.added" */
  readonly deeds: () => Promise<string[]>;
}

/** Call at the top of a test file: one system, whose coordinator is Colm. */
export function useSetUp(): SetUpVisit {
  const database = useDatabase();
  let system: TestSystem | undefined;
  beforeAll(async () => {
    system = await aSystem(database.db);
  });
  const own = (): TestSystem => {
    if (!system) throw new Error('The system is there inside tests and hooks only.');
    return system;
  };
  const address = (name: string, slug = own().slug): string => `${name}@${slug}.example`;
  return {
    database,
    system: own,
    as: (name, slug) => signedIn(anApp(database.db), database.db, address(name, slug)),
    person: async (name, slug) =>
      `/set-up/people/${await personId(database.db, address(name, slug))}`,
    deeds: () =>
      database
        .db('audit_events')
        .where({ system_id: own().ids.systemId })
        .orderBy('id')
        .pluck('act'),
  };
}

export async function personId(db: Knex, email: string): Promise<string> {
  const row = await db('people').where({ email }).first('id');
  if (!row) throw new Error(`nobody has the address ${email}`);
  return row.id;
}

/** A second coordinator, so that the first is not the last. */
export async function addCoordinator(db: Knex, system: TestSystem, name: string): Promise<void> {
  const slug = system.slug;
  const id = crypto.randomUUID();
  const own = { system_id: system.ids.systemId, person_id: id };
  await db('people').insert({ id, name, email: `${name.toLowerCase()}@${slug}.example` });
  await db('members').insert({ ...own, name });
  await db('memberships').insert({
    ...own,
    id: crypto.randomUUID(),
    role: 'coordinator',
    agency_id: null,
    position: 99,
  });
}

/** The page without its frame. */
export const mainOf = (html: string): string =>
  html.slice(html.indexOf('<main'), html.indexOf('</main'));

/** What the page says, without its tags. */
export const words = (html: string): string =>
  mainOf(html)
    .replace(/<[^>]+>/g, ' ')
    .replaceAll('&#34;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&')
    .replace(/\s+/g, ' ')
    .trim();

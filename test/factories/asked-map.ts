/** An agency whose submitted map a coordinator asks about: two services, a question about each. */
import type { Knex } from 'knex';
import { beforeEach } from 'vitest';
import { useDatabase } from '../config/database.ts';
import { sentBy, type Pairs } from './html-form.ts';
import { wordsOf } from './report-pages.ts';
import {
  aPlanOf,
  aResultsSystem,
  giveEntries,
  type Reader,
  type ResultsSystem,
} from './results.ts';
import { anApp, signedIn, testTime, type Visitor } from './visitor.ts';

export interface AskedMap {
  readonly db: Knex;
  readonly system: ResultsSystem;
  readonly as: (reader: Reader) => Promise<Visitor>;
  /** the coordinator, and the agency's lead */
  readonly colm: Visitor;
  readonly siân: Visitor;
  /** of the map of Agency 1; of its services that lack a focus and ages */
  readonly map: string;
  readonly café: string;
  readonly talk: string;
  /** where its questions are answered */
  readonly page: string;
  readonly own: { readonly system_id: string };
  readonly entry: (id: string) => Promise<{
    readonly answers: Readonly<Record<string, unknown>>;
    readonly revision: number;
  }>;
  readonly formAt: (visitor: Visitor) => Promise<Pairs>;
  readonly wordsAt: (visitor: Visitor, address: string) => Promise<string>;
  /** so many days later */
  readonly wait: (days: number) => void;
}

/** where the coordinator asks */
export const askAddress = '/rounds/spring-2026/places/place-1/questions';

/** Call at the top of a test file: a new system for each test, its questions sent. */
export function useAskedMap(): () => AskedMap {
  const database = useDatabase();
  let systems = 0;
  let current: AskedMap | undefined;
  beforeEach(async () => {
    systems += 1;
    current = await anAskedMap(database.db, `answering-${systems}`);
    const { colm, formAt } = current;
    await colm.post(askAddress, await formAt(colm));
  });
  return () => {
    if (!current) throw new Error('The map is there inside tests only.');
    return current;
  };
}

async function anAskedMap(db: Knex, slug: string): Promise<AskedMap> {
  let clock = testTime;
  const plan = aPlanOf(slug, { places: 2, agencies: 2 });
  const system = await aResultsSystem(db, { ...plan, status: 'in-review' });
  const own = { system_id: system.ids.systemId };
  const as = (reader: Reader): Promise<Visitor> =>
    signedIn(anApp(db, { now: () => clock }), db, system.email(reader));
  const { map, café, talk } = await twoServices(db, system);
  const page = `/responses/${map}/questions`;
  const [colm, siân] = await Promise.all([as('colm'), as('siân')]);
  return {
    ...{ db, system, as, colm, siân, map, café, talk, page, own },
    entry: async (id) => {
      const row = await db('service_entries').where({ id }).first('answers', 'revision');
      if (!row) throw new Error(`there is no service ${id}`);
      return row;
    },
    formAt: async (visitor) =>
      visitor === colm
        ? sentBy((await colm.get(askAddress)).text, 'ask')
        : sentBy((await visitor.get(page)).text, 'answers'),
    wordsAt: async (visitor, address) => wordsOf((await visitor.get(address)).text),
    wait: (days) => {
      clock = new Date(clock.getTime() + days * 24 * 3_600_000);
    },
  };
}

async function twoServices(
  db: Knex,
  system: ResultsSystem,
): Promise<Pick<AskedMap, 'map' | 'café' | 'talk'>> {
  const service = (name: string, said: object) => ({
    ...{ agency: 'agency-1', name, places: ['place-1'], sector: 'health-visiting' },
    ...{ status: 'running', consultation: 'no', ...said },
  });
  await giveEntries(db, system, 'agency-1', [
    service('Baby café', { levels: ['targeted'] }),
    service('Sleep talk', { levels: ['specialist'], focus: 'relationship', riskWork: 'no' }),
  ]);
  const rows = await db('service_entries')
    .where({ system_id: system.ids.systemId })
    .orderBy('name')
    .select('id', 'response_id');
  const [café, talk] = rows;
  if (!café || !talk) throw new Error('the services are not there');
  // As the forms store them: Places by id.
  const places = JSON.stringify({ places: [system.ids.places.get('place-1')] });
  await db.raw('update service_entries set answers = answers || ?::jsonb where id = any(?)', [
    places,
    [café.id, talk.id],
  ]);
  return { map: café.response_id, café: café.id, talk: talk.id };
}

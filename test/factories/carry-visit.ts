/** People with a grid that they answered last round, and the few steps that tests repeat. */
import { beforeEach } from 'vitest';
import type { Response } from 'supertest';
import type { Definition } from '../../server/domain/instrument/definition.ts';
import { useDatabase, type TestDatabase } from '../config/database.ts';
import { anEarlierRound, type LastRound } from './last-round.ts';
import { aSystem, type TestSystem } from './system.ts';
import { everybody, type Visitors } from './visitors.ts';

export interface CarryVisit {
  readonly database: TestDatabase;
  readonly system: () => TestSystem;
  readonly as: Visitors;
  /** an address of Kingfisher’s response for Ferrow Vale in this round, whose id is `id()` */
  readonly at: (rest?: string) => string;
  readonly id: () => string;
  readonly personId: () => string;
  readonly start: () => Promise<Response>;
  /** decides on these items, as Siân unless somebody else is named */
  readonly say: (decision: string, items: readonly string[], who?: string) => Promise<Response>;
  /** the items that the one press for all would send */
  readonly allOnPage: () => Promise<string[]>;
  readonly rows: (table: string) => Promise<Readonly<Record<string, unknown>>[]>;
  /** Kingfisher answered the whole grid for Ferrow Vale at level 2 in that round */
  readonly submitBefore: (round: LastRound) => Promise<string>;
}

/** Call at the top of a test file. @param definitions of this round; the earlier one has the shipped ones */
export function useCarryVisit(definitions?: readonly Definition[]): CarryVisit {
  const database = useDatabase();
  let count = 0;
  let now: { system: TestSystem; visitors: Visitors; id: string; personId: string } | undefined;
  const here = () => {
    if (!now) throw new Error('The system is there inside tests only.');
    return now;
  };
  const at = (rest = ''): string => `/responses/${here().id}${rest}`;
  const submitBefore = (round: LastRound): Promise<string> =>
    round.submit(
      { agency: 'kingfisher', place: 'ferrow-vale', personId: here().personId },
      { level: 2 },
    );
  beforeEach(async () => {
    const slug = `carry-${(count += 1)}`;
    const system = await aSystem(database.db, { slug, ...(definitions ? { definitions } : {}) });
    now = {
      system,
      visitors: await everybody(database.db, slug),
      id: await system.response('kingfisher', 'ferrow-vale'),
      personId: system.ids.people.get(`siân@${slug}.example`) ?? '',
    };
    await submitBefore(await anEarlierRound(database.db, system));
  });
  const as: Visitors = (name) => here().visitors(name);
  return {
    database,
    system: () => here().system,
    as,
    at,
    id: () => here().id,
    personId: () => here().personId,
    start: () => as('Siân').post(at('/carry/start')),
    say: (decision, items, who = 'Siân') =>
      as(who).post(at('/carry'), [
        ['decision', decision],
        ...items.map((item) => ['item', item] as const),
      ]),
    allOnPage: async () => {
      const { text } = await as('Siân').get(at('/carry'));
      const form = /<form[^>]*>(?:(?!<\/form>)[\s\S])*are still true/.exec(text)?.[0] ?? '';
      return [...form.matchAll(/name="item" value="([^"]+)"/g)].map(([, item]) => item ?? '');
    },
    rows: async (table) => {
      const { rows } = await database.db.raw<{ rows: Readonly<Record<string, unknown>>[] }>(
        'select * from ?? where response_id = ?',
        [table, here().id],
      );
      return rows;
    },
    submitBefore,
  };
}

/** What a Board paper shows of actions, and what it costs to load. */
import { describe, expect, it } from 'vitest';
import { useDatabase } from '../../../../test/config/database.ts';
import { anAction } from '../../../../test/factories/actions.ts';
import { aGridSystem } from '../../../../test/factories/grid-system.ts';
import { wordsOf } from '../../../../test/factories/report-pages.ts';
import {
  addRound,
  aPlanOf,
  aResultsSystem,
  type Reader,
  type ResultsSystem,
} from '../../../../test/factories/results.ts';
import { shippedDefinitions } from '../../../../test/factories/system.ts';
import { anApp, signedIn, type Visitor } from '../../../../test/factories/visitor.ts';

const database = useDatabase();
const signIn = (system: ResultsSystem, reader: Reader): Promise<Visitor> =>
  signedIn(anApp(database.db), database.db, system.email(reader));
const paper = '/rounds/spring-2026/board-paper';

describe('the actions that a paper tells of', () => {
  it('[trust 13] leave out what was raised from results that are not published, whoever reads', async () => {
    const { db } = database;
    const system = await aGridSystem(db, 'two-rounds');
    const definitions = shippedDefinitions();
    const last = { slug: 'last', status: 'published', position: 1, definitions } as const;
    const lastId = await addRound(db, system.ids, last);
    const by = system.email('colm');
    await anAction(
      db,
      { ...system, roundId: lastId },
      { what: 'From the last round', place: 'place-1', by },
    );
    await anAction(db, system, { what: 'From this round', place: 'place-1', by });
    const told = async (reader: Reader, round: string): Promise<string> =>
      wordsOf((await (await signIn(system, reader)).get(`/rounds/${round}/board-paper`)).text);
    for (const reader of ['colm', 'ifeoma'] as const) {
      const words = await told(reader, 'last');
      expect(words).toContain('From the last round');
      expect(words).not.toContain('From this round');
    }
    const draft = await told('colm', 'spring-2026');
    expect(draft).toContain('From the last round');
    expect(draft).toContain('From this round');
  });
});

describe('the number of queries', () => {
  async function queriesOf(slug: string, places: number): Promise<number> {
    const { db } = database;
    const system = await aResultsSystem(db, aPlanOf(slug, { places, agencies: places }));
    const visitor = await signIn(system, 'colm');
    let queries = 0;
    const count = (): void => {
      queries += 1;
    };
    await visitor.get(paper);
    db.on('query', count);
    await visitor.get(paper);
    db.removeListener('query', count);
    return queries;
  }

  it('is the same for two Places and for twelve', async () => {
    const few = await queriesOf('few-places', 2);
    expect(await queriesOf('many-places', 12)).toBe(few);
    expect(few).toBeLessThanOrEqual(18);
  });
});

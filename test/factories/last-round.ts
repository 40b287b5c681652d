/** An earlier round of a test system, which its agencies answered and submitted. */
import { randomUUID } from 'node:crypto';
import type { Knex } from 'knex';
import type { Definition } from '../../server/domain/instrument/definition.ts';
import { publishDefinition } from '../../server/features/instruments/instruments.queries.ts';
import { insertRound, setRoundStatus } from '../../server/features/set-up/round.queries.ts';
import { idOf } from '../../server/features/set-up/set-up.queries.ts';
import { fillGrid, type GridFill } from './answers.ts';
import { shippedDefinitions, type TestSystem } from './system.ts';

export interface LastRound {
  readonly roundId: string;
  /** id of an agency's response; `place` for what is answered per Place */
  readonly response: (agency: string, place?: string) => Promise<string>;
  /** that response is submitted, with a grid of this level where one is given */
  readonly submit: (
    who: { readonly agency: string; readonly place?: string; readonly personId: string },
    fill?: Pick<GridFill, 'level' | 'except'>,
  ) => Promise<string>;
}

export interface LastRoundOptions {
  /** the shipped grid and map where left out */
  readonly definitions?: readonly Definition[];
  readonly name?: string;
  /** below 1, which is the test system's round */
  readonly position?: number;
}

export async function anEarlierRound(
  db: Knex,
  { ids }: TestSystem,
  options: LastRoundOptions = {},
): Promise<LastRound> {
  const { definitions = shippedDefinitions(), name = 'Autumn 2025', position = 0 } = options;
  for (const definition of definitions) await publishDefinition(db, definition, randomUUID);
  const instruments = definitions.map(({ id, version }) => ({ id, version }));
  const plan = {
    slug: name.toLowerCase().replaceAll(' ', '-'),
    name,
    status: 'open' as const,
    opensAt: new Date('2025-09-01T08:00:00Z'),
    closesAt: new Date('2025-10-31T17:00:00Z'),
    instruments,
  };
  const roundId = await db.transaction((trx) =>
    insertRound(trx, ids, plan, { newId: randomUUID, position }),
  );
  await setRoundStatus(db, ids.systemId, roundId, {
    status: 'published',
    publishedAt: plan.closesAt,
  });
  const response: LastRound['response'] = async (agency, place) => {
    const asked = {
      'a.round_id': roundId,
      'a.agency_id': idOf(ids.agencies, agency),
      'a.place_id': place === undefined ? null : idOf(ids.places, place),
    };
    const row = await db('responses as r')
      .join('assignments as a', 'a.id', 'r.assignment_id')
      .where(asked)
      .first<{ id: string } | undefined>('r.id');
    if (!row) throw new Error(`${agency} has no response in ${name}`);
    return row.id;
  };
  return {
    roundId,
    response,
    submit: async ({ agency, place, personId }, fill) => {
      const id = await response(agency, place);
      if (fill) await fillGrid(db, { systemId: ids.systemId, responseId: id, personId, ...fill });
      const at = new Date('2025-10-30T10:00:00Z');
      await db('responses')
        .where({ id })
        .update({ status: 'submitted', submitted_at: at, submitted_by: personId });
      return id;
    },
  };
}

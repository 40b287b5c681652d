/** Whole answers to a grid, written as the pages write them. */
import type { Knex } from 'knex';
import type { LevelAnswer } from '../../server/domain/answers/answers.ts';
import { levelItems } from '../../server/domain/instrument/items.ts';
import type { Level, Mark } from '../../server/domain/scoring/score.ts';
import { shippedDefinitions } from './system.ts';

/** Every criterion up to the level is met, none beyond it. */
export function levelAnswer(
  item: ReturnType<typeof levelItems>[number],
  level: Level,
): LevelAnswer {
  const criteria = item.descriptors.flatMap((descriptor) =>
    descriptor.criteria.map(({ id }): [string, Mark] => [
      id,
      descriptor.level <= level ? 'met' : 'not',
    ]),
  );
  return { criteria: Object.fromEntries(criteria), level, evidence: 'Minutes of March' };
}

export interface GridFill {
  readonly systemId: string;
  readonly responseId: string;
  readonly personId: string;
  readonly level: Level;
  /** domains left out */
  readonly except?: readonly string[];
}

/** Answers the shipped grid, so that nothing is missing but what is left out. */
export async function fillGrid(db: Knex, fill: GridFill): Promise<void> {
  const { systemId, responseId, personId, level, except = [] } = fill;
  const grid = shippedDefinitions().find(({ kind }) => kind === 'maturity');
  if (!grid) throw new Error('no grid is shipped');
  const at = new Date('2026-03-09T09:30:00Z');
  const rows = levelItems(grid)
    .filter(({ id }) => !except.includes(id))
    .map((item) => ({
      system_id: systemId,
      response_id: responseId,
      item_id: item.id,
      value: JSON.stringify(levelAnswer(item, level)),
      revision: 1,
    }));
  const columns = {
    level,
    has_level: true,
    has_evidence: true,
    updated_at: at,
    updated_by: personId,
  };
  await db('answers').insert(rows.map((row) => ({ ...row, ...columns })));
  await db('answer_history').insert(
    rows.map((row) => ({ ...row, changed_at: at, changed_by: personId })),
  );
}

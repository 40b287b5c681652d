/** Answers the grid for an agency and Place from a row of levels. */
import type { Knex } from 'knex';
import { readShippedDefinition } from '../../adapters/instruments.ts';
import type { Scope } from '../../domain/access/scope.ts';
import type { LevelItem } from '../../domain/instrument/definition.ts';
import { levelItems } from '../../domain/instrument/items.ts';
import { decideSave } from '../../features/responses/save.ts';
import { writeAnswers } from '../../features/responses/save.queries.ts';
import { gridAnswer } from './grid-answers.ts';

/** The grid's domains in order. */
export function gridItems(): readonly LevelItem[] {
  const definition = readShippedDefinition('pair-maturity');
  if (!definition) throw new Error('no maturity grid is shipped');
  return levelItems(definition);
}

export interface GridAnswers {
  readonly responseId: string;
  /** a level per domain in the grid's order, null for "We can't say"; what is left out is not answered */
  readonly levels: readonly (number | null)[];
  readonly evidence: Readonly<Record<string, string>>;
  readonly now: Date;
}

export async function answerGrid(
  db: Knex,
  scope: Scope,
  { responseId, levels, evidence, now }: GridAnswers,
): Promise<void> {
  const items = gridItems().slice(0, levels.length);
  const sent = items.map((item, index) => ({
    item,
    value: gridAnswer(item, levels[index] ?? null, evidence[item.id] ?? ''),
    revision: 0,
  }));
  const { changes } = decideSave(sent, new Map(), new Map());
  await writeAnswers(db, scope, { responseId, changes, now });
}

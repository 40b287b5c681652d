/** Answers one grid from a row of levels, as people's pages would. */
import type { Knex } from 'knex';
import { readShippedDefinition } from '../../adapters/instruments.ts';
import type { Scope } from '../../domain/access/scope.ts';
import type { LevelItem } from '../../domain/instrument/definition.ts';
import { levelItems } from '../../domain/instrument/items.ts';
import { decideSave, type SentAnswer } from '../../features/responses/save.ts';
import { writeAnswers } from '../../features/responses/save.queries.ts';
import { gridAnswer } from './grid-answers.ts';
import type { SeedAnswer } from './seed.types.ts';

/** The grid's domains in order. */
export function gridItems(): readonly LevelItem[] {
  const definition = readShippedDefinition('pair-maturity');
  if (!definition) throw new Error('no maturity grid is shipped');
  return levelItems(definition);
}

export interface GridAnswers {
  readonly responseId: string;
  readonly items: readonly LevelItem[];
  /** a level per domain in the grid's order: null for "We can't say", undefined for not answered */
  readonly levels: readonly (number | null | undefined)[];
  /** who answers about where */
  readonly voice: string;
  readonly said: (domain: string, level: number | null) => SeedAnswer;
  readonly now: Date;
}

/** @param people colleagues, who take the domains in turn */
export async function answerGrid(
  db: Knex,
  people: readonly Scope[],
  { responseId, items, levels, voice, said, now }: GridAnswers,
): Promise<void> {
  const sent = items.flatMap((item, index): SentAnswer[] => {
    const level = levels[index];
    if (level === undefined) return [];
    return [{ item, value: gridAnswer(item, level, said(item.id, level), voice), revision: 0 }];
  });
  const { changes } = decideSave(sent, new Map(), new Map());
  for (const [turn, scope] of people.entries()) {
    const part = changes.filter((_, index) => index % people.length === turn);
    await writeAnswers(db, scope, { responseId, changes: part, now });
  }
}

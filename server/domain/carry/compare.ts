/** What changed between two versions of an instrument, question by question: what an old answer still answers. */
import type {
  Criterion,
  Definition,
  Item,
  LevelItem,
  SimpleItem,
} from '../instrument/definition.ts';
import { entryItemsOf, itemsOf, optionsOf } from '../instrument/items.ts';

/** Whatever is asked and answered on its own. */
export type Question = SimpleItem | LevelItem;

interface Statement extends Criterion {
  readonly level: number;
}
export interface Rewording {
  readonly was: string;
  readonly now: string;
}
/** Of a domain: its statements, whose marks are carried only where the statement stands as it stood. */
export interface StatementChanges {
  readonly fresh: readonly Statement[];
  readonly gone: readonly Statement[];
  readonly reworded: readonly (Statement & { readonly was: string })[];
}
/** One question that both versions ask. */
export interface QuestionChange {
  readonly id: string;
  /** null where it is asked in the same words */
  readonly wording: Rewording | null;
  /** it takes another kind of answer now: the old one fits no more */
  readonly retyped: boolean;
  /** labels of what can no longer be chosen */
  readonly choicesGone: readonly string[];
  /** labels of what can be chosen as well */
  readonly choicesFresh: readonly string[];
  readonly statements: StatementChanges;
}
export interface Comparison {
  readonly fresh: readonly Question[];
  readonly gone: readonly Question[];
  /** by id; what is asked as it was asked is not listed */
  readonly changed: ReadonlyMap<string, QuestionChange>;
}

/** The questions that a response answers once. */
export function compareDefinitions(before: Definition, after: Definition): Comparison {
  return compareQuestions(
    { definition: before, questions: itemsOf(before).flatMap(({ item }) => asked(item)) },
    { definition: after, questions: itemsOf(after).flatMap(({ item }) => asked(item)) },
  );
}

/** The questions that are asked of each entry. */
export function compareEntries(before: Definition, after: Definition): Comparison {
  return compareQuestions(
    { definition: before, questions: entryItemsOf(before).map(({ item }) => item) },
    { definition: after, questions: entryItemsOf(after).map(({ item }) => item) },
  );
}

const asked = (item: Item): Question[] => (item.type === 'entries' ? [] : [item]);

interface Side {
  readonly definition: Definition;
  readonly questions: readonly Question[];
}

function compareQuestions(before: Side, after: Side): Comparison {
  const old = new Map(before.questions.map((item) => [item.id, item]));
  const now = new Set(after.questions.map(({ id }) => id));
  const changes = after.questions.flatMap((item) => {
    const was = old.get(item.id);
    return was ? [changeOf([before.definition, was], [after.definition, item])] : [];
  });
  return {
    fresh: after.questions.filter(({ id }) => !old.has(id)),
    gone: before.questions.filter(({ id }) => !now.has(id)),
    changed: new Map(changes.filter(isChange).map((change) => [change.id, change])),
  };
}

type Placed = readonly [Definition, Question];

function changeOf([oldDefinition, was]: Placed, [definition, now]: Placed): QuestionChange {
  const [before, after] = [optionsOf(oldDefinition, was), optionsOf(definition, now)];
  const lacks = (all: typeof before, id: string): boolean => !all.some((one) => one.id === id);
  return {
    id: now.id,
    wording: was.text === now.text ? null : { was: was.text, now: now.text },
    retyped: was.type !== now.type,
    choicesGone: before.filter(({ id }) => lacks(after, id)).map(({ label }) => label),
    choicesFresh: after.filter(({ id }) => lacks(before, id)).map(({ label }) => label),
    statements: compareStatements(statementsOf(was), statementsOf(now)),
  };
}

const statementsOf = (item: Question): Statement[] =>
  item.type === 'level'
    ? item.descriptors.flatMap(({ level, criteria }) => criteria.map((one) => ({ ...one, level })))
    : [];

/** A statement that moved to another level asks for something else by the same words: it is reworded, too. */
function compareStatements(
  before: readonly Statement[],
  after: readonly Statement[],
): StatementChanges {
  const old = new Map(before.map((one) => [one.id, one]));
  const now = new Set(after.map(({ id }) => id));
  return {
    fresh: after.filter(({ id }) => !old.has(id)),
    gone: before.filter(({ id }) => !now.has(id)),
    reworded: after.flatMap((one) => {
      const was = old.get(one.id);
      const stands = !was || (was.text === one.text && was.level === one.level);
      return stands ? [] : [{ ...one, was: was.text }];
    }),
  };
}

function isChange(change: QuestionChange): boolean {
  const { wording, retyped, choicesGone, choicesFresh } = change;
  const { fresh, gone, reworded } = change.statements;
  const lists: readonly (readonly unknown[])[] = [choicesGone, choicesFresh, fresh, gone, reworded];
  return wording !== null || retyped || lists.some((list) => list.length > 0);
}

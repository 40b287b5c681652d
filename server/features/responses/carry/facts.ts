/** Everything that is known of each of last round's answers: what it said, whether it fits, and what became of it. */
import { ageWords } from '../../../domain/answers/age-words.ts';
import { isEmptyAnswer, standingOf, type CarryStanding } from '../../../domain/carry/carried.ts';
import {
  compareDefinitions,
  type Question,
  type QuestionChange,
} from '../../../domain/carry/compare.ts';
import { choicesIn } from '../../../domain/instrument/choices.ts';
import type { Definition, Section } from '../../../domain/instrument/definition.ts';
import { itemsOf } from '../../../domain/instrument/items.ts';
import type { StoredDecision } from '../../../db/carry.queries.ts';
import type { Content, StoredAnswer } from '../content.queries.ts';
import { carryAnswer, isSameAnswer, type CarriedAnswer } from './carried-answer.ts';
import type { Last } from './last.ts';

export interface CarryFact {
  readonly section: Section;
  readonly item: Question;
  readonly old: StoredAnswer;
  /** what changed in the question; undefined where nothing did */
  readonly change: QuestionChange | undefined;
  readonly carried: CarriedAnswer;
  /** this round's row, an emptied one too */
  readonly stored: StoredAnswer | undefined;
  /** this round's answer; undefined where there is none */
  readonly now: StoredAnswer | undefined;
  readonly decision: StoredDecision | undefined;
  readonly standing: CarryStanding;
}

export interface FactsInput {
  readonly definition: Definition;
  /** this round's */
  readonly content: Content;
  readonly last: Last;
  readonly decisions: ReadonlyMap<string, StoredDecision>;
}

/** In the order of the pages; of questions that are still asked. */
export function toFacts(input: FactsInput): CarryFact[] {
  const { definition, content, last } = input;
  const places = content.roundPlaces.map(({ id, name }) => ({ id, label: name }));
  const context = { ageWords, choicesOf: choicesIn(definition, places) };
  const { changed } = compareDefinitions(last.definition, definition);
  return itemsOf(definition).flatMap(({ item, section }): CarryFact[] => {
    const old = last.content.answers.get(item.id);
    if (!old || item.type === 'entries' || isEmptyAnswer(old.value)) return [];
    const change = changed.get(item.id);
    const carried = carryAnswer({ definition, section, item, change, old, context });
    return [{ section, item, old, change, carried, ...becameOf(item, carried, input) }];
  });
}

function becameOf(
  { id }: Question,
  carried: CarriedAnswer,
  { content, decisions }: FactsInput,
): Pick<CarryFact, 'stored' | 'now' | 'decision' | 'standing'> {
  const stored = content.answers.get(id);
  const now = isEmptyAnswer(stored?.value) ? undefined : stored;
  const decision = decisions.get(id);
  const said = now ? { isSame: isSameAnswer(now.value, carried.value) } : null;
  return { stored, now, decision, standing: standingOf(decision?.decision ?? null, said) };
}

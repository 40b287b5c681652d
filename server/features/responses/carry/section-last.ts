/** Last round's answers beside a section's questions, and in its form where one of them has changed. */
import type { LevelAnswer } from '../../../domain/answers/answers.ts';
import { isEmptyAnswer } from '../../../domain/carry/carried.ts';
import type { Section } from '../../../domain/instrument/definition.ts';
import { itemsOf } from '../../../domain/instrument/items.ts';
import { formatDate } from '../../../web/time.ts';
import type { BlocksView } from '../blocks.view.ts';
import type { Content } from '../content.queries.ts';
import type { Opened } from '../opened.ts';
import type { Stored } from '../save.ts';
import { chosenWord } from '../summary.view.ts';
import { toOld } from './carry-item.view.ts';
import { toFacts } from './facts.ts';
import type { Last } from './last.ts';

/** Of one question; as an include draws it. */
export interface LastView {
  readonly itemId: string;
  /** "Last round we answered Early growth" */
  readonly summary: string;
  /** "Autumn 2025, Siân Elwyn-Hughes, 9 October 2025" */
  readonly who: string;
  readonly old: BlocksView;
}
export interface LastViews {
  readonly last: readonly LastView[];
}
export interface SectionLast {
  readonly views: readonly LastView[];
  /** what stands in the form for the questions that are still to be decided: unsaved */
  readonly carried: Stored;
}
export const noLast: SectionLast = { views: [], carried: new Map() };

/** @param prefill last round's answers are to stand in the form */
export function sectionLast(
  last: Last | undefined,
  { opened, section, content }: { opened: Opened; section: Section; content: Content },
  prefill: boolean,
): SectionLast {
  if (!last) return noLast;
  const isStarted = opened.response.carriedFrom !== null;
  return {
    views: section.items.flatMap(({ id }) => toLast(id, last)),
    carried: prefill && isStarted ? carriedInto(section, opened, content, last) : new Map(),
  };
}

function carriedInto(
  section: Section,
  { definition }: Opened,
  content: Content,
  last: Last,
): Stored {
  const facts = toFacts({ definition, content, last, decisions: new Map() });
  return new Map(
    facts
      .filter((fact) => fact.section.id === section.id && !fact.now && fact.carried.value !== null)
      // Revision 0 where nothing is stored: what is saved from the form is a new answer.
      .map(({ item, old, carried, stored }) => {
        const revision = stored?.revision ?? 0;
        return [item.id, { ...old, value: carried.value, revision }] as const;
      }),
  );
}

function nameOf(itemId: string, { definition }: Last): string {
  const item = itemsOf(definition).find((one) => one.item.id === itemId)?.item;
  return item?.label ?? item?.text ?? itemId;
}

function toLast(itemId: string, last: Last): LastView[] {
  const answer = last.content.answers.get(itemId);
  if (!answer || isEmptyAnswer(answer.value)) return [];
  const old = toOld(itemId, last);
  const isLevel = old.blocks.some(({ marks }) => marks !== null);
  const word = isLevel ? chosenWord(last.definition, answer.value as LevelAnswer) : '';
  return [
    {
      itemId,
      summary:
        word === ''
          ? `Last round’s answer to “${nameOf(itemId, last)}”`
          : `Last round we answered ${word}`,
      who: `${last.round.roundName}, ${answer.updatedBy}, ${formatDate(answer.updatedAt)}`,
      old,
    },
  ];
}

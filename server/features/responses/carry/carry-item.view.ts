/** One of last round's answers on the page: what it said, and what became of it. */
import { changeWords, openWords } from '../../../domain/carry/change-words.ts';
import type { CarryStanding } from '../../../domain/carry/carried.ts';
import { itemsOf } from '../../../domain/instrument/items.ts';
import { paths } from '../../../web/paths.ts';
import { formatDate } from '../../../web/time.ts';
import { toBlocks, wordsContext, type BlocksView } from '../blocks.view.ts';
import { momentWords } from '../response.words.ts';
import { toState } from '../state.ts';
import type { OpenCarry } from './carry.load.ts';
import type { CarryFact } from './facts.ts';
import type { Last } from './last.ts';

export interface CarryItemView {
  readonly id: string;
  readonly title: string;
  /** "Still true"; '' while nobody has said */
  readonly standing: string;
  /** "Siân Elwyn-Hughes, 14:02"; '' while nobody has said */
  readonly by: string;
  /** to be decided */
  readonly open: boolean;
  readonly who: string;
  readonly old: BlocksView;
  readonly changes: readonly string[];
  /** what "still true" leaves open; '' mostly */
  readonly leaves: string;
  readonly fits: boolean;
  /** the question with last round's answer in its form; '' where it is decided */
  readonly changeHref: string;
  /** this round's own page of the question; '' where it is to be decided */
  readonly answerHref: string;
  /** said to be no longer true, which can be taken back */
  readonly undo: boolean;
}

/** With its buttons. */
export interface CarryItemForm extends CarryItemView {
  readonly action: string;
  readonly csrf: string;
  /** a section's heading stands above it */
  readonly under: boolean;
}

const standingWords: Readonly<Record<CarryStanding, string>> = {
  undecided: '',
  same: 'Still true',
  changed: 'Answered anew',
  ended: 'No longer true',
};

export function toCarryItem(
  fact: CarryFact,
  { opened, last, now }: Pick<OpenCarry, 'opened' | 'last'> & { readonly now: Date },
): CarryItemView {
  const { item, section, old, change, carried, standing } = fact;
  const { id } = opened.response;
  const isOpen = standing === 'undecided';
  const page = paths.section(id, section.id);
  return {
    id: item.id,
    title: item.label ?? item.text,
    standing: standingWords[standing],
    by: isOpen ? '' : byWords(fact, now),
    open: isOpen,
    who: `${old.updatedBy}, ${formatDate(old.updatedAt)}`,
    old: toOld(item.id, last),
    changes: changeWords(change),
    leaves: carried.sent ? openWords(change) : '',
    fits: carried.sent !== null,
    changeHref: isOpen ? `${page}?from=carry` : '',
    answerHref: isOpen ? '' : page,
    undo: standing === 'ended',
  };
}

function byWords({ now: answer, decision }: CarryFact, now: Date): string {
  const [who, when] = answer
    ? [answer.updatedBy, answer.updatedAt]
    : [decision?.decidedBy, decision?.decidedAt];
  return who !== undefined && when !== undefined ? `${who}, ${momentWords(when, now)}` : '';
}

/** The old answer as it was asked then. */
export function toOld(itemId: string, { definition, content }: Last): BlocksView {
  const placed = itemsOf(definition).find(({ item }) => item.id === itemId);
  if (!placed) return { blocks: [] };
  // Without a heading of its own: the page has one above it.
  const alone = { ...placed.section, title: placed.item.text, items: [placed.item] };
  const state = toState(definition, content);
  return { blocks: toBlocks(alone, state, wordsContext(definition, content)) };
}

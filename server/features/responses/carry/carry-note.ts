/** What the list of sections says of last round's answers: the offer to start from them, or how many are to be decided. */
import type { Scope } from '../../../domain/access/scope.ts';
import { isEmptyAnswer } from '../../../domain/carry/carried.ts';
import { entriesItem, itemsOf } from '../../../domain/instrument/items.ts';
import { paths } from '../../../web/paths.ts';
import { whose } from '../../../web/whose.ts';
import type { Content } from '../content.queries.ts';
import type { Opened, ResponseDeps } from '../opened.ts';
import { findLast, type Last } from './last.ts';

export interface CarryNote {
  readonly heading: string;
  readonly text: string;
  /** '' where it is begun */
  readonly startAction: string;
  /** '' where it is not begun */
  readonly href: string;
  readonly button: string;
  /** something is to be decided, or to be begun */
  readonly isOpen: boolean;
}
export interface CarryNoteForm extends CarryNote {
  readonly csrf: string;
}

/** Null where there is nothing to start from, or nothing that could still be carried. */
export async function carryNote(
  deps: ResponseDeps,
  scope: Scope,
  opened: Opened,
  content: Content,
): Promise<CarryNote | null> {
  if (!opened.writable) return null;
  if (opened.response.carriedFrom !== null) return begun(opened, content);
  if (content.entries.length > 0) return null;
  const last = await findLast(deps, scope, opened);
  return last ? offer(opened, content, last) : null;
}

function begun({ response, definition }: Opened, { undecided }: Content): CarryNote {
  const items = itemsOf(definition).map(({ item }) => item.id);
  const answers = undecided.filter((one) => one.kind === 'answer' && items.includes(one.sourceId));
  const entries = undecided.filter(({ kind }) => kind === 'entry');
  const count = answers.length + entries.length;
  const leadsToEntries = answers.length === 0 && entriesItem(definition) !== undefined;
  return {
    heading: 'Last round’s answers',
    text:
      count === 0
        ? 'All of them are decided.'
        : `${count === 1 ? '1 is' : `${count} are`} still to be decided: still true, changed, or no longer true.`,
    startAction: '',
    href: leadsToEntries ? paths.carryEntries(response.id) : paths.carry(response.id),
    button: count === 0 ? 'Read them again' : 'Go through them',
    isOpen: count > 0,
  };
}

function offer(opened: Opened, { answers }: Content, last: Last): CarryNote | null {
  const { response, definition } = opened;
  const old = itemsOf(definition).filter(({ item }) => {
    const isOld = !isEmptyAnswer(last.content.answers.get(item.id)?.value);
    return isOld && isEmptyAnswer(answers.get(item.id)?.value);
  }).length;
  const { entries } = last.content;
  const noun = entriesItem(definition)?.noun;
  const parts = [
    ...(old > 0 ? [`${old} ${old === 1 ? 'answer' : 'answers'}`] : []),
    ...(noun && entries.length > 0
      ? [`${entries.length} ${entries.length === 1 ? noun.one : noun.many}`]
      : []),
  ];
  if (parts.length === 0) return null;
  const start = `Start from ${whose(opened)} answers of ${last.round.roundName}`;
  return {
    heading: `${start}?`,
    text: `You go through ${parts.join(' and ')} and say of each whether it is still true, has changed, or is no longer true. What nobody has decided on counts as no answer.`,
    startAction: paths.startCarry(response.id),
    href: '',
    button: start,
    isOpen: true,
  };
}

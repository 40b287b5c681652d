/** The history of a section's answers: who changed what, when, and the way to bring an old text back. */
import {
  changedParts,
  isAnswered,
  isSamePart,
  stepsOf,
  type Step,
} from '../../domain/answers/history.ts';
import type { WordsContext } from '../../domain/answers/words.ts';
import type { Section } from '../../domain/instrument/definition.ts';
import { counted } from '../../web/english.ts';
import {
  stepHeading,
  toChange,
  type ChangedView,
  type HistoryPageView,
  type StepView,
} from '../../web/history.ts';
import { paths } from '../../web/paths.ts';
import { whoReads } from '../../web/whose.ts';
import type { SavedAnswer } from './history.queries.ts';
import { partsOf, type AskedItem } from './history.parts.ts';
import type { Opened } from './opened.ts';
import { toHeader } from './response.words.ts';

export interface HistoryFacts {
  readonly opened: Opened;
  readonly section: Section;
  /** the oldest first */
  readonly saved: readonly SavedAnswer[];
  readonly context: WordsContext;
  readonly personId: string;
  readonly done: string;
}

export function toHistoryView(facts: HistoryFacts): HistoryPageView {
  const { opened, section, done } = facts;
  const steps = toSteps(facts);
  return {
    caption: toHeader(opened).caption,
    heading: `History: ${section.title}`,
    lede: ledeOf(steps.length, opened),
    done,
    steps,
    backHref: paths.section(opened.response.id, section.id),
    backText: opened.writable ? 'Go to the answers' : 'Read the answers',
  };
}

function ledeOf(steps: number, opened: Opened): string {
  if (steps === 0) return 'Nothing has been saved here yet.';
  const told = `${counted(steps, 'change', 'changes')}, the newest first.${whoReads(opened)}`;
  return opened.writable ? `${told} An old text can be brought back; nothing is ever lost.` : told;
}

interface ItemStep {
  readonly item: AskedItem;
  readonly step: Step<unknown>;
}

const isAsked = (item: Section['items'][number]): item is AskedItem => item.type !== 'entries';

/** What was saved at one moment by one person is one step, however many answers it changed. */
function toSteps(facts: HistoryFacts): StepView[] {
  const all = facts.section.items.filter(isAsked).flatMap((item) => {
    const own = facts.saved.filter(({ itemId }) => itemId === item.id);
    return stepsOf(own).map((step): ItemStep => ({ item, step }));
  });
  const moments = new Map<string, ItemStep[]>();
  for (const one of all) {
    const { at, byId } = one.step.after;
    const key = `${at.toISOString()} ${byId}`;
    moments.set(key, [...(moments.get(key) ?? []), one]);
  }
  return [...moments.values()].toSorted(newestFirst).map((steps) => toStep(steps, facts));
}

function newestFirst(one: readonly ItemStep[], other: readonly ItemStep[]): number {
  const [a, b] = [one[0]?.step.after, other[0]?.step.after];
  if (!a || !b) return 0;
  return b.at.getTime() - a.at.getTime() || b.revision - a.revision;
}

function toStep(steps: readonly ItemStep[], facts: HistoryFacts): StepView {
  const [first] = steps;
  const changed = steps
    .map((one) => toChanged(one, facts))
    .filter(({ changes, more }) => changes.length > 0 || more !== null);
  return {
    heading: first ? stepHeading(first.step.after, facts.personId) : '',
    changed: changed.length > 0 ? changed : [{ ...nothing, note: 'Changed and changed back.' }],
  };
}

const nothing: ChangedView = { title: '', note: '', changes: [], more: null };
/** So many statements are read one by one; more are opened. */
const fewMarks = 3;

function toChanged({ item, step }: ItemStep, facts: HistoryFacts): ChangedView {
  const { opened, section, saved, context } = facts;
  const { before, after } = step;
  const current = saved.findLast(({ itemId }) => itemId === item.id)?.value;
  const parts = partsOf(item, context);
  const changed = changedParts(parts, before?.value, after.value).map((part) => {
    const isBack =
      opened.writable &&
      before !== null &&
      isAnswered(part, before.value) &&
      !isSamePart(part, before.value, current);
    const asked = { item: item.id, revision: String(before?.revision ?? 0), part: part.id };
    const href = isBack ? paths.bringBack(opened.response.id, section.id, asked) : '';
    return {
      isMark: part.isMark,
      view: toChange(part, { before: before?.value, after: after.value }, href),
    };
  });
  const marks = changed.filter(({ isMark }) => isMark).map(({ view }) => view);
  const others = changed.filter(({ isMark }) => !isMark).map(({ view }) => view);
  const isMany = marks.length > fewMarks;
  return {
    title: item.type === 'level' && item.text !== section.title ? item.text : '',
    note: '',
    changes: isMany ? others : [...others, ...marks],
    more: isMany ? { summary: `${marks.length} statements changed`, changes: marks } : null,
  };
}

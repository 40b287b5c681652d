/** The history of an entry: who changed which of its answers, when, and who took it out of the list or put it back. */
import { answerWords } from '../../domain/answers/words.ts';
import {
  changedParts,
  isAnswered,
  isSamePart,
  stepsOf,
  type Part,
  type Step,
} from '../../domain/answers/history.ts';
import {
  changedWords,
  stepHeading,
  toChange,
  toTwo,
  type BringBackView,
  type ChangedView,
  type HistoryPageView,
} from '../../web/history.ts';
import { paths } from '../../web/paths.ts';
import { whoReads } from '../../web/whose.ts';
import type { EntryState, SavedEntry } from './history.queries.ts';
import type { OpenMap } from './open-map.ts';
import type { StoredEntry } from './services.queries.ts';
import { captionOf, counted } from './words.ts';

/** Each question is a part of its own. */
export function entryParts(map: OpenMap): readonly Part<EntryState>[] {
  const places = new Map(map.places.map(({ id, name }) => [id, name]));
  const context = { definition: map.definition, places };
  return map.items.map((item) => {
    const valueOf = ({ answers }: EntryState) =>
      Object.hasOwn(answers, item.id) ? answers[item.id] : undefined;
    return {
      id: item.id,
      term: item.label ?? item.text,
      valueOf,
      wordsOf: (state) => answerWords(item, valueOf(state), context).join('\n'),
    };
  });
}

export interface HistoryFacts {
  readonly map: OpenMap;
  readonly entry: StoredEntry;
  /** the oldest first */
  readonly saved: readonly SavedEntry[];
  readonly personId: string;
  readonly done: string;
}

export function toHistoryView(facts: HistoryFacts): HistoryPageView {
  const { map, entry, saved, personId, done } = facts;
  const steps = stepsOf(saved);
  const { response, item } = map;
  const told = `${counted(steps.length, 'change', 'changes')}, the newest first.${whoReads(map)}`;
  const inList = entry.removedAt === null;
  return {
    caption: captionOf(map),
    heading: `History: ${entry.name}`,
    lede: inList ? told : `It is not in the list now. ${told}`,
    done,
    steps: steps.map((step) => ({
      heading: stepHeading(step.after, personId),
      changed: [toChanged(step, facts)],
    })),
    backHref: inList ? paths.entry(response.id, entry.id) : paths.entries(response.id),
    backText: inList ? `Go to this ${item.noun.one}` : `All ${item.noun.many}`,
  };
}

/** So many answers are read one by one; a whole entry is opened. */
const few = 8;

function toChanged(step: Step<EntryState>, facts: HistoryFacts): ChangedView {
  const { before, after } = step;
  const { map } = facts;
  const changes = changedParts(entryParts(map), before?.value, after.value).map((part) => {
    const href = before ? backHref(part, before, facts) : '';
    return toChange(part, { before: before?.value, after: after.value }, href);
  });
  const isMany = changes.length > few;
  return {
    title: '',
    note: noteOf(step, changes.length, map.item.noun.one),
    changes: isMany ? [] : changes,
    more: isMany ? { summary: `${changes.length} answers`, changes } : null,
  };
}

/** '' where there was no answer, it stands already, or nobody may write now. */
function backHref(
  part: Part<EntryState>,
  old: SavedEntry,
  { map, entry, saved }: HistoryFacts,
): string {
  const isOther = isAnswered(part, old.value) && !isSamePart(part, old.value, saved.at(-1)?.value);
  if (!map.writable || entry.removedAt || !isOther) return '';
  const asked = { revision: String(old.revision), part: part.id };
  return paths.bringBackEntry(map.response.id, entry.id, asked);
}

function noteOf({ before, after }: Step<EntryState>, changes: number, noun: string): string {
  if (!before) return `Entered this ${noun}.`;
  if (before.value.removed !== after.value.removed) {
    return after.value.removed ? 'Took it out of the list.' : 'Put it back into the list.';
  }
  return changes === 0 ? 'Changed and changed back.' : '';
}

export interface Found {
  readonly entry: StoredEntry;
  readonly part: Part<EntryState>;
  readonly old: SavedEntry;
  readonly current: SavedEntry;
}

export function toBringBackView(
  map: OpenMap,
  { entry, part, old, current }: Found,
  { changed, csrf }: { readonly changed: boolean; readonly csrf: string },
): BringBackView {
  const { id } = map.response;
  return {
    caption: `${captionOf(map)} · ${entry.name}`,
    ...toTwo(part, old, current),
    changed: changed ? changedWords(current) : '',
    action: paths.bringBackEntry(id, entry.id),
    fields: [
      { name: 'revision', value: String(old.revision) },
      { name: 'part', value: part.id },
      { name: 'shown', value: String(current.revision) },
    ],
    keepHref: paths.entryHistory(id, entry.id),
    csrf,
  };
}

/** What a whole response lacks before it can be submitted: answers, entries, and Places not accounted for (Design 6, 9). */
import type {
  Definition,
  EntriesItem,
  Item,
  LevelItem,
  Section,
  SimpleItem,
} from '../instrument/definition.ts';
import { optionsOf } from '../instrument/items.ts';
import type { LevelAnswer, Missing, SimpleAnswer, SimpleAnswers } from './answers.ts';
import { isShown, missingInEntry, missingInLevel, missingInSimple } from './completeness.ts';
import { accountField } from './fields.ts';
import { isBlank, nameOf } from './missing.ts';

export interface EntryState {
  readonly id: string;
  readonly answers: SimpleAnswers;
}
/** "No service": this group has nothing to enter in this Place. */
export interface Absence {
  readonly group: string;
  readonly place: string;
}
/** One of last round's answers or entries of which nobody has said yet whether it is still true. */
export interface Undecided {
  readonly kind: 'answer' | 'entry';
  /** the item's id, or that of last round's entry */
  readonly sourceId: string;
  /** of an entry */
  readonly name: string;
}
export interface ResponseState {
  /** answers to domains by item id */
  readonly levels: Readonly<Record<string, LevelAnswer>>;
  /** answers to simple items by item id */
  readonly answers: SimpleAnswers;
  readonly entries: readonly EntryState[];
  readonly absences: readonly Absence[];
  /** the agency's groups (sectors) and the Places it works in: it accounts for each of one in each of the other */
  readonly groups: readonly string[];
  readonly places: readonly { readonly id: string; readonly name: string }[];
  /** none where the response did not start from last round's */
  readonly undecided: readonly Undecided[];
}

export interface MissingInResponse extends Missing {
  readonly sectionId: string;
  /** the entry that lacks it; absent where no entry does */
  readonly entryId?: string;
  /** last round's, of which nobody has said whether it is still true; absent where something else is missing */
  readonly undecided?: Undecided['kind'];
}

/** Everything that stands in the way of submitting, in the order of the pages. */
export function missingInResponse(
  definition: Definition,
  state: ResponseState,
): MissingInResponse[] {
  return definition.sections.flatMap((section) =>
    missingInSection(definition, section, state).map((missing) => ({
      ...missing,
      sectionId: section.id,
    })),
  );
}

type Found = Omit<MissingInResponse, 'sectionId'>;

function missingInSection(definition: Definition, section: Section, state: ResponseState): Found[] {
  return section.items.flatMap((item): Found[] => {
    const undecided = undecidedOf(item, state);
    // Whatever else an answer lacks depends on what is decided.
    if (undecided.length > 0 && item.type !== 'entries') return undecided;
    if (!isShown(item, state.answers)) return [];
    if (item.type === 'entries') {
      return [...undecided, ...missingInEntries(definition, item, state)];
    }
    return missingInItem(item, state);
  });
}

function missingInItem(item: LevelItem | SimpleItem, { levels, answers }: ResponseState): Found[] {
  if (item.type !== 'level') return missingInSimple([item], answers);
  const answer = Object.hasOwn(levels, item.id) ? levels[item.id] : undefined;
  return answer === undefined && item.required !== true ? [] : missingInLevel(item, answer);
}

/** Old answers stay undecided where the question is not shown: what shows it may be undecided itself. */
function undecidedOf(item: Item, { undecided }: ResponseState): Found[] {
  const isEntries = item.type === 'entries';
  return undecided
    .filter(({ kind, sourceId }) => (isEntries ? kind === 'entry' : sourceId === item.id))
    .map(({ kind, sourceId, name }) => ({
      itemId: item.id,
      field: sourceId,
      text: `Say whether ${isEntries ? `“${name}”` : `last round’s answer to ${nameOf(item)}`} is still true`,
      undecided: kind,
    }));
}

function missingInEntries(definition: Definition, item: EntriesItem, state: ResponseState) {
  return [
    ...state.entries.flatMap((entry, i) => missingInOne(item, entry, i)),
    ...missingAccounts(definition, item, state),
  ];
}

function missingInOne(item: EntriesItem, entry: EntryState, index: number): Found[] {
  const title = entry.answers[item.titleItem];
  const name =
    typeof title === 'string' && !isBlank(title) ? `“${title}”` : `${item.noun.one} ${index + 1}`;
  return missingInEntry(item, entry.answers).map((missing) => ({
    ...missing,
    entryId: entry.id,
    text: `${missing.text} in ${name}`,
  }));
}

// An entry whose Places are "not stated" counts nowhere, so it accounts for none.
function missingAccounts(definition: Definition, item: EntriesItem, state: ResponseState): Found[] {
  const groups = groupsOf(definition, item).filter(({ id }) => state.groups.includes(id));
  return groups.flatMap((group) =>
    state.places
      .filter((place) => !isAccountedFor(item, state, group.id, place.id))
      .map((place) => ({
        itemId: item.id,
        field: accountField(item.id, group.id, place.id),
        text: `Add a ${item.noun.one} of ${group.label} in ${place.name}, or choose “${item.absence.label}”`,
      })),
  );
}

function groupsOf(definition: Definition, { sections, groupItem }: EntriesItem) {
  const item = sections.flatMap(({ items }) => items).find(({ id }) => id === groupItem);
  return item === undefined ? [] : optionsOf(definition, item);
}

function isAccountedFor(
  item: EntriesItem,
  { entries, absences }: ResponseState,
  group: string,
  place: string,
): boolean {
  const isAbsent = absences.some((absence) => absence.group === group && absence.place === place);
  return (
    isAbsent ||
    entries.some(
      ({ answers }) => answers[item.groupItem] === group && names(answers[item.placesItem], place),
    )
  );
}

function names(places: SimpleAnswer | undefined, place: string): boolean {
  return Array.isArray(places) && places.some((named) => named === place);
}

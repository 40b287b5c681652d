/** Service entries and "No service" for reading, group by group. */
import type { ResponseState } from '../../domain/answers/response.completeness.ts';
import type { WordsContext } from '../../domain/answers/words.ts';
import type { EntriesItem } from '../../domain/instrument/definition.ts';
import { optionsOf } from '../../domain/instrument/items.ts';
import { paths } from '../../web/paths.ts';
import type { StoredEntry } from './content.queries.ts';
import { simpleRow, type RowView } from './summary.view.ts';

interface EntryView {
  readonly title: string;
  /** '' where the person may not change it */
  readonly changeHref: string;
  readonly rows: readonly RowView[];
}
interface GroupView {
  readonly title: string;
  readonly entries: readonly EntryView[];
  /** "No service in Quillby and Ferrow Vale"; '' where that was not said */
  readonly absence: string;
}
export interface EntriesView {
  readonly groups: readonly GroupView[];
  /** "No services entered"; '' where there are any */
  readonly empty: string;
}

export interface EntriesInput {
  readonly item: EntriesItem;
  readonly entries: readonly StoredEntry[];
  readonly absences: ResponseState['absences'];
  readonly context: WordsContext;
  readonly responseId: string;
  readonly writable: boolean;
}

const list = new Intl.ListFormat('en-GB', { type: 'conjunction' });
const unsorted = { id: '', label: 'Not sorted yet' };

export function toEntries(input: EntriesInput): EntriesView {
  const { item, entries, absences } = input;
  const groups = [...groupsOf(input), unsorted].flatMap(({ id, label }): GroupView[] => {
    const own = entries.filter((entry) => groupIdOf(item, entry) === id);
    const absent = absences.filter(({ group }) => group === id).map(({ place }) => place);
    if (own.length === 0 && absent.length === 0) return [];
    const absence = absenceWords(input, absent);
    return [{ title: label, entries: own.map((entry) => toEntry(entry, input)), absence }];
  });
  return { groups, empty: groups.length === 0 ? `No ${item.noun.many} entered` : '' };
}

function groupsOf({ item, context }: EntriesInput) {
  const group = item.sections.flatMap(({ items }) => items).find(({ id }) => id === item.groupItem);
  return group === undefined ? [] : optionsOf(context.definition, group);
}

function groupIdOf({ groupItem }: EntriesItem, { answers }: StoredEntry): string {
  const group = Object.hasOwn(answers, groupItem) ? answers[groupItem] : undefined;
  return typeof group === 'string' ? group : '';
}

function absenceWords({ item, context }: EntriesInput, placeIds: readonly string[]): string {
  if (placeIds.length === 0) return '';
  const names = placeIds.map((id) => context.places.get(id) ?? id);
  return `${item.absence.label} in ${list.format(names)}`;
}

function toEntry(entry: StoredEntry, input: EntriesInput): EntryView {
  const { item, context, responseId, writable } = input;
  const rows = item.sections
    .flatMap(({ items }) => items)
    .filter(({ id }) => id !== item.titleItem && id !== item.groupItem)
    .filter(({ id }) => Object.hasOwn(entry.answers, id))
    .map((inner) => simpleRow(inner, entry.answers[inner.id], context));
  return {
    title: entry.name === '' ? `A ${item.noun.one} without a name` : entry.name,
    changeHref: writable ? `${paths.entry(responseId, entry.id)}?from=check` : '',
    rows,
  };
}

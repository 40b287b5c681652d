/** The services of the map as rows: a column for each question of an entry, by its id, and for choices their words. */
import { isAgencysOwn } from '../../domain/access/own-items.ts';
import type { Scope } from '../../domain/access/scope.ts';
import type { SimpleAnswer } from '../../domain/answers/answers.ts';
import { answerWords } from '../../domain/answers/words.ts';
import type { MapEntry } from '../../domain/elements/element.ts';
import { answerOf } from '../../domain/elements/evaluate.ts';
import { isAgeRange } from '../../domain/elements/leaf.ts';
import type { Definition, EntriesItem, SimpleItem } from '../../domain/instrument/definition.ts';
import { entriesItem, entryItemsOf } from '../../domain/instrument/items.ts';
import type { ResultsDeps, VisiblePlace } from '../load.ts';
import {
  countMapEntries,
  listMapEntries,
  type EntryPage,
  type MapSelection,
} from '../map.queries.ts';
import { day, figure, tableOf, text, type Column, type DataTable, type Value } from './table.ts';

/** so many services at a time, with all that is said of them */
const ENTRIES = 100;

export interface EntriesFacts {
  readonly selection: MapSelection;
  readonly definition: Definition;
  readonly places: readonly VisiblePlace[];
  /** slug and name by id */
  readonly agencies: ReadonlyMap<string, { readonly slug: string; readonly name: string }>;
  /** agencies' names, money by service and free text may be seen */
  readonly names: boolean;
}

/** Null where the instrument has no entries. */
export function entriesTable(
  { db }: Pick<ResultsDeps, 'db'>,
  scope: Scope,
  facts: EntriesFacts,
): DataTable | null {
  const asked = entriesItem(facts.definition);
  if (!asked) return null;
  return tableOf({
    name: 'entries',
    about: 'One row for each service of the service map',
    columns: columnsFor(asked, facts),
    size: () => countMapEntries(db, scope, facts.selection),
    pages: async function* (from) {
      let page: EntryPage | null = { ...(from === undefined ? {} : { from }), rows: ENTRIES };
      while (page !== null) {
        const rows: MapEntry[] = await listMapEntries(db, scope, facts.selection, page);
        yield rows;
        const after = rows.at(-1);
        page = after && rows.length === ENTRIES ? { after, rows: ENTRIES } : null;
      }
    },
  });
}

/** What the columns are made with. */
interface Words {
  readonly definition: Definition;
  readonly names: boolean;
  /** names, and ids as addresses have them, by id */
  readonly places: ReadonlyMap<string, string>;
  readonly slugs: ReadonlyMap<string, string>;
}

function columnsFor(asked: EntriesItem, facts: EntriesFacts): Column<MapEntry>[] {
  const { definition, places, agencies, names } = facts;
  const words: Words = {
    definition,
    names,
    places: new Map(places.map(({ id, name }) => [id, name])),
    slugs: new Map(places.map(({ id, slug }) => [id, slug])),
  };
  const items = entryItemsOf(definition)
    .map(({ item }) => item)
    .filter((item) => names || item.id === asked.titleItem || !isAgencysOwn(item));
  return [
    text('id', 'Id of the service', ({ id }) => id),
    ...(names
      ? [
          text<MapEntry>(
            'agency',
            'Id of the agency',
            ({ agency }) => agencies.get(agency)?.slug ?? null,
          ),
          text<MapEntry>(
            'agencyName',
            'The agency',
            ({ agency }) => agencies.get(agency)?.name ?? null,
          ),
        ]
      : []),
    ...items.flatMap((item) => columnsOf(item, words)),
  ];
}

function columnsOf(item: SimpleItem, words: Words): Column<MapEntry>[] {
  const said = ({ answers }: MapEntry) => answerOf(answers, item.id) as Value | undefined;
  const about = item.text;
  const label = text<MapEntry>(`${item.id}Label`, `${item.label ?? item.text}: in words`, (entry) =>
    answerWords(item, said(entry) as SimpleAnswer | undefined, words).join('\n'),
  );
  const plain = (entry: MapEntry): Value => said(entry) ?? null;
  switch (item.type) {
    case 'places':
      return [
        text(item.id, `${about} Ids`, ({ places }) => slugsOf(places, words)),
        placesLabel(item, about, words),
      ];
    case 'single':
    case 'multiple':
    case 'yes-partly-no':
      return [text(item.id, `${about} Ids`, plain), label];
    case 'age-range':
      return [...ageColumns(item.id, about, said), label];
    case 'table':
      return tableColumns(item, about, words);
    case 'number':
    case 'money':
      return [figure(item.id, about, plain)];
    case 'date':
      return [day(item.id, about, plain)];
    case 'text':
      return [text(item.id, about, plain)];
  }
}

function slugsOf(places: MapEntry['places'], { slugs }: Words): Value {
  return places?.map((id) => slugs.get(id) ?? id) ?? null;
}

function placesLabel(item: SimpleItem, about: string, words: Words): Column<MapEntry> {
  return text(`${item.id}Label`, `${item.label ?? item.text}: by name`, ({ places }) =>
    answerWords(item, places, words).join('\n'),
  );
}

function ageColumns(
  id: string,
  about: string,
  said: (entry: MapEntry) => unknown,
): Column<MapEntry>[] {
  const end = (of: 'from' | 'to') => (entry: MapEntry) => {
    const range = said(entry);
    return isAgeRange(range) ? range[of] : null;
  };
  const months = 'in months from birth, conception is -9';
  return [
    {
      ...text<MapEntry>(id, `${about}, ${months}`, (entry) => ageRange(said(entry))),
      only: 'json',
    },
    { ...figure(`${id}From`, `${about}: from, ${months}`, end('from')), only: 'cells' },
    { ...figure(`${id}To`, `${about}: up to, not included, ${months}`, end('to')), only: 'cells' },
  ];
}

const ageRange = (range: unknown): Value =>
  isAgeRange(range) ? { from: range.from, to: range.to } : null;

type TableItem = Extract<SimpleItem, { readonly type: 'table' }>;
type Row = Readonly<Record<string, string | number>>;

function tableColumns(item: TableItem, about: string, words: Words): Column<MapEntry>[] {
  const columns = item.columns.filter((column) => words.names || !isAgencysOwn(column));
  const shown = { ...item, columns };
  const rows = ({ answers }: MapEntry): readonly Row[] => {
    const said = answerOf(answers, item.id);
    return Array.isArray(said) ? (said as readonly Row[]) : [];
  };
  const kept = (row: Row): Row =>
    Object.fromEntries(
      columns.flatMap(({ id, type }) => {
        const value = row[id];
        if (value === undefined) return [];
        return [[id, type === 'place' ? (words.slugs.get(String(value)) ?? value) : value]];
      }),
    );
  return [
    { ...text<MapEntry>(item.id, about, (entry) => rows(entry).map(kept)), only: 'json' },
    {
      ...text<MapEntry>(item.id, about, (entry) =>
        answerWords(shown, rows(entry), words).join('\n'),
      ),
      only: 'cells',
    },
  ];
}

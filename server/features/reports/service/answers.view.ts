/** What a service says, question by question in the questionnaire's order, as far as the reader may see it. */
import { isAgencysOwn } from '../../../domain/access/own-items.ts';
import { isShown } from '../../../domain/answers/completeness.ts';
import type { SimpleAnswer, SimpleAnswers, TableRow } from '../../../domain/answers/answers.ts';
import { answerWords } from '../../../domain/answers/words.ts';
import type { MapEntry } from '../../../domain/elements/element.ts';
import { isUnknown } from '../../../domain/elements/leaf.ts';
import type { SimpleItem } from '../../../domain/instrument/definition.ts';
import type { EntrySight } from '../../../results/entry-sight.ts';
import type { ServiceMap } from '../../../results/service-map.ts';

export interface AnswerView {
  readonly text: string;
  /** none where nothing was answered */
  readonly lines: readonly string[];
  /** it was said that it is not known: another thing than "no", and than no answer */
  readonly unknown: boolean;
}
export interface AnswerSection {
  readonly title: string;
  readonly answers: readonly AnswerView[];
}

export function toAnswerSections(
  entry: MapEntry,
  map: ServiceMap,
  sight: EntrySight,
): AnswerSection[] {
  const answers = entry.answers as SimpleAnswers;
  return map.entriesItem.sections
    .map(({ title, items }) => ({
      title,
      answers: items
        .filter((item) => isShown(item, answers) && isSeen(item, map, sight))
        .map((item) => toAnswer(item, entry, { map, sight })),
    }))
    .filter(({ answers: shown }) => shown.length > 0);
}

/** Its name is the heading. */
function isSeen(item: SimpleItem, { entriesItem }: ServiceMap, { names }: EntrySight): boolean {
  return item.id !== entriesItem.titleItem && (names || !isAgencysOwn(item));
}

interface Around {
  readonly map: ServiceMap;
  readonly sight: EntrySight;
}

function toAnswer(item: SimpleItem, entry: MapEntry, around: Around): AnswerView {
  const answer = entry.answers[item.id] as SimpleAnswer | undefined;
  return {
    text: item.label ?? item.text,
    lines: linesOf(item, entry, around),
    unknown: answer !== undefined && isUnknown(answer),
  };
}

function linesOf(item: SimpleItem, entry: MapEntry, { map, sight }: Around): readonly string[] {
  const { definition } = map;
  const places = new Map(sight.served.map(({ id, name }) => [id, name]));
  const answer = entry.answers[item.id] as SimpleAnswer | undefined;
  const words = (asked: SimpleItem, said: SimpleAnswer | undefined): readonly string[] =>
    answerWords(asked, said, { definition, places });
  if (item.type === 'places' && entry.places !== null) return words(item, [...places.keys()]);
  if (item.type !== 'table' || !Array.isArray(answer)) return words(item, answer);
  return (answer as readonly TableRow[]).flatMap((row) => {
    const columns = item.columns.filter(
      (column) => !isAgencysOwn(column) || mayRead(item, row, sight),
    );
    return isHidden(item, row, sight) ? [] : words({ ...item, columns }, [known(row, columns)]);
  });
}

type Table = Extract<SimpleItem, { readonly type: 'table' }>;

/** The Place that a row is about; undefined where it is about none. */
function placeOf({ columns }: Table, row: TableRow): TableRow[string] | undefined {
  const column = columns.find(({ type }) => type === 'place');
  return column && row[column.id];
}

/** A row about a Place that the reader does not see. */
function isHidden(table: Table, row: TableRow, { served }: EntrySight): boolean {
  const place = placeOf(table, row);
  return place !== undefined && !served.some(({ id }) => id === place);
}

/** Its money and free text: those who see names at the row's own Place. */
function mayRead(table: Table, row: TableRow, { served, names }: EntrySight): boolean {
  const place = placeOf(table, row);
  return place === undefined ? names : served.some((one) => one.id === place && one.names);
}

const known = (row: TableRow, columns: Table['columns']): TableRow =>
  Object.fromEntries(
    Object.entries(row).filter(
      ([id]) => id === 'row' || columns.some((column) => column.id === id),
    ),
  );

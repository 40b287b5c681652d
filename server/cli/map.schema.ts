/** What the `map` command reads: its type, and the JSON Schema that follows from the instrument's own items. */
import type { ColumnItem, Definition, SimpleItem } from '../domain/instrument/definition.ts';
import { entryItemsOf, optionsOf } from '../domain/instrument/items.ts';
import { closed, type Schema } from '../domain/shape/schema.ts';
import { choiceOf, nameSchema } from './input.gate.ts';

interface MapFileAgency {
  readonly agency: string;
  readonly sectors: readonly string[];
  readonly places: readonly string[];
  readonly submitted: boolean;
}
/** An entry; beside these fields its answers by item id. What is left out is unknown. */
export interface MapFileEntry {
  readonly agency: string;
  readonly name: string;
  /** null: not stated */
  readonly places?: readonly string[] | null;
  readonly [item: string]: unknown;
}
export interface MapFile {
  readonly agencies: readonly MapFileAgency[];
  readonly entries: readonly MapFileEntry[];
}

/** The schema for a service map's definition; `sectors` are those that an agency can be in. */
export function mapSchema(definition: Definition, sectors: readonly string[]): Schema {
  const answers = entryItemsOf(definition).map(
    ({ item }) => [item.id, answerOf(definition, item)] as const,
  );
  const agency = closed({
    agency: nameSchema,
    sectors: listOf(choiceOf(sectors)),
    places: listOf(nameSchema),
    submitted: { type: 'boolean' },
  });
  const entry = {
    ...closed({ agency: nameSchema, name: nameSchema }),
    properties: { ...Object.fromEntries(answers), agency: nameSchema, name: nameSchema },
  };
  return closed({ agencies: listOf(agency), entries: listOf(entry) });
}

type AnyItem = SimpleItem | ColumnItem;

function answerOf(definition: Definition, item: AnyItem): Schema {
  if (item.type === 'table') return listOrNull(rowOf(definition, item.columns));
  const choices = choiceOf(optionsOf(definition, item).map(({ id }) => id));
  return byType[item.type](choices);
}

const text: Schema = { type: 'string' };
const date: Schema = { type: 'string', format: 'date' };
const amount: Schema = { type: 'number', minimum: 0 };
/** Months from birth, from conception on. */
const month: Schema = { type: 'integer', minimum: -9 };
const ages: Schema = {
  ...closed({ from: month, to: month }),
  type: ['object', 'null'],
  'x-rising': true,
};

/** A list or an age range may be null: not known. A choice of one says so by its option. */
const byType: Readonly<Record<Exclude<AnyItem['type'], 'table'>, (choices: Schema) => Schema>> = {
  single: (choices) => choices,
  'yes-partly-no': (choices) => choices,
  multiple: (choices) => listOrNull(choices),
  places: () => listOrNull(nameSchema),
  place: () => nameSchema,
  text: () => text,
  number: () => amount,
  money: () => amount,
  date: () => date,
  'age-range': () => ages,
};

function rowOf(definition: Definition, columns: readonly ColumnItem[]): Schema {
  const cells = columns.map((column) => [column.id, answerOf(definition, column)] as const);
  return closed({}, Object.fromEntries(cells));
}

function listOf(items: Schema): Schema {
  return { type: 'array', items };
}

function listOrNull(items: Schema): Schema {
  return { type: ['array', 'null'], items };
}

/** Derives from a definition what its answers may look like: any part may be missing, but what is there must be right. */
import type {
  AgeRangeItem,
  ColumnItem,
  Definition,
  EntriesItem,
  LevelItem,
  MultipleItem,
  NumberItem,
  SimpleItem,
  TableItem,
} from '../instrument/definition.ts';
import { isSimple, itemsOf, optionsOf } from '../instrument/items.ts';
import {
  closed,
  listOf,
  oneOfWords,
  type Schema,
  setOf,
  textSchema,
  whole,
} from '../shape/schema.ts';

/** Characters, and for `links` how many. */
export const answerLimits = {
  reason: 2000,
  evidence: 20_000,
  noEvidence: 2000,
  links: 20,
  link: 2000,
  placeId: 100,
  places: 200,
};

/** A whole response's answers by item id; entries are kept, and checked, one by one. */
export function draftSchema(definition: Definition): Schema {
  const fields = itemsOf(definition).flatMap(({ item }): [string, Schema][] => {
    if (item.type === 'level') return [[item.id, levelSchema(item)]];
    return isSimple(item) ? [[item.id, simpleSchema(item, definition)]] : [];
  });
  return answersOf(fields);
}

/** One entry's answers by item id. */
export function entrySchema(entries: EntriesItem, definition: Definition): Schema {
  return answersOf(
    entries.sections.flatMap(({ items }) =>
      items.map((item): [string, Schema] => [item.id, simpleSchema(item, definition)]),
    ),
  );
}

function answersOf(fields: readonly (readonly [string, Schema])[]): Schema {
  return {
    ...closed({}, Object.fromEntries(fields)),
    'x-says': { additionalProperties: 'is no item of this instrument: check its spelling' },
  };
}

const mark = oneOfWords(['met', 'partly', 'not', 'unknown']);
const link: Schema = { type: 'string', maxLength: answerLimits.link, format: 'https-link' };

function levelSchema({ descriptors }: LevelItem): Schema {
  const ids = descriptors.flatMap(({ criteria }) => criteria.map(({ id }) => id));
  const criteria = {
    ...closed({}, Object.fromEntries(ids.map((id) => [id, mark]))),
    'x-says': { additionalProperties: 'is no criterion of this item: check its spelling' },
  };
  return closed(
    { criteria },
    {
      level: { enum: [0, 1, 2, 3, 4, null] },
      reason: textSchema(answerLimits.reason),
      evidence: textSchema(answerLimits.evidence),
      noEvidence: textSchema(answerLimits.noEvidence),
      links: setOf(link, 0, answerLimits.links),
    },
  );
}

function simpleSchema(item: SimpleItem, definition: Definition): Schema {
  if (item.type === 'multiple') return multipleSchema(item, definition);
  if (item.type === 'places') return orNull(setOf(placeSchema, 1, answerLimits.places));
  if (item.type === 'age-range') return ageRangeSchema(item);
  if (item.type === 'table') return tableSchema(item, definition);
  return item.type === 'yes-partly-no' ? choice(item, definition) : cellSchema(item, definition);
}

// The Places of a round are not in the definition: whoever saves the answer looks them up.
const placeSchema = textSchema(answerLimits.placeId);

function cellSchema(item: ColumnItem, definition: Definition): Schema {
  switch (item.type) {
    case 'single':
      return choice(item, definition);
    case 'place':
      return placeSchema;
    case 'text':
      return item.link === true
        ? { ...link, maxLength: item.maxLength }
        : textSchema(item.maxLength);
    case 'number':
      return numberSchema(item);
    case 'money':
      return whole(item.minimum, item.maximum);
    case 'date':
      return { type: 'string', maxLength: 10, format: 'date' };
  }
}

function choice(item: ColumnItem | SimpleItem, definition: Definition): Schema {
  return oneOfWords(optionsOf(definition, item).map(({ id }) => id));
}

/** An empty list is the exclusive "none of them", null the exclusive "not known": each only where it is offered. */
function multipleSchema(item: MultipleItem, definition: Definition): Schema {
  const options = optionsOf(definition, item).map(({ id }) => id);
  const fewest = item.none === undefined ? 1 : 0;
  const chosen = setOf(oneOfWords(options), fewest, options.length);
  return item.unknown === undefined ? chosen : orNull(chosen);
}

function orNull(schema: Schema): Schema {
  return { ...schema, type: [schema['type'], 'null'] };
}

function numberSchema({ minimum, maximum, decimals = 0 }: NumberItem): Schema {
  if (decimals === 0) return { type: 'integer', minimum, maximum };
  const says = `must have at most ${decimals} decimal places: round it`;
  const multipleOf = Number(`1e-${decimals}`);
  return { type: 'number', minimum, maximum, multipleOf, 'x-says': { multipleOf: says } };
}

function ageRangeSchema({ minimum, maximum }: AgeRangeItem): Schema {
  const month = whole(minimum, maximum);
  return { ...closed({ from: month, to: month }), 'x-rising': true };
}

function tableSchema(item: TableItem, definition: Definition): Schema {
  const cells = Object.fromEntries(
    item.columns.map((column) => [column.id, cellSchema(column, definition)]),
  );
  if (item.rows === undefined) return listOf(freeRow(cells), 0, item.maximumRows ?? 0);
  const rows = item.rows.map(({ id }) => id);
  const fixedRow = closed({ row: oneOfWords(rows) }, cells);
  return { ...listOf(fixedRow, 0, rows.length), 'x-distinct': 'row' };
}

function freeRow(cells: Readonly<Record<string, Schema>>): Schema {
  return {
    ...closed({}, cells),
    minProperties: 1,
    'x-says': { minProperties: 'is an empty row: fill it in or remove it' },
  };
}

/** The shapes of the items of an instrument, told apart by their "type". */
import { closed, idSchema, listOf, type Schema, textSchema, whole } from '../shape/schema.ts';
import { monthSchema } from './expression.schema.ts';

type Fields = Readonly<Record<string, Schema>>;

const truth: Schema = { type: 'boolean' };
const label = textSchema(200);
const help = textSchema(4000);
const amount: Schema = { type: 'number', minimum: -1e12, maximum: 1e12 };

const optionSchema = closed({ id: idSchema, label }, { help, ours: truth });
const options = listOf({ $ref: '#/$defs/option' }, 1, 200);

const baseRequired: Fields = { id: idSchema, text: textSchema(1000) };
const baseOptional: Fields = { label, help, required: truth, source: textSchema(500), ours: truth };
const condition: Fields = { when: { $ref: '#/$defs/expression' } };

const criterion = closed({ id: idSchema, text: textSchema(1000), required: truth }, { help });
const descriptor = closed(
  { level: whole(0, 4), summary: textSchema(500), criteria: listOf(criterion, 1, 50) },
  { note: textSchema(2000) },
);

const row = closed({ id: idSchema, label });

/** Of each type: the fields that it needs, and those that it may have, beside the ones of every item. */
const types: Readonly<Record<string, readonly [needed: Fields, allowed: Fields]>> = {
  single: [{ options }, {}],
  multiple: [{}, { options, catalogue: idSchema, none: label, unknown: label }],
  places: [{ unknown: label }, {}],
  place: [{}, {}],
  'yes-partly-no': [{}, {}],
  text: [{ maxLength: whole(1, 20_000) }, { multiline: truth, link: truth }],
  number: [
    { unit: label, minimum: amount, maximum: amount },
    { decimals: whole(0, 4), plain: truth },
  ],
  money: [{ minimum: whole(-1e12, 1e12), maximum: whole(-1e12, 1e12) }, {}],
  date: [{}, {}],
  'age-range': [{ minimum: monthSchema, maximum: monthSchema }, {}],
  table: [
    { columns: listOf({ $ref: '#/$defs/column' }, 1, 30) },
    { rows: listOf(row, 1, 200), maximumRows: whole(1, 200) },
  ],
  level: [{ descriptors: listOf(descriptor, 1, 10) }, {}],
  entries: [
    {
      noun: closed({ one: label, many: label }),
      titleItem: idSchema,
      groupItem: idSchema,
      placesItem: idSchema,
      statusItem: idSchema,
      absence: closed({ label, help }),
      sections: listOf({ $ref: '#/$defs/entrySection' }, 1, 50),
    },
    {},
  ],
};

const columnTypes = ['single', 'place', 'text', 'number', 'money', 'date'];
const simpleTypes = Object.keys(types).filter(
  (type) => !['place', 'level', 'entries'].includes(type),
);

function itemSchema(type: string, shared: Fields): Schema {
  const [needed, allowed] = types[type] ?? [{}, {}];
  return closed(
    { ...baseRequired, type: { const: type }, ...needed },
    { ...baseOptional, ...shared, ...allowed },
  );
}

// The discriminator makes ajv check the one shape that "type" names, so each fault is told once.
function itemOf(names: readonly string[], shared: Fields): Schema {
  return {
    type: 'object',
    discriminator: { propertyName: 'type' },
    oneOf: names.map((name) => itemSchema(name, shared)),
    'x-says': { discriminator: `must be one of ${names.join(', ')}` },
  };
}

/** The definitions that the schema of a whole instrument refers to. */
export const itemDefinitions: Fields = {
  option: optionSchema,
  column: itemOf(columnTypes, {}),
  simpleItem: itemOf(simpleTypes, condition),
  item: itemOf([...simpleTypes, 'level', 'entries'], condition),
  entrySection: closed(
    { id: idSchema, title: label, items: listOf({ $ref: '#/$defs/simpleItem' }, 1, 200) },
    { help, optional: truth },
  ),
  section: closed(
    { id: idSchema, title: label, items: listOf({ $ref: '#/$defs/item' }, 1, 200) },
    { help, source: textSchema(500) },
  ),
};

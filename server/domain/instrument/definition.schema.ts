/** The shape gate of the definition language: JSON Schema 2020-12 of a whole instrument. */
import {
  closed,
  idSchema,
  listOf,
  oneOfWords,
  type Schema,
  setOf,
  textSchema,
  whole,
} from '../shape/schema.ts';
import { expressionSchema } from './expression.schema.ts';
import { itemDefinitions } from './item.schema.ts';

const truth: Schema = { type: 'boolean' };
const title = textSchema(300);
const level = whole(0, 4);
const expression: Schema = { $ref: '#/$defs/expression' };
const sourceReference: Schema = { $ref: '#/$defs/source' };

const source = closed({
  title,
  publisher: title,
  year: whole(1900, 2200),
  section: textSchema(500),
  credit: textSchema(1000),
});

const term = closed(
  { id: idSchema, term: title, definition: textSchema(2000) },
  { usedAs: setOf(title, 0, 10) },
);
const levelWord = closed({ level, word: textSchema(60), short: textSchema(40) }, { ours: truth });
const band = closed({ rag: oneOfWords(['green', 'amber', 'red']), from: level, to: level });

const catalogueEntry = closed({
  id: idSchema,
  label: title,
  format: textSchema(500),
  levels: {
    type: ['object', 'null'],
    additionalProperties: false,
    required: ['designedFor', 'contributesTo'],
    properties: { designedFor: setOf(idSchema, 0, 10), contributesTo: setOf(idSchema, 0, 10) },
  },
});
const catalogue = closed({ id: idSchema, title, entries: listOf(catalogueEntry, 1, 500) });

const greenCondition = closed(
  { code: idSchema, label: title, item: idSchema, when: expression },
  { ours: truth },
);
const elementRule = closed({
  id: idSchema,
  title,
  thrive: title,
  providers: setOf(idSchema, 1, 50),
  match: expression,
  matchText: textSchema(1000),
  green: listOf(greenCondition, 1, 30),
});
const support = closed({
  source: sourceReference,
  running: expression,
  developing: expression,
  elements: listOf(elementRule, 1, 50),
});

export const definitionSchema: Schema = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  ...closed(
    {
      id: idSchema,
      version: {
        type: 'string',
        maxLength: 20,
        pattern: '^[0-9]+\\.[0-9]+\\.[0-9]+$',
        'x-says': { pattern: 'must be three numbers, such as 1.0.0' },
      },
      kind: oneOfWords(['maturity', 'service-map', 'questionnaire']),
      title,
      summary: textSchema(1000),
      source: sourceReference,
      answered: oneOfWords(['agency-and-place', 'agency', 'place']),
      scope: textSchema(1000),
      sections: listOf({ $ref: '#/$defs/section' }, 1, 100),
    },
    {
      terms: listOf(term, 1, 300),
      levels: listOf(levelWord, 1, 10),
      bands: listOf(band, 1, 10),
      catalogues: listOf(catalogue, 1, 20),
      support,
    },
  ),
  $defs: { source, expression: expressionSchema, ...itemDefinitions },
};

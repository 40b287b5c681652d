/** The shape of an expression: one logical word, or one test of one item. */
import { closed, idSchema, listOf, type Schema, setOf, whole } from '../shape/schema.ts';

const self: Schema = { $ref: '#/$defs/expression' };
const several = listOf(self, 1, 50);
const options = setOf(idSchema, 1, 200);
/** Months from birth, conception -9, up to a hundred years. */
export const monthSchema = whole(-9, 1200);
const months = listOf(monthSchema, 2, 2);

const tests: Readonly<Record<string, Schema>> = {
  is: options,
  includes: options,
  excludes: options,
  chosen: { const: true },
  overlaps: months,
  covers: months,
};
const testWords = Object.keys(tests);

const logic: Readonly<Record<string, Schema>> = {
  all: several,
  any: several,
  not: self,
  someRunningEntry: self,
};

const testSchema: Schema = {
  ...closed({ item: idSchema }, tests),
  minProperties: 2,
  maxProperties: 2,
  'x-says': {
    minProperties: `lacks its test: add one of ${testWords.join(', ')}`,
    maxProperties: 'holds several tests: join them by "all" or "any"',
  },
};

const logicSchema: Schema = {
  ...closed({}, logic),
  minProperties: 1,
  maxProperties: 1,
  'x-says': {
    minProperties: `is empty: test an item, or use one of ${Object.keys(logic).join(', ')}`,
    maxProperties: 'holds several words: nest them in "all" or "any"',
  },
};

/** Split by whether it looks like a test, so that a fault is told once and not once for each form. */
export const expressionSchema: Schema = {
  type: 'object',
  if: {
    anyOf: ['item', ...testWords].map((word) => ({
      required: [word],
      properties: { [word]: true },
    })),
  },
  then: testSchema,
  else: logicSchema,
};

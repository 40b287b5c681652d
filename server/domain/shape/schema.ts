/** The few pieces that our JSON Schemas are built of (draft 2020-12). */

/** A JSON Schema as plain data. Under "x-says" it may hold its own words for a keyword's fault. */
export type Schema = Readonly<Record<string, unknown>>;

// Names that every object inherits: as an id they would be found where nothing was said. (The pattern refuses "__proto__".)
const reservedIds = Object.getOwnPropertyNames(Object.prototype).filter(
  (name) => !name.startsWith('_'),
);

/** An id, stable over versions: letters, digits and hyphens. */
export const idSchema: Schema = {
  type: 'string',
  maxLength: 100,
  pattern: '^[A-Za-z0-9][A-Za-z0-9-]*$',
  not: { enum: reservedIds },
  'x-says': {
    pattern: 'must be letters, digits and hyphens only',
    not: 'is a reserved word: choose another id',
  },
};

/** Text that says something, up to `maxLength` characters. */
export function textSchema(maxLength: number): Schema {
  return {
    type: 'string',
    pattern: '\\S',
    maxLength,
    format: 'plain-text',
    'x-says': { pattern: 'must not be empty: write it, or leave the field out' },
  };
}

/** An object of exactly these fields. */
export function closed(
  required: Readonly<Record<string, Schema>>,
  optional: Readonly<Record<string, Schema>> = {},
): Schema {
  return {
    type: 'object',
    additionalProperties: false,
    required: Object.keys(required),
    properties: { ...required, ...optional },
  };
}

export function listOf(items: Schema, minItems: number, maxItems: number): Schema {
  return { type: 'array', items, minItems, maxItems };
}

export function setOf(items: Schema, minItems: number, maxItems: number): Schema {
  return { ...listOf(items, minItems, maxItems), uniqueItems: true };
}

/** One of these words. Without a type beside them, another value is one fault and not two. */
export function oneOfWords(words: readonly string[]): Schema {
  return { enum: words };
}

export const whole = (minimum: number, maximum: number): Schema => ({
  type: 'integer',
  minimum,
  maximum,
});

/** Puts an ajv error in words: one line, what is wrong and what to do, with a pointer to the spot itself. */
import type { ErrorObject } from 'ajv/dist/2020.js';
import { type Fault, pointer } from './fault.ts';
import { linkFault, textFault } from './text.ts';

type Params = Readonly<Record<string, unknown>>;

const typeWords: Readonly<Record<string, string>> = {
  string: 'text',
  integer: 'a whole number',
  number: 'a number',
  boolean: 'true or false',
  array: 'a list',
  object: 'an object',
  null: 'null',
};

const texts: Readonly<Record<string, (params: Params, data: unknown) => string>> = {
  additionalProperties: () => 'is not a field here: remove it, or check its spelling',
  required: () => 'is missing: add it',
  type: ({ type }) => `must be ${[type].flat().map(typeWord).join(' or ')}`,
  enum: ({ allowedValues }) => `must be ${anyOf([allowedValues].flat())}`,
  const: ({ allowedValue }) => `must be ${JSON.stringify(allowedValue)}`,
  maxLength: ({ limit }) => `must have at most ${counted(limit, 'character')}: shorten it`,
  minItems: ({ limit }) => `must hold at least ${counted(limit, 'item')}`,
  maxItems: ({ limit }) => `must hold at most ${counted(limit, 'item')}: remove some`,
  uniqueItems: ({ i, j }) => `holds the same value at ${[i, j].sort().join(' and ')}: remove one`,
  minimum: ({ limit }) => `must be ${String(limit)} or more`,
  maximum: ({ limit }) => `must be ${String(limit)} or less`,
  multipleOf: ({ multipleOf }) => `must be a multiple of ${String(multipleOf)}`,
  'x-rising': () => 'must rise: "from" is below "to"',
  'x-distinct': () => 'must hold each row once: remove the repeated one',
  format: ({ format }, data) => formatText(format, data),
};

/** One fault of one error. The schema's own words, under "x-says", go before ours. */
export function faultOfError(error: ErrorObject): Fault {
  const params: Params = error.params;
  const say = texts[error.keyword];
  const text = ownWords(error) ?? say?.(params, error.data) ?? error.message ?? 'is wrong';
  const { instancePath, propertyName } = error;
  const base = propertyName === undefined ? instancePath : pointer(instancePath, propertyName);
  return { path: pathOf(base, error.keyword, params), text };
}

// Of these the spot lies one step below the object that ajv names; the step is in this parameter.
const stepParams: Readonly<Record<string, string>> = {
  required: 'missingProperty',
  additionalProperties: 'additionalProperty',
  discriminator: 'tag',
};

function pathOf(base: string, keyword: string, params: Params): string {
  const step = params[stepParams[keyword] ?? ''];
  return typeof step === 'string' ? pointer(base, step) : base;
}

function ownWords(error: ErrorObject): string | undefined {
  const says: unknown = error.parentSchema?.['x-says'];
  if (typeof says !== 'object' || says === null) return undefined;
  return new Map<string, string>(Object.entries(says)).get(error.keyword);
}

function formatText(format: unknown, data: unknown): string {
  if (format === 'date') return 'must be a date of the calendar, such as 2027-03-31';
  const text = String(data);
  return (format === 'https-link' ? linkFault(text) : textFault(text)) ?? 'is wrong';
}

function typeWord(type: unknown): string {
  return typeWords[String(type)] ?? String(type);
}

const listed = 12;

function anyOf(values: readonly unknown[]): string {
  const words = values.slice(0, listed).map((value) => String(value));
  const more = values.length > listed ? ` or one of ${values.length - listed} more` : '';
  return (words.length === 1 ? words.join('') : `one of ${words.join(', ')}`) + more;
}

function counted(limit: unknown, noun: string): string {
  return `${String(limit)} ${noun}${limit === 1 ? '' : 's'}`;
}

/** Turns a JSON Schema into a gate: any value in, every fault of its shape out. */
import { Ajv2020, type ErrorObject } from 'ajv/dist/2020.js';
import { fullFormats } from 'ajv-formats/dist/formats.js';
import type { Fault } from './fault.ts';
import { faultOfError } from './fault-text.ts';
import type { Schema } from './schema.ts';
import { sizeFault, type SizeLimits } from './size.ts';
import { linkFault, textFault } from './text.ts';

/** All that is wrong with a value; none where it fits. */
export type Gate = (value: unknown) => Fault[];

/** Compiles a schema (tens of milliseconds: once per schema, not per value). Throws on a faulty schema. */
export function compileGate(schema: Schema, limits: SizeLimits): Gate {
  const validate = newAjv().compile(schema);
  return (value) => {
    const tooMuch = sizeFault(value, limits);
    if (tooMuch !== undefined) return [tooMuch];
    return validate(value) ? [] : faultsOf(validate.errors ?? []);
  };
}

function newAjv(): Ajv2020 {
  const ajv = new Ajv2020({
    strict: true,
    allErrors: true,
    verbose: true,
    discriminator: true,
    allowUnionTypes: true,
    multipleOfPrecision: 6,
    formats: {
      date: fullFormats.date,
      'plain-text': (text: string) => textFault(text) === undefined,
      'https-link': (link: string) => linkFault(link) === undefined,
    },
  });
  ajv.addVocabulary(['x-says']);
  ajv.addKeyword({
    keyword: 'x-rising',
    type: 'object',
    schemaType: 'boolean',
    validate: (_: boolean, range: { from?: unknown; to?: unknown }) => isRising(range),
  });
  ajv.addKeyword({
    keyword: 'x-distinct',
    type: 'array',
    schemaType: 'string',
    validate: (key: string, rows: readonly unknown[]) => isDistinct(rows, key),
  });
  return ajv;
}

// Other keywords say so where a bound is missing or no number.
function isRising(range: { from?: unknown; to?: unknown }): boolean {
  if (typeof range.from !== 'number' || typeof range.to !== 'number') return true;
  return range.from < range.to;
}

function isDistinct(rows: readonly unknown[], key: string): boolean {
  const values = rows.map((row) => new Map<string, unknown>(Object.entries(row ?? {})).get(key));
  const given = values.filter((value) => value !== undefined);
  return new Set(given).size === given.length;
}

/** These only repeat that something is wrong under "then" or "else", or with a field's name. */
const repeating = new Set(['if', 'propertyNames']);

function faultsOf(errors: readonly ErrorObject[]): Fault[] {
  return errors.filter(({ keyword }) => !repeating.has(keyword)).map(faultOfError);
}

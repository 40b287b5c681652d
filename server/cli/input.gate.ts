/** The gate that a command's input file passes: a schema of ours, within the size that a file may have. */
import { compileGate, type Gate } from '../domain/shape/gate.ts';
import { type Schema, textSchema } from '../domain/shape/schema.ts';

const limits = { depth: 64, values: 4_000_000 };

export function inputGate(schema: Schema): Gate {
  return compileGate(
    { $schema: 'https://json-schema.org/draft/2020-12/schema', ...schema },
    limits,
  );
}

/** An id or a name as the writer of the file chose it: of a Place, an agency, an entry. */
export const nameSchema: Schema = textSchema(500);

/** One of these words. Without a type beside them, another value is one fault and not two. */
export function choiceOf(words: readonly string[]): Schema {
  return { enum: words };
}

export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The one way in for a definition from outside: first its shape, then what it means. */
import type { Fault } from '../shape/fault.ts';
import { compileGate, type Gate } from '../shape/gate.ts';
import type { Definition } from './definition.ts';
import { definitionSchema } from './definition.schema.ts';
import { lint } from './lint.ts';

export type CheckedDefinition =
  | { readonly ok: true; readonly definition: Definition }
  | { readonly ok: false; readonly faults: readonly Fault[] };

/** Ten times the largest instrument we ship; checking the worst that fits takes about a tenth of a second. */
const limits = { depth: 40, values: 20_000, width: 500 };

let shapeGate: Gate | undefined;

/** Takes parsed JSON of any kind. Never throws: whatever is wrong is a fault with its path. */
export function checkDefinition(input: unknown): CheckedDefinition {
  shapeGate ??= compileGate(definitionSchema, limits);
  const shape = shapeGate(input);
  if (shape.length > 0) return { ok: false, faults: shape };
  const definition = input as Definition;
  const meaning = lint(definition);
  return meaning.length > 0 ? { ok: false, faults: meaning } : { ok: true, definition };
}

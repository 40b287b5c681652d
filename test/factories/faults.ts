/** Tables of faults: one change to a definition that was right, and the one fault that must be told of it. */
import { expect, it } from 'vitest';
import { checkDefinition } from '../../server/domain/instrument/check.ts';
import type { Fault } from '../../server/domain/shape/fault.ts';
import { withChange } from './definitions.ts';

export type FaultRow = readonly [
  what: string,
  path: string,
  value: unknown,
  at: string,
  text: string,
];

/** What is told of the definition with the value at `path` replaced. */
export function faultsOf(definition: unknown, path: string, value: unknown): readonly Fault[] {
  const checked = checkDefinition(withChange(definition, path, value));
  return checked.ok ? [] : checked.faults;
}

/** A test per row: exactly that fault, there and in those words. */
export function eachFaultIsTold(definition: unknown, rows: readonly FaultRow[]): void {
  it.each(rows)('%s', (_, path, value, at, text) => {
    expect(faultsOf(definition, path, value)).toEqual([{ path: at, text }]);
  });
}

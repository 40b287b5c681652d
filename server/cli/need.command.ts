/** Reads the births, adversity and uptake of a Place from the command line and works out its need (Design 7). */
import { populationNeed, usualUptake } from '../domain/needs/need.ts';
import type { Fault } from '../domain/shape/fault.ts';
import { type CommandResult, parseOptions } from './command.ts';

interface Bound {
  readonly holds: (value: number) => boolean;
  readonly text: string;
}
const bounds = {
  births: {
    holds: (value) => Number.isSafeInteger(value) && value >= 0,
    text: 'must be a whole number, 0 or more',
  },
  adversity: {
    holds: (value) => value >= -0.5 && value <= 1,
    text: 'must be a number from -0.5 to 1, such as 0.05 for 5% more than the national average',
  },
  uptake: {
    holds: (value) => value > 0 && value <= 1,
    text: 'must be a number above 0, up to 1, such as 0.25 for a quarter',
  },
} as const satisfies Record<string, Bound>;
type Name = keyof typeof bounds;

/** The need as JSON, or a fault for every option that is not a number within its bounds. */
export function need(args: readonly string[]): CommandResult {
  const options = parseOptions(args, { required: ['births'], optional: ['adversity', 'uptake'] });
  if (!options.ok) return options;
  const { values } = options;
  const faults: Fault[] = [];
  const read = (name: Name, otherwise: number): number => {
    const value = values[name] === undefined ? otherwise : toNumber(values[name]);
    if (!bounds[name].holds(value)) faults.push({ path: `--${name}`, text: bounds[name].text });
    return value;
  };
  const input = {
    births: read('births', Number.NaN),
    adversity: read('adversity', 0),
    uptake: read('uptake', usualUptake),
  };
  return faults.length > 0 ? { faults } : { output: populationNeed(input) };
}

/** A decimal number as people write it; anything else, such as "5%" or "0x10", is no number. */
function toNumber(text: string): number {
  const word = text.trim();
  const value = /^[+-]?(\d+\.?\d*|\.\d+)$/.test(word) ? Number(word) : Number.NaN;
  // never "-0" in the answer
  return value === 0 ? 0 : value;
}

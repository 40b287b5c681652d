/** A bound on how deep and how big JSON may be, checked first and without recursion, so that nothing after it can be made to stall. */
import type { Fault } from './fault.ts';

export interface SizeLimits {
  /** objects and lists inside one another */
  readonly depth: number;
  /** values in all: every text, number, list and object counts one */
  readonly values: number;
}

interface Waiting {
  readonly value: unknown;
  readonly depth: number;
}

/** The fault where `value` (parsed JSON) is deeper or bigger than the limits; it stops counting there. */
export function sizeFault(value: unknown, limits: SizeLimits): Fault | undefined {
  const waiting: Waiting[] = [{ value, depth: 0 }];
  let seen = 1;
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (typeof next.value !== 'object' || next.value === null) continue;
    const depth = next.depth + 1;
    if (depth > limits.depth) return tooDeep(limits);
    const inside: unknown[] = Array.isArray(next.value) ? next.value : Object.values(next.value);
    seen += inside.length;
    if (seen > limits.values) return tooBig(limits);
    for (const child of inside) waiting.push({ value: child, depth });
  }
  return undefined;
}

function tooDeep(limits: SizeLimits): Fault {
  return { path: '', text: `goes deeper than ${limits.depth} levels: flatten it` };
}

function tooBig(limits: SizeLimits): Fault {
  return { path: '', text: `holds more than ${limits.values} values: split it` };
}

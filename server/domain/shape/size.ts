/** A bound on how deep and how big JSON may be, checked first and without recursion, so that nothing after it can be made to stall. */
import { type Fault, pointer } from './fault.ts';

export interface SizeLimits {
  /** objects and lists inside one another */
  readonly depth: number;
  /** values in all: every text, number, list and object counts one */
  readonly values: number;
  /** values directly in one list or object; `values` where left out */
  readonly width?: number;
}

interface Waiting {
  readonly value: unknown;
  readonly depth: number;
  readonly key: string;
  readonly parent: Waiting | undefined;
}

/** The fault where `value` (parsed JSON) is deeper, wider or bigger than the limits; it stops counting there. */
export function sizeFault(value: unknown, limits: SizeLimits): Fault | undefined {
  const waiting: Waiting[] = [{ value, depth: 1, key: '', parent: undefined }];
  let seen = 1;
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (typeof next.value !== 'object' || next.value === null) continue;
    const width = widthOf(next.value);
    const excess = excessOf(next.depth, width, limits);
    if (excess !== undefined) return { path: pathOf(next), text: excess };
    seen += width;
    if (seen > limits.values) {
      return { path: '', text: `holds more than ${limits.values} values in all: split it` };
    }
    const depth = next.depth + 1;
    for (const [key, child] of Object.entries(next.value)) {
      waiting.push({ value: child, depth, key, parent: next });
    }
  }
  return undefined;
}

function widthOf(value: object): number {
  return Array.isArray(value) ? value.length : Object.keys(value).length;
}

function excessOf(depth: number, width: number, limits: SizeLimits): string | undefined {
  if (depth > limits.depth) return `goes deeper than ${limits.depth} levels: flatten it`;
  const widest = limits.width ?? limits.values;
  return width > widest ? `holds more than ${widest} values: shorten it` : undefined;
}

function pathOf(at: Waiting): string {
  const steps: string[] = [];
  for (let spot = at; spot.parent !== undefined; spot = spot.parent) steps.unshift(spot.key);
  return steps.reduce(pointer, '');
}

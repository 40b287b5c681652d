/** One thing that is wrong with what came in from outside, told so that its writer can put it right. */
export interface Fault {
  /** JSON pointer to the spot; empty for the whole */
  readonly path: string;
  /** one line: what is wrong, and what to do */
  readonly text: string;
}

/** Adds one step to a JSON pointer (RFC 6901). */
export function pointer(base: string, step: string | number): string {
  return `${base}/${String(step).replaceAll('~', '~0').replaceAll('/', '~1')}`;
}

/** Finds what a row is about: by the reference that our own lists give, else by its name. */
import { nameKey } from '../text.ts';

interface Thing {
  readonly slug: string;
  readonly name: string;
}
export interface FoundThing<T> {
  /** undefined for a new one */
  readonly thing: T | undefined;
  readonly column: 'reference' | 'name';
  /** '' where nothing is wrong */
  readonly fault: string;
}

/** @param noun "agency" */
export function findThing<T extends Thing>(
  things: readonly T[],
  reference: string,
  name: string,
  noun: string,
): FoundThing<T> {
  const named = things.find((thing) => nameKey(thing.name) === nameKey(name));
  const slug = reference.trim();
  if (slug === '') return { thing: named, column: 'name', fault: '' };
  const thing = things.find((one) => one.slug === slug.toLowerCase());
  if (!thing) {
    const fault = `There is no ${noun} with the reference “${slug}”: leave it empty for a new one`;
    return { thing, column: 'reference', fault };
  }
  if (named && named !== thing) {
    return { thing, column: 'name', fault: `Another ${noun} has the name “${named.name}”` };
  }
  return { thing, column: 'name', fault: '' };
}

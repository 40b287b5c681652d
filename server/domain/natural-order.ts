/** The order of names in lists: as British English has it, and numbers by their value, so that Agency 2 stands before Agency 10. */
const collator = new Intl.Collator('en-GB', { numeric: true });

/** For `toSorted`. */
export function byNaturalOrder(one: string, other: string): number {
  return collator.compare(one, other);
}

/** In the order of their names; those of one name stay as they were. */
export function inNaturalOrder<Thing>(
  things: readonly Thing[],
  nameOf: (thing: Thing) => string,
): Thing[] {
  return things.toSorted((one, other) => byNaturalOrder(nameOf(one), nameOf(other)));
}

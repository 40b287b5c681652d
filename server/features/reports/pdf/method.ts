/** How levels and colours come about, in the words of a reader: the same in every paper. */

const GRID = [
  'Every agency rates the whole of the Place, not itself. Levels are ordered steps and are never averaged: the median is the middle one, of two the lower. The level that reviewers agree replaces it, and both stay visible. Where agencies differ widely and nothing is agreed yet, there is no colour.',
  'Agreement runs from 1, all alike, over 0, evenly spread, to −1, split between the two ends.',
];

const MAP =
  'Elements of support are coloured by written rules from the services that agencies entered. Conditions that go beyond the strategy’s own table are marked “ours”. Unknown means that it is not known; it never means no.';

/** One paragraph each, of what the round asks. */
export function methodOf(asks: { readonly grid: boolean; readonly map: boolean }): string[] {
  return [...(asks.grid ? GRID : []), ...(asks.map ? [MAP] : [])];
}

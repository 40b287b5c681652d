/** What is in the data of a round, and what is not, in a sentence or two. */

export function holds(names: boolean): string {
  return names
    ? 'Everything that was submitted and agreed, with agencies’ names and what they wrote. Keep it among those who may see names.'
    : 'What the round added up to, without agencies’ names. Left out are single answers, what was written but for the chair’s reasons, money by service, and how levels lie where fewer than five agencies gave one.';
}

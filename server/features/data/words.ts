/** What is in the data of a round, and what is not, in a sentence or two. */

export function holds(names: boolean): string {
  return names
    ? 'Everything that was submitted and agreed, with agencies’ names and what they wrote. Keep it among those who may see names.'
    : 'What the round added up to, its services and its actions. Agencies are named as owners of actions alone. Left out are single answers, what agencies wrote but for their services’ names, money by service, and how levels lie where fewer than five agencies gave one.';
}

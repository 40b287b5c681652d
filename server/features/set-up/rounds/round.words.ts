/** Phrases and page frames that the pages of rounds share. */
import type { Definition } from '../../../domain/instrument/definition.ts';
import type { RoundStatus } from '../../../domain/round/round.ts';
import { paths } from '../../../web/paths.ts';
import type { Crumb, PageOptions } from '../../../web/reply.ts';
import { listOptions } from '../words.ts';
import type { StoredRound } from './rounds.queries.ts';

/** @param round whose page stands above this one; none on the list */
export function roundOptions(
  title: string,
  round?: Pick<StoredRound, 'name' | 'slug'>,
): PageOptions {
  const options = listOptions(title);
  const above: Crumb[] = [{ text: 'Rounds', href: paths.setUp.rounds() }];
  if (round) above.push({ text: round.name, href: paths.setUp.round(round.slug) });
  return { ...options, crumbs: [...(options.crumbs ?? []), ...above] };
}

/** An instrument in two words, by its kind; its own title where its kind says nothing. */
export function kindWords(kind: Definition['kind'], title: string): string {
  if (kind === 'maturity') return 'Maturity grid';
  return kind === 'service-map' ? 'Service map' : title;
}

const done: Readonly<Record<string, string>> = {
  created: 'The draft is created. Nobody has been e-mailed.',
  saved: 'The draft is saved.',
  extended: 'The deadline is extended. Nobody has been e-mailed: tell the agencies yourself.',
  reminders: 'The reminders are changed.',
  added: 'The agencies are asked. Whoever answers for them is e-mailed.',
  withdrawn: 'It is withdrawn. The agency reads why in its list of work.',
};
const reached: Readonly<Record<Exclude<RoundStatus, 'draft'>, string>> = {
  open: 'The round is open.',
  'in-review': 'The round is in review.',
  'factual-check': 'The factual check has begun.',
  published: 'The results are published.',
  archived: 'The round is archived.',
};
const words: ReadonlyMap<string, string> = new Map(Object.entries({ ...done, ...reached }));

/** What the address says was done; '' where nothing was. */
export function doneOf(query: Readonly<Record<string, string>>): string {
  return words.get(query['done'] ?? '') ?? '';
}

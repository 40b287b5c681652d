/** A Place in review: its reviewers, a split domain and one that is not, and the requests that reviewers send. */
import type { Knex } from 'knex';
import { idOf } from '../../server/features/set-up/set-up.queries.ts';
import { wordsOf } from './report-pages.ts';
import { aPlanOf, aResultsSystem, giveLevels, type ResultsSystem } from './results.ts';
import { anApp, signedIn, type Visitor } from './visitor.ts';

export const reviewPath = '/rounds/spring-2026/places/place-1/review';
export const splitDomain = 'services-and-interventions';
export const calmDomain = 'strategic-leadership';
export const domainPath = (domain: string): string => `${reviewPath}/domains/${domain}`;
export const elementPath = (element: string): string => `${reviewPath}/elements/${element}`;

/**
 * Place 1 with its chair Amina and the reviewers Bea and Teo, Place 2 with its reviewer Otto; five agencies that
 * say 0, 1, 3, 4, 4 of a split domain and all 2 of a calm one; in review.
 */
export async function aReviewedSystem(db: Knex, slug: string): Promise<ResultsSystem> {
  const system = await aResultsSystem(db, {
    ...aPlanOf(slug, { places: 2, agencies: 5 }),
    people: [
      { name: 'Bea Lund', role: 'reviewer', places: ['place-1'] },
      { name: 'Teo Marlowe', role: 'reviewer', places: ['place-1'] },
      { name: 'Otto Kern', role: 'reviewer', places: ['place-2'] },
    ],
  });
  for (const [n, level] of [0, 1, 3, 4, 4].entries()) {
    const where = { agency: `agency-${n + 1}`, place: 'place-1' };
    await giveLevels(db, system, where, {
      [splitDomain]: { level, evidence: `What Agency ${n + 1} keeps.` },
      [calmDomain]: 2,
    });
  }
  return system;
}

export type Reviewing = 'amina' | 'bea' | 'teo' | 'otto' | 'colm' | 'ifeoma' | 'siân' | 'wanda';

/** What is on a page, as somebody reads it. */
export async function wordsAt(visitor: Visitor, path: string): Promise<string> {
  return wordsOf((await visitor.get(path)).text);
}

export async function visit(db: Knex, { slug }: ResultsSystem, who: Reviewing): Promise<Visitor> {
  return signedIn(anApp(db), db, `${who}@${slug}.example`);
}

/** @param names e-mail names of who is ticked as present */
export function agreementOf(
  { ids, slug }: ResultsSystem,
  values: Readonly<Record<'agreed' | 'because', string>> & Readonly<Record<string, string>>,
  names: readonly Reviewing[] = ['amina', 'bea', 'teo'],
): [string, string][] {
  const present = names.map((name) => idOf(ids.people, `${name}@${slug}.example`));
  return [
    ...Object.entries({ basedOn: '0', dissent: '', others: '', ...values }),
    ...present.map((id): [string, string] => ['present', id]),
  ];
}

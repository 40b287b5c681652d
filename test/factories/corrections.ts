/** A published round whose Place 1 is agreed, and the forms with which it is corrected. */
import type { Knex } from 'knex';
import { idOf } from '../../server/features/set-up/set-up.queries.ts';
import type { ResultsSystem } from './results.ts';
import {
  agreementOf,
  aReviewedSystem,
  calmDomain,
  domainPath,
  splitDomain,
  visit,
  type Reviewing,
} from './review.ts';
import { wordsOf } from './report-pages.ts';
import type { Visitor } from './visitor.ts';

export const correctionPath = (domain = splitDomain): string => `${domainPath(domain)}/correction`;
export const correctionsPath = '/rounds/spring-2026/corrections';

/** Published; Place 1 is agreed at Foundations (split) and at Early growth (calm), by its three reviewers. */
export async function aPublishedSystem(db: Knex, slug: string): Promise<ResultsSystem> {
  const system = await aReviewedSystem(db, slug);
  const amina = await visit(db, system, 'amina');
  const said = { [splitDomain]: '1', [calmDomain]: '2' };
  for (const [domain, agreed] of Object.entries(said)) {
    const fields = agreementOf(system, { agreed, because: 'As the agencies said.' });
    await amina.post(`${domainPath(domain)}/agreement`, fields);
  }
  await db('rounds')
    .where({ system_id: system.ids.systemId, id: system.roundId })
    .update({ status: 'published', published_at: new Date('2026-05-01T09:00:00Z') });
  return system;
}

/** To Early growth, by the quorum, unless the values or the names say otherwise. */
export function correctionOf(
  system: ResultsSystem,
  values: Readonly<Record<string, string>> = {},
  names: readonly Reviewing[] = ['amina', 'bea', 'teo'],
): [string, string][] {
  const because = 'The clinic was counted twice.';
  return agreementOf(
    system,
    { agreed: '2', because, basedOn: '1', waiting: '0', ...values },
    names,
  );
}

/** What the coordinator's question sends, as it stands on the page. */
export async function publicationOf(colm: Visitor, note = ''): Promise<Record<string, string>> {
  const { text } = await colm.get(`${correctionsPath}/publish`);
  const hidden = (name: string): string =>
    new RegExp(`name="${name}" value="([^"]*)"`).exec(text)?.[1] ?? '';
  return { edition: hidden('edition'), seen: hidden('seen'), note };
}

/** Ifeoma, who was the ICB lead, becomes a second coordinator. */
export async function aSecondCoordinator(db: Knex, system: ResultsSystem): Promise<void> {
  await db('memberships')
    .where({ person_id: idOf(system.ids.people, system.email('ifeoma')) })
    .update({ role: 'coordinator' });
}

/** What everybody reads of the results, as words. */
export async function publishedWords(visitor: Visitor): Promise<string> {
  const pages = [
    'report',
    'places/place-1/report',
    'places/place-1/method',
    'places/place-2/report',
  ];
  const texts = [];
  for (const path of pages) {
    const answer = await visitor.get(`/rounds/spring-2026/${path}`);
    texts.push(`${answer.status} ${wordsOf(answer.text)}`);
  }
  return texts.join('\n');
}

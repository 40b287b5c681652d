/** Loads one agency's progress, by the same counts as the table of all. */
import { sideBySide } from '../../db/side-by-side.ts';
import { notFound } from '../../domain/errors.ts';
import type { AgencyFacts } from './agency.view.ts';
import { listAgencies, listAsked } from './asked.queries.ts';
import { listChanges, listMails, listPeople } from './people.queries.ts';
import { countedBy, definitionsOf, type ProgressDeps } from './progress.load.ts';
import type { ProgressRound } from './round.queries.ts';
import { countShares, listGiven } from './shares.queries.ts';

/**
 * @param mayRead whose progress the person may see
 * @throws AppError not-found for an agency that does not exist, is not asked, or is not theirs, alike
 */
export async function loadAgency(
  { db, definitions: store }: Pick<ProgressDeps, 'db' | 'definitions'>,
  round: ProgressRound,
  slug: string,
  mayRead: (agencyId: string) => boolean,
): Promise<AgencyFacts> {
  const [agency] = await listAgencies(db, round, slug);
  if (!agency || !mayRead(agency.id)) throw notFound();
  const definitions = await definitionsOf({ definitions: store }, round);
  const counted = countedBy(definitions);
  const ask = sideBySide(db);
  const { id } = agency;
  const [responses, shares, given, people, changes, mails] = await Promise.all([
    ask(() => listAsked(db, round, id)),
    ask(() => countShares(db, round, counted, id)),
    ask(() => listGiven(db, round, counted, id)),
    ask(() => listPeople(db, round, id)),
    ask(() => listChanges(db, round, id)),
    ask(() => listMails(db, round, id)),
  ]);
  return { round, agency, definitions, counted, responses, shares, given, people, changes, mails };
}

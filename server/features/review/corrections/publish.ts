/** Publishes an edition: the corrections that the page showed, whole, once, under the locks of the round's Places. */
import type { Knex } from 'knex';
import { queueMails, type NewMail } from '../../../db/outbox.queries.ts';
import { transact } from '../../../db/transact.ts';
import type { Scope } from '../../../domain/access/scope.ts';
import { AppError } from '../../../domain/errors.ts';
import { edition } from '../../../domain/mail/edition.ts';
import type { Correction } from '../../../domain/review/correction.ts';
import type { VisibleRound } from '../../../results/load.ts';
import type { Topics } from '../../../results/topics.ts';
import { paths } from '../../../web/paths.ts';
import { recordAgreement } from '../agreement.queries.ts';
import { refuseUnlessPublished } from '../place.queries.ts';
import type { ReviewDeps } from '../review.load.ts';
import { listReaders, lockPlaces, writeEdition } from './edition.queries.ts';
import { loadPending, pendingMark } from './pending.load.ts';

export interface Publication extends VisibleRound {
  readonly topics: Topics;
  /** that the page named */
  readonly number: number;
  readonly seen: string;
  readonly note: string;
}

/** Published; or somebody was quicker, or what waits has changed, and nothing was done. */
export type Published = 'published' | 'taken' | 'changed';

export async function publishEdition(
  { db, now: clock }: ReviewDeps,
  scope: Scope,
  publication: Publication,
): Promise<Published> {
  const { round, number, seen, note } = publication;
  return transact(db, async (trx) => {
    refuseUnlessPublished({ roundStatus: await lockPlaces(trx, scope, round.id) });
    const pending = await loadPending(trx, scope, round.id);
    if (pending.number !== number) return 'taken';
    if (pending.ready.length === 0 || pendingMark(pending) !== seen) return 'changed';
    const now = clock();
    for (const correction of pending.ready) await apply(trx, scope, round.id, correction, now);
    const correctionIds = pending.ready.map(({ id }) => id);
    await writeEdition(trx, scope, { round, number, note, correctionIds, now });
    await tellReaders(trx, scope, publication, { corrections: pending.ready, now });
    return 'published';
  });
}

/** @throws conflict where its agreement has moved, which nothing else does once it is published */
async function apply(
  trx: Knex,
  scope: Scope,
  roundId: string,
  correction: Correction,
  now: Date,
): Promise<void> {
  const { proposedById: byId, proposedAt: at } = correction;
  const agreement = { ...correction, roundId, corrected: { byId, at } };
  if (await recordAgreement(trx, scope, agreement, now)) return;
  throw new AppError(
    'conflict',
    'What one of these corrections starts from has changed since it was proposed, so nothing was published. Its chair must look at it again.',
  );
}

const monthMs = 30 * 24 * 60 * 60 * 1000;

/** Everybody who was told of the results is told that they are corrected. */
async function tellReaders(
  trx: Knex,
  scope: Scope,
  { round, places, topics, number }: Publication,
  { corrections, now }: { readonly corrections: readonly Correction[]; readonly now: Date },
): Promise<void> {
  const changed = places.flatMap(({ id, name }) => {
    const own = corrections.filter(({ placeId }) => placeId === id);
    return own.length === 0 ? [] : [{ name, topics: own.map(topics.titleOf) }];
  });
  const readers = await listReaders(trx, scope);
  const letters = readers.map(({ personId, name }): NewMail => ({
    systemId: scope.systemId,
    personId,
    kind: 'edition',
    content: edition({
      name,
      systemName: scope.systemName,
      roundName: round.name,
      number,
      places: changed,
      path: paths.systemReport(round.slug),
    }),
    queuedAt: now,
    notAfter: new Date(now.getTime() + monthMs),
  }));
  await queueMails(trx, letters);
}

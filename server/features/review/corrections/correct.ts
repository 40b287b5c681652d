/** Records the chair's correction of what is published: it waits until the coordinator publishes an edition. */
import { transact } from '../../../db/transact.ts';
import { mayAgree } from '../../../domain/access/may.ts';
import type { Topic } from '../../../domain/review/agreement.ts';
import { AppError } from '../../../domain/errors.ts';
import { refuseOthers, type Form } from '../../../web/form.ts';
import type { SignedInRequest } from '../../../web/route.ts';
import { agreementNames, parseAgreement } from '../agreement.form.ts';
import { lockPlace, refuseUnlessPublished } from '../place.queries.ts';
import { typedOf, type Outcome } from '../record.ts';
import type { ReviewDeps, ReviewFacts } from '../review.load.ts';
import { propose, withdraw } from './corrections.queries.ts';

const waitingName = 'waiting';
const idName = 'correction';

interface Corrected {
  readonly facts: ReviewFacts;
  readonly topic: Topic;
}

/** @throws forbidden for who is not its chair; conflict where the round is not published */
export async function correct(
  { db, now, newId }: ReviewDeps,
  request: SignedInRequest,
  { facts, topic }: Corrected,
): Promise<Outcome> {
  const { scope, form } = request;
  refuseOthers(form, [...Object.values(agreementNames), waitingName]);
  refuseUnlessChair(request, facts);
  const parsed = parseAgreement(form, facts.reviewers, topic.subject);
  const typed = typedOf(request, parsed);
  if (parsed.faults.length > 0) return { kind: 'faulty', typed };
  const { at } = facts;
  const proposal = { ...at, ...topic, ...parsed, waiting: readWaiting(form) };
  const recorded = await transact(db, async (trx) => {
    refuseUnlessPublished(await lockPlace(trx, scope, at));
    return propose(trx, scope, proposal, { newId, now: now() });
  });
  return recorded ? { kind: 'recorded' } : { kind: 'conflict', typed };
}

/** Sent twice it is withdrawn once. @throws conflict where it was published meanwhile */
export async function withdrawCorrection(
  { db, now }: ReviewDeps,
  request: SignedInRequest,
  { facts, topic }: Corrected,
): Promise<void> {
  const { scope, form } = request;
  refuseOthers(form, [idName]);
  refuseUnlessChair(request, facts);
  const { at } = facts;
  const id = form.text(idName);
  const known = facts.corrections.find((one) => one.id === id);
  if (known?.withdrawnAt) return;
  const ended = await transact(db, async (trx) => {
    refuseUnlessPublished(await lockPlace(trx, scope, at));
    return known !== undefined && withdraw(trx, scope, { ...at, ...topic, id, now: now() });
  });
  if (ended) return;
  throw new AppError(
    'conflict',
    'This correction no longer waits, so nothing was withdrawn. Open the page again and look.',
  );
}

function refuseUnlessChair({ scope }: SignedInRequest, { place }: ReviewFacts): void {
  if (mayAgree(scope, place.id)) return;
  throw new AppError('forbidden', 'Only the chair corrects what was agreed.');
}

/** Of a page of ours it is a whole number. */
function readWaiting(form: Form): number {
  const text = form.text(waitingName);
  return /^\d{1,6}$/.test(text) ? Number(text) : 0;
}

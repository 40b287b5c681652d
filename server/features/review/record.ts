/** Records what the chair typed of a domain or a support element, from its own page or from the workshop screen. */
import { transact } from '../../db/transact.ts';
import { mayAgree } from '../../domain/access/may.ts';
import { AppError } from '../../domain/errors.ts';
import type { Topic } from '../../domain/review/agreement.ts';
import { refuseOthers } from '../../web/form.ts';
import type { SignedInRequest } from '../../web/route.ts';
import type { TypedAgreement } from './agree.view.ts';
import { agreementNames, parseAgreement, type AgreementForm } from './agreement.form.ts';
import { recordAgreement } from './agreement.queries.ts';
import type { FormFault } from './own-view.form.ts';
import { lockPlace, refuseUnlessReviewed } from './place.queries.ts';
import type { ReviewDeps, ReviewFacts } from './review.load.ts';

/** Recorded, or what was typed and is not: faulty, or somebody recorded another one meanwhile. */
export type Outcome =
  | { readonly kind: 'recorded' }
  | { readonly kind: 'faulty' | 'conflict'; readonly typed: TypedAgreement };

/** @throws forbidden for who is not its chair; conflict where the Place is not in review */
export async function recordTopic(
  { db, now }: ReviewDeps,
  request: SignedInRequest,
  { facts, topic }: { readonly facts: ReviewFacts; readonly topic: Topic },
): Promise<Outcome> {
  const { scope, form } = request;
  refuseOthers(form, Object.values(agreementNames));
  if (!mayAgree(scope, facts.place.id)) {
    throw new AppError('forbidden', 'Only the chair records what is agreed.');
  }
  const parsed = parseAgreement(form, facts.reviewers, topic.subject);
  const typed = typedOf(request, parsed);
  if (parsed.faults.length > 0) return { kind: 'faulty', typed };
  const { at } = facts;
  const recorded = await transact(db, async (trx) => {
    refuseUnlessReviewed(await lockPlace(trx, scope, at));
    return recordAgreement(trx, scope, { ...at, ...topic, ...parsed }, now());
  });
  return recorded ? { kind: 'recorded' } : { kind: 'conflict', typed };
}

/** What was typed, to stand in the form again. */
export function typedOf(
  { form }: Pick<SignedInRequest, 'form'>,
  { faults, presentIds }: AgreementForm,
): TypedAgreement {
  return {
    chosen: form.text(agreementNames.chosen),
    rationale: form.text(agreementNames.rationale),
    dissent: form.text(agreementNames.dissent),
    others: form.text(agreementNames.others),
    presentIds,
    errors: errorsOf(faults),
  };
}

/** What is wrong, by field. */
export function errorsOf(faults: readonly FormFault[]): ReadonlyMap<string, string> {
  return new Map(faults.map(({ field, text }) => [field, text]));
}

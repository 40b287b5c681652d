/** Several domains agreed at once: which were ticked, with which level, and the words that stand for all of them. */
import { readNote } from '../../domain/set-up/text.ts';
import type { Level } from '../../domain/scoring/score.ts';
import type { Form } from '../../web/form.ts';
import { agreementNames, parsePresence, type AgreementForm } from './agreement.form.ts';
import { levelValue } from './level-choice.ts';
import type { ReviewFacts } from './review.load.ts';
import type { FormFault } from './own-view.form.ts';
import type { Offered } from './bulk.offer.ts';

export const bulkNames = {
  ticked: 'domain',
  because: 'because',
  asideBecause: 'asideBecause',
  present: agreementNames.present,
  others: agreementNames.others,
} as const;

/** Says which level was ticked: another median since then makes it another offer. */
export const tickOf = ({ id, level }: { readonly id: string; readonly level: Level | null }) =>
  `${id}:${levelValue(level)}`;

export interface BulkForm extends Pick<
  AgreementForm,
  'presentIds' | 'othersPresent' | 'present' | 'faults'
> {
  readonly ticked: readonly string[];
  readonly because: string;
  readonly asideBecause: string;
}

export function parseBulk(
  form: Form,
  offered: readonly Offered[],
  reviewers: ReviewFacts['reviewers'],
): BulkForm {
  const ticked = form.all(bulkNames.ticked);
  const chosen = offered.filter((one) => ticked.includes(tickOf(one)));
  const who = parsePresence(form, reviewers);
  const because = readNote(form.text(bulkNames.because));
  const aside = readNote(form.text(bulkNames.asideBecause));
  return {
    ...who,
    ticked,
    because: because.value,
    asideBecause: aside.value,
    faults: [
      ...(ticked.length === 0
        ? [{ field: 'domain-0', text: 'Tick what is agreed: nothing is ticked beforehand' }]
        : []),
      ...reasonFaults(
        bulkNames.because,
        because,
        chosen.some(({ level }) => level !== null),
      ),
      ...reasonFaults(
        bulkNames.asideBecause,
        aside,
        chosen.some(({ level }) => level === null),
      ),
      ...who.faults,
    ],
  };
}

function reasonFaults(
  field: string,
  { value, fault }: { readonly value: string; readonly fault: string },
  needed: boolean,
): FormFault[] {
  if (fault !== '') return [{ field, text: fault.replace('The note', 'The reason') }];
  if (value !== '' || !needed) return [];
  return [{ field, text: 'Say why: everybody who reads the results reads this' }];
}

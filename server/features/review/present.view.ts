/** Who is present when something is agreed: the Place's reviewers to tick, and who else was there. */
import type { Input } from '../../web/components.ts';
import { counted } from '../../web/english.ts';
import type { Agreed } from './agreed.queries.ts';
import { agreementNames } from './agreement.form.ts';
import type { ReviewFacts } from './review.load.ts';

interface PresentView {
  readonly id: string;
  readonly value: string;
  readonly name: string;
  readonly chosen: boolean;
}
/** `review/parts/present` */
export interface PresentPart {
  readonly present: readonly PresentView[];
  readonly others: Input;
  readonly presentError: string;
  /** "The quorum is 3 of 5 reviewers." */
  readonly quorum: string;
}

export interface WhoIsThere {
  readonly presentIds: readonly string[];
  readonly others: string;
  readonly errors: ReadonlyMap<string, string>;
}

/** Who was present at the last agreement of the Place is most likely present at the next. */
export function presentLast({ agreed }: ReviewFacts): Pick<Agreed, 'presentIds' | 'othersPresent'> {
  const [last] = agreed.toSorted((one, other) => other.agreedAt.getTime() - one.agreedAt.getTime());
  return last ?? { presentIds: [], othersPresent: '' };
}

export function toPresent(
  { reviewers, quorum }: ReviewFacts,
  { presentIds, others, errors }: WhoIsThere,
): PresentPart {
  return {
    present: reviewers.map(({ personId, name, isChair }, n) => ({
      id: `${agreementNames.present}-${n}`,
      value: personId,
      name: isChair ? `${name} (chair)` : name,
      chosen: presentIds.includes(personId),
    })),
    others: {
      id: agreementNames.others,
      name: agreementNames.others,
      label: 'Others present',
      hint: 'Parents, guests, who took the notes. They don’t count for the quorum.',
      value: others,
      error: errors.get(agreementNames.others) ?? '',
    },
    presentError: errors.get(`${agreementNames.present}-0`) ?? '',
    quorum: `The quorum is ${quorum} of the Place’s ${counted(reviewers.length, 'reviewer', 'reviewers')}.`,
  };
}

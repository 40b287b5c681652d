/** What the chair records of a domain or a support element, as its form has it: here and on the workshop screen. */
import {
  presentWords,
  type Decision,
  type Reviewer,
  type Subject,
} from '../../domain/review/agreement.ts';
import { readName, readNote, longestNote } from '../../domain/set-up/text.ts';
import type { Form } from '../../web/form.ts';
import { levelFields, parseColour, parseLevel } from './level-choice.ts';
import type { FormFault } from './own-view.form.ts';

export const agreementNames = {
  chosen: 'agreed',
  rationale: 'because',
  dissent: 'dissent',
  present: 'present',
  others: 'others',
  basedOn: 'basedOn',
} as const;

/** Of a domain its level, null where it is set aside; of an element its colour, null where the derived one stands. */
type Outcome = Pick<Decision, 'level' | 'colour'>;

export interface AgreementForm extends Outcome {
  readonly rationale: string;
  readonly dissent: string | null;
  readonly presentIds: readonly string[];
  readonly othersPresent: string;
  /** in words that stay */
  readonly present: string;
  readonly basedOn: number;
  readonly faults: readonly FormFault[];
}

/** @param reviewers of the Place: who else is ticked was added by hand, and counts for nothing */
export function parseAgreement(
  form: Form,
  reviewers: readonly Reviewer[],
  subject: Subject,
): AgreementForm {
  const { missing, unreasoned, ...outcome } = readers[subject](form.text(agreementNames.chosen));
  const rationale = readNote(form.text(agreementNames.rationale));
  const dissent = readNote(form.text(agreementNames.dissent));
  const who = parsePresence(form, reviewers);
  return {
    ...outcome,
    rationale: rationale.value,
    dissent: dissent.value === '' ? null : dissent.value,
    ...who,
    basedOn: readRevision(form.text(agreementNames.basedOn)),
    faults: [
      ...faultAt(levelFields(agreementNames.chosen), missing),
      ...faultAt(agreementNames.rationale, rationaleFault(rationale, unreasoned)),
      ...faultAt(agreementNames.dissent, dissent.fault.replace('The note', 'The dissent')),
      ...who.faults,
    ],
  };
}

/** The radio that was chosen. */
interface Chosen extends Outcome {
  /** '' where one was */
  readonly missing: string;
  /** what to say where no reason is given */
  readonly unreasoned: string;
}

const everybodyReads = 'Say why: everybody who reads the results reads this';

const readers: Readonly<Record<Subject, (value: string) => Chosen>> = {
  domain: (value) => {
    const level = parseLevel(value);
    return {
      level: level === 'none' ? null : (level ?? null),
      colour: null,
      missing: level === undefined ? 'Choose the level' : '',
      unreasoned:
        level === 'none' ? 'Say why it is set aside: the results will tell it' : everybodyReads,
    };
  },
  element: (value) => {
    const colour = parseColour(value);
    return {
      level: null,
      colour: colour === 'derived' ? null : (colour ?? null),
      missing: colour === undefined ? 'Choose a colour, or that the derived one stands' : '',
      unreasoned: everybodyReads,
    };
  },
};

type Presence = Pick<AgreementForm, 'presentIds' | 'othersPresent' | 'present' | 'faults'>;

/** Who is there; at least one of the reviewers. */
export function parsePresence(form: Form, reviewers: readonly Reviewer[]): Presence {
  const others = readOthers(form.text(agreementNames.others));
  const ticked = form.all(agreementNames.present);
  const there = reviewers.filter(({ personId }) => ticked.includes(personId));
  return {
    presentIds: there.map(({ personId }) => personId),
    othersPresent: others.value,
    present: presentWords(there, others.value),
    faults: [
      ...faultAt(agreementNames.others, others.fault),
      ...faultAt(
        `${agreementNames.present}-0`,
        there.length === 0 ? 'Tick who is present: the quorum is counted from them' : '',
      ),
    ],
  };
}

const faultAt = (field: string, text: string): FormFault[] =>
  text === '' ? [] : [{ field, text }];

const rationaleFault = (read: { value: string; fault: string }, unreasoned: string): string =>
  read.value === '' ? unreasoned : read.fault.replace('The note', 'The reason');

function readOthers(text: string): { value: string; fault: string } {
  if (text.trim() === '') return { value: '', fault: '' };
  const { value, fault } = readName(text.slice(0, longestNote));
  return { value, fault: fault.replace('The name', 'The list of others') };
}

/** Of a page of ours it is a whole number; anything else is no agreement that there was. */
function readRevision(text: string): number {
  return /^\d{1,6}$/.test(text) ? Number(text) : 0;
}

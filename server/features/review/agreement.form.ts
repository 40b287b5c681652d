/** What the chair records of a domain, as its form has it: here and on the workshop screen. */
import { presentWords, type Reviewer } from '../../domain/review/agreement.ts';
import type { Level } from '../../domain/scoring/score.ts';
import { readName, readNote, longestNote } from '../../domain/set-up/text.ts';
import type { Form } from '../../web/form.ts';
import { levelFields, parseLevel } from './level-choice.ts';
import type { FormFault } from './own-view.form.ts';

export const agreementNames = {
  level: 'agreed',
  rationale: 'because',
  dissent: 'dissent',
  present: 'present',
  others: 'others',
  basedOn: 'basedOn',
} as const;

export interface AgreementForm {
  /** null: set aside */
  readonly level: Level | null;
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
export function parseAgreement(form: Form, reviewers: readonly Reviewer[]): AgreementForm {
  const chosen = parseLevel(form.text(agreementNames.level));
  const rationale = readNote(form.text(agreementNames.rationale));
  const dissent = readNote(form.text(agreementNames.dissent));
  const who = parsePresence(form, reviewers);
  return {
    level: chosen === 'none' ? null : (chosen ?? null),
    rationale: rationale.value,
    dissent: dissent.value === '' ? null : dissent.value,
    ...who,
    basedOn: readRevision(form.text(agreementNames.basedOn)),
    faults: [
      ...faultAt(levelFields(agreementNames.level), chosen === undefined ? 'Choose the level' : ''),
      ...faultAt(agreementNames.rationale, rationaleFault(rationale, chosen === 'none')),
      ...faultAt(agreementNames.dissent, dissent.fault.replace('The note', 'The dissent')),
      ...who.faults,
    ],
  };
}

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

function rationaleFault(read: { value: string; fault: string }, setAside: boolean): string {
  if (read.value !== '') return read.fault.replace('The note', 'The reason');
  return setAside
    ? 'Say why it is set aside: the results will tell it'
    : 'Say why: everybody who reads the results reads this';
}

function readOthers(text: string): { value: string; fault: string } {
  if (text.trim() === '') return { value: '', fault: '' };
  const { value, fault } = readName(text.slice(0, longestNote));
  return { value, fault: fault.replace('The name', 'The list of others') };
}

/** Of a page of ours it is a whole number; anything else is no agreement that there was. */
function readRevision(text: string): number {
  return /^\d{1,6}$/.test(text) ? Number(text) : 0;
}

/** A reviewer's own view of a domain, as its form has it. */
import type { Level } from '../../domain/scoring/score.ts';
import { readNote } from '../../domain/set-up/text.ts';
import { refuseOthers, type Form } from '../../web/form.ts';
import { levelFields, parseLevel } from './level-choice.ts';

export interface ViewForm {
  /** null: "I can't say" */
  readonly level: Level | null;
  readonly comment: string;
  readonly faults: readonly FormFault[];
}
export interface FormFault {
  readonly field: string;
  readonly text: string;
}

export const viewNames = { level: 'own', comment: 'why' } as const;

/** A level is needed; a word why is welcome, and where one can't say it is not asked. */
export function parseView(form: Form): ViewForm {
  refuseOthers(form, Object.values(viewNames));
  const chosen = parseLevel(form.text(viewNames.level));
  const { value: comment, fault } = readNote(form.text(viewNames.comment));
  return {
    level: chosen === 'none' ? null : (chosen ?? null),
    comment,
    faults: [
      ...(chosen === undefined
        ? [{ field: levelFields(viewNames.level), text: 'Choose your own level' }]
        : []),
      ...(fault === ''
        ? []
        : [{ field: viewNames.comment, text: fault.replace('The note', 'Your reason') }]),
    ],
  };
}

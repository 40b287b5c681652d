/** Who becomes the first administrator, as the form has it. */
import { readEmail } from '../../domain/set-up/email.ts';
import { readName } from '../../domain/set-up/text.ts';
import type { Form } from '../../web/form.ts';

export interface FirstRunTyped {
  readonly name: string;
  readonly email: string;
}
export interface FirstRunFault {
  readonly field: 'name' | 'email';
  readonly text: string;
}

export function readFirstRun(form: Form): {
  readonly typed: FirstRunTyped;
  readonly faults: readonly FirstRunFault[];
} {
  const name = readName(form.text('name'));
  const email = readEmail(form.text('email'));
  const faults: FirstRunFault[] = [
    { field: 'name', text: name.fault },
    { field: 'email', text: email.fault },
  ];
  return {
    typed: { name: name.value, email: email.value },
    faults: faults.filter(({ text }) => text !== ''),
  };
}

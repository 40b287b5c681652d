/** A new system with its first coordinator, as the form has it. */
import { readEmail } from '../../domain/set-up/email.ts';
import { readName } from '../../domain/set-up/text.ts';
import { refuseOthers, type Form } from '../../web/form.ts';

export interface SystemTyped {
  readonly system: string;
  readonly name: string;
  readonly email: string;
}
export interface SystemFault {
  readonly field: keyof SystemTyped;
  readonly text: string;
}

export function readSystem(
  form: Form,
  names: readonly string[],
): { readonly typed: SystemTyped; readonly faults: readonly SystemFault[] } {
  refuseOthers(form, ['system', 'name', 'email']);
  const system = readName(form.text('system'));
  const name = readName(form.text('name'));
  const email = readEmail(form.text('email'));
  const isTaken = names.some((taken) => taken.toLowerCase() === system.value.toLowerCase());
  const faults: SystemFault[] = [
    { field: 'system', text: isTaken ? 'There is a system of this name already' : system.fault },
    { field: 'name', text: name.fault },
    { field: 'email', text: email.fault },
  ];
  return {
    typed: { system: system.value, name: name.value, email: email.value },
    faults: faults.filter(({ text }) => text !== ''),
  };
}

/** Reads what a lead says of a colleague. */
import { readEmail } from '../../../domain/set-up/email.ts';
import { readName } from '../../../domain/set-up/text.ts';
import type { Form } from '../../../web/form.ts';
import type { FormFault } from '../fields.view.ts';
import type { Team } from './agency.ts';

export interface SentColleague {
  readonly name: string;
  readonly email: string;
  readonly faults: readonly FormFault[];
}

/** Whether the address is known anywhere else is not asked: the answer would tell. */
export function parseColleague(form: Form, { agency, colleagues }: Team): SentColleague {
  const name = readName(form.text('name'));
  const email = readEmail(form.text('email'));
  const there = colleagues.find((colleague) => colleague.email === email.value);
  const faults = [
    { field: 'name', text: name.fault },
    {
      field: 'email',
      text: there ? `${there.name} answers for ${agency.name} already` : email.fault,
    },
  ];
  return {
    name: name.value,
    email: email.value,
    faults: faults.filter(({ text }) => text !== ''),
  };
}

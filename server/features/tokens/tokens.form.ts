/** The form that makes a token: its name, and how long it is to hold. */
import { longestTokenLife, usualTokenLife } from '../../domain/access/token.ts';
import { readName } from '../../domain/set-up/text.ts';
import { refuseOthers, type Form } from '../../web/form.ts';

export interface TokenTyped {
  readonly name: string;
  readonly days: string;
}
export interface TokenFault {
  readonly field: keyof TokenTyped;
  readonly text: string;
}
export interface TokenSent {
  readonly typed: TokenTyped;
  /** counts where nothing is wrong */
  readonly days: number;
  readonly faults: readonly TokenFault[];
}

export const emptyToken: TokenTyped = { name: '', days: String(usualTokenLife) };

export function readToken(form: Form): TokenSent {
  refuseOthers(form, ['name', 'days']);
  const name = readName(form.text('name'));
  const typed = form.text('days').trim();
  const days = /^\d{1,3}$/.test(typed) ? Number(typed) : 0;
  const daysFault =
    days >= 1 && days <= longestTokenLife
      ? ''
      : `Give a whole number of days, from 1 to ${String(longestTokenLife)}`;
  const faults: TokenFault[] = [
    { field: 'name', text: name.fault },
    { field: 'days', text: daysFault },
  ];
  return {
    typed: { name: name.value, days: typed },
    days,
    faults: faults.filter(({ text }) => text !== ''),
  };
}

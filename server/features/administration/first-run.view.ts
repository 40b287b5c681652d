/** The first steps of an installation: who runs it. */
import { toErrorSummary, type ErrorSummary } from '../../web/error-summary.ts';
import type { Input } from '../../web/components.ts';
import { template } from '../../web/reply.ts';
import type { FirstRunFault, FirstRunTyped } from './first-run.form.ts';

export interface FirstRunView {
  readonly csrf: string;
  readonly token: string;
  readonly name: Input;
  readonly email: Input;
  readonly summary: ErrorSummary | null;
}
export type FirstRunOverView = Record<string, never>;
export const firstRunPage = template<FirstRunView>('administration/first-run');
export const firstRunOverPage = template<FirstRunOverView>('administration/first-run-over');

export function toFirstRunView(
  facts: Pick<FirstRunView, 'csrf' | 'token'>,
  typed: FirstRunTyped,
  faults: readonly FirstRunFault[] = [],
): FirstRunView {
  const errorOf = (field: string): string =>
    faults.find((fault) => fault.field === field)?.text ?? '';
  return {
    ...facts,
    name: {
      id: 'name',
      name: 'name',
      label: 'Your name',
      value: typed.name,
      error: errorOf('name'),
      autocomplete: 'name',
    },
    email: {
      id: 'email',
      name: 'email',
      label: 'Your e-mail address at work',
      hint: 'Sign-in links go there.',
      value: typed.email,
      error: errorOf('email'),
      type: 'email',
      inputmode: 'email',
      autocomplete: 'email',
    },
    summary: faults.length > 0 ? toErrorSummary(faults) : null,
  };
}

/** The systems of the installation, and the form that creates one with its first coordinator. */
import { toErrorSummary, type ErrorSummary } from '../../web/error-summary.ts';
import type { Input } from '../../web/components.ts';
import { template } from '../../web/reply.ts';
import type { SystemFault, SystemTyped } from './systems.form.ts';
import type { SystemRow } from './systems.queries.ts';

interface SystemLine {
  readonly name: string;
  readonly places: number;
  readonly agencies: number;
  readonly coordinators: string;
}
export interface SystemsView {
  readonly systems: readonly SystemLine[];
  /** name of the system that was just created; '' otherwise */
  readonly created: string;
}
export interface NewSystemView {
  readonly csrf: string;
  readonly system: Input;
  readonly name: Input;
  readonly email: Input;
  readonly summary: ErrorSummary | null;
}
export const systemsPage = template<SystemsView>('set-up/systems');
export const newSystemPage = template<NewSystemView>('set-up/new-system');

export function toSystemsView(rows: readonly SystemRow[], created: string): SystemsView {
  return {
    created: rows.find(({ slug }) => slug === created)?.name ?? '',
    systems: rows.map(({ name, places, agencies, coordinators }) => ({
      name,
      places,
      agencies,
      coordinators: coordinators.join(', ') || 'none',
    })),
  };
}

export function toNewSystemView(
  csrf: string,
  typed: SystemTyped,
  faults: readonly SystemFault[] = [],
): NewSystemView {
  const errorOf = (field: SystemFault['field']): string =>
    faults.find((fault) => fault.field === field)?.text ?? '';
  return {
    csrf,
    system: {
      id: 'system',
      name: 'system',
      label: 'Name of the system',
      hint: 'The Integrated Care System, such as Aldermoor and Wend',
      value: typed.system,
      error: errorOf('system'),
    },
    name: {
      id: 'name',
      name: 'name',
      label: 'Name of its coordinator',
      value: typed.name,
      error: errorOf('name'),
    },
    email: {
      id: 'email',
      name: 'email',
      label: 'The coordinator’s e-mail address at work',
      hint: 'Somebody who has an account already keeps it. A message tells them that they may begin.',
      value: typed.email,
      error: errorOf('email'),
      type: 'email',
      inputmode: 'email',
    },
    summary: faults.length > 0 ? toErrorSummary(faults) : null,
  };
}

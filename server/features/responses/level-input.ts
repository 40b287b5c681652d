/** What a domain's view is made from, and how a fault finds its control. */
import type { Definition, Term } from '../../domain/instrument/definition.ts';
import type { FieldFault } from '../../web/fields/field.ts';
import type { Form } from '../../web/form.ts';

export interface LevelInput {
  readonly definition: Definition;
  /** what was sent, or the stored answer as a form */
  readonly form: Form;
  readonly faults: readonly FieldFault[];
  /** null where the instrument is answered once for all Places */
  readonly placeName: string | null;
  readonly pageHeading: string;
  /** by a statement's key: the terms that it is the first to use */
  readonly terms: ReadonlyMap<string, readonly Term[]>;
}

export interface RadioView {
  readonly id: string;
  readonly value: string;
  readonly label: string;
  readonly chosen: boolean;
}

/** '' where nothing is wrong with the control. */
export function errorAt(field: string, faults: readonly FieldFault[]): string {
  return faults
    .filter((fault) => fault.field === field)
    .map(({ text }) => text)
    .join(' ');
}

/** A page with one form: what set-up asks of a Place, an agency, a person or a role. */
import type { Change } from '../../domain/set-up/import/plan.ts';
import type { StoredMeanwhile } from '../../web/components.ts';
import { toErrorSummary, type ErrorSummary } from '../../web/error-summary.ts';
import { page, template, type PageOptions, type Reply } from '../../web/reply.ts';
import { formatDateTime } from '../../web/time.ts';
import type { FormFault, SetUpField } from './fields.view.ts';

export interface FormBody {
  readonly action: string;
  readonly csrf: string;
  /** that the form started from; 0 for something new */
  readonly revision: number;
  readonly fields: readonly SetUpField[];
  readonly button: string;
  readonly backHref: string;
  readonly backText: string;
}
export interface ShownForm extends FormBody {
  /** "now" where it came back with words that are not saved: leaving asks first */
  readonly unsaved: string;
}
export interface FormView {
  readonly errors: ErrorSummary | null;
  readonly conflict: StoredMeanwhile | null;
  readonly caption: string;
  readonly heading: string;
  readonly lede: string;
  readonly form: ShownForm;
  /** where what is shown can be retired; '' where it can't */
  readonly retireHref: string;
  readonly retireText: string;
}
/** Before it is known how sending it went. */
export type NewFormView = Omit<FormView, 'errors' | 'conflict' | 'form'> & {
  readonly form: FormBody;
};
export const formPage = template<FormView>('set-up/form');

/** How sending a form went. */
export interface Outcome {
  readonly faults: readonly FormFault[];
  readonly conflict: StoredMeanwhile | null;
}
export const untouched: Outcome = { faults: [], conflict: null };

/** The mark stands before the page's title, so that the first word read out says how saving went. */
export function replyWith(view: NewFormView, outcome: Outcome, options: PageOptions): Reply {
  const shown = { ...view, ...toOutcomeView(outcome), form: toShown(view.form, outcome) };
  return page(formPage, shown, withOutcome(options, outcome));
}

export function toShown(form: FormBody, { faults, conflict }: Outcome): ShownForm {
  return { ...form, unsaved: faults.length > 0 || conflict ? 'now' : '' };
}

export function toOutcomeView({
  faults,
  conflict,
}: Outcome): Pick<FormView, 'errors' | 'conflict'> {
  return { errors: faults.length > 0 ? toErrorSummary(faults) : null, conflict };
}

export function withOutcome(options: PageOptions, { faults, conflict }: Outcome): PageOptions {
  if (faults.length > 0) return { ...options, title: `Error: ${options.title}`, status: 422 };
  if (conflict) return { ...options, title: `Not saved: ${options.title}`, status: 409 };
  return options;
}

export interface LastChange {
  readonly by: string;
  readonly at: Date;
}

/** @param changes from what is stored now to what was sent */
export function toConflict(
  noun: string,
  last: LastChange | undefined,
  changes: readonly Change[],
): StoredMeanwhile {
  const when = last ? `, on ${formatDateTime(last.at)}` : '';
  return {
    heading: `${last?.by ?? 'Somebody'} changed this ${noun} while you had it open`,
    text: `Yours is not saved yet${when === '' ? '' : `; the other change was saved${when}`}. The form below holds your words. Save again to store them in place of the others.`,
    rows: changes.map(({ what, from, to }) => ({
      what,
      stored: from === '' ? 'Nothing' : from,
      yours: to === '' ? 'Nothing' : to,
    })),
  };
}

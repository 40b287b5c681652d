/** Reads the two forms of a reminder: who is chosen, and what the coordinator adds. */
import { isId } from '../../db/responses.queries.ts';
import { AppError, notFound } from '../../domain/errors.ts';
import { readWord } from '../../domain/mail/own-word.ts';
import { refuseOthers, type Form } from '../../web/form.ts';
import { agenciesOf, readFilter, type Filter } from './filter.ts';
import type { AgencyProgress, Progress } from './progress.load.ts';

const filters = ['show', 'place', 'sector'];

/** The agencies that were ticked; or all silent ones of what the page showed. */
export function readChosen(
  form: Form,
  progress: Progress,
): { readonly chosen: readonly AgencyProgress[]; readonly filter: Filter } {
  refuseOthers(form, [...filters, 'agencies', 'all']);
  const filter = readFilter(form.text, progress);
  const chosen =
    form.text('all') === 'silent'
      ? agenciesOf(progress, filter).filter(({ standing }) => standing === 'silent')
      : named(form, progress);
  return { chosen, filter };
}

/** @throws AppError not-found for what is not asked in this round: another system's like what nobody has */
function named(form: Form, { agencies }: Progress): AgencyProgress[] {
  const slugs = form.all('agencies');
  if (!slugs.every((slug) => agencies.some(({ agency }) => agency.slug === slug))) throw notFound();
  return agencies.filter(({ agency }) => slugs.includes(agency.slug));
}

export interface SentForm {
  readonly chosen: readonly AgencyProgress[];
  readonly filter: Filter;
  /** made with the question: sent twice, it is one reminder */
  readonly key: string;
  readonly typed: string;
  readonly word: string;
  /** what is wrong with the line; '' for nothing */
  readonly fault: string;
}

export function readSent(form: Form, progress: Progress): SentForm {
  refuseOthers(form, [...filters, 'agencies', 'word', 'key']);
  const key = form.text('key');
  if (!isId(key)) throw new AppError('bad-request', 'This form is not whole. Open the page again.');
  const { value, fault } = readWord(form.text('word'));
  return {
    chosen: named(form, progress),
    filter: readFilter(form.text, progress),
    key,
    typed: form.text('word'),
    word: value,
    fault,
  };
}

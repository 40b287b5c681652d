/** Reads the forms about those who are asked: a later deadline, more agencies, what is withdrawn and why. */
import { readReason } from '../../../domain/set-up/text.ts';
import { refuseOthers, type Form } from '../../../web/form.ts';
import { formatDateTime } from '../../../web/time.ts';
import type { FormFault, MomentText } from '../fields.view.ts';
import { chosenFaults } from '../things.form.ts';
import { momentNames, parseMoment, readMoment } from './round.form.ts';

interface Read<T, V> {
  /** as it was typed */
  readonly typed: T;
  readonly value: V;
  readonly faults: readonly FormFault[];
}

/** @param closesAt the deadline so far: a later one extends it */
export function readDeadline(
  form: Form,
  { closesAt, now }: { readonly closesAt: Date | null; readonly now: Date },
): Read<MomentText, Date | undefined> {
  refuseOthers(form, ['revision', ...momentNames('closes')]);
  const typed = readMoment(form, 'closes');
  const { value, faults } = parseMoment(typed, 'closes', 'closing');
  const least = closesAt && closesAt > now ? closesAt : now;
  if (!value || value > least) return { typed, value, faults };
  const text =
    least === now
      ? 'The new closing time must be later than now'
      : `The new closing time must be later than ${formatDateTime(least)}`;
  return { typed, value: undefined, faults: [{ field: 'closes', text }] };
}

/** @param known ids of the agencies that the page offers */
export function readAgencies(
  form: Form,
  known: readonly string[],
): Read<readonly string[], readonly string[]> {
  refuseOthers(form, ['agencies', 'revision']);
  const typed = form.all('agencies');
  const faults = chosenFaults('agencies', typed, known, 'Choose at least one agency');
  return { typed, value: typed, faults };
}

interface WithdrawalText {
  readonly responses: readonly string[];
  readonly reason: string;
}

/** @param known ids of the agency's responses in the round */
export function readWithdrawal(
  form: Form,
  known: readonly string[],
): Read<WithdrawalText, WithdrawalText> {
  refuseOthers(form, ['responses', 'reason', 'revision']);
  const responses = form.all('responses');
  const reason = readReason(form.text('reason'));
  return {
    typed: { responses, reason: form.text('reason') },
    value: { responses, reason: reason.value },
    faults: [
      ...chosenFaults('responses', responses, known, 'Choose what to withdraw'),
      ...(reason.fault === '' ? [] : [{ field: 'reason', text: reason.fault }]),
    ],
  };
}

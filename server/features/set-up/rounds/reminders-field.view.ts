/** The field of a round's reminders, with the dates that its choices stand for. */
import { morningsOf, reminderChoices } from '../../../domain/round/mornings.ts';
import { andList } from '../../../web/english.ts';
import { formatWeekday } from '../../../web/time.ts';
import { ticksField, type FormFault, type SetUpField } from '../fields.view.ts';
import { parseReminders } from './reminders.form.ts';
import { parseMoment, type RoundValues } from './round.form.ts';

const about =
  'At 09:00, everybody who answers for an agency that has not submitted everything is e-mailed by itself. Tick nothing, and nobody is.';
const before = (days: number): string => `${days} ${days === 1 ? 'day' : 'days'} before`;

/** In the form of a draft: the dates of what is chosen follow the closing that the form has. */
export function remindersField(
  { closes, reminders }: Pick<RoundValues, 'closes' | 'reminders'>,
  faults: readonly FormFault[],
): SetUpField {
  const closesAt = parseMoment(closes, 'closes', 'closing').value;
  const mornings = closesAt ? morningsOf({ days: parseReminders(reminders).value, closesAt }) : [];
  const dates = andList(mornings.map(({ at }) => formatWeekday(at)));
  const hint = dates === '' ? about : `${about} With this closing: ${dates}.`;
  const choices = reminderChoices.map((days) => ({ value: String(days), label: before(days) }));
  return ticksField({ name: 'reminders', text: 'Reminders', hint }, choices, reminders, faults);
}

/** In an open round: each choice with its date; those that have passed are not sent any more. */
export function datedRemindersField(
  { closesAt, now }: { readonly closesAt: Date; readonly now: Date },
  reminders: readonly string[],
  faults: readonly FormFault[],
): SetUpField {
  const choices = reminderChoices.flatMap((days) => {
    const [morning] = morningsOf({ days: [days], closesAt });
    if (!morning) return [];
    const passed = morning.at <= now ? ', passed' : '';
    const label = `${before(days)}: ${formatWeekday(morning.at)}${passed}`;
    return [{ value: String(days), label }];
  });
  return ticksField(
    { name: 'reminders', text: 'Reminders', hint: about },
    choices,
    reminders,
    faults,
  );
}

import { expect, it } from 'vitest';
import { actionReminderDue, type SentReminder } from './remind.ts';

const due = (dueOn: string | null, ...sent: SentReminder[]) => ({
  status: 'agreed' as const,
  dueOn,
  sent,
});
const soon = (sentOn: string, dueOn: string): SentReminder => ({ why: 'soon', sentOn, dueOn });
const overdue = (sentOn: string): SentReminder => ({ why: 'overdue', sentOn, dueOn: '2026-03-01' });

it.each([
  ['eight days before', due('2026-03-26'), null],
  ['seven days before', due('2026-03-25'), 'soon'],
  ['on the day, where nobody was reminded', due('2026-03-18'), 'soon'],
  ['once reminded, not again', due('2026-03-20', soon('2026-03-13', '2026-03-20')), null],
  ['anew where the day was moved', due('2026-03-20', soon('2026-03-01', '2026-03-08')), 'soon'],
  ['the day after', due('2026-03-17'), 'overdue'],
  ['six days after the last', due('2026-03-01', overdue('2026-03-12')), null],
  [
    'a week after the last',
    due('2026-03-01', overdue('2026-03-04'), overdue('2026-03-11')),
    'overdue',
  ],
  ['without a day', due(null), null],
])('%s', (_, action, expected) => {
  expect(actionReminderDue(action, '2026-03-18')).toBe(expected);
});

it('is none once it is done or dropped', () => {
  for (const status of ['done', 'dropped'] as const) {
    expect(actionReminderDue({ ...due('2026-03-01'), status }, '2026-03-18')).toBeNull();
  }
});

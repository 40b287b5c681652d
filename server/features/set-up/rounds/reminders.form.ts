/** Reads on which days before its closing a round reminds: any of those that are offered, or none. */
import { reminderChoices } from '../../../domain/round/mornings.ts';
import { andList } from '../../../web/english.ts';
import type { FormFault } from '../fields.view.ts';

export interface ParsedReminders {
  /** the longest first */
  readonly value: readonly number[];
  readonly faults: readonly FormFault[];
}

export function parseReminders(sent: readonly string[]): ParsedReminders {
  const value = reminderChoices.filter((days) => sent.includes(String(days)));
  const known = sent.every((text) => reminderChoices.some((days) => String(days) === text));
  const text = 'Choose from the list: something chosen is not in it';
  return { value, faults: known ? [] : [{ field: 'reminders', text }] };
}

/** "14, 7 and 2 days before"; "none" */
export function daysWords(days: readonly number[]): string {
  if (days.length === 0) return 'none';
  const [last] = days.slice(-1);
  return `${andList(days.map(String))} ${last === 1 ? 'day' : 'days'} before`;
}

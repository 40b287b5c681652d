/** How the pages of actions put them in words: Places, alarms, changes. */
import {
  actionStatusWords,
  alarmOf,
  type ActionStatus,
  type Today,
} from '../../domain/actions/action.ts';
import type { ActionChange, ActionField } from '../../domain/actions/change.ts';
import type { LevelWords } from '../../domain/instrument/level-words.ts';
import type { Level } from '../../domain/scoring/score.ts';
import type { SeenAction } from '../../results/actions.ts';
import { alarmWords } from '../../web/action-words.ts';
import { capital } from '../../web/english.ts';
import { formatDay } from '../../web/time.ts';

/** "The whole system" where it is no Place's. */
export function placeWords({ placeName }: Pick<SeenAction, 'placeName'>): string {
  return placeName ?? wholeSystem;
}
export const wholeSystem = 'The whole system';

/** "Overdue", "Stuck since 3 January 2026"; '' for neither. */
export function alarmText(action: SeenAction, today: Today): string {
  return alarmWords(alarmOf(action, today), action);
}

export const fieldWords: Readonly<Record<ActionField, string>> = {
  what: 'What is to be done',
  agency: 'Agency',
  person: 'Person',
  ownerName: 'Others',
  due: 'Due',
  status: 'Status',
  level: 'Level aimed at',
  criteria: 'Criteria taken over',
};

/** A value of a change, as people read it; "nothing" for ''. @param words of the grid; null: not known any more */
export function valueWords(field: ActionField, value: string, words: LevelWords | null): string {
  if (value === '') return 'nothing';
  if (field === 'due') return formatDay(value);
  if (field === 'status') return actionStatusWords[value as ActionStatus];
  if (field === 'level') return words ? words.word(Number(value) as Level) : `level ${value}`;
  return value;
}

/** "Status: Agreed to Funded" */
export function changeWords({ field, from, to }: ActionChange, words: LevelWords | null): string {
  return `${fieldWords[field]}: ${valueWords(field, from, words)} to ${valueWords(field, to, words)}`;
}

/** The same where it stands by itself. */
export function capitalValue(field: ActionField, value: string, words: LevelWords | null): string {
  return capital(valueWords(field, value, words));
}

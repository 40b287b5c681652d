/** What changed of an action, field by field: what its history keeps. */
import type { ActionContent } from './action.ts';

/** An action's content, and its owners as they are called. */
export interface NamedContent extends ActionContent {
  /** '' for none */
  readonly ownerAgency: string;
  readonly ownerPerson: string;
}

export type ActionField =
  'what' | 'agency' | 'person' | 'ownerName' | 'due' | 'status' | 'level' | 'criteria';

/** '' is nothing. Names are kept as they were; a day, a status and a level as they are stored. */
export interface ActionChange {
  readonly field: ActionField;
  readonly from: string;
  readonly to: string;
}

const fields: Readonly<Record<ActionField, (content: NamedContent) => string>> = {
  what: ({ what }) => what,
  agency: ({ ownerAgency }) => ownerAgency,
  person: ({ ownerPerson }) => ownerPerson,
  ownerName: ({ ownerName }) => ownerName,
  due: ({ dueOn }) => dueOn ?? '',
  status: ({ status }) => status,
  level: ({ aimedLevel }) => (aimedLevel === null ? '' : String(aimedLevel)),
  criteria: ({ criteria }) => criteria.map(({ text }) => text).join('\n'),
};

/** In the order of the form; none where nothing differs. */
export function actionChanges(before: NamedContent, after: NamedContent): ActionChange[] {
  return (Object.keys(fields) as ActionField[])
    .map((field) => ({ field, from: fields[field](before), to: fields[field](after) }))
    .filter(({ from, to }) => from !== to);
}

/** What tells of the results that an action was raised from: kept from those who do not see them yet. */
export const tellingFields: readonly ActionField[] = ['level', 'criteria'];

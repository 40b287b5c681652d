/** Actions as rows: of the round and those before it, and those that were raised from no results. */
import { actionStatusWords } from '../../domain/actions/action.ts';
import { isUpTo } from '../action-marks.ts';
import type { SeenAction } from '../actions.ts';
import {
  day,
  figure,
  momentOf,
  shortTable,
  text,
  type Column,
  type DataTable,
  type Field,
} from './table.ts';

/** @param load what the reader may see, in the order in which it was raised */
export function actionsTable(
  round: { readonly position: number },
  load: () => Promise<readonly SeenAction[]>,
): DataTable {
  const head = {
    name: 'actions',
    about: 'One row for each action of this round and those before it',
    columns,
  } as const;
  return shortTable(head, async () =>
    (await load()).filter(
      ({ roundPosition }) => roundPosition === null || isUpTo(roundPosition, round),
    ),
  );
}

const columns: readonly Column<SeenAction>[] = [
  text('id', 'Id of the action', ({ id }) => id),
  text('place', 'Id of the Place; empty for the whole system', ({ placeSlug }) => placeSlug),
  text('placeName', 'The Place', ({ placeName }) => placeName),
  text('what', 'What is to be done', ({ what }) => what),
  text('status', 'How it stands', ({ status }) => status),
  text('statusLabel', 'The same in words', ({ status }) => actionStatusWords[status]),
  day('dueOn', 'When it is due', ({ dueOn }) => dueOn),
  text('ownerAgency', 'Id of the agency that owns it', ({ ownerAgencySlug }) => ownerAgencySlug),
  text('ownerAgencyName', 'The agency', ({ ownerAgency }) => ownerAgency),
  text('ownerPerson', 'The person who owns it', ({ ownerPerson }) => ownerPerson),
  text('otherOwners', 'Other owners, in words', ({ ownerName }) => ownerName),
  text('source', 'What it was raised from', ({ source }) => source),
  text(
    'item',
    'Id of the domain, the element, the gap or the contradiction',
    ({ itemId }) => itemId,
  ),
  text('about', 'The same in words', ({ about }) => about),
  text('round', 'Id of the round that it was raised from', ({ roundSlug }) => roundSlug),
  figure('aimedLevel', 'The level that the domain is to reach', ({ aimedLevel }) => aimedLevel),
  {
    ...text('criteria', 'The criteria that it took over', ({ criteria }) =>
      criteria.map(({ id, text: words }) => ({ id, text: words })),
    ),
    only: 'json',
  },
  {
    ...text('criteria', 'The criteria that it took over', ({ criteria }) =>
      criteria.map(({ text: words }) => words).join('\n'),
    ),
    only: 'cells',
  },
  text('raisedAt', 'When it was raised', ({ raisedAt }) => momentOf(raisedAt)),
  text('raisedBy', 'Who raised it', ({ raisedBy }) => raisedBy),
  text('changedAt', 'The last change', ({ changedAt }) => momentOf(changedAt)),
];

export const actionsFields: readonly Field[] = columns;

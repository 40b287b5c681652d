/** Rounds as rows, like the tables of each. */
import { isPublished, roundStatusWords } from '../../domain/round/round.ts';
import { momentOf, text, type Column, type DataTable } from '../../results/data/table.ts';
import type { ListedRound } from './rounds.queries.ts';
import type { RowList } from './tables.ts';

const columns: readonly Column<ListedRound>[] = [
  text('round', 'Id of the round', ({ slug }) => slug),
  text('roundName', 'The round', ({ name }) => name),
  text('status', 'How it stands', ({ status }) => status),
  text('statusLabel', 'The same in words', ({ status }) => roundStatusWords[status]),
  text(
    'draft',
    'Is it not published yet, so that figures may change?',
    ({ status }) => !isPublished(status),
  ),
  text('opensAt', 'When it takes answers', ({ opensAt }) => momentOf(opensAt)),
  text('closesAt', 'When it closes', ({ closesAt }) => momentOf(closesAt)),
  text('publishedAt', 'When it was published', ({ publishedAt }) => momentOf(publishedAt)),
];

export const roundList: RowList = {
  name: 'rounds',
  about: 'One row for each round whose data the token’s owner may take away, the first first.',
  table: null,
  having: null,
  fields: columns,
  key: ['round'],
  filters: [],
  changed: null,
};

/** @param rounds those whose data may be taken away */
export function roundRows(rounds: readonly ListedRound[]): Pick<DataTable, 'fields' | 'pages'> {
  return {
    fields: columns,
    pages: async function* () {
      yield await Promise.resolve(rounds.map((round) => columns.map(({ value }) => value(round))));
    },
  };
}

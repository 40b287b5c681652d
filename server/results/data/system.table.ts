/** Every domain over all Places of a round as rows: lowest, median, highest, and how far apart they are (Design 4.7). */
import type { LevelItem } from '../../domain/instrument/definition.ts';
import type { SystemDomainScore } from '../../domain/scoring/score.ts';
import { scoreSystem } from '../../domain/scoring/system.ts';
import { scoreAt } from '../grid.ts';
import type { RoundFacts } from './facts.ts';
import { figure, shortTable, text, type Column, type DataTable, type Field } from './table.ts';

interface SystemRow extends SystemDomainScore {
  readonly domain: LevelItem;
}

const columns: readonly Column<SystemRow>[] = [
  text('domain', 'Id of the domain', ({ domain }) => domain.id),
  text('label', 'What the domain is called', ({ domain }) => domain.text),
  figure('lowest', 'The lowest level of a Place, agreed or else median', ({ lowest }) => lowest),
  figure('median', 'The median of the Places’ levels, of two the lower', ({ median }) => median),
  figure('highest', 'The highest level of a Place', ({ highest }) => highest),
  figure('gap', 'The equity gap: highest minus lowest', ({ gap }) => gap),
  text('gapOpen', 'Does the gap rest on a split that is not agreed yet?', ({ gapOpen }) => gapOpen),
];

export const systemFields: readonly Field[] = columns;

/** @param size how many domains the round asks */
export function systemTable(load: () => Promise<RoundFacts>, size: number): DataTable {
  return shortTable(
    { name: 'system', about: 'One row for each domain over all Places', columns },
    async () => {
      const { places, grid } = await load();
      if (!grid) return [];
      return grid.domains.map((domain) => ({
        domain,
        ...scoreSystem(places.map((place) => scoreAt(grid.scores, place.id, domain.id))),
      }));
    },
    async () => Promise.resolve(size),
  );
}

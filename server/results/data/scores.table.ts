/** The figures of a round as rows: every domain and support element of every Place, as closely as the reader may see. */
import { showsDistribution } from '../../domain/access/small-numbers.ts';
import type { ElementCell } from '../../domain/elements/element.ts';
import type { Band, LevelItem } from '../../domain/instrument/definition.ts';
import { ragOfDomain, ragOfLevel } from '../../domain/rag/rag.ts';
import type { DomainScore, Level, Rag } from '../../domain/scoring/score.ts';
import type { AgreedLevel } from '../grid.queries.ts';
import { elementsAt } from '../elements.ts';
import { scoreAt, type Grid } from '../grid.ts';
import type { VisiblePlace } from '../load.ts';
import { mapProgress, type ServiceMap } from '../service-map.ts';
import type { RoundFacts } from './facts.ts';
import {
  figure,
  momentOf,
  shortTable,
  text,
  type Column,
  type DataTable,
  type Field,
  type Value,
} from './table.ts';

/** What was recorded with the level, or with the colour. */
type Agreed = Pick<AgreedLevel, 'rationale' | 'present' | 'dissent' | 'agreedAt'>;

interface ScoreRow {
  readonly place: VisiblePlace;
  readonly domain: string | null;
  readonly element: string | null;
  readonly label: string;
  readonly level: Level | null;
  readonly levelLabel: string | null;
  readonly n: number | null;
  readonly assigned: number;
  /** how the agencies' answers lie; null where that may not be seen */
  readonly responded: number | null;
  readonly score: DomainScore | null;
  readonly median: Level | null;
  readonly split: boolean | null;
  readonly reasons: readonly string[] | null;
  readonly agreedLevel: Level | null;
  readonly agreed: Agreed | null;
  readonly derivedRag: Rag | null;
  readonly agreedRag: Rag | null;
  readonly rag: Rag;
  readonly services: readonly Value[] | null;
}

/**
 * @param names whether agencies' names may be seen
 * @param size how many rows it has
 */
export function scoresTable(
  names: boolean,
  load: () => Promise<RoundFacts>,
  size: number,
): DataTable {
  const head = {
    name: 'scores',
    about: 'One row for each domain and each support element in each Place',
    columns: [...columns, ...(names ? named : [])],
  } as const;
  return shortTable(
    head,
    async () => {
      const { places, grid, map } = await load();
      return places.flatMap((place) => [
        ...(grid ? grid.domains.map((domain) => domainRow(grid, place, domain)) : []),
        ...(map ? elementRows(map, place) : []),
      ]);
    },
    async () => Promise.resolve(size),
  );
}

const count = (level: Level): Column<ScoreRow> => ({
  ...figure(
    `count${level}`,
    `Agencies that gave level ${level}; empty where fewer than five gave a level, to those who may not see names`,
    ({ score }) => score?.counts[level] ?? null,
  ),
  only: 'cells',
});

const columns: readonly Column<ScoreRow>[] = [
  text('place', 'Id of the Place', ({ place }) => place.slug),
  text('placeName', 'The Place', ({ place }) => place.name),
  text('domain', 'Id of the domain; empty for a support element', ({ domain }) => domain),
  text('element', 'Id of the support element; empty for a domain', ({ element }) => element),
  text('label', 'What the domain or the support element is called', ({ label }) => label),
  text('rag', 'Its colour: that of what was agreed, else the derived one', ({ rag }) => rag),
  figure(
    'level',
    'The agreed level, else the median; empty for a split that is not agreed',
    (row) => row.level,
  ),
  text('levelLabel', 'The level in words', ({ levelLabel }) => levelLabel),
  figure('n', 'Agencies that gave a level', ({ n }) => n),
  figure('responded', 'Agencies that answered, with those that can’t say', (row) => row.responded),
  figure('assigned', 'Agencies that were asked', ({ assigned }) => assigned),
  {
    ...figure(
      'counts',
      'Agencies that gave each level, 0 to 4',
      ({ score }) => score?.counts ?? null,
    ),
    only: 'json',
  },
  ...([0, 1, 2, 3, 4] as const).map(count),
  figure('median', 'The median of the agencies’ levels, of two the lower', ({ median }) => median),
  figure('range', 'Highest minus lowest level', ({ score }) => score?.range ?? null),
  figure(
    'agreement',
    'Agreement from -1 to 1 (van der Eijk)',
    ({ score }) => score?.agreement ?? null,
  ),
  text('split', 'Do the agencies differ too much for a median?', ({ split }) => split),
  text(
    'reasons',
    'Flags: range and agreement make a split, response is few answers, evidence is none given',
    (row) => row.reasons,
  ),
  figure('agreed', 'The agreed level', ({ agreedLevel }) => agreedLevel),
  text('agreedRationale', 'Why this was agreed', ({ agreed }) => agreed?.rationale ?? null),
  text('agreedAt', 'When it was agreed', ({ agreed }) => momentOf(agreed?.agreedAt ?? null)),
  text('derivedRag', 'The colour that the answers alone give', ({ derivedRag }) => derivedRag),
  text('agreedRag', 'The colour of what was agreed', ({ agreedRag }) => agreedRag),
  {
    ...text(
      'entries',
      'Services that match the support element, or may, with the conditions that they meet',
      (row) => row.services,
    ),
    only: 'json',
  },
  {
    ...figure(
      'services',
      'Services that match the support element, or may',
      (row) => row.services?.length ?? null,
    ),
    only: 'cells',
  },
];

const named: readonly Column<ScoreRow>[] = [
  text('present', 'Who was present when it was agreed', ({ agreed }) => agreed?.present ?? null),
  text('dissent', 'Another view that was recorded', ({ agreed }) => agreed?.dissent ?? null),
];

/** With those for who may see names. */
export const scoresFields: readonly Field[] = [...columns, ...named];

function domainRow(grid: Grid, place: VisiblePlace, domain: LevelItem): ScoreRow {
  const score = scoreAt(grid.scores, place.id, domain.id);
  const shown = showsDistribution(score, place.names);
  const level = score.rag === 'discuss' ? null : score.level;
  const { n, assigned, split, reasons, agreed, rag } = score;
  return {
    place,
    domain: domain.id,
    element: null,
    label: domain.text,
    level,
    levelLabel: level === null ? null : grid.words.word(level),
    n,
    assigned,
    split,
    reasons,
    rag,
    ...(shown ? closely(score, grid.bands) : atArmsLength(score, level)),
    agreedLevel: agreed,
    agreed: agreementOn(grid, place, domain),
    agreedRag: agreed === null ? null : ragOfLevel(agreed, grid.bands),
    services: null,
  };
}

function agreementOn({ agreed }: Grid, place: VisiblePlace, domain: LevelItem): AgreedLevel | null {
  const found = agreed.find(({ placeId, itemId }) => placeId === place.id && itemId === domain.id);
  return found ?? null;
}

function closely(score: DomainScore, bands: readonly Band[]) {
  const { responded, median, split } = score;
  return {
    score,
    responded,
    median,
    derivedRag: ragOfDomain({ agreed: null, split, median }, bands),
  };
}

/** The level, n and the flags: a median that is not the level would tell of the answers. */
function atArmsLength({ agreed, rag }: DomainScore, level: Level | null) {
  const isMedian = agreed === null;
  return {
    score: null,
    responded: null,
    median: isMedian ? level : null,
    derivedRag: isMedian ? rag : null,
  };
}

/** The derived colour stands beside the agreed one, whatever was agreed. */
function elementRows(map: ServiceMap, place: VisiblePlace): ScoreRow[] {
  const { assigned, submitted } = mapProgress(map, place.id);
  return elementsAt(map, place.id).map(({ rule, cell, rag, agreed }) => ({
    ...noDomain,
    place,
    element: rule.id,
    label: rule.title,
    assigned,
    responded: submitted,
    agreed,
    derivedRag: cell.rag,
    agreedRag: agreed ? rag : null,
    rag,
    services: servicesOf(cell, map, place.names),
  }));
}

const noDomain = {
  domain: null,
  level: null,
  levelLabel: null,
  n: null,
  score: null,
  median: null,
  split: null,
  reasons: null,
  agreedLevel: null,
} as const;

function servicesOf({ entries }: ElementCell, map: ServiceMap, names: boolean): Value[] {
  const agencyOf = new Map(map.agencies.map(({ agency, name }) => [agency, name]));
  return entries.map(({ id, name, agency, status, match, met, failed, unknown }) => ({
    id,
    name,
    ...(names ? { agencyName: agencyOf.get(agency) ?? '' } : {}),
    ...{ status, match, met, failed, unknown },
  }));
}

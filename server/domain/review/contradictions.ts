/** Where the map and the grid contradict each other (Design 6.8): a short list of written rules, for the reviewers to weigh. */
import { evaluate } from '../elements/evaluate.ts';
import type { MapEntry } from '../elements/element.ts';
import type { Expression } from '../instrument/definition.ts';
import type { DomainScore, Level } from '../scoring/score.ts';

interface Rule {
  readonly id: string;
  /** of the grid */
  readonly domain: string;
  /** the rule is asked where the level is at least, or at most, this */
  readonly from: Level;
  readonly to: Level;
  /** what a running entry would be */
  readonly entry: Expression;
  /** contradicted where no running entry is like that, or where some is */
  readonly when: 'none' | 'some';
  /** behind the level: "no running service is specialist and open before birth" */
  readonly words: string;
}

const relationship: Expression = { item: 'focus', is: ['relationship'] };
const teaches: Expression = {
  any: [
    { item: 'kind', is: ['training'] },
    { item: 'consultation', is: ['yes'] },
  ],
};

/** Ours, after the examples of the design; the first two are its own. */
export const contradictionRules: readonly Rule[] = [
  {
    id: 'well-established-without-antenatal-specialist',
    domain: 'services-and-interventions',
    from: 4,
    to: 4,
    entry: {
      all: [
        { item: 'levels', includes: ['specialist'] },
        { item: 'antenatal', is: ['yes'] },
      ],
    },
    when: 'none',
    words: 'no running service is specialist and open before birth',
  },
  {
    id: 'workforce-without-training',
    domain: 'workforce-development',
    from: 3,
    to: 4,
    entry: teaches,
    when: 'none',
    words: 'no running service is training or offers consultation',
  },
  {
    id: 'capacity-building-without-training',
    domain: 'capacity-building-activities',
    from: 3,
    to: 4,
    entry: teaches,
    when: 'none',
    words: 'no running service is training or offers consultation',
  },
  {
    id: 'investment-without-recurrent-money',
    domain: 'financial-investment',
    from: 3,
    to: 4,
    entry: { item: 'funding', is: ['recurrent'] },
    when: 'none',
    words: 'no running service has recurrent funding',
  },
  {
    id: 'not-yet-with-specialist-relationship-service',
    domain: 'services-and-interventions',
    from: 0,
    to: 0,
    entry: { all: [relationship, { item: 'levels', includes: ['specialist'] }] },
    when: 'some',
    words: 'a specialist service for the relationship is running',
  },
];

export interface Contradiction {
  /** of the rule */
  readonly id: string;
  readonly domain: string;
  readonly words: string;
  /** the levels that are contradicted, from the lowest: the agreed one, else those that some agencies gave */
  readonly levels: readonly Level[];
  /** how many agencies gave one of them; 0 where it is the agreed one that stands */
  readonly agencies: number;
  /** running entries that leave open what the rule asks */
  readonly open: readonly MapEntry[];
  /** running entries that contradict by being there */
  readonly entries: readonly MapEntry[];
}

/**
 * The contradictions of a Place. What an entry leaves out is unknown, never no: a rule on what is missing holds
 * while no running entry says it, and names the entries that leave it open.
 * @param scores by domain's id; a domain that the grid does not have contradicts nothing
 * @param running the entries that run in the Place
 */
export function contradictions(
  scores: ReadonlyMap<string, DomainScore>,
  running: readonly MapEntry[],
): Contradiction[] {
  return contradictionRules.flatMap((rule) => {
    const score = scores.get(rule.domain);
    const claim = score ? claimOf(rule, score) : null;
    if (claim === null) return [];
    const truths = running.map((entry) => ({ entry, truth: evaluate(rule.entry, entry.answers) }));
    const like = (truth: string) =>
      truths.filter((one) => one.truth === truth).map(({ entry }) => entry);
    const entries = like('yes');
    if ((rule.when === 'none') === entries.length > 0) return [];
    const { id, domain, words } = rule;
    const open = rule.when === 'none' ? like('unknown') : [];
    return [{ id, domain, words, ...claim, entries, open }];
  });
}

/** The agreed level; else, where the median or some agency of a split says so, what the agencies gave. */
function claimOf(
  { from, to }: Rule,
  { agreed, split, median, counts }: DomainScore,
): Pick<Contradiction, 'levels' | 'agencies'> | null {
  const within = (level: Level): boolean => from <= level && level <= to;
  if (agreed !== null) return within(agreed) ? { levels: [agreed], agencies: 0 } : null;
  if (!split && (median === null || !within(median))) return null;
  const levels = ([0, 1, 2, 3, 4] as const).filter((level) => within(level) && counts[level] > 0);
  if (levels.length === 0) return null;
  return { levels, agencies: levels.reduce<number>((sum, level) => sum + counts[level], 0) };
}

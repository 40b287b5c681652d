/** How one domain of a Place was worked out: figures, the agreement with its reasons, and each agency's answer. */
import type { LevelAnswer } from '../../domain/answers/answers.ts';
import { suggestLevel } from '../../domain/answers/suggest.ts';
import type { LevelItem } from '../../domain/instrument/definition.ts';
import type { DomainScore, Level } from '../../domain/scoring/score.ts';
import type { MarkCount } from '../../results/criteria.queries.ts';
import type { AgreedLevel, DecidedLevel } from '../../results/grid.queries.ts';
import type { Grid } from '../../results/grid.ts';
import type { AgencyAnswer } from '../../results/place.queries.ts';
import { formatDate } from '../../web/time.ts';
import { answeredText, colourRule, domainFlags } from '../../web/domain-words.ts';
import { toNextLevel, type NextLevelView } from './next-level.view.ts';
import { counted, decimal } from './words.ts';

export interface WorkingRow {
  readonly id:
    | 'given'
    | 'answered'
    | 'levels'
    | 'median'
    | 'range'
    | 'agreement'
    | 'evidence'
    | 'no-evidence'
    | 'flags'
    | 'colour'
    | 'next';
  readonly label: string;
  readonly value: string;
}
export interface AgreedView {
  /** "Early growth, on 4 March 2026" */
  readonly text: string;
  readonly rationale: string;
  /** '' for those who may not see names */
  readonly present: string;
  readonly dissent: string;
}
export interface AgencyLevelView {
  readonly agency: string;
  readonly level: string;
  /** what its criteria suggest */
  readonly suggested: string;
  /** why it chose another level; '' where it did not */
  readonly reason: string;
  readonly evidence: string;
  readonly links: readonly string[];
}
export interface WorkingView {
  readonly rows: readonly WorkingRow[];
  readonly agreed: AgreedView | null;
  /** "Set aside, on 4 March 2026", and why; null where the domain is not */
  readonly aside: AgreedView | null;
  /** what the next level asks for; null where there is none, or the distribution may not be seen */
  readonly next: NextLevelView | null;
  /** empty for those who may not see names */
  readonly agencies: readonly AgencyLevelView[];
}

export interface WorkingFacts {
  readonly domain: LevelItem;
  readonly score: DomainScore;
  readonly agreed: AgreedLevel | undefined;
  readonly aside: DecidedLevel | undefined;
  /** the distribution may be seen */
  readonly shown: boolean;
  /** names and free text may be seen */
  readonly names: boolean;
  readonly grid: Grid;
  readonly answers: readonly AgencyAnswer[];
  /** of this domain */
  readonly marks: readonly MarkCount[];
}

export function toWorking(facts: WorkingFacts): WorkingView {
  const { agreed, aside, names, grid } = facts;
  const next = facts.shown ? toNextLevel({ ...facts, words: grid.words }) : null;
  return {
    rows: [...workingRows(facts), ...(next ? [row('next', 'Next level', next.summary)] : [])],
    next,
    agreed: agreed ? toAgreed(agreed, grid.words.word(agreed.level), names) : null,
    aside: aside ? toAgreed(aside, 'Set aside', names) : null,
    agencies: names ? facts.answers.map((answer) => toAgency(answer, facts)) : [],
  };
}

function toAgreed(decided: DecidedLevel, what: string, names: boolean): AgreedView {
  const { agreedAt, rationale, present, dissent } = decided;
  return {
    text: `${what}, on ${formatDate(agreedAt)}`,
    rationale,
    present: names ? present : '',
    dissent: names ? (dissent ?? '') : '',
  };
}

const row = (id: WorkingRow['id'], label: string, value: string): WorkingRow => ({
  id,
  label,
  value,
});

function workingRows({ score, shown, grid }: WorkingFacts): WorkingRow[] {
  const { n, assigned, reasons } = score;
  const flags = domainFlags(score).map(({ text }) => text);
  return [
    row('given', 'Gave a level', `${n} of ${assigned} asked`),
    ...(shown && n > 0 ? figures(score, grid) : []),
    ...(shown && reasons.includes('evidence')
      ? [row('no-evidence', 'Evidence', 'from nobody, and the median is 3 or more')]
      : []),
    row('flags', 'Flags', flags.length > 0 ? flags.join(', ') : 'none'),
    row('colour', 'Colour', colourRule(score, grid.bands)),
  ];
}

function figures(score: DomainScore, { words }: Grid): WorkingRow[] {
  const { counts, median, range, agreement, withEvidence } = score;
  const atEach = ([0, 1, 2, 3, 4] as const).map(
    (level) => `${words.short(level)} ${counts[level]}`,
  );
  return [
    row('answered', 'Answered', answeredText(score)),
    row('levels', 'At each level', atEach.join(', ')),
    row('median', 'Median', median === null ? 'none' : words.word(median)),
    row('range', 'Range', counted(range ?? 0, 'level', 'levels')),
    row('agreement', 'Agreement', agreement === null ? 'none' : decimal(agreement)),
    row('evidence', 'Gave evidence', counted(withEvidence, 'agency', 'agencies')),
  ];
}

/** The database holds what the answering pages have checked. */
function toAgency(
  { agency, level, value }: AgencyAnswer,
  { domain, grid }: WorkingFacts,
): AgencyLevelView {
  const answer = value as Partial<LevelAnswer>;
  const suggested = suggestLevel(domain, answer.criteria ?? {}).level;
  return {
    agency,
    level: level === null ? 'We can’t say' : grid.words.word(level),
    suggested: suggested === null ? 'None' : grid.words.word(suggested),
    reason: answer.reason ?? '',
    evidence: evidenceOf(answer, level),
    links: (answer.links ?? []).filter((link) => link.startsWith('https://')),
  };
}

function evidenceOf({ evidence, noEvidence }: Partial<LevelAnswer>, level: Level | null): string {
  if (evidence) return evidence;
  if (noEvidence) return `None: ${noEvidence}`;
  return level === null ? '' : 'None given';
}

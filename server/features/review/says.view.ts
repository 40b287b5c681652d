/** Who said what of a domain: the agencies under the level that they chose, the highest first, each with its words. */
import type { LevelAnswer } from '../../domain/answers/answers.ts';
import { itemsOf } from '../../domain/instrument/items.ts';
import type { Level } from '../../domain/scoring/score.ts';
import type { AgencyAnswer, PlaceAgency } from '../../results/place.queries.ts';
import { paths } from '../../web/paths.ts';
import { toSteps, type Steps } from '../../web/steps.ts';
import { formatDate } from '../../web/time.ts';
import type { ReviewFacts } from './review.load.ts';

export interface SaysView {
  readonly level: string;
  /** null for "We can't say" and for who has not answered */
  readonly steps: Steps | null;
  readonly agencies: readonly AgencySaysView[];
}
export interface AgencySaysView {
  readonly name: string;
  /** the answer that this tells of; '' where there is none */
  readonly href: string;
  /** why another level than the suggested one was chosen; '' where it was not */
  readonly reason: string;
  readonly evidence: string;
  readonly links: readonly string[];
  /** gives it back with a question; '' where one may not, or nothing is there */
  readonly returnHref: string;
  /** what it was asked when its answers were given back, and whether it has answered; '' where it was not */
  readonly asked: string;
}

const inOrder: readonly (Level | null)[] = [4, 3, 2, 1, 0, null];

export function toSays(facts: ReviewFacts, domainId: string): SaysView[] {
  const { grid, answers, agencies } = facts;
  if (!grid) return [];
  const ofDomain = answers.filter(({ itemId }) => itemId === domainId);
  const sections = itemsOf(grid.definition);
  const section = sections.find(({ item }) => item.id === domainId)?.section.id ?? '';
  const said = (level: Level | null): AgencySaysView[] =>
    ofDomain
      .filter((answer) => answer.level === level)
      .map((answer) => ({ ...linked(answer, facts, section), ...wordsOf(answer) }));
  const silent = agencies.filter(
    ({ name, gridId }) => gridId !== null && !ofDomain.some(({ agency }) => agency === name),
  );
  return [
    ...inOrder.map((level) => ({
      level: level === null ? 'We can’t say' : grid.words.word(level),
      steps: level === null ? null : toSteps(level),
      agencies: said(level),
    })),
    { level: 'Not answered', steps: null, agencies: silent.map(toSilent) },
  ].filter((group) => group.agencies.length > 0);
}

const toSilent = (agency: PlaceAgency): AgencySaysView => ({
  name: agency.name,
  href: '',
  reason: '',
  evidence: '',
  links: [],
  returnHref: '',
  asked: askedWords(agency),
});

/** Where its answer stands, and where it is given back with a question. */
function linked(
  { agency }: AgencyAnswer,
  { agencies, reader }: ReviewFacts,
  section: string,
): Pick<AgencySaysView, 'name' | 'href' | 'returnHref' | 'asked'> {
  const of = agencies.find(({ name }) => name === agency);
  const id = of?.gridId ?? '';
  if (!of || id === '') return { name: agency, href: '', returnHref: '', asked: '' };
  return {
    name: agency,
    href: paths.section(id, section),
    returnHref: reader.agrees ? paths.returnResponse(id) : '',
    asked: askedWords(of),
  };
}

/** What the agency was asked when its answers were given back, and whether it has answered. */
function askedWords({ grid, gridReturnedAt, gridReturnReason, gridAt }: PlaceAgency): string {
  if (!gridReturnedAt || gridReturnReason === null) return '';
  const asked = `Returned on ${formatDate(gridReturnedAt)} with “${gridReturnReason}”`;
  if (grid === 'submitted' && gridAt) return `${asked}; submitted again on ${formatDate(gridAt)}.`;
  return `${asked}; not submitted again yet.`;
}

/** The database holds what the answering pages have checked. */
function wordsOf({ value }: AgencyAnswer): Pick<AgencySaysView, 'reason' | 'evidence' | 'links'> {
  const { reason = '', evidence = '', noEvidence = '', links = [] } = value as Partial<LevelAnswer>;
  return {
    reason,
    evidence: evidence === '' && noEvidence !== '' ? `No evidence: ${noEvidence}` : evidence,
    links: links.filter((link) => link.startsWith('https://')),
  };
}

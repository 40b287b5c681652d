/** Who said what of a domain: the agencies under the level that they chose, the highest first, each with its words. */
import type { LevelAnswer } from '../../domain/answers/answers.ts';
import { itemsOf } from '../../domain/instrument/items.ts';
import type { Level } from '../../domain/scoring/score.ts';
import { paths } from '../../web/paths.ts';
import { toSteps, type Steps } from '../../web/steps.ts';
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
}

const inOrder: readonly (Level | null)[] = [4, 3, 2, 1, 0, null];

export function toSays(facts: ReviewFacts, domainId: string): SaysView[] {
  const { grid, answers, agencies } = facts;
  if (!grid) return [];
  const ofDomain = answers.filter(({ itemId }) => itemId === domainId);
  const section =
    itemsOf(grid.definition).find(({ item }) => item.id === domainId)?.section.id ?? '';
  const responseOf = new Map(agencies.map(({ name, gridId }) => [name, gridId]));
  const given = inOrder.map((level) => ({
    level: level === null ? 'We can’t say' : grid.words.word(level),
    steps: level === null ? null : toSteps(level),
    agencies: ofDomain
      .filter((answer) => answer.level === level)
      .map(({ agency, value }) => {
        const id = responseOf.get(agency) ?? null;
        return {
          name: agency,
          href: id === null ? '' : paths.section(id, section),
          ...wordsOf(value as Partial<LevelAnswer>),
          returnHref: id !== null && facts.reader.agrees ? paths.returnResponse(id) : '',
        };
      }),
  }));
  const silent = agencies.filter(
    ({ name, gridId }) => gridId !== null && !ofDomain.some(({ agency }) => agency === name),
  );
  const missing = silent.map(({ name }) => ({ name, ...nothing }));
  return [...given, { level: 'Not answered', steps: null, agencies: missing }].filter(
    (group) => group.agencies.length > 0,
  );
}

const nothing = { href: '', reason: '', evidence: '', links: [], returnHref: '' };

/** The database holds what the answering pages have checked. */
function wordsOf(answer: Partial<LevelAnswer>) {
  const { reason = '', evidence = '', noEvidence = '', links = [] } = answer;
  return {
    reason,
    evidence: evidence === '' && noEvidence !== '' ? `No evidence: ${noEvidence}` : evidence,
    links: links.filter((link) => link.startsWith('https://')),
  };
}

/** How each domain of a Place came by its level and colour, and three of them worked through (Design 4). */
import type { Band } from '../../../domain/instrument/definition.ts';
import { scoreDomain } from '../../../domain/scoring/domain-score.ts';
import type { Counts, DomainScore } from '../../../domain/scoring/score.ts';
import { scoreAt, type Grid } from '../../../results/grid.ts';
import type { VisiblePlace } from '../../../results/load.ts';
import { paths } from '../../../web/paths.ts';
import { colourRule } from '../../../web/domain-words.ts';
import type { AgreedView } from '../domain-working.view.ts';
import { placeDomains, type PlaceDomainView } from '../place-domains.view.ts';
import { lower, type LevelWords } from '../words.ts';
import { flagRules, type RuleRow } from './flag-rules.ts';
import { instructiveDomains, type Chosen } from './instructive.ts';
import { toAgreement, toLevels, type AgreementView, type LevelsView } from './levels.view.ts';

/** What every domain has, worked through or in brief. */
interface DomainWorking extends Pick<
  PlaceDomainView,
  'rag' | 'text' | 'steps' | 'basis' | 'flags'
> {
  readonly name: string;
  /** null where nobody gave a level, or the distribution may not be seen */
  readonly levels: LevelsView | null;
  /** why the levels are not there; '' where they are */
  readonly hidden: string;
  readonly rows: readonly RuleRow[];
  readonly agreed: AgreedView | null;
}
export interface MethodDomainView extends DomainWorking {
  /** its address on the page: every cell of the matrix leads here */
  readonly id: string;
  /** short: "Range: 1 level" */
  readonly figures: readonly RuleRow[];
  readonly saidHref: string;
}
export interface ExampleView extends DomainWorking {
  /** "The agencies differ: financial investment" */
  readonly title: string;
  /** null where the levels may not be seen */
  readonly agreement: AgreementView | null;
  /** where the colour comes from */
  readonly colour: string;
}
export interface MethodDomains {
  readonly examples: readonly ExampleView[];
  readonly domains: readonly MethodDomainView[];
}

interface Worked {
  readonly view: PlaceDomainView;
  readonly score: DomainScore;
  /** the distribution may be seen */
  readonly shown: boolean;
}

export function methodDomains(grid: Grid, place: VisiblePlace, roundSlug: string): MethodDomains {
  const worked = placeDomains(grid, place, { answers: [], marks: [] }).map((view) => ({
    view,
    score: scoreAt(grid.scores, place.id, view.id),
    shown: view.distribution !== null,
  }));
  const chosen = instructiveDomains(worked.map(({ view, ...rest }) => ({ id: view.id, ...rest })));
  const examples = chosen.flatMap(({ id, as }) => {
    const found = worked.find(({ view }) => view.id === id);
    return found ? [toExample(found, as, grid)] : [];
  });
  const tellsAll = examples.some(({ agreement }) => agreement !== null);
  return {
    examples: tellsAll ? examples : [invented(grid), ...examples],
    domains: worked.map((domain) =>
      toDomain(domain, grid, paths.placeReport(roundSlug, place.slug)),
    ),
  };
}

function toDomain(worked: Worked, { words }: Grid, placeHref: string): MethodDomainView {
  const { view } = worked;
  const { rows } = view.working;
  return {
    id: view.id,
    ...working(worked, words),
    figures: rows.filter(({ id }) => figureIds.has(id) || (id === 'answered' && cantSay(worked))),
    rows: rows.filter(({ id }) => id === 'no-evidence' || id === 'colour'),
    saidHref: `${placeHref}#${view.id}`,
  };
}

/** Levels and median stand in order above them, flags beside the level. */
const figureIds: ReadonlySet<string> = new Set(['given', 'range', 'agreement', 'evidence']);

const cantSay = ({ score }: Worked): boolean => score.responded > score.n;

function working({ view, score, shown }: Worked, words: LevelWords): Omit<DomainWorking, 'rows'> {
  const { name, rag, text, steps, basis, flags } = view;
  return {
    name,
    rag,
    text,
    steps,
    basis,
    flags,
    levels: shown ? toLevels(score, words) : null,
    hidden: shown ? '' : hiddenText(score),
    agreed: view.working.agreed,
  };
}

function hiddenText({ n, assigned }: DomainScore): string {
  if (n === 0) return assigned === 0 ? 'No agency is asked about this Place.' : '';
  return `${n} of ${assigned} gave a level. Where fewer than five do, how they spread is seen by reviewers and the coordinator only.`;
}

const titles: Readonly<Record<Chosen['as'], (score: DomainScore) => string>> = {
  split: () => 'The agencies differ',
  settled: ({ agreed }) => (agreed === null ? 'The median speaks' : 'The reviewers agreed'),
  few: ({ reasons }) =>
    reasons.includes('response') ? 'Few answers' : 'Not everybody gave a level',
};

function toExample(worked: Worked, as: Chosen['as'], grid: Grid): ExampleView {
  const { view, score, shown } = worked;
  return {
    title: `${titles[as](score)}: ${lower(view.name)}`,
    ...working(worked, grid.words),
    rows: shown
      ? flagRules(score, grid.words)
      : view.working.rows.filter(({ id }) => id === 'flags'),
    agreement: shown ? toAgreement(score.counts, grid.words) : null,
    colour: colourRule(score, grid.bands),
  };
}

/** Four agencies at 1, 2, 2 and 4. */
const inventedCounts: Counts = [0, 1, 2, 0, 1];

/** Where none of the Place's own domains may be shown in full. */
function invented({
  words,
  bands,
}: {
  readonly words: LevelWords;
  readonly bands: readonly Band[];
}): ExampleView {
  const score = scoreDomain(
    { counts: inventedCounts, responded: 4, assigned: 4, withEvidence: 1, agreed: null },
    bands,
  );
  return {
    title: 'An invented example: four agencies',
    name: '',
    rag: { code: score.rag, word: 'To discuss' },
    text: '',
    steps: null,
    basis: '',
    flags: [],
    levels: toLevels(score, words),
    hidden: '',
    rows: flagRules(score, words),
    agreed: null,
    agreement: toAgreement(inventedCounts, words),
    colour: colourRule(score, bands),
  };
}

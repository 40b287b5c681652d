/** How a Place's results were worked out, step by step, with its own numbers (Design 4, 5). */
import type { Grid } from '../../../results/grid.ts';
import type { VisiblePlace } from '../../../results/load.ts';
import type { AgencyAnswer } from '../../../results/place.queries.ts';
import { paths } from '../../../web/paths.ts';
import { template } from '../../../web/reply.ts';
import { placeElements, type PlaceElementView } from '../place-elements.view.ts';
import { captionOf, creditsOf, toHead, type LinkView, type ReportHead } from '../report.view.ts';
import type { SystemReportFacts } from '../system-report.view.ts';
import { inWords, toRag, type RagView } from '../words.ts';
import { methodDomains, type ExampleView, type MethodDomainView } from './domains.view.ts';
import { toMethodGap, type MethodGapView } from './gap.view.ts';
import { toStatements, type StatementsView } from './statements.view.ts';

export interface BandView {
  readonly rag: RagView;
  /** "Early growth and Good progress" */
  readonly levels: string;
}
export interface MethodView extends Pick<
  ReportHead,
  'system' | 'round' | 'status' | 'caption' | 'dates' | 'heading' | 'lede' | 'credits'
> {
  readonly place: string;
  readonly jumps: readonly LinkView[];
  /** what the reader is not shown, in words; '' where they see all */
  readonly limits: string;
  /** each null or empty where the round does not ask the grid */
  readonly statements: StatementsView | null;
  readonly examples: readonly ExampleView[];
  readonly bands: readonly BandView[];
  readonly domains: readonly MethodDomainView[];
  readonly gap: MethodGapView | null;
  /** empty where the round does not ask the map */
  readonly elements: readonly PlaceElementView[];
  readonly rulesHref: string;
  readonly placeHref: string;
}
export const methodPage = template<MethodView>('reports/method');

/** The Places that may be seen, and of this one what may be read. */
export interface MethodFacts extends SystemReportFacts {
  readonly place: VisiblePlace;
  /** empty where names may not be seen */
  readonly answers: readonly AgencyAnswer[];
}

export function toMethodView(facts: MethodFacts): MethodView {
  const { round, place, grid, map } = facts;
  const head = toHead(round, facts.system);
  const gridPart = grid ? toGridPart(facts, grid) : noGrid;
  const elements = map ? placeElements(map, place, { round: round.slug, asks: false }) : [];
  return {
    system: head.system,
    round: head.round,
    status: head.status,
    dates: head.dates,
    place: place.name,
    caption: captionOf('Method', head),
    heading: `How ${place.name}’s results were worked out`,
    lede: ledeOf(gridPart.domains, elements),
    credits: creditsOf(grid, map),
    limits: place.names ? '' : limitsText,
    ...gridPart,
    elements,
    jumps: jumpsOf(gridPart, elements),
    rulesHref: map ? paths.instrument(map.definition.id, map.definition.version) : '',
    placeHref: paths.placeReport(round.slug, place.slug),
  };
}

const limitsText =
  'You see results without the agencies’ names, and nothing that one agency ticked or wrote. Where fewer than five agencies gave a level you see the level, how many gave one and the flags, not how they spread.';

type GridPart = Pick<MethodView, 'statements' | 'examples' | 'bands' | 'domains' | 'gap'>;
const noGrid: GridPart = { statements: null, examples: [], bands: [], domains: [], gap: null };

function toGridPart(facts: MethodFacts, grid: Grid): GridPart {
  return {
    statements: toStatements(grid, facts.answers),
    bands: grid.bands.map(({ rag, from, to }) => ({
      rag: toRag(rag),
      levels: grid.words.all.slice(from, to + 1).join(' and '),
    })),
    ...methodDomains(grid, facts.place, facts.round.slug),
    gap: toMethodGap(facts),
  };
}

/** The finding: on what the levels and colours rest. */
function ledeOf(
  domains: readonly MethodDomainView[],
  elements: readonly PlaceElementView[],
): string[] {
  const ofElements = `The ${inWords(elements.length)} elements follow from the service map by written rules.`;
  return [
    ...(domains.length > 0 ? [domainsFinding(domains)] : []),
    ...(elements.length > 0 ? [ofElements] : []),
  ];
}

/** "Of eleven domains 4 rest on a level that the reviewers agreed, 7 on the agencies’ median." */
function domainsFinding(domains: readonly MethodDomainView[]): string {
  const on = (basis: string): number => domains.filter((domain) => domain.basis === basis).length;
  const [agreed, median] = [on('agreed'), on('median')];
  const discuss = domains.filter(({ rag }) => rag.code === 'discuss').length;
  const without = domains.length - agreed - median - discuss;
  const parts = [
    { count: agreed, one: 'rests', many: 'rest', words: 'on a level that the reviewers agreed' },
    // One verb serves both, where there are both.
    agreed === 0
      ? { count: median, one: 'rests', many: 'rest', words: 'on the agencies’ median' }
      : { count: median, one: 'on', many: 'on', words: 'the agencies’ median' },
    { count: discuss, one: 'is', many: 'are', words: 'to discuss' },
    { count: without, one: 'has', many: 'have', words: 'no level' },
  ].filter(({ count }) => count > 0);
  const whole = parts.find(({ count }) => count === domains.length);
  if (whole) return `All ${inWords(whole.count)} domains ${whole.many} ${whole.words}.`;
  const told = parts.map(
    ({ count, one, many, words }) => `${count} ${count === 1 ? one : many} ${words}`,
  );
  return `Of ${inWords(domains.length)} domains ${told.join(', ')}.`;
}
function jumpsOf({ domains, gap }: GridPart, elements: readonly PlaceElementView[]): LinkView[] {
  return [
    ...(domains.length > 0
      ? [
          { text: 'From statements to a level', href: '#statements' },
          { text: 'From levels to a result', href: '#levels' },
          { text: 'Colours', href: '#colours' },
          { text: 'Every domain', href: '#domains' },
        ]
      : []),
    ...(gap ? [{ text: 'Equity gap', href: '#gap' }] : []),
    ...(elements.length > 0 ? [{ text: 'Every element', href: '#elements' }] : []),
  ];
}

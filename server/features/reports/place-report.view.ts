/** A Place's report: its profile, what the agencies said, its support elements and its services (Design 10). */
import type { ActionMarks } from '../../results/action-marks.ts';
import type { LevelText } from '../../results/action-levels.ts';
import type { SeenAction } from '../../results/actions.ts';
import type { MarkCount } from '../../results/criteria.queries.ts';
import type { Corrected } from '../../results/editions.ts';
import type { Grid } from '../../results/grid.ts';
import type { VisiblePlace } from '../../results/load.ts';
import { mapGaps } from '../../results/map-gaps.ts';
import type { Absence } from '../../results/map.queries.ts';
import type { PlaceNeed } from '../../results/needs.ts';
import type { AgencyAnswer, PlaceAgency } from '../../results/place.queries.ts';
import type { ReportRound } from '../../results/round.queries.ts';
import type { ServiceMap } from '../../results/service-map.ts';
import { paths } from '../../web/paths.ts';
import { template } from '../../web/reply.ts';
import { actionFlag, raiseHref } from './action-flag.view.ts';
import { toEditions } from './editions.view.ts';
import { placeElementsFinding, placeGridFinding } from './finding.ts';
import { dotsKey, type DotsKey } from './key.view.ts';
import { levelColours, type HasLevels } from './levels.view.ts';
import { placeFindings, type FindingsInShort } from './map/findings.ts';
import { findGapIn } from './map-gap.view.ts';
import { placeActions, type PlaceActionsView } from './place-actions.view.ts';
import { toAnswerers, type AnswererView } from './place-agencies.view.ts';
import { placeAges, type PlaceAgesView } from './place-ages.view.ts';
import { placeContradictions, type ContradictionsView } from './place-contradictions.view.ts';
import { placeDomains, type PlaceDomainView } from './place-domains.view.ts';
import { placeElements, type PlaceElementView } from './place-elements.view.ts';
import { placeFacts, unlisted } from './place-facts.ts';
import { answeredText, emptyOf, placeProgress } from './place-progress.ts';
import { placeNeed, type PlaceNeedView } from './place-need.view.ts';
import { placeServices, type PlaceServicesView } from './place-map.view.ts';
import { placeTrend, type TrendView } from './place-trend.view.ts';
import { noProfile, profileOf, type ProfileView } from './place-profile.view.ts';
import {
  captionOf,
  creditsOf,
  toHead,
  type FactView,
  type LinkView,
  type ReportHead,
} from './report.view.ts';

export interface PlaceReportView extends ReportHead, HasLevels, ProfileView {
  readonly place: string;
  /** agencies' names and what they wrote are in it */
  readonly names: boolean;
  readonly jumps: readonly LinkView[];
  /** the round that changes are counted from; '' where there is none */
  readonly comparedWith: string;
  /** null unless there are three comparable rounds */
  readonly trend: TrendView | null;
  readonly domains: readonly PlaceDomainView[];
  readonly dots: DotsKey;
  readonly elements: readonly PlaceElementView[];
  readonly rulesHref: string;
  readonly services: PlaceServicesView;
  /** null where the round asks no service map, or nobody has submitted yet */
  readonly ages: PlaceAgesView | null;
  /** what the service map tells, in short; null where nothing runs that it could tell of */
  readonly insight: FindingsInShort | null;
  /** null before the first answer, and where there is nothing to compare */
  readonly need: PlaceNeedView | null;
  /** of map and grid; null before the first answer, and where the round does not ask both */
  readonly contradictions: ContradictionsView | null;
  /** null before the first answer, where there are none */
  readonly actions: PlaceActionsView | null;
  /** which instruments the round asks, for the columns of `answerers` */
  readonly asksGrid: boolean;
  readonly asksMap: boolean;
  /** empty for those who may not see names */
  readonly answerers: readonly AnswererView[];
  /** "7 of 8 agencies answered the grid, 4 of 4 the service map." */
  readonly answered: string;
  readonly pdfHref: string;
  /** of the PDF with all workings */
  readonly fullHref: string;
  /** where its levels and colours are agreed; '' for those who do not read that */
  readonly reviewHref: string;
  /** where agencies comment on the draft, during the factual check; '' else */
  readonly checkHref: string;
  /** how it was worked out, step by step; domains and elements stand there under their ids */
  readonly methodHref: string;
  readonly systemHref: string;
  /** its services by age, way in and who asks; '' where the round asks no map */
  readonly servicesHref: string;
  /** it beside another Place; '' where there is no other to be seen */
  readonly compareHref: string;
}
export const placeReportPage = template<PlaceReportView>('reports/place');

export interface PlaceReportFacts {
  readonly system: string;
  readonly round: ReportRound;
  readonly place: VisiblePlace;
  /** no other Place of the round may be seen */
  readonly isAlone: boolean;
  /** "2026-11-21" */
  readonly today: string;
  readonly grid: Grid | null;
  readonly map: ServiceMap | null;
  readonly absences: readonly Absence[];
  readonly need: PlaceNeed | null;
  /** both empty where names may not be seen */
  readonly agencies: readonly PlaceAgency[];
  readonly answers: readonly AgencyAnswer[];
  /** how the agencies marked each criterion */
  readonly marks: readonly MarkCount[];
  /** of actions that are funded or under way, and of gaps that have one */
  readonly actions: ActionMarks;
  /** of the Place, as the reader may see them */
  readonly seen: readonly SeenAction[];
  readonly levelText: LevelText;
  /** the reader raises actions */
  readonly raises: boolean;
  /** and sends questions to agencies, as the round is now */
  readonly asks: boolean;
  readonly corrected: Corrected;
}

export function toPlaceReportView(facts: PlaceReportFacts): PlaceReportView {
  const { round, place } = facts;
  const head = toHead(round, facts.system);
  const corrected = toEditions(facts.corrected, place);
  const gridPart = facts.grid ? toGridPart(facts, facts.grid) : noGrid;
  const mapPart = facts.map ? toMapPart(facts, facts.map) : noMap;
  const shown = emptyOf(facts) ? noFindings : findings(facts, gridPart, mapPart);
  return {
    ...head,
    place: place.name,
    names: place.names,
    caption: captionOf('Place report', head, corrected),
    corrected,
    heading: place.name,
    facts: factsOf(facts, gridPart, mapPart),
    empty: emptyOf(facts),
    credits: creditsOf(facts.grid, facts.map),
    levels: levelColours(facts.grid),
    ...gridPart,
    ...mapPart,
    ...shown,
    dots: dotsKey(gridPart.domains),
    ...comparisons(facts),
    actions: listedActions(facts),
    asksGrid: facts.grid !== null,
    asksMap: facts.map !== null,
    answerers: toAnswerers(facts.agencies, facts.map?.sectors ?? new Map<string, string>()),
    answered: answeredText(facts),
    pdfHref: paths.placePdf(round.slug, place.slug),
    fullHref: paths.placeFullPdf(round.slug, place.slug),
    ...workHrefs(facts),
    methodHref: paths.placeMethod(round.slug, place.slug),
    systemHref: paths.systemReport(round.slug),
    servicesHref: facts.map ? paths.services(round.slug, { place: place.slug }) : '',
  };
}

function factsOf(facts: PlaceReportFacts, grid: GridPart, map: MapPart): FactView[] {
  const figures = placeFacts(placeProgress(facts), grid.domains, map.elements);
  return emptyOf(facts) ? figures.map(unlisted) : figures;
}

/** Map against need, and against the grid: before the first answer there is nothing to compare. */
function comparisons(facts: PlaceReportFacts): Pick<PlaceReportView, 'need' | 'contradictions'> {
  if (emptyOf(facts)) return { need: null, contradictions: null };
  const { need, map, place } = facts;
  return { need: placeNeed(need, map, place), contradictions: placeContradictions(facts) };
}

function listedActions(facts: PlaceReportFacts): PlaceActionsView | null {
  const actions = placeActions(facts);
  return emptyOf(facts) && actions.first.length === 0 ? null : actions;
}

/** Where its levels and colours are agreed, its draft is commented on, and it is compared. */
function workHrefs({ round, place, isAlone }: PlaceReportFacts) {
  const isChecked = round.status === 'factual-check';
  return {
    reviewHref: place.names ? paths.review(round.slug, place.slug) : '',
    compareHref: isAlone ? '' : paths.comparePlaces(round.slug, { one: place.slug }),
    checkHref: isChecked ? paths.factualCheck(round.slug, place.slug) : '',
  };
}

type GridPart = Pick<PlaceReportView, 'comparedWith' | 'trend' | 'domains'> & ProfileView;
const noGrid: GridPart = { ...noProfile, comparedWith: '', trend: null, domains: [] };

function toGridPart(facts: PlaceReportFacts, grid: Grid): GridPart {
  const { place, actions, ...said } = facts;
  const domains = placeDomains(grid, place, said).map((domain) => ({
    ...domain,
    action: actionFlag(actions, place, domain),
    raiseHref: hrefToRaise(facts, 'domain', domain.id),
  }));
  return {
    ...profileOf(grid, place, domains),
    comparedWith: grid.previousName,
    trend: placeTrend(grid, place, facts.round.name),
    domains,
  };
}

function hrefToRaise(
  { raises, round, place }: PlaceReportFacts,
  source: 'domain' | 'element',
  item: string,
): string {
  return raises ? raiseHref(source, { round: round.slug, place: place.slug, item }) : '';
}

type MapPart = Pick<PlaceReportView, 'elements' | 'services' | 'insight' | 'ages' | 'rulesHref'>;
const noServices = { coverage: [], services: [], unplaced: [] };
const noInsight = { insight: null, ages: null };
const noMap: MapPart = { elements: [], services: noServices, ...noInsight, rulesHref: '' };

function toMapPart(facts: PlaceReportFacts, map: ServiceMap): MapPart {
  const { place, round, absences, need, today, actions } = facts;
  const gaps = mapGaps(map, { place: place.id, absences, need, today });
  const findGap = findGapIn(gaps, facts);
  return {
    elements: placeElements(map, place, { round: round.slug, asks: facts.asks }).map((element) => ({
      ...element,
      action: actionFlag(actions, place, { id: element.id, name: element.title }),
      raiseHref: hrefToRaise(facts, 'element', element.id),
    })),
    services: placeServices(map, place, { round: round.slug, absences, findGap }),
    insight: placeFindings({ ...facts, map, findGap }),
    ages: placeAges(map, place, { round: round.slug, today, findGap }),
    rulesHref: paths.instrument(map.definition.id, map.definition.version),
  };
}

type Findings = Pick<PlaceReportView, 'lede' | 'jumps' | 'domains' | 'elements' | 'ages'>;
/** Before the first answer there is nothing to list, domain by domain. */
const noFindings: Findings = { lede: [], jumps: [], domains: [], elements: [], ages: null };

function findings(facts: PlaceReportFacts, { domains }: GridPart, mapPart: MapPart): Findings {
  const { elements, ages } = mapPart;
  const standing = domains.map(({ level, rag, change }) => ({
    level,
    discuss: rag.code === 'discuss',
    up: change?.kind === 'up',
  }));
  return {
    lede: [
      ...(facts.round.status === 'open' ? ['The round is open: this can still change.'] : []),
      ...(facts.grid ? placeGridFinding(standing, facts.grid.words) : []),
      ...(facts.map ? placeElementsFinding(elements) : []),
    ],
    jumps: jumpsOf(facts),
    domains,
    elements,
    ages,
  };
}

function jumpsOf({ grid, map, round, place }: PlaceReportFacts): LinkView[] {
  return [
    ...(grid
      ? [
          { text: 'Profile', href: '#profile' },
          { text: 'What the agencies said', href: '#views' },
        ]
      : []),
    ...(map
      ? [
          { text: 'Elements of support', href: '#elements' },
          { text: 'From conception to five', href: '#ages' },
          { text: 'Services', href: '#services' },
          ...(grid ? [{ text: 'Map and grid', href: '#contradictions' }] : []),
          { text: 'Need', href: '#need' },
        ]
      : []),
    { text: 'Actions', href: '#actions' },
    { text: 'Who answered', href: '#answered' },
    ...(grid ? [{ text: 'How each domain was worked out', href: '#workings' }] : []),
    { text: 'PDF', href: paths.placePdf(round.slug, place.slug) },
  ];
}

/** What the system's report and a Place's have in common: what it is about, its state, its figures, its sources. */
import { isPublished, roundStatusWords, type RoundStatus } from '../../domain/round/round.ts';
import type { Grid } from '../../results/grid.ts';
import type { ServiceMap } from '../../results/service-map.ts';
import { formatDate } from '../../web/time.ts';
import type { EditionsView } from './editions.view.ts';

export interface FactView {
  /** the colour counted; '' for a plain figure */
  readonly rag: string;
  readonly value: string;
  readonly label: string;
  /** where on the page what it counts stands; '' where it is not listed */
  readonly href: string;
}
export interface LinkView {
  readonly text: string;
  readonly href: string;
}
export interface EmptyView {
  readonly heading: string;
  readonly text: string;
}

/** All plain values: a page and a PDF are two renderings of the same report. */
export interface ReportHead {
  readonly system: string;
  readonly round: string;
  /** of the round: "In review" */
  readonly status: string;
  /** not published yet: every page of every rendering says so */
  readonly draft: boolean;
  /** the line above the heading */
  readonly caption: string;
  /** "Open 2 March 2026 to 27 March 2026" */
  readonly dates: string;
  readonly heading: string;
  /** the finding, in a few sentences */
  readonly lede: readonly string[];
  readonly facts: readonly FactView[];
  /** where nothing was submitted: what comes next; null otherwise */
  readonly empty: EmptyView | null;
  /** the system's recorded assumptions and sources */
  readonly notes: readonly string[];
  /** credit lines of the instruments */
  readonly credits: readonly string[];
  /** what was corrected since the first publication */
  readonly corrected: EditionsView;
}

interface RoundDates {
  readonly status: RoundStatus;
  readonly opensAt: Date | null;
  readonly closesAt: Date | null;
  readonly publishedAt: Date | null;
}

/** "Open 2 March 2026 to 27 March 2026. Published 1 May 2026." as far as there are dates. */
export function roundDates({ status, opensAt, closesAt, publishedAt }: RoundDates): string {
  const parts: string[] = [];
  const verb = status === 'open' || status === 'draft' ? 'Open' : 'Answered';
  if (opensAt && closesAt) parts.push(`${verb} ${formatDate(opensAt)} to ${formatDate(closesAt)}`);
  if (publishedAt) parts.push(`published ${formatDate(publishedAt)}`);
  return parts.join(', ');
}

type HeadFacts = Pick<ReportHead, 'system' | 'round' | 'draft' | 'status' | 'dates' | 'notes'>;

export function toHead(
  round: RoundDates & { readonly name: string; readonly notes: readonly string[] },
  system: string,
): HeadFacts {
  return {
    system,
    round: round.name,
    status: roundStatusWords[round.status],
    draft: !isPublished(round.status),
    dates: roundDates(round),
    notes: round.notes,
  };
}

/** What stands above the heading: drafts say who sees them. */
export function captionOf(
  what: string,
  { draft, round, status }: Pick<ReportHead, 'draft' | 'round' | 'status'>,
  corrected?: EditionsView,
): string {
  const edition = corrected?.stated ?? '';
  if (!draft) return [`${what}, ${round}`, edition].filter(Boolean).join('. ');
  return status === roundStatusWords['factual-check']
    ? `${what}, ${round}. Draft for the factual check, seen by reviewers, the coordinator and the agencies asked`
    : `${what}, ${round}. Draft, seen by reviewers and the coordinator only`;
}

/** The credit line of every instrument that the report draws on, once. */
export function creditsOf(grid: Grid | null, map: ServiceMap | null): string[] {
  const credits = [
    ...(grid ? [grid.definition.source.credit] : []),
    ...(map ? [map.definition.source.credit, map.rules.source.credit] : []),
  ];
  return [...new Set(credits)];
}

/** The system's rounds: those whose results the reader may see. */
import { resultsAccess } from '../../domain/access/may.ts';
import type { Scope } from '../../domain/access/scope.ts';
import { isPublished, roundStatusWords } from '../../domain/round/round.ts';
import { paths } from '../../web/paths.ts';
import { template } from '../../web/reply.ts';
import { roundDates } from './report.view.ts';
import type { RoundRow } from './rounds.queries.ts';

export interface RoundsView {
  readonly system: string;
  /** the newest round in a sentence; '' where there is none */
  readonly lede: string;
  readonly rounds: readonly {
    readonly name: string;
    readonly href: string;
    readonly status: string;
    readonly draft: boolean;
    readonly dates: string;
    /** "35 of 42" */
    readonly answers: string;
    readonly pdfHref: string;
  }[];
}
export const roundsPage = template<RoundsView>('reports/rounds');

/** Keeps the rounds of which the reader may see at least one Place. */
export function toRoundsView(rows: readonly RoundRow[], scope: Scope): RoundsView {
  const visible = rows.filter(({ status, places }) =>
    places.some(({ id, asked }) => resultsAccess(scope, status, id, asked)),
  );
  const [newest] = visible;
  return {
    system: scope.systemName,
    lede: newest ? ledeOf(newest) : '',
    rounds: visible.map((row) => ({
      name: row.name,
      href: paths.systemReport(row.slug),
      status: roundStatusWords[row.status],
      draft: !isPublished(row.status),
      dates: roundDates(row),
      answers: `${row.submitted} of ${row.assigned}`,
      pdfHref: paths.systemPdf(row.slug),
    })),
  };
}

function ledeOf({ name, status, submitted, assigned }: RoundRow): string {
  const state = roundStatusWords[status].toLowerCase();
  return `${name} is ${state}. ${submitted} of ${assigned} answers are in.`;
}

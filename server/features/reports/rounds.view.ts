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
  return {
    system: scope.systemName,
    rounds: rows
      .filter(({ status, placeIds }) =>
        placeIds.some((placeId) => resultsAccess(scope, status, placeId)),
      )
      .map((row) => ({
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

/** Who has answered for a Place and who is waited for: by name for those who may see names. */
import { provenanceWords, responseStatusWords } from '../../domain/round/response.ts';
import type { PlaceAgency } from '../../results/place.queries.ts';
import { paths } from '../../web/paths.ts';
import { formatDate } from '../../web/time.ts';

export interface AnswererView {
  readonly agency: string;
  readonly sectors: string;
  /** "Submitted 3 March 2026", with ", on paper, keyed in by …" where it was; "Waited for", "Not asked" */
  readonly grid: string;
  readonly map: string;
  /** to the answers themselves; '' where they are not submitted */
  readonly gridHref: string;
  readonly mapHref: string;
}

export function toAnswerers(
  agencies: readonly PlaceAgency[],
  sectors: ReadonlyMap<string, string>,
): AnswererView[] {
  return agencies.map((agency) => ({
    agency: agency.name,
    sectors: agency.sectors.map((id) => sectors.get(id) ?? id).join(', '),
    grid: stateText(agency.grid, agency.gridAt, agency.gridKeyedBy),
    map: stateText(agency.map, agency.mapAt, agency.mapKeyedBy),
    gridHref: hrefTo(agency.grid, agency.gridId),
    mapHref: hrefTo(agency.map, agency.mapId),
  }));
}

function hrefTo(status: PlaceAgency['grid'], id: string | null): string {
  return status === 'submitted' && id !== null ? paths.check(id) : '';
}

function stateText(status: PlaceAgency['grid'], at: Date | null, keyedBy: string | null): string {
  if (status === null) return 'Not asked';
  if (status === 'draft') return 'Waited for';
  // The date stays on one line of a narrow column.
  const when = status === 'submitted' && at ? ` ${formatDate(at).replaceAll(' ', '\u00a0')}` : '';
  const state = `${responseStatusWords[status]}${when}`;
  return [state, provenanceWords({ keyedBy })].filter(Boolean).join(', ');
}

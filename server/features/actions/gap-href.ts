/** Where a gap stands in the results: in the Place's report, or in what its service map tells. */
import { paths } from '../../web/paths.ts';

/** By the kind with which a gap's id begins. */
const parts: Readonly<Record<string, readonly [page: 'report' | 'map', part: string]>> = {
  sector: ['report', 'services'],
  ages: ['report', 'ages'],
  door: ['map', 'left-out'],
  room: ['map', 'capacity'],
  delivery: ['map', 'capacity'],
  money: ['map', 'money'],
  fit: ['map', 'fit'],
  alike: ['map', 'duplication'],
  staffing: ['map', 'staffing'],
};

/** @param at slugs. @param id of the gap */
export function gapHref(at: { readonly round: string; readonly place: string }, id: string) {
  const [page, part] = parts[id.split(':')[0] ?? ''] ?? ['report', ''];
  const address = page === 'map' ? paths.placeMap : paths.placeReport;
  return `${address(at.round, at.place)}${part === '' ? '' : `#${part}`}`;
}

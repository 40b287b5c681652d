/** What a service counts for: the support elements that it matches or may match, Place by Place, and what it lacks for green (Design 5). */
import type { ElementEntry, MapEntry } from '../../../domain/elements/element.ts';
import { evaluate } from '../../../domain/elements/evaluate.ts';
import type { EntrySight } from '../../../results/entry-sight.ts';
import { elementContext } from '../../../results/elements.ts';
import type { VisiblePlace } from '../../../results/load.ts';
import type { ServiceMap } from '../../../results/service-map.ts';
import { toElementEntry } from '../../../web/element-entries.ts';
import { paths } from '../../../web/paths.ts';
import type { LinkView } from '../report.view.ts';
import { andList } from '../words.ts';

export interface CountView {
  /** "E3" */
  readonly id: string;
  readonly title: string;
  /** those where it stands the same; each leads to the element in the Place's report */
  readonly places: readonly LinkView[];
  /** "Yes", or which answers would make it count */
  readonly match: string;
  readonly matches: boolean;
  /** labels of conditions for green; "Nothing" where none fails */
  readonly lacks: readonly string[];
  /** of those that an answer is missing for */
  readonly unknown: readonly string[];
}
export interface CountsView {
  /** why it counts for no element, or what it counts for, in a sentence */
  readonly sentence: string;
  readonly rows: readonly CountView[];
}

export function toCounts(
  entry: MapEntry,
  map: ServiceMap,
  { round, sight }: { readonly round: string; readonly sight: EntrySight },
): CountsView {
  const rows = map.rules.elements.flatMap((rule) => {
    const found = sight.served.flatMap((place): Found[] => {
      const cell = map.places.get(place.id)?.elements.find(({ element }) => element === rule.id);
      const stands = cell?.entries.find(({ id }) => id === entry.id);
      return stands ? [{ place, stands }] : [];
    });
    const context = elementContext(map, rule, sight.names);
    return alike(found).map((group): CountView => {
      const { match, failed, unknown } = toElementEntry(group.stands, context, '');
      const none = unknown.length === 0 ? 'Nothing' : 'Nothing known';
      const lacks = failed.length === 0 ? [none] : failed;
      const places = group.places.map(({ slug, name }) => ({
        text: name,
        href: `${paths.placeReport(round, slug)}#${rule.id}`,
      }));
      const matches = group.stands.match === 'yes';
      return { id: rule.id, title: rule.title, places, match, matches, lacks, unknown };
    });
  });
  return { sentence: sentenceOf(entry, map, rows), rows };
}

interface Found {
  readonly place: VisiblePlace;
  readonly stands: ElementEntry;
}

/** Places where it stands the same share a row: what runs beside it can make a difference. */
function alike(found: readonly Found[]): { places: VisiblePlace[]; stands: ElementEntry }[] {
  const groups = new Map<string, { places: VisiblePlace[]; stands: ElementEntry }>();
  for (const { place, stands } of found) {
    const key = JSON.stringify([stands.match, stands.failed, stands.unknown, stands.wouldSettle]);
    const group = groups.get(key) ?? { places: [], stands };
    group.places.push(place);
    groups.set(key, group);
  }
  return [...groups.values()];
}

function sentenceOf(entry: MapEntry, { rules }: ServiceMap, rows: readonly CountView[]): string {
  if (entry.places === null) return 'It names no Place, so it counts nowhere.';
  const counts = ids(rows.filter(({ matches }) => matches));
  const may = ids(rows.filter(({ matches }) => !matches)).filter((id) => !counts.includes(id));
  const parts = [
    ...(counts.length > 0 ? [`counts for ${andList(counts)}`] : []),
    ...(may.length > 0 ? [`may count for ${andList(may)}: an answer is missing`] : []),
  ];
  if (parts.length > 0) return `It ${parts.join(', and ')}.`;
  const active = [rules.running, rules.developing];
  return active.some((rule) => evaluate(rule, entry.answers) === 'yes')
    ? 'It matches none of the elements of support.'
    : 'It neither runs nor is in development, so it counts for no element.';
}

const ids = (rows: readonly CountView[]): string[] => [...new Set(rows.map(({ id }) => id))];

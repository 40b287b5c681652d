/** Where map and grid disagree, in words, with the services it rests on. */
import { contradictions, type Contradiction } from '../../domain/review/contradictions.ts';
import { entriesOfPlace } from '../../domain/elements/element-entry.ts';
import { contradictionWords } from '../../web/contradiction-words.ts';
import { paths } from '../../web/paths.ts';
import { toActions, type ActionsView } from './actions.view.ts';
import type { ReviewFacts } from './review.load.ts';

export interface ContradictionView {
  readonly domain: string;
  readonly domainHref: string;
  /** the domain's id */
  readonly of: string;
  readonly text: string;
  /** running services that leave open what is asked, or are there against the level */
  readonly services: readonly { readonly name: string; readonly href: string }[];
  /** ids of those */
  readonly entryIds: readonly string[];
  /** what these are */
  readonly servicesAre: string;
  readonly stripHref: string;
  readonly actions: ActionsView;
}

export function toContradictions(facts: ReviewFacts): ContradictionView[] {
  const { grid, map, place, round } = facts;
  const scores = grid?.scores.get(place.id);
  if (!grid || !map || !scores) return [];
  const { running } = entriesOfPlace(map.rules, map.entries, place.id);
  return contradictions(scores, running).map((found) => ({
    of: found.domain,
    domain: grid.domains.find(({ id }) => id === found.domain)?.text ?? found.domain,
    domainHref: paths.reviewDomain(round.slug, place.slug, found.domain),
    text: contradictionWords(found, found.levels.map(grid.words.word).join(' or ')),
    services: toServices(found, facts),
    entryIds: [...found.entries, ...found.open].map(({ id }) => id),
    servicesAre: found.entries.length > 0 ? 'Running: ' : 'Left open by ',
    stripHref: `${paths.placeReport(round.slug, place.slug)}#ages`,
    actions: toActions(facts, 'contradiction', found.id),
  }));
}

function toServices({ entries, open }: Contradiction, { map, agencies }: ReviewFacts) {
  return [...entries, ...open].map(({ id, name, agency }) => {
    const mapId = agencies.find((one) => one.id === agency)?.mapId ?? null;
    const by = map?.agencies.find((one) => one.agency === agency)?.name ?? '';
    return {
      name: by === '' ? name : `${name} (${by})`,
      href: mapId === null ? '' : paths.entry(mapId, id),
    };
  });
}

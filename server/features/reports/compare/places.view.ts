/** Two Places side by side: domains, elements and sectors, and which of the two is ahead. */
import type { VisiblePlace } from '../../../results/load.ts';
import type { Select } from '../../../web/components.ts';
import { paths } from '../../../web/paths.ts';
import { template } from '../../../web/reply.ts';
import { toEditions } from '../editions.view.ts';
import { levelColours, type HasLevels } from '../levels.view.ts';
import { captionOf, creditsOf, toHead, type LinkView, type ReportHead } from '../report.view.ts';
import type { PlacesFacts } from './compare.load.ts';
import { sideTables, type Pair, type SideTable } from './side-tables.ts';

export interface PlacesView extends ReportHead, HasLevels {
  readonly action: string;
  /** empty where there are not two */
  readonly selects: readonly Select[];
  readonly links: readonly LinkView[];
  readonly tables: readonly SideTable[];
  readonly asksMap: boolean;
  /** '' where there is nothing to take away */
  readonly pdfHref: string;
}
const NO_SECOND = 'Two Places are set side by side here once you may see the results of both.';

export const placesPage = template<PlacesView>('reports/compare/places');

export function toPlacesView(facts: PlacesFacts): PlacesView {
  const { round, pair, grid, map } = facts;
  const head = toHead(round, facts.system);
  const corrected = toEditions(facts.corrected, null);
  const tables = pair ? sideTables(facts, pair) : [];
  return {
    ...head,
    caption: captionOf('Two Places compared', head, corrected),
    corrected,
    heading: pair ? `${pair[0].name} beside ${pair[1].name}` : 'Only one Place to be seen',
    lede: tables.slice(0, 1).map(({ text }) => text),
    facts: [],
    empty: pair ? null : { heading: 'There is no second Place to compare with', text: NO_SECOND },
    credits: creditsOf(grid, map),
    levels: levelColours(grid),
    asksMap: map !== null,
    action: paths.comparePlaces(round.slug),
    pdfHref: pair ? pdfOf(round.slug, pair) : '',
    selects: pair ? selectsOf(facts, pair) : [],
    links: [
      ...(pair ?? []).map(({ name, slug }) => ({
        text: name,
        href: paths.placeReport(round.slug, slug),
      })),
      { text: `The whole matrix of ${round.name}`, href: paths.systemReport(round.slug) },
    ],
    tables,
  };
}

const pdfOf = (roundSlug: string, [one, other]: Pair): string =>
  paths.comparePlacesPdf(roundSlug, { one: one.slug, other: other.slug });

function selectsOf({ places }: PlacesFacts, [one, other]: Pair): Select[] {
  const choose = (name: string, label: string, chosen: VisiblePlace): Select => ({
    id: name,
    name,
    label,
    items: places.map((place) => ({
      value: place.slug,
      text: place.name,
      chosen: place === chosen,
    })),
  });
  return [choose('one', 'Place', one), choose('other', 'Beside', other)];
}

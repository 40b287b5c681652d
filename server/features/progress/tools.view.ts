/** The filters above the progress table, each choice with how many agencies it shows. */
import type { Select } from '../../web/components.ts';
import { counted } from '../../web/english.ts';
import { paths } from '../../web/paths.ts';
import { agenciesOf, inPart, isShown, sectorsOf, shows, type Filter, type Show } from './filter.ts';
import type { Progress } from './progress.load.ts';

export interface ToolsView {
  readonly action: string;
  readonly selects: readonly Select[];
  /** "3 agencies"; '' where nothing is left out */
  readonly found: string;
}

const showWords: Readonly<Record<Show, string>> = {
  all: 'all, silent ones first',
  silent: 'silent',
  'under-way': 'under way',
  returned: 'returned',
  submitted: 'submitted',
  mail: 'mail did not arrive',
};

export function toTools(progress: Progress, filter: Filter): ToolsView {
  const { round } = progress;
  const part = inPart(progress, filter);
  const sectors = sectorsOf(progress);
  const choose = (
    name: string,
    label: string,
    chosen: string,
    items: readonly (readonly [value: string, text: string])[],
  ): Select => ({
    id: name,
    name,
    label,
    items: items.map(([value, text]) => ({ value, text, chosen: value === chosen })),
  });
  const count = (show: Show): number => part.filter((one) => isShown(one, show)).length;
  const isAll = filter.show === 'all' && filter.place === '' && filter.sector === '';
  return {
    action: paths.progress(round.slug),
    selects: [
      choose(
        'show',
        'Show',
        filter.show,
        shows.map((show) => [show, `${showWords[show]} (${count(show)})`]),
      ),
      choose('place', 'Place', filter.place, [
        ['', 'all'],
        ...round.places.map(({ slug, name }) => [slug, name] as const),
      ]),
      choose('sector', 'Sector', filter.sector, [
        ['', 'all'],
        ...sectors.map(({ id, name }) => [id, name] as const),
      ]),
    ],
    found: isAll ? '' : counted(agenciesOf(progress, filter).length, 'agency', 'agencies'),
  };
}

/** The list of actions: overdue and stuck first, narrowed by what its address asks for. */
import type { Scope } from '../../domain/access/scope.ts';
import { may } from '../../domain/access/may.ts';
import {
  actionSources,
  actionSourceWords,
  actionStatuses,
  actionStatusWords,
  isOverdue,
  isStuck,
  stuckDays,
  type Today,
} from '../../domain/actions/action.ts';
import { byNaturalOrder } from '../../domain/natural-order.ts';
import type { SeenAction } from '../../results/actions.ts';
import { dueWords, ownerWords, sourceWords } from '../../web/action-words.ts';
import type { Select } from '../../web/components.ts';
import { capital, counted } from '../../web/english.ts';
import { paths } from '../../web/paths.ts';
import { template } from '../../web/reply.ts';
import type { ActionFilter } from './list.filter.ts';
import { alarmText, placeWords, wholeSystem } from './words.ts';

interface ActionRow {
  readonly href: string;
  readonly what: string;
  readonly place: string;
  /** where it was raised from; '' for nothing */
  readonly source: string;
  readonly owner: string;
  readonly due: string;
  readonly status: string;
  /** "Overdue", "Stuck" with since when; '' for none */
  readonly alarm: string;
}
export interface ActionListView {
  readonly lede: string;
  readonly action: string;
  readonly filters: readonly Select[];
  /** kept while the rest is chosen anew; '' for none */
  readonly item: string;
  readonly itemText: string;
  /** "5 of 9 actions" */
  readonly count: string;
  readonly rows: readonly ActionRow[];
  readonly none: string;
  /** '' where nothing is asked for */
  readonly allHref: string;
  /** '' for those who may not raise one */
  readonly newHref: string;
  /** '' for those who do not go through them at a new round */
  readonly reviewHref: string;
  readonly csvHref: string;
  readonly xlsxHref: string;
  readonly stuckRule: string;
}
export const actionListPage = template<ActionListView>('actions/list');

export interface ListFacts {
  readonly scope: Scope;
  /** all that the person may see */
  readonly actions: readonly SeenAction[];
  /** of these what is asked for, in order */
  readonly found: readonly SeenAction[];
  readonly filter: ActionFilter;
  readonly today: Today;
}

export function toListView(facts: ListFacts): ActionListView {
  const { scope, actions, found, filter, today } = facts;
  const asked = { ...filter };
  const isNarrowed = Object.values(filter).some((value) => value !== '');
  return {
    lede: ledeOf(actions, today),
    action: paths.actions(),
    filters: toFilters(facts),
    item: filter.item,
    itemText: found.find(({ itemId }) => itemId === filter.item)?.about ?? '',
    count: `${found.length} of ${counted(actions.length, 'action', 'actions')}`,
    rows: found.map((action) => toRow(action, today)),
    none: noneOf(actions.length, isNarrowed, may(scope, 'actions.raise')),
    allHref: isNarrowed ? paths.actions() : '',
    newHref: may(scope, 'actions.raise') ? paths.newAction() : '',
    reviewHref: may(scope, 'actions.review') ? paths.reviewActions('') : '',
    csvHref: paths.actionsFile('csv', asked),
    xlsxHref: paths.actionsFile('xlsx', asked),
    stuckRule: `Stuck: open, and nothing was changed or noted for ${stuckDays} days.`,
  };
}

function ledeOf(actions: readonly SeenAction[], today: Today): string {
  const overdue = actions.filter((action) => isOverdue(action, today)).length;
  const stuck = actions.filter((action) => isStuck(action, today)).length;
  const parts = [
    ...(overdue > 0 ? [`${overdue} overdue`] : []),
    ...(stuck > 0 ? [`${stuck} stuck`] : []),
  ];
  const rest = 'What the Places and agencies have set out to do, from round to round.';
  return parts.length === 0 ? rest : `${capital(parts.join(', '))}. ${rest}`;
}

function noneOf(all: number, isNarrowed: boolean, mayRaise: boolean): string {
  if (all > 0 && isNarrowed) return 'No action fits this choice.';
  if (all > 0) return 'No action is open. “Any, ended too” shows what was done or dropped.';
  return mayRaise
    ? 'No actions yet. Raise one here, or from a domain, a support element or a gap in the results.'
    : 'No actions yet. Reviewers, coordinators and ICB leads raise them.';
}

function toRow(action: SeenAction, today: Today): ActionRow {
  return {
    href: paths.action(action.id),
    what: action.what,
    place: placeWords(action),
    source: sourceWords(action),
    owner: ownerWords(action) || 'Nobody yet',
    due: dueWords(action.dueOn),
    status: actionStatusWords[action.status],
    alarm: alarmText(action, today),
  };
}

interface Item {
  readonly value: string;
  readonly text: string;
}

function toFilters({ actions, filter }: ListFacts): Select[] {
  const choose = (name: keyof ActionFilter, label: string, items: readonly Item[]): Select => ({
    id: name,
    name,
    label,
    items: items.map((item) => ({ ...item, chosen: item.value === filter[name] })),
  });
  return [
    choose('place', 'Place', [any, ...placesOf(actions)]),
    choose('status', 'Status', [
      { value: '', text: 'Open' },
      { value: 'all', text: 'Any, ended too' },
      ...actionStatuses.map((value) => ({ value, text: actionStatusWords[value] })),
    ]),
    choose('owner', 'Owner', [any, ...ownersOf(actions), { value: 'nobody', text: 'Nobody yet' }]),
    choose('source', 'Raised from', [
      any,
      ...actionSources.map((value) => ({ value, text: actionSourceWords[value] })),
    ]),
    choose('show', 'Show', [
      { value: '', text: 'All of these' },
      { value: 'overdue', text: 'Overdue' },
      { value: 'stuck', text: 'Stuck' },
      { value: 'mine', text: 'Mine' },
    ]),
  ];
}

const any: Item = { value: '', text: 'Any' };

const unique = (items: readonly Item[]): Item[] => [
  ...new Map(items.map((item) => [item.value, item])).values(),
];
const byText = (one: Item, other: Item): number => byNaturalOrder(one.text, other.text);

/** Of what the person sees: nothing else is there to be chosen. */
function placesOf(actions: readonly SeenAction[]): Item[] {
  const places = actions.flatMap(({ placeSlug, placeName }) =>
    placeSlug === null || placeName === null ? [] : [{ value: placeSlug, text: placeName }],
  );
  const ofSystem = actions.some(({ placeId }) => placeId === null);
  return [
    ...unique(places).toSorted(byText),
    ...(ofSystem ? [{ value: 'system', text: wholeSystem }] : []),
  ];
}

function ownersOf(actions: readonly SeenAction[]): Item[] {
  const agencies = actions.flatMap(({ ownerAgencySlug, ownerAgency }) =>
    ownerAgencySlug === null ? [] : [{ value: ownerAgencySlug, text: ownerAgency }],
  );
  const people = actions.flatMap(({ ownerPersonId, ownerPerson }) =>
    ownerPersonId === null ? [] : [{ value: ownerPersonId, text: ownerPerson }],
  );
  return [...unique(agencies).toSorted(byText), ...unique(people).toSorted(byText)];
}

/** The addresses of set-up. */

const seg = encodeURIComponent;
const base = '/set-up';

/** What set-up keeps lists of, as addresses name them. */
export const setUpLists = ['places', 'agencies', 'people'] as const;
export type SetUpList = (typeof setUpLists)[number];

const thing = (list: SetUpList, id: string): string => `${base}/${list}/${seg(id)}`;

const round = (slug: string): string => `${base}/rounds/${seg(slug)}`;

export const setUpPaths = {
  overview: () => base,
  list: (list: SetUpList) => `${base}/${list}`,
  /** the list as a file */
  file: (list: SetUpList) => `${base}/${list}.csv`,
  /** an empty file with the columns' names */
  template: (list: SetUpList) => `${base}/templates/${list}.csv`,
  add: (list: SetUpList) => `${base}/${list}/new`,
  /** by slug; people by id */
  thing,
  move: (place: string) => `${thing('places', place)}/move`,
  retire: (list: 'places' | 'agencies', slug: string) => `${thing(list, slug)}/retire`,
  /** births and need of every Place. @param place slug of the Place whose figures were just saved, or what else was done */
  needList: (place?: string, deed: 'saved' | 'removed' | 'restored' = 'saved') =>
    `${base}/need${place ? `?${deed}=${seg(place)}` : ''}`,
  needs: (place: string) => `${thing('places', place)}/need`,
  addNeed: (place: string) => `${thing('places', place)}/need/new`,
  need: (place: string, year: number) => `${thing('places', place)}/need/${String(year)}`,
  needHistory: (place: string, year: number) =>
    `${thing('places', place)}/need/${String(year)}/history`,
  removeNeed: (place: string, year: number) =>
    `${thing('places', place)}/need/${String(year)}/remove`,
  restoreNeed: (place: string, year: number) =>
    `${thing('places', place)}/need/${String(year)}/restore`,
  restore: (list: 'places' | 'agencies', slug: string) => `${thing(list, slug)}/restore`,
  addRole: (person: string) => `${thing('people', person)}/roles/new`,
  roles: (person: string) => `${thing('people', person)}/roles`,
  role: (person: string, role: string) => `${thing('people', person)}/roles/${seg(role)}`,
  removeRole: (person: string, role: string) =>
    `${thing('people', person)}/roles/${seg(role)}/remove`,
  leave: (person: string) => `${thing('people', person)}/leave`,
  import: (list?: SetUpList) => (list ? `${base}/import?what=${list}` : `${base}/import`),
  store: () => `${base}/import/store`,
  rounds: () => `${base}/rounds`,
  /** @param from the round to start from; none for an empty form */
  newRound: (from?: string) => `${base}/rounds/new${from ? `?from=${seg(from)}` : ''}`,
  round,
  editRound: (slug: string) => `${round(slug)}/edit`,
  deleteRound: (slug: string) => `${round(slug)}/delete`,
  roundStep: (slug: string, step: string) => `${round(slug)}/steps/${seg(step)}`,
  extendRound: (slug: string) => `${round(slug)}/extend`,
  roundReminders: (slug: string) => `${round(slug)}/reminders`,
  askMore: (slug: string) => `${round(slug)}/agencies`,
  withdraw: (slug: string, agency: string) => `${round(slug)}/agencies/${seg(agency)}/withdraw`,
};

/** The interface for programs: the rows of the downloads, a page at a time, for whoever may take them away. */
import { actionStatuses } from '../../domain/actions/action.ts';
import { asExporter, mayExport } from '../../domain/access/may.ts';
import { notFound } from '../../domain/errors.ts';
import { entriesItem, itemsOf, levelItems } from '../../domain/instrument/items.ts';
import { isPublished } from '../../domain/round/round.ts';
import { loadData, type RoundData } from '../../results/data/load.ts';
import type { ResultsDeps } from '../../results/load.ts';
import type { ApiReply, ApiRequest, ApiRoute } from '../../web/api/route.ts';
import { apiGet, publicApiGet } from '../../web/api/route.ts';
import { paths } from '../../web/paths.ts';
import { cursorOf } from './cursor.ts';
import { openApi } from './openapi.ts';
import { readAsked, type Asked } from './parameters.ts';
import { listRounds } from './rounds.queries.ts';
import { roundList, roundRows } from './rounds.ts';
import { pageOf, type RowPage } from './rows.ts';
import { rowLists, type KnownIds, type RowList } from './tables.ts';

export interface ApiDeps extends ResultsDeps {
  /** our own origin */
  readonly baseUrl: string;
  readonly version: string;
}

export function apiRoutes(deps: ApiDeps): ApiRoute[] {
  return [
    publicApiGet('/api/v1/openapi.json', () => ({ body: openApi(deps), next: null })),
    apiGet('/api/v1/rounds', 'results.export', (request) => rounds(deps, request)),
    ...rowLists.map((list) =>
      apiGet(`/api/v1/rounds/:round/${list.name}`, 'results.export', (request) =>
        rows(deps, list, request),
      ),
    ),
  ];
}

async function rounds(deps: ApiDeps, { scope, query }: ApiRequest): Promise<ApiReply> {
  const asked = readAsked(query, roundList, nothingKnown);
  const all = await listRounds(deps.db, asExporter(scope));
  const mine = all.filter(({ status }) => mayExport(scope, status));
  const page = await pageOf(roundRows(mine), roundList, asked);
  return reply(deps, {}, page, (more) => paths.api.rounds({ ...asked.sent, ...more }));
}

async function rows(deps: ApiDeps, list: RowList, request: ApiRequest): Promise<ApiReply> {
  const { scope, params, query } = request;
  const data = await loadData(deps, scope, params['round'] ?? '');
  const asked = readAsked(query, list, knownIn(data));
  const table = data.tables.find(({ name }) => name === list.table);
  if (!table) throw notFound();
  const { round, names, edition } = data;
  const head = {
    round: round.slug,
    draft: !isPublished(round.status),
    edition: edition?.number ?? null,
    names,
  };
  const page = await pageOf(table, list, asked, placeFieldOf(list, data));
  return reply(deps, head, page, (more) =>
    paths.api.table(round.slug, list.name, { ...asked.sent, ...more }),
  );
}

function reply(
  { baseUrl }: ApiDeps,
  head: object,
  { rows: shown, end }: RowPage,
  address: (more: Asked['sent']) => string,
): ApiReply {
  const next = end === null ? null : `${baseUrl}${address({ cursor: cursorOf(end) })}`;
  return { body: { ...head, rows: shown, next }, next };
}

/** Services name theirs in answer to a question. */
function placeFieldOf({ table }: RowList, { definitions }: RoundData): string {
  if (table !== 'entries') return 'place';
  return definitions.map(entriesItem).find((item) => item)?.placesItem ?? 'place';
}

const nothingKnown: KnownIds = { place: [], domain: [], element: [], item: [], status: [] };

/** Another system's ids are as unknown as any. */
function knownIn({ places, definitions }: RoundData): KnownIds {
  return {
    place: places.map(({ slug }) => slug),
    domain: definitions.flatMap(levelItems).map(({ id }) => id),
    element: definitions.flatMap(({ support }) => support?.elements ?? []).map(({ id }) => id),
    item: definitions.flatMap(itemsOf).map(({ item }) => item.id),
    status: actionStatuses,
  };
}

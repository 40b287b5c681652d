/** A round's data to take away: a page that says what there is, and the files themselves. */
import { recordAudit } from '../../db/audit.ts';
import { notFound } from '../../domain/errors.ts';
import { loadData, type RoundData } from '../../results/data/load.ts';
import type { DataTable } from '../../results/data/table.ts';
import type { ResultsDeps } from '../../results/load.ts';
import { paths } from '../../web/paths.ts';
import { page, stream, type Reply } from '../../web/reply.ts';
import { get, param, recently, type Route, type SignedInRequest } from '../../web/route.ts';
import { aboutOf, type About } from './about.ts';
import { dataPage, toDataView } from './data.view.ts';
import { csvOf, jsonOf, workbookOf } from './files.ts';

interface DataDeps extends ResultsDeps {
  readonly now: () => Date;
}

/** Much leaves the house at once: who takes it has shown lately who they are. */
export function dataRoutes(deps: DataDeps): Route[] {
  const { now } = deps;
  return [
    get('/rounds/:round/data', 'results.export', async (request) => {
      const data = await loadData(deps, request.scope, param(request, 'round'));
      const sizes = await Promise.all(data.tables.map(({ size }) => size()));
      const about = aboutOf(request.scope, data, now());
      return page(dataPage, toDataView(about, data.tables, sizes), {
        title: `Data, ${about.roundName}`,
        credits: about.credits,
        crumbs: [
          { text: 'Results', href: paths.rounds() },
          { text: `${about.roundName}: system matrix`, href: paths.systemReport(about.round) },
        ],
      });
    }),
    recently(
      get('/rounds/:round/export.xlsx', 'results.export', (request) =>
        download(deps, request, (about, { tables }) => ({
          pieces: workbookOf(about, tables),
          type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
          file: 'workbook',
          ending: '.xlsx',
        })),
      ),
    ),
    recently(
      get('/rounds/:round/export.csv', 'results.export', (request) =>
        download(deps, request, (_, { tables }) => {
          const table = asked(tables, request.query['sheet']);
          return {
            pieces: csvOf(table),
            type: 'text/csv; charset=utf-8',
            file: `CSV of ${table.name}`,
            ending: `-${table.name}.csv`,
          };
        }),
      ),
    ),
    recently(
      get('/rounds/:round/export.json', 'results.export', (request) =>
        download(deps, request, (about, { tables }) => ({
          pieces: jsonOf(about, tables),
          type: 'application/json; charset=utf-8',
          file: 'JSON',
          ending: '.json',
        })),
      ),
    ),
  ];
}

interface Download {
  readonly pieces: AsyncIterable<Buffer>;
  readonly type: string;
  /** for the audit trail */
  readonly file: string;
  readonly ending: string;
}

/** Written down before it begins: what is broken off midway was taken all the same. */
async function download(
  deps: DataDeps,
  request: SignedInRequest,
  make: (about: About, data: RoundData) => Download,
): Promise<Reply> {
  const { scope } = request;
  const now = deps.now();
  const data = await loadData(deps, scope, param(request, 'round'));
  const about = aboutOf(scope, data, now);
  const { pieces, type, file, ending } = make(about, data);
  if (request.wantsBody) {
    await recordAudit(deps.db, {
      systemId: scope.systemId,
      personId: scope.personId,
      act: 'data.downloaded',
      subjectType: 'round',
      subjectId: data.round.id,
      happenedAt: now,
      details: { file, names: data.names },
    });
  }
  const state = about.draft ? '-draft' : '';
  return stream(pieces, type, `${about.system}-${about.round}${state}${ending}`);
}

/**
 * The one that is asked for by name. Else the answers, and the scores for those who may not have answers: a CSV
 * holds one table.
 */
function asked(tables: readonly DataTable[], name: string | undefined): DataTable {
  const find = (wanted: string): DataTable | undefined =>
    tables.find((table) => table.name === wanted);
  const table = name === undefined ? (find('answers') ?? find('scores')) : find(name);
  if (!table) throw notFound();
  return table;
}

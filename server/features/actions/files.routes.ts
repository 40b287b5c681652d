/** The list of actions as a file, narrowed as its page is. */
import { writeCsv } from '../../adapters/csv.ts';
import { recordAudit } from '../../db/audit.ts';
import { guarded } from '../../domain/set-up/import/table.ts';
import { loadLevelTexts } from '../../results/action-levels.ts';
import { loadActions } from '../../results/actions.ts';
import { file, type Reply } from '../../web/reply.ts';
import { get, type Route, type SignedInRequest } from '../../web/route.ts';
import { todayOf, type ActionDeps } from './deps.ts';
import { narrow, readFilter } from './list.filter.ts';
import { actionColumns, toActionRow, toWorkbook } from './table.ts';

const xlsx = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

export function actionFileRoutes(deps: ActionDeps): Route[] {
  return [
    get('/actions.csv', 'actions.read', async (request) => {
      const rows = await load(deps, request);
      const cells = rows.map((row) => row.map((cell) => guarded(cell ?? '')));
      const body = writeCsv([actionColumns.map(({ title }) => title), ...cells]);
      return download(deps, request, { body, rows: rows.length, as: 'csv' });
    }),
    get('/actions.xlsx', 'actions.read', async (request) => {
      const rows = await load(deps, request);
      const body = await deps.spreadsheets.write(toWorkbook(rows));
      return download(deps, request, { body, rows: rows.length, as: 'xlsx' });
    }),
  ];
}

async function load(deps: ActionDeps, { scope, query }: SignedInRequest) {
  const today = todayOf(deps);
  const found = narrow(await loadActions(deps, scope), readFilter(query), { ...today, scope });
  const levelText = await loadLevelTexts(deps, found);
  return found.map((action) => toActionRow(action, today, levelText));
}

/** Nothing is taken away by asking for the headers alone. */
async function download(
  { db, now }: ActionDeps,
  { scope, wantsBody }: SignedInRequest,
  { body, rows, as }: { readonly body: Buffer; readonly rows: number; readonly as: 'csv' | 'xlsx' },
): Promise<Reply> {
  if (wantsBody) {
    await recordAudit(db, {
      systemId: scope.systemId,
      personId: scope.personId,
      act: 'actions.downloaded',
      subjectType: 'system',
      subjectId: scope.systemId,
      happenedAt: now(),
      details: { rows },
    });
  }
  const type = as === 'csv' ? 'text/csv; charset=utf-8' : xlsx;
  return file(body, type, `${scope.systemName}, actions.${as}`);
}

/** Lists as files, for a spreadsheet: as they are, or empty to be filled. */
import { writeCsv } from '../../../adapters/csv.ts';
import { recordAudit } from '../../../db/audit.ts';
import { paths } from '../../../web/paths.ts';
import { file, type Reply } from '../../../web/reply.ts';
import { get, type Route, type SignedInRequest } from '../../../web/route.ts';
import { setUpLists, type SetUpList } from '../../../web/set-up.paths.ts';
import type { SetUpDeps } from '../change.ts';
import { loadSystem } from '../known.queries.ts';
import { listTitles } from '../words.ts';
import { listOf, templateOf } from './lists.ts';

const type = 'text/csv; charset=utf-8';

export function listRoutes(deps: SetUpDeps): Route[] {
  return setUpLists.flatMap((list) => [
    get(paths.setUp.file(list), 'set-up.download', (request) => download(deps, request, list)),
    get(paths.setUp.template(list), 'set-up', () =>
      file(writeCsv(templateOf(list)), type, `${listTitles[list]} to fill in.csv`),
    ),
  ]);
}

async function download(
  deps: SetUpDeps,
  { scope }: SignedInRequest,
  list: SetUpList,
): Promise<Reply> {
  const rows = listOf(list, await loadSystem(deps, scope));
  await recordAudit(deps.db, {
    systemId: scope.systemId,
    personId: scope.personId,
    act: `${list}.downloaded`,
    subjectType: 'system',
    subjectId: scope.systemId,
    happenedAt: deps.now(),
    details: { rows: rows.length - 1 },
  });
  return file(writeCsv(rows), type, `${scope.systemName}, ${listTitles[list]}.csv`);
}

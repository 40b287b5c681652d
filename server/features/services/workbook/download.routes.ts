/** An agency's entries as a workbook, and the empty one to fill in. */
import type { SpreadsheetPool } from '../../../adapters/spreadsheet/pool.ts';
import { file, type Reply } from '../../../web/reply.ts';
import { get, param, type Route, type SignedInRequest } from '../../../web/route.ts';
import { listedEntries } from '../listed.ts';
import { openOwnMap, type OpenMap, type ServicesDeps } from '../open-map.ts';
import { listEntries } from '../services.queries.ts';
import { mapWords } from '../words.ts';
import { toWorkbook } from './workbook.view.ts';

export interface WorkbookDeps extends ServicesDeps {
  readonly spreadsheets: SpreadsheetPool;
}

const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** For those who answer for the agency, also after they have submitted. */
export function downloadRoutes(deps: WorkbookDeps): Route[] {
  return [
    get('/responses/:response/entries.xlsx', 'response.write', async (request) => {
      const map = await openMapOf(deps, request);
      const listed = listedEntries(map, await listEntries(deps.db, request.scope, map.response.id));
      const entries = listed.map(({ entry }) => entry);
      return workbookFile(deps, map, toWorkbook(map, entries, deps.now()), '');
    }),
    get('/responses/:response/template.xlsx', 'response.write', async (request) => {
      const map = await openMapOf(deps, request);
      return workbookFile(deps, map, toWorkbook(map, [], deps.now()), 'to fill in');
    }),
  ];
}

function openMapOf(deps: WorkbookDeps, request: SignedInRequest): Promise<OpenMap> {
  return openOwnMap(deps, request.scope, param(request, 'response'));
}

/** longer names are refused by some file systems */
const longestName = 100;

/** "Kingfisher, Service map, Spring 2026.xlsx" */
async function workbookFile(
  { spreadsheets }: WorkbookDeps,
  { response, definition }: OpenMap,
  workbook: ReturnType<typeof toWorkbook>,
  mark: string,
): Promise<Reply> {
  const body = await spreadsheets.write(workbook);
  const agency = Array.from(response.agencyName).slice(0, longestName).join('');
  const parts = [agency, mapWords(definition), mark, response.roundName].filter(Boolean);
  return file(body, type, `${parts.join(', ')}.xlsx`);
}

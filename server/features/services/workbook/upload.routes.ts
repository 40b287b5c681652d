/** Many services at once: a workbook is uploaded, looked at row by row, and stored when that is confirmed. */
import { AppError } from '../../../domain/errors.ts';
import type { ReadFault, ReadSheet } from '../../../adapters/spreadsheet/workbook.ts';
import { refuseOthers } from '../../../web/form.ts';
import { paths } from '../../../web/paths.ts';
import { page, redirect, type Reply } from '../../../web/reply.ts';
import { get, param, postFiles, type Route, type SignedInRequest } from '../../../web/route.ts';
import { afterUpload } from '../back-to-list.ts';
import { FROZEN, openOwnMap, writeMap, type OpenMap } from '../open-map.ts';
import { pageOptions } from '../words.ts';
import type { WorkbookDeps } from './download.routes.ts';
import { loadPlan, storeRows } from './import.store.ts';
import type { PlannedRow } from './planned-row.ts';
import { previewPage, toPreviewView, type PreviewInput } from './preview.view.ts';
import { readSheets, type SheetsRead } from './sheets.read.ts';
import {
  carriedText,
  digestOf,
  parseChoices,
  readCarried,
  type SentChoices,
} from './upload.form.ts';
import { toUploadView, uploadPage } from './upload.view.ts';

const path = '/responses/:response/entries/upload';

export function uploadRoutes(deps: WorkbookDeps): Route[] {
  return [
    get(path, 'response.write', async (request) => {
      const map = await openOwnMap(deps, request.scope, param(request, 'response'));
      if (!map.writable) return redirect(paths.entries(map.response.id));
      return uploadReply(request, map, []);
    }),
    postFiles(path, 'response.write', (request) => look(deps, request)),
    postFiles(`${path}/store`, 'response.write', (request) => store(deps, request)),
  ];
}

function uploadReply({ csrf }: SignedInRequest, map: OpenMap, faults: readonly string[]): Reply {
  const view = toUploadView(map, csrf, faults);
  const isWrong = faults.length > 0;
  const title = `${isWrong ? 'Error: ' : ''}${view.heading}`;
  return page(uploadPage, view, pageOptions(map, title, { status: isWrong ? 422 : 200 }));
}

const faultWords: Readonly<Record<ReadFault, string>> = {
  'not-a-workbook': 'That is no workbook: choose a file that ends in .xlsx',
  'old-or-locked':
    'That is an old workbook, or one with a password: save it as .xlsx, without a password',
  broken: 'That workbook can’t be read: open it, save it as .xlsx again, and choose the new file',
  'too-large': 'That workbook is too large: send some of the rows at a time',
  'too-many-cells':
    'That workbook has too many cells: delete what stands below and beside the rows',
};
const noFile = 'Choose a workbook';

async function look(deps: WorkbookDeps, request: SignedInRequest): Promise<Reply> {
  const { scope, form } = request;
  refuseOthers(form, ['file']);
  const map = await openOwnMap(deps, scope, param(request, 'response'));
  if (!map.writable) return redirect(paths.entries(map.response.id));
  const file = form.file('file');
  if (!file || file.bytes.length === 0) return uploadReply(request, map, [noFile]);
  const { sheets, fault } = await deps.spreadsheets.read(file.bytes);
  if (fault !== null) return uploadReply(request, map, [faultWords[fault]]);
  const read = readSheets(map.item, sheets);
  if (read.sheets === null) return uploadReply(request, map, read.faults);
  const text = carriedText(usedSheets(read.sheets, sheets));
  if (text === undefined) return uploadReply(request, map, [faultWords['too-large']]);
  const rows = await loadPlan(deps.db, scope, map, read.sheets);
  return previewReply(map, { map, rows, text, notes: read.notes, csrf: request.csrf });
}

type Usable = NonNullable<SheetsRead['sheets']>;

/** What stands on other sheets is not carried on. */
function usedSheets({ entries, tables }: Usable, all: readonly ReadSheet[]): readonly ReadSheet[] {
  const used = [entries.sheet, ...tables.map(({ rows }) => rows.sheet)];
  return all.filter(({ name }) => used.includes(name));
}

function previewReply(
  map: OpenMap,
  input: Omit<PreviewInput, 'digest'>,
  { status = 200, mark = '' }: { readonly status?: number; readonly mark?: string } = {},
): Reply {
  const view = toPreviewView({ ...input, digest: digestOf(input.text, input.rows) });
  return page(previewPage, view, pageOptions(map, `${mark}${view.heading}`, { status }));
}

/** Stores exactly what was looked at; where that is no longer what would happen, shows it again. */
async function store(deps: WorkbookDeps, request: SignedInRequest): Promise<Reply> {
  const { scope, form, csrf } = request;
  const sent = parseChoices(form);
  const map = await openOwnMap(deps, scope, param(request, 'response'));
  const read = readSheets(map.item, readCarried(sent.text));
  if (read.sheets === null) return uploadReply(request, map, read.faults);
  const { sheets, notes } = read;
  const done = await writeMap(deps, scope, map, async (trx) => {
    const rows = await loadPlan(trx, scope, map, sheets);
    const shown = { map, rows, text: sent.text, notes, csrf, sent };
    if (digestOf(sent.text, rows) !== sent.digest) {
      return previewReply(map, { ...shown, late: true }, { status: 409, mark: 'Not stored: ' });
    }
    const chosen = chosenOf(rows, sent);
    if (chosen.open) {
      return previewReply(map, { ...shown, undecided: true }, { status: 422, mark: 'Error: ' });
    }
    return storeRows(deps, trx, scope, map, chosen.rows);
  });
  if (done === FROZEN) {
    throw new AppError('conflict', 'This response can’t be changed any more. Nothing was stored.');
  }
  if ('kind' in done) return done;
  return redirect(afterUpload(map, done));
}

/** Rows that need no decision do what they would do, unless they are to be left out. */
function chosenOf(rows: readonly PlannedRow[], { choiceOf }: SentChoices) {
  const chosen = rows.flatMap((row) => {
    const choice = choiceOf(row) || (row.outcome === 'decide' ? '' : (row.choices[0] ?? 'leave'));
    return [[row, choice] as const];
  });
  return {
    open: chosen.some(([, choice]) => choice === ''),
    rows: chosen.flatMap(([row, choice]) => (choice === '' ? [] : [[row, choice] as const])),
  };
}

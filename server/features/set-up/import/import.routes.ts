/** Many at once: a table is pasted or uploaded, looked at row by row, and stored when that is confirmed. */
import type { KnownSystem } from '../../../domain/set-up/known.ts';
import { AppError } from '../../../domain/errors.ts';
import { paths } from '../../../web/paths.ts';
import { page, redirect, type PageOptions, type Reply } from '../../../web/reply.ts';
import { get, postFiles, type Route, type SignedInRequest, recently } from '../../../web/route.ts';
import type { SetUpList } from '../../../web/set-up.paths.ts';
import { changeSetUp, type SetUpDeps } from '../change.ts';
import type { FormFault } from '../fields.view.ts';
import { withOutcome } from '../form.view.ts';
import { loadSystem } from '../known.queries.ts';
import { captionOf, formOptions, listOptions } from '../words.ts';
import { digestOf, listNamed, parseTable, type SentTable } from './import.form.ts';
import { importPage, toImportView } from './import.view.ts';
import { importKinds, type Planned } from './kinds.ts';
import { previewPage, toPreviewView } from './preview.view.ts';

const title = 'Add or change many';

export function importRoutes(deps: SetUpDeps): Route[] {
  return [
    recently(
      get('/set-up/import', 'set-up', async (request) => {
        const system = await loadSystem(deps, request.scope);
        const what = listNamed(request.query['what'] ?? '') ?? firstMissing(system);
        return emptyReply(request, system, { what, text: '', faults: [] });
      }),
    ),
    postFiles('/set-up/import', 'set-up', (request) => look(deps, request)),
    recently(postFiles('/set-up/import/store', 'set-up', (request) => store(deps, request))),
  ];
}

/** Places come first, then agencies, then people: each names those before. */
function firstMissing({ places, agencies }: KnownSystem): SetUpList {
  if (places.length === 0) return 'places';
  return agencies.length === 0 ? 'agencies' : 'people';
}

interface Rejected {
  readonly what: SetUpList;
  readonly text: string;
  readonly faults: readonly FormFault[];
}

function emptyReply(request: SignedInRequest, system: KnownSystem, shown: Rejected): Reply {
  const { scope, csrf } = request;
  const view = toImportView(system, { ...shown, caption: captionOf(scope, shown.what), csrf });
  const options: PageOptions = formOptions(title, shown.what);
  return page(importPage, view, withOutcome(options, { faults: shown.faults, conflict: null }));
}

async function look(deps: SetUpDeps, request: SignedInRequest): Promise<Reply> {
  const sent = parseTable(request.form);
  const system = await loadSystem(deps, request.scope);
  return preview(request, system, { sent, late: false });
}

interface Looked {
  readonly sent: SentTable;
  readonly late: boolean;
}

/** The form again where no row can be read, else what each row would do. */
function preview(request: SignedInRequest, system: KnownSystem, { sent, late }: Looked): Reply {
  const { what, text } = sent;
  const planned = planOf(request, system, sent);
  const faults = unreadable(sent, planned);
  if (faults.length > 0) return emptyReply(request, system, { what, text, faults });
  const { scope, csrf } = request;
  const digest = digestOf(sent, planned);
  const view = toPreviewView(planned, {
    caption: captionOf(scope, what),
    csrf,
    what,
    text,
    digest,
    late,
  });
  const options = listOptions(`${late ? 'Not stored: ' : ''}${view.heading}`);
  return page(previewPage, view, late ? { ...options, status: 409 } : options);
}

/** Why no row can be read; none where they can. */
function unreadable(sent: SentTable, planned: Planned): readonly FormFault[] {
  if (sent.faults.length > 0) return sent.faults;
  return planned.faults.map((text) => ({ field: 'text', text }));
}

function planOf({ scope }: SignedInRequest, system: KnownSystem, sent: SentTable): Planned {
  return importKinds[sent.what].plan(sent.table, system, scope.personId);
}

/** Stores exactly what was looked at; where that is no longer what would happen, shows it again. */
function store(deps: SetUpDeps, request: SignedInRequest): Promise<Reply> {
  const { form, scope } = request;
  const sent = parseTable(form);
  return changeSetUp(deps, scope, async (change) => {
    const planned = planOf(request, change.system, sent);
    const isLate = digestOf(sent, planned) !== form.text('digest');
    if (isLate || unreadable(sent, planned).length > 0) {
      return preview(request, change.system, { sent, late: true });
    }
    refuseFaulty(planned, form.text('rows'));
    const stored = await planned.store(change);
    await change.record({
      act: 'import.stored',
      subjectType: 'system',
      subjectId: scope.systemId,
      details: { list: sent.what, rows: stored },
    });
    return redirect(`${paths.setUp.list(sent.what)}?stored=${stored}`);
  });
}

/** All rows or none, unless it was said that those with a fault are to be left out. */
function refuseFaulty({ rows }: Planned, which: string): void {
  if (which === 'sound' || rows.every(({ outcome }) => outcome !== 'fault')) return;
  throw new AppError('bad-request', 'Some rows have a fault. Go back, and mend them first.');
}

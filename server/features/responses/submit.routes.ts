/** Checking all answers, submitting them, and the confirmation. */
import { actsIn } from '../../domain/access/may.ts';
import { missingInResponse } from '../../domain/answers/response.completeness.ts';
import { AppError } from '../../domain/errors.ts';
import { allows } from '../../domain/round/response.ts';
import type { Scope } from '../../domain/access/scope.ts';
import { markAsPaper } from '../../db/paper.queries.ts';
import { lockResponse } from '../../db/responses.queries.ts';
import { transact } from '../../db/transact.ts';
import { refuseOthers } from '../../web/form.ts';
import { paths } from '../../web/paths.ts';
import { page, redirect, type Reply } from '../../web/reply.ts';
import { get, param, post, type Route, type SignedInRequest } from '../../web/route.ts';
import { checkPage, toCheckView } from './check.view.ts';
import { listColleagues } from './colleagues.queries.ts';
import { contentOf, getContent } from './content.queries.ts';
import { openOwnResponse, openResponse, type Opened, type ResponseDeps } from './opened.ts';
import { listAgencyResponses, listOwnResponses } from './own.queries.ts';
import { queueReceipt } from './receipt.ts';
import { pageOptions } from './response.words.ts';
import { progressOf, toState } from './state.ts';
import { submitResponse } from './submit.queries.ts';
import { nextToDo, submittedPage, toSubmittedView } from './submitted.view.ts';
import { visibleContent } from './visible.ts';

export function submitRoutes(deps: ResponseDeps): Route[] {
  return [
    get('/responses/:response/check', 'response.read', async (request) => {
      const opened = await openResponse(deps, request.scope, param(request, 'response'));
      return showCheck(deps, opened, request, false);
    }),
    post('/responses/:response/submit', 'response.submit', (request) => submit(deps, request)),
    get('/responses/:response/submitted', 'response.read', (request) =>
      showSubmitted(deps, request),
    ),
  ];
}

async function showCheck(
  { db, now }: ResponseDeps,
  opened: Opened,
  { scope, csrf }: SignedInRequest,
  tried: boolean,
): Promise<Reply> {
  const { response, definition, own } = opened;
  const all = await contentOf(db, scope, opened);
  const content = visibleContent(scope, opened, all);
  const colleagues = own ? await listColleagues(db, scope, [response.agencyId]) : [];
  const view = toCheckView({
    opened,
    content,
    progress: progressOf(definition, toState(definition, content)),
    leads: colleagues.filter(({ isLead }) => isLead).map(({ name }) => name),
    tried,
    personId: scope.personId,
    now: now(),
    csrf,
  });
  const title = tried ? `Error: ${view.heading}` : view.heading;
  return page(checkPage, view, pageOptions(opened, title, { status: tried ? 422 : 200 }));
}

async function submit(deps: ResponseDeps, request: SignedInRequest): Promise<Reply> {
  const { scope, form } = request;
  refuseOthers(form);
  const opened = await openOwnResponse(deps, scope, param(request, 'response'));
  const { id, status } = opened.response;
  if (status === 'submitted') return redirect(paths.submitted(id));
  if (actsIn(scope, 'response.submit', opened.response) === null) {
    throw new AppError('forbidden', 'Only an agency lead can submit.');
  }
  const isWhole = await submitWhole(deps, scope, opened);
  if (isWhole) return redirect(paths.submitted(id));
  return showCheck(deps, await openOwnResponse(deps, scope, id), request, true);
}

/** False where something is missing: decided on what is there once nobody else can write any more. */
function submitWhole({ db, now }: ResponseDeps, scope: Scope, opened: Opened): Promise<boolean> {
  const { response, definition } = opened;
  return transact(db, async (trx) => {
    const { status, roundStatus } = await lockResponse(trx, scope, response.id);
    if (allows('submit', status, roundStatus)) {
      const content = await getContent(trx, scope, response.id, definition);
      if (missingInResponse(definition, toState(definition, content)).length > 0) return false;
    }
    const submittedAt = now();
    const isNew = await submitResponse(trx, scope, { responseId: response.id, now: submittedAt });
    if (isNew && opened.keying) {
      await markAsPaper(trx, scope, { responseId: response.id, now: submittedAt });
    }
    if (isNew) await queueReceipt(trx, scope, opened, submittedAt);
    return true;
  });
}

async function showSubmitted(deps: ResponseDeps, request: SignedInRequest): Promise<Reply> {
  const { db, definitions } = deps;
  const { scope } = request;
  const opened = await openResponse(deps, scope, param(request, 'response'));
  const { response, own, keying } = opened;
  if (!own || response.status !== 'submitted') return redirect(paths.response(response.id));
  const content = await contentOf(db, scope, opened);
  const others = keying
    ? await listAgencyResponses(db, scope, response.agencyId)
    : await listOwnResponses(db, scope);
  const next = await nextToDo(others, response, definitions);
  const view = toSubmittedView({ opened, content, next });
  return page(submittedPage, view, pageOptions(opened, view.heading));
}

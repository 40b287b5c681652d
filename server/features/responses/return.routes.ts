/** The coordinator or the chair gives a submitted response back to its agency, with the reason. */
import { mayReadResponse, mayReturnResponse } from '../../domain/access/may.ts';
import type { Scope } from '../../domain/access/scope.ts';
import { AppError, notFound } from '../../domain/errors.ts';
import { responseWords } from '../../domain/instrument/short-words.ts';
import { allows } from '../../domain/round/response.ts';
import { returned } from '../../domain/mail/returned.ts';
import { readReason } from '../../domain/set-up/text.ts';
import { refuseSignedOff } from '../../domain/round/signed-off.ts';
import { queueMails } from '../../db/outbox.queries.ts';
import { listSignedOff } from '../../db/signed-off.queries.ts';
import { transact } from '../../db/transact.ts';
import { refuseOthers } from '../../web/form.ts';
import { paths } from '../../web/paths.ts';
import { page, redirect, type Reply } from '../../web/reply.ts';
import { get, param, post, type Route, type SignedInRequest } from '../../web/route.ts';
import type { Opened, ResponseDeps } from './opened.ts';
import { findWithAnswers } from './opened.queries.ts';
import { pageOptions } from './response.words.ts';
import { listAnswering, returnResponse } from './return.queries.ts';
import { returnedPage, returnPage, toReturnedView, toReturnView } from './return.view.ts';

export function returnRoutes(deps: ResponseDeps): Route[] {
  return [
    get('/responses/:response/return', 'response.return', (request) => ask(deps, request)),
    post('/responses/:response/return', 'response.return', (request) => giveBack(deps, request)),
    get('/responses/:response/returned', 'response.return', (request) => show(deps, request)),
  ];
}

type Returnable = Pick<Opened, 'response' | 'definition'>;

/**
 * One that is submitted, or has been given back already: the chair, too, may see that it is, and no more of it.
 * @throws not found for what the person may not see, in the same words as for what there is not
 */
async function find(
  { db, definitions }: ResponseDeps,
  request: SignedInRequest,
): Promise<Returnable> {
  const { scope } = request;
  const found = await findWithAnswers(db, scope, param(request, 'response'));
  if (!found) throw notFound();
  const { response } = found;
  const { agencyId, placeId, status, roundStatus } = response;
  const isReturned = status === 'returned' && mayReturnResponse(scope, response);
  const isRead = mayReadResponse(scope, { agencyId, placeId, submitted: status === 'submitted' });
  if (roundStatus === 'draft' || !(isReturned || isRead)) throw notFound();
  return { response, definition: await definitions(response.versionId) };
}

/** The same, for those who may give it back. */
async function open(deps: ResponseDeps, request: SignedInRequest): Promise<Returnable> {
  const opened = await find(deps, request);
  if (mayReturnResponse(request.scope, opened.response)) return opened;
  throw new AppError('forbidden', 'Only the coordinator or the chair can return a response.');
}

function refuseUnlessSubmitted({ status, roundStatus }: Returnable['response']): void {
  if (allows('return', status, roundStatus)) return;
  throw new AppError('conflict', 'Only a submitted response can be returned, until publication.');
}

async function ask(deps: ResponseDeps, request: SignedInRequest): Promise<Reply> {
  const opened = await open(deps, request);
  refuseUnlessSubmitted(opened.response);
  refuseSignedOff(await listSignedOff(deps.db, request.scope, opened.response.id));
  return question(deps, request, opened, { typed: '', fault: '' });
}

async function question(
  { db }: ResponseDeps,
  { scope, csrf }: SignedInRequest,
  opened: Returnable,
  { typed, fault }: { readonly typed: string; readonly fault: string },
): Promise<Reply> {
  const answering = await listAnswering(db, scope, opened.response.agencyId);
  const view = toReturnView({ opened, answering, csrf }, typed, fault);
  const title = fault === '' ? view.heading : `Error: ${view.heading}`;
  return page(returnPage, view, pageOptions(opened, title, { status: fault === '' ? 200 : 422 }));
}

async function giveBack(deps: ResponseDeps, request: SignedInRequest): Promise<Reply> {
  const { scope, form } = request;
  refuseOthers(form, ['reason']);
  const done = redirect(paths.returned(param(request, 'response')));
  const opened = await open(deps, request);
  // Sent twice: the second time it is done already.
  if (opened.response.status === 'returned') return done;
  refuseUnlessSubmitted(opened.response);
  const { value, fault } = readReason(form.text('reason'));
  if (fault !== '') {
    return question(deps, request, opened, { typed: form.text('reason'), fault });
  }
  await returnAndTell(deps, scope, opened, value);
  return done;
}

const worthMs = 14 * 24 * 60 * 60 * 1000;

function returnAndTell(
  { db, now }: ResponseDeps,
  scope: Scope,
  { response, definition }: Returnable,
  reason: string,
): Promise<void> {
  const at = now();
  return transact(db, async (trx) => {
    const isNew = await returnResponse(trx, scope, { responseId: response.id, reason, now: at });
    if (!isNew) return;
    const answering = await listAnswering(trx, scope, response.agencyId);
    const mails = answering.map(({ personId, name }) => ({
      systemId: scope.systemId,
      personId,
      kind: 'returned' as const,
      content: returned({
        name,
        agencyName: response.agencyName,
        roundName: response.roundName,
        what: responseWords(definition, response),
        path: paths.response(response.id),
      }),
      queuedAt: at,
      notAfter: new Date(at.getTime() + worthMs),
      awaited: [response.id],
      about: { roundId: response.roundId, agencyId: response.agencyId },
    }));
    await queueMails(trx, mails);
  });
}

async function show(deps: ResponseDeps, request: SignedInRequest): Promise<Reply> {
  const opened = await find(deps, request);
  if (opened.response.status !== 'returned') throw notFound();
  const answering = await listAnswering(deps.db, request.scope, opened.response.agencyId);
  const view = toReturnedView({ opened, answering });
  return page(returnedPage, view, { title: view.heading });
}

/** Starting from last round's answers, and deciding of each whether it is still true (Design 9). */
import { notFound } from '../../../domain/errors.ts';
import { listDecisions } from '../../../db/carry.queries.ts';
import { transact } from '../../../db/transact.ts';
import { refuseOthers, type Form } from '../../../web/form.ts';
import { paths } from '../../../web/paths.ts';
import { page, redirect, type Reply } from '../../../web/reply.ts';
import { get, param, post, type Route, type SignedInRequest } from '../../../web/route.ts';
import { openOwnResponse, type ResponseDeps } from '../opened.ts';
import { pageOptions } from '../response.words.ts';
import { openCarry, type OpenCarry } from './carry.load.ts';
import { dropCarry, startCarry } from './carry.start.ts';
import { carryPage, toCarryView, type CarryFound } from './carry.view.ts';
import { decideLocked, noStart, type Press } from './carry.write.ts';
import type { CarryAct } from './decide.ts';

const carry = '/responses/:response/carry';

export function carryRoutes(deps: ResponseDeps): Route[] {
  return [
    get(carry, 'response.write', (request) => showCarry(deps, request)),
    post(carry, 'response.write', (request) => decide(deps, request)),
    post(`${carry}/start`, 'response.write', (request) => startCarry(deps, request)),
    post(`${carry}/drop`, 'response.write', (request) => dropCarry(deps, request)),
  ];
}

async function showCarry(deps: ResponseDeps, request: SignedInRequest): Promise<Reply> {
  const { scope } = request;
  const opened = await openOwnResponse(deps, scope, param(request, 'response'));
  const open = opened.writable ? await openCarry(deps, scope, opened) : undefined;
  if (!open) return redirect(paths.response(opened.response.id));
  if (open.facts.length === 0 && open.last.content.entries.length > 0) {
    return redirect(paths.carryEntries(opened.response.id));
  }
  return shown(deps, request, open, { refused: [] });
}

async function shown(
  deps: ResponseDeps,
  { scope, csrf }: SignedInRequest,
  open: OpenCarry,
  found: CarryFound,
): Promise<Reply> {
  const entries = await listDecisions(deps.db, scope, open.opened.response.id, 'entry');
  const view = toCarryView({
    ...open,
    ...found,
    anyEntryDecided: entries.size > 0,
    csrf,
    now: deps.now(),
  });
  const isRefused = found.refused.length > 0;
  const title = isRefused ? `Not saved: ${view.heading}` : view.heading;
  return page(carryPage, view, pageOptions(open.opened, title, { status: isRefused ? 409 : 200 }));
}

const acts: readonly CarryAct[] = ['same', 'ended', 'undo'];

async function decide(deps: ResponseDeps, request: SignedInRequest): Promise<Reply> {
  const { scope, form } = request;
  refuseOthers(form, ['decision', 'item']);
  const opened = await openOwnResponse(deps, scope, param(request, 'response'));
  const open = await openCarry(deps, scope, opened);
  if (!open) {
    throw noStart();
  }
  const press = { ...readPress(form, open), now: deps.now() };
  const { refused } = await transact(deps.db, (trx) => decideLocked(trx, scope, open, press));
  const { id } = opened.response;
  const again = await openCarry(deps, scope, await openOwnResponse(deps, scope, id));
  if (!again) return redirect(paths.response(id));
  if (refused.length > 0) return shown(deps, request, again, { refused });
  return redirect(`${paths.carry(id)}#${nextOf(again, press)}`);
}

/** @throws "not found" for what is no act, or no question of the page */
function readPress(form: Form, { facts }: OpenCarry): Omit<Press, 'now'> {
  const ids = form.all('item');
  const act = acts.find((one) => one === form.text('decision'));
  const areKnown = ids.every((id) => facts.some(({ item }) => item.id === id));
  if (!act || !areKnown) throw notFound();
  return { act, ids };
}

/** Where on the page one goes on: the next that is undecided, or what was just taken back. */
function nextOf({ facts }: OpenCarry, { act, ids }: Press): string {
  const open = facts.filter(({ standing }) => standing === 'undecided');
  const next = open.find(({ item }) => act !== 'undo' || ids.includes(item.id));
  return next?.item.id ?? 'decided';
}

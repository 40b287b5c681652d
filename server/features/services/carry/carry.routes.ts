/** Deciding of each of last round's entries whether it is still true (Design 9). */
import { AppError, notFound } from '../../../domain/errors.ts';
import { dayOf } from '../../../web/time.ts';
import { refuseOthers, type Form } from '../../../web/form.ts';
import { paths } from '../../../web/paths.ts';
import { page, redirect, type Reply } from '../../../web/reply.ts';
import { get, param, post, type Route, type SignedInRequest } from '../../../web/route.ts';
import { formPage } from '../entry.page.ts';
import { FROZEN, openOwnMap, writeMap, type OpenMap, type ServicesDeps } from '../open-map.ts';
import { findEntry } from '../services.queries.ts';
import { pageOptions } from '../words.ts';
import { carriedIdOf, carryKey } from './carry-key.ts';
import { openCarry, type EntryFact, type OpenCarry } from './carry.load.ts';
import { carryPage, toCarryView } from './carry.view.ts';
import { decideEntries, type CarryAct, type Press } from './carry.write.ts';

const carry = '/responses/:response/entries/carry';

export function carryRoutes(deps: ServicesDeps): Route[] {
  return [
    get(carry, 'response.write', (request) => showCarry(deps, request)),
    post(carry, 'response.write', (request) => decide(deps, request)),
  ];
}

async function showCarry(deps: ServicesDeps, request: SignedInRequest): Promise<Reply> {
  const map = await openOwnMap(deps, request.scope, param(request, 'response'));
  const open = map.writable ? await openCarry(deps, request.scope, map) : undefined;
  return open ? shown(deps, request, open, []) : redirect(paths.response(map.response.id));
}

function shown(
  deps: ServicesDeps,
  { csrf }: SignedInRequest,
  open: OpenCarry,
  refused: readonly EntryFact[],
): Reply {
  const now = deps.now();
  const view = toCarryView({ ...open, refused, csrf, now, today: dayOf(now) });
  const isRefused = refused.length > 0;
  const title = isRefused ? `Not saved: ${view.heading}` : view.heading;
  return page(carryPage, view, pageOptions(open.map, title, { status: isRefused ? 409 : 200 }));
}

async function decide(deps: ServicesDeps, request: SignedInRequest): Promise<Reply> {
  const { scope, form } = request;
  refuseOthers(form, ['decision', 'entry']);
  const map = await openOwnMap(deps, scope, param(request, 'response'));
  const open = await openCarry(deps, scope, map);
  if (!open) {
    throw unchanged();
  }
  const press = { ...readPress(form, open), now: deps.now() };
  const refused = await writeMap(deps, scope, map, (trx) => decideEntries(trx, scope, open, press));
  if (refused === FROZEN || refused === null) {
    throw unchanged();
  }
  const again = await openCarry(deps, scope, map);
  if (!again) return redirect(paths.response(map.response.id));
  if (refused.length > 0) {
    const ids = refused.map(({ old }) => old.id);
    return shown(
      deps,
      request,
      again,
      again.facts.filter(({ old }) => ids.includes(old.id)),
    );
  }
  return redirect(`${paths.carryEntries(map.response.id)}#${nextOf(again, press)}`);
}

const acts: readonly CarryAct[] = ['same', 'ended', 'undo'];

/** @throws "not found" for what is no act, or no entry of the page */
function readPress(form: Form, { facts }: OpenCarry): Omit<Press, 'now'> {
  const ids = form.all('entry');
  const act = acts.find((one) => one === form.text('decision'));
  const areKnown = ids.every((id) => facts.some(({ old }) => old.id === id));
  if (!act || !areKnown) throw notFound();
  return { act, ids };
}

/** Where on the page one goes on: the next that is undecided, or what was just taken back. */
function nextOf({ facts }: OpenCarry, { act, ids }: Press): string {
  const open = facts.filter(({ decision }) => decision === undefined);
  return open.find(({ old }) => act !== 'undo' || ids.includes(old.id))?.old.id ?? 'decided';
}

const unchanged = (): AppError =>
  new AppError(
    'conflict',
    'Last round’s entries can’t be decided on here now, so nothing was saved.',
  );

/** Last round's entry in the form of a new one, not saved. Decided on already, it leads to what became of it. */
export async function showLast(
  deps: ServicesDeps,
  request: SignedInRequest,
  map: OpenMap,
  sourceId: string,
): Promise<Reply> {
  const open = await openCarry(deps, request.scope, map);
  const fact = open?.facts.find(({ old }) => old.id === sourceId);
  if (!fact) throw notFound();
  const { id } = map.response;
  const there = await findEntry(deps.db, request.scope, id, carriedIdOf(id, sourceId));
  if (there) return redirect(there.removedAt ? paths.entries(id) : paths.entry(id, there.id));
  const newId = carryKey(sourceId);
  return formPage(deps, request, map, { answers: fact.carried.answers, newId });
}

/** Figures of births that were entered for the wrong Place or year leave the results, and come back. */
import { AppError } from '../../../domain/errors.ts';
import type { KnownPlace } from '../../../domain/set-up/known.ts';
import { refuseOthers } from '../../../web/form.ts';
import { paths } from '../../../web/paths.ts';
import { page, redirect, type Reply } from '../../../web/reply.ts';
import { get, post, type Route, type SignedInRequest } from '../../../web/route.ts';
import { changeSetUp, type SetUpChange, type SetUpDeps } from '../change.ts';
import { confirmPage, type ConfirmView } from '../confirm.view.ts';
import { captionOf } from '../words.ts';
import { crumbs, findNeed, needOf, openPlace, title, type OpenPlace } from './need.open.ts';
import { markRemoved, type StoredNeed } from './need.queries.ts';

export function removeNeedRoutes(deps: SetUpDeps): Route[] {
  return [
    get('/set-up/places/:thing/need/:year/remove', 'set-up', (request) => ask(deps, request)),
    post('/set-up/places/:thing/need/:year/remove', 'set-up', (request) =>
      settle(deps, request, 'removed'),
    ),
    post('/set-up/places/:thing/need/:year/restore', 'set-up', (request) =>
      settle(deps, request, 'restored'),
    ),
  ];
}

async function ask(deps: SetUpDeps, request: SignedInRequest): Promise<Reply> {
  const { scope, csrf } = request;
  const open = await openPlace(deps, request);
  const need = needOf(open, request);
  const view = toRemoveView(open.place, need, { caption: `${captionOf(scope)} · ${title}`, csrf });
  const above = { text: nameOf(open, need), href: view.keepHref };
  return page(confirmPage, view, { title: view.heading, crumbs: [...crumbs, above] });
}

async function settle(
  deps: SetUpDeps,
  request: SignedInRequest,
  deed: 'removed' | 'restored',
): Promise<Reply> {
  refuseOthers(request.form);
  return changeSetUp(deps, request.scope, async (change) => {
    const open = await openPlace({ ...deps, db: change.trx }, request, change.system);
    if (deed === 'removed') await mark(change, open, needOf(open, request), change.now);
    else await bringBack(change, open, request);
    return redirect(paths.setUp.needList(open.place.slug, deed));
  });
}

/** What counts already goes on counting. @throws conflict: the year has been entered again */
async function bringBack(
  change: SetUpChange,
  open: OpenPlace,
  request: SignedInRequest,
): Promise<void> {
  const [gone, there] = [
    findNeed(open.removed, open, request),
    findNeed(open.needs, open, request),
  ];
  if (gone && there) {
    const name = nameOf(open, gone);
    throw new AppError('conflict', `${name} has been entered again. Remove those figures first.`);
  }
  if (gone) await mark(change, open, gone, null);
  else needOf(open, request);
}

async function mark(
  { trx, scope, record }: SetUpChange,
  open: OpenPlace,
  need: StoredNeed,
  removedAt: Date | null,
): Promise<void> {
  await markRemoved(trx, scope, { id: need.id, removedAt });
  await record({
    act: removedAt ? 'need.removed' : 'need.restored',
    subjectType: 'need',
    subjectId: need.id,
    details: { name: nameOf(open, need) },
  });
}

const nameOf = ({ place }: OpenPlace, { year }: StoredNeed): string =>
  `${place.name}, ${String(year)}`;

function toRemoveView(
  { name, slug }: KnownPlace,
  { year }: StoredNeed,
  around: Pick<ConfirmView, 'caption' | 'csrf'>,
): ConfirmView {
  return {
    ...around,
    heading: `Remove the births of ${name}, ${String(year)}?`,
    lede: 'Results that are not published yet are made without them. You can bring them back at any time.',
    points: ['Results that were published with them stay as they are.'],
    action: paths.setUp.removeNeed(slug, year),
    fields: [],
    button: 'Remove them',
    warning: true,
    keepHref: paths.setUp.need(slug, year),
    keepText: 'Keep them',
  };
}

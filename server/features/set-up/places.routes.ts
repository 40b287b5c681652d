/** The Places of a system: listed, added, renamed, put in order. */
import { placeChanges } from '../../domain/set-up/import/places.ts';
import { refuseOthers } from '../../web/form.ts';
import { paths } from '../../web/paths.ts';
import { page, redirect, type Reply } from '../../web/reply.ts';
import { get, post, type Route, type SignedInRequest } from '../../web/route.ts';
import { changeSetUp, type SetUpChange, type SetUpDeps } from './change.ts';
import { replyWith, toConflict, untouched } from './form.view.ts';
import { findLastChange } from './history.queries.ts';
import { loadSystem } from './known.queries.ts';
import { placesPage, toPlaceFormView, toPlacesView, type PlaceForm } from './places.view.ts';
import { thingOf } from './retire.routes.ts';
import { parsePlace } from './things.form.ts';
import { swapPlaces } from './things.queries.ts';
import { changePlace, slugsOf, storePlace } from './things.write.ts';
import { captionOf, formOptions, listOptions } from './words.ts';

export function placeRoutes(deps: SetUpDeps): Route[] {
  return [
    get('/set-up/places', 'set-up', async ({ scope, csrf, query }) => {
      const shown = { caption: captionOf(scope), csrf };
      const view = toPlacesView(await loadSystem(deps, scope), query, shown);
      return page(placesPage, view, listOptions('Places'));
    }),
    get('/set-up/places/new', 'set-up', (request) =>
      formReply(request, { place: undefined, name: '', outcome: untouched }),
    ),
    post('/set-up/places', 'set-up', (request) => add(deps, request)),
    get('/set-up/places/:thing', 'set-up', async (request) => {
      const { places } = await loadSystem(deps, request.scope);
      const place = thingOf(places, request);
      return formReply(request, { place, name: place.name, outcome: untouched });
    }),
    post('/set-up/places/:thing', 'set-up', (request) => save(deps, request)),
    post('/set-up/places/:thing/move', 'set-up', (request) => move(deps, request)),
  ];
}

function formReply({ scope, csrf }: SignedInRequest, form: PlaceForm): Reply {
  const view = toPlaceFormView(form, { caption: captionOf(scope, 'places'), csrf });
  return replyWith(view, form.outcome, formOptions(view.heading, 'places'));
}

function add(deps: SetUpDeps, request: SignedInRequest): Promise<Reply> {
  return changeSetUp(deps, request.scope, async (change) => {
    const { wish, faults } = parsePlace(request.form, change.system);
    if (faults.length > 0) {
      const outcome = { faults, conflict: null };
      return formReply(request, { place: undefined, name: request.form.text('name'), outcome });
    }
    const slug = await storePlace(change, { id: null, ...wish }, slugsOf(change.system.places));
    return redirect(`${paths.setUp.list('places')}?added=${slug}`);
  });
}

function save(deps: SetUpDeps, request: SignedInRequest): Promise<Reply> {
  return changeSetUp(deps, request.scope, async (change) => {
    const place = thingOf(change.system.places, request);
    const { wish, faults, revision } = parsePlace(request.form, change.system, place.id);
    const name = request.form.text('name');
    if (faults.length > 0) {
      return formReply(request, { place, name, outcome: { faults, conflict: null } });
    }
    const changes = placeChanges({ ...place, retired: false }, wish.name);
    if (revision !== place.revision && changes.length > 0) {
      const last = await findLastChange(change.trx, request.scope, 'place', place.id);
      const conflict = toConflict('Place', last, changes);
      return formReply(request, { place, name, outcome: { faults: [], conflict } });
    }
    await changePlace(change, place, wish.name);
    return redirect(`${paths.setUp.list('places')}?saved=${place.slug}`);
  });
}

/** At the end of the list already, it stays. */
async function move(deps: SetUpDeps, request: SignedInRequest): Promise<Reply> {
  refuseOthers(request.form, ['to']);
  await changeSetUp(deps, request.scope, async (change) => {
    const place = thingOf(change.system.places, request);
    const inUse = change.system.places.filter(({ retired }) => !retired);
    const index = inUse.indexOf(place);
    const other =
      index < 0 ? undefined : inUse[index + (request.form.text('to') === 'up' ? -1 : 1)];
    if (other) await swap(change, place.id, other.id);
  });
  return redirect(`${paths.setUp.list('places')}#${request.params['thing'] ?? ''}`);
}

async function swap({ trx, scope, record }: SetUpChange, id: string, other: string): Promise<void> {
  await swapPlaces(trx, scope, [id, other]);
  await record({
    act: 'place.moved',
    subjectType: 'place',
    subjectId: id,
    details: { past: other },
  });
}

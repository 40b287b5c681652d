/** The agencies of a system: listed, added, changed. */
import { agencyChanges } from '../../domain/set-up/import/agencies.ts';
import { paths } from '../../web/paths.ts';
import { page, redirect, type Reply } from '../../web/reply.ts';
import { get, post, type Route, type SignedInRequest } from '../../web/route.ts';
import { agenciesPage, toAgenciesView } from './agencies.view.ts';
import { newAgency, toAgencyFormView, type AgencyForm } from './agency-form.view.ts';
import { changeSetUp, type SetUpDeps } from './change.ts';
import { replyWith, toConflict, untouched } from './form.view.ts';
import { findLastChange } from './history.queries.ts';
import { loadSystem, type StoredSystem } from './known.queries.ts';
import { thingOf } from './retire.routes.ts';
import { parseAgency } from './things.form.ts';
import { changeAgency, slugsOf, storeAgency } from './things.write.ts';
import { captionOf, formOptions, listOptions } from './words.ts';

export function agencyRoutes(deps: SetUpDeps): Route[] {
  return [
    get('/set-up/agencies', 'set-up', async ({ scope, csrf, query }) => {
      const shown = { caption: captionOf(scope), csrf };
      const view = toAgenciesView(await loadSystem(deps, scope), query, shown);
      return page(agenciesPage, view, listOptions('Agencies'));
    }),
    get('/set-up/agencies/new', 'set-up', async (request) => {
      const system = await loadSystem(deps, request.scope);
      return formReply(request, system, { agency: undefined, wish: newAgency, outcome: untouched });
    }),
    post('/set-up/agencies', 'set-up', (request) => add(deps, request)),
    get('/set-up/agencies/:thing', 'set-up', async (request) => {
      const system = await loadSystem(deps, request.scope);
      const agency = thingOf(system.agencies, request);
      return formReply(request, system, { agency, wish: agency, outcome: untouched });
    }),
    post('/set-up/agencies/:thing', 'set-up', (request) => save(deps, request)),
  ];
}

function formReply(
  { scope, csrf }: SignedInRequest,
  system: StoredSystem,
  form: AgencyForm,
): Reply {
  const view = toAgencyFormView(system, form, { caption: captionOf(scope, 'agencies'), csrf });
  return replyWith(view, form.outcome, formOptions(view.heading, 'agencies'));
}

function add(deps: SetUpDeps, request: SignedInRequest): Promise<Reply> {
  return changeSetUp(deps, request.scope, async (change) => {
    const { wish, faults } = parseAgency(request.form, change.system);
    if (faults.length > 0) {
      const outcome = { faults, conflict: null };
      return formReply(request, change.system, {
        agency: undefined,
        wish: typed(request, wish),
        outcome,
      });
    }
    const slug = await storeAgency(change, { id: null, ...wish }, slugsOf(change.system.agencies));
    return redirect(`${paths.setUp.list('agencies')}?added=${slug}`);
  });
}

function save(deps: SetUpDeps, request: SignedInRequest): Promise<Reply> {
  return changeSetUp(deps, request.scope, async (change) => {
    const { system } = change;
    const agency = thingOf(system.agencies, request);
    const { wish, faults, revision } = parseAgency(request.form, system, agency);
    const shown = { agency, wish: typed(request, wish) };
    if (faults.length > 0) {
      return formReply(request, system, { ...shown, outcome: { faults, conflict: null } });
    }
    const changes = agencyChanges({ ...agency, retired: false }, wish, system);
    if (revision !== agency.revision && changes.length > 0) {
      const last = await findLastChange(change.trx, request.scope, 'agency', agency.id);
      const conflict = toConflict('agency', last, changes);
      return formReply(request, system, { ...shown, outcome: { faults: [], conflict } });
    }
    await changeAgency(change, agency, wish);
    return redirect(`${paths.setUp.list('agencies')}?saved=${agency.slug}`);
  });
}

/** The words as they were typed, whatever is wrong with them. */
function typed<T extends { readonly name: string; readonly note: string }>(
  { form }: SignedInRequest,
  wish: T,
): T {
  return { ...wish, name: form.text('name'), note: form.text('note') };
}

/** Births and need of each Place, by year: listed, entered, changed, with their history. */
import type { SimpleAnswers } from '../../../domain/answers/answers.ts';
import { changedParts } from '../../../domain/answers/history.ts';
import { yearItem, yearOf } from '../../../domain/needs/entered.ts';
import { answersToForm } from '../../../web/fields/answers.form.ts';
import type { FieldFault } from '../../../web/fields/field.ts';
import type { Form } from '../../../web/form.ts';
import { historyPage } from '../../../web/history.ts';
import { paths } from '../../../web/paths.ts';
import { page, redirect, type PageOptions, type Reply } from '../../../web/reply.ts';
import { get, post, type Route, type SignedInRequest } from '../../../web/route.ts';
import { changeSetUp, type SetUpChange, type SetUpDeps } from '../change.ts';
import { withOutcome, type Outcome } from '../form.view.ts';
import { loadSystem } from '../known.queries.ts';
import { captionOf } from '../words.ts';
import { needConflict, needFormPage, toNeedFormView, toNeedHistoryView } from './need-form.view.ts';
import { needParts, parseNeed } from './need.form.ts';
import { crumbs, needOf, openNeeds, openPlace, title, type OpenPlace } from './need.open.ts';
import { listNeedHistory, storeNeed, type StoredNeed } from './need.queries.ts';
import { needListPage, toNeedListView } from './need.view.ts';

const unsent = { faults: [], conflict: null };

export function needRoutes(deps: SetUpDeps): Route[] {
  return [
    get('/set-up/need', 'set-up', (request) => list(deps, request)),
    get('/set-up/places/:thing/need/new', 'set-up', async (request) => {
      const open = await openPlace(deps, request);
      return formReply(request, open, { form: answersToForm([], {}), outcome: unsent });
    }),
    post('/set-up/places/:thing/need', 'set-up', (request) => add(deps, request)),
    get('/set-up/places/:thing/need/:year', 'set-up', async (request) => {
      const open = await openPlace(deps, request);
      const need = needOf(open, request);
      const form = answersToForm(open.questions.items, need.answers);
      return formReply(request, open, { need, form, outcome: unsent });
    }),
    post('/set-up/places/:thing/need/:year', 'set-up', (request) => save(deps, request)),
    get('/set-up/places/:thing/need/:year/history', 'set-up', (request) => history(deps, request)),
  ];
}

async function list(deps: SetUpDeps, request: SignedInRequest): Promise<Reply> {
  const { scope, query, csrf } = request;
  const { needs, removed, questions } = await openNeeds(deps, request);
  const { places } = await loadSystem(deps, scope);
  const view = toNeedListView({
    places: places.filter(({ retired }) => !retired),
    ...{ needs, removed, query, csrf },
    caption: captionOf(scope),
    instrument: questions.definition,
  });
  return page(needListPage, view, { title, crumbs: crumbs.slice(0, 1) });
}

const optionsOf = (heading: string): PageOptions => ({ title: heading, crumbs });

interface Shown {
  readonly need?: StoredNeed;
  readonly form: Form;
  readonly outcome: Outcome & { readonly faults: readonly FieldFault[] };
}

function formReply(
  { scope, csrf }: SignedInRequest,
  { questions, place }: OpenPlace,
  { need, form, outcome }: Shown,
): Reply {
  const caption = `${captionOf(scope)} · ${title}`;
  const view = toNeedFormView({ questions, place, need, form, outcome, caption, csrf });
  return page(needFormPage, view, withOutcome(optionsOf(view.heading), outcome));
}

function add(deps: SetUpDeps, request: SignedInRequest): Promise<Reply> {
  return changeSetUp(deps, request.scope, async (change) => {
    const open = await openPlace({ ...deps, db: change.trx }, request, change.system);
    const sent = parseNeed(open.questions, request.form);
    const faults = [...sent.faults, ...takenFaults(open, sent.answers)];
    if (faults.length > 0) return refuse(request, open, { faults, conflict: null });
    await store(change, open, sent.answers);
    return redirect(paths.setUp.needList(open.place.slug));
  });
}

function save(deps: SetUpDeps, request: SignedInRequest): Promise<Reply> {
  return changeSetUp(deps, request.scope, async (change) => {
    const open = await openPlace({ ...deps, db: change.trx }, request, change.system);
    const need = needOf(open, request);
    const sent = parseNeed(open.questions, request.form);
    const faults = [...sent.faults, ...takenFaults(open, sent.answers, need)];
    if (faults.length > 0) return refuse(request, open, { faults, conflict: null }, need);
    if (sent.revision !== need.revision) {
      const conflict = needConflict(open.questions, need, sent.answers);
      if (conflict) return refuse(request, open, { faults: [], conflict }, need);
    }
    await store(change, open, sent.answers, need);
    return redirect(paths.setUp.needList(open.place.slug));
  });
}

/** Nothing is stored, and nothing that was typed is lost. */
function refuse(
  request: SignedInRequest,
  open: OpenPlace,
  outcome: Shown['outcome'],
  need?: StoredNeed,
): Reply {
  return formReply(request, open, { form: request.form, outcome, ...(need ? { need } : {}) });
}

/** A year is entered once for a Place. */
function takenFaults(
  { needs, place }: OpenPlace,
  answers: SimpleAnswers,
  own?: StoredNeed,
): FieldFault[] {
  const year = yearOf(answers);
  const other = needs.find((need) => need.placeId === place.id && need.year === year);
  if (!other || other.id === own?.id) return [];
  const text = `${place.name} has figures of ${String(year)} already: change those, or enter another year`;
  return [{ itemId: yearItem, field: yearItem, text }];
}

/** What is stored already is not stored again. */
async function store(
  { trx, scope, now, newId, record }: SetUpChange,
  { place, questions, versionId }: OpenPlace,
  answers: SimpleAnswers,
  need?: StoredNeed,
): Promise<void> {
  const changed = changedParts(needParts(questions), need?.answers, answers);
  if (changed.length === 0) return;
  const { id, revision } = need ?? { id: newId(), revision: 0 };
  const year = yearOf(answers);
  await storeNeed(
    trx,
    scope,
    { id, placeId: place.id, year, versionId, answers },
    { revision: revision + 1, now },
  );
  await record({
    act: need ? 'need.changed' : 'need.added',
    subjectType: 'need',
    subjectId: id,
    details: {
      name: `${place.name}, ${String(year)}`,
      ...(need ? { changed: changed.map(({ term }) => term).join(', ') } : {}),
    },
  });
}

async function history(deps: SetUpDeps, request: SignedInRequest): Promise<Reply> {
  const { scope } = request;
  const open = await openPlace(deps, request);
  const need = needOf(open, request);
  const saved = await listNeedHistory(deps.db, scope, need.id);
  const caption = `${captionOf(scope)} · ${title}`;
  const { questions, place } = open;
  const { personId } = scope;
  const view = toNeedHistoryView({ questions, place, need, saved, personId, caption });
  const above = {
    text: `${place.name}, ${need.year}`,
    href: paths.setUp.need(place.slug, need.year),
  };
  return page(historyPage, view, { title: view.heading, crumbs: [...crumbs, above] });
}

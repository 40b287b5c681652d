/** Rounds listed, shown, created, and changed or deleted while they are drafts. */
import { listReminders } from '../../../db/reminders.queries.ts';
import { AppError, notFound } from '../../../domain/errors.ts';
import { roundAllows } from '../../../domain/round/workflow.ts';
import { newSlug } from '../../../domain/set-up/slug.ts';
import type { StoredMeanwhile } from '../../../web/components.ts';
import { refuseOthers } from '../../../web/form.ts';
import { paths } from '../../../web/paths.ts';
import { page, redirect, type Reply } from '../../../web/reply.ts';
import { get, post, type Route, type SignedInRequest } from '../../../web/route.ts';
import { changeSetUp, type SetUpChange, type SetUpDeps } from '../change.ts';
import { confirmPage, type ConfirmView } from '../confirm.view.ts';
import { replyWith, toConflict } from '../form.view.ts';
import { findLastChange } from '../history.queries.ts';
import { loadSystem } from '../known.queries.ts';
import { revisionOf } from '../things.form.ts';
import { slugsOf } from '../things.write.ts';
import { captionOf } from '../words.ts';
import { getRound, holdRound, loadRound } from './load-round.ts';
import { differences } from './round-changes.ts';
import {
  fromRound,
  fromScratch,
  ofDraft,
  toRoundFormView,
  type RoundForm,
} from './round-form.view.ts';
import { parseRound, readValues, type RoundChoices } from './round.form.ts';
import { roundPage, toRoundView } from './round.view.ts';
import { doneOf, roundOptions } from './round.words.ts';
import { deleteDraft, insertDraft, updateDraft } from './round-write.queries.ts';
import { findRound, listRounds, listVersions } from './rounds.queries.ts';
import { roundsPage, toRoundsView } from './rounds.view.ts';
import { changed } from './step.ts';

export function draftRoutes(deps: SetUpDeps): Route[] {
  return [
    get('/set-up/rounds', 'set-up', (request) => list(deps, request)),
    get('/set-up/rounds/new', 'set-up', (request) => begin(deps, request)),
    post('/set-up/rounds', 'set-up', (request) => create(deps, request)),
    get('/set-up/rounds/:round', 'set-up', async (request) => {
      const loaded = await loadRound(deps, request);
      const sent = await listReminders(deps.db, request.scope, loaded.round.id);
      const caption = `${captionOf(request.scope)} · Round`;
      const view = toRoundView(loaded, { caption, done: doneOf(request.query), sent });
      return page(roundPage, view, roundOptions(view.heading));
    }),
    get('/set-up/rounds/:round/edit', 'set-up', (request) => edit(deps, request)),
    post('/set-up/rounds/:round/edit', 'set-up', (request) => save(deps, request)),
    get('/set-up/rounds/:round/delete', 'set-up', (request) => askDelete(deps, request)),
    post('/set-up/rounds/:round/delete', 'set-up', (request) => remove(deps, request)),
  ];
}

async function list(deps: SetUpDeps, { scope, query }: SignedInRequest): Promise<Reply> {
  const rounds = await listRounds(deps.db, scope);
  const system = await loadSystem(deps, scope);
  const done = query['deleted'] === 'yes' ? 'The draft is deleted.' : '';
  const view = toRoundsView(rounds, system, { caption: captionOf(scope), done });
  return page(roundsPage, view, { ...roundOptions('Rounds'), crumbs: crumbsOfList() });
}

const crumbsOfList = () => (roundOptions('').crumbs ?? []).slice(0, -1);

async function choicesOf(
  { db, system, now }: Pick<SetUpDeps, 'db'> & Pick<RoundChoices, 'system' | 'now'>,
  { scope }: SignedInRequest,
): Promise<RoundChoices> {
  const rounds = await listRounds(db, scope);
  return { system, rounds, versions: await listVersions(db), now };
}

async function outside(deps: SetUpDeps, request: SignedInRequest): Promise<RoundChoices> {
  const system = await loadSystem(deps, request.scope);
  return choicesOf({ db: deps.db, system, now: deps.now() }, request);
}

function inside({ trx, system, now }: SetUpChange, request: SignedInRequest) {
  return choicesOf({ db: trx, system, now }, request);
}

function formReply(
  request: SignedInRequest,
  choices: RoundChoices,
  form: Omit<RoundForm, 'lede'> & { readonly lede?: string },
  conflict: StoredMeanwhile | null = null,
): Reply {
  const { scope, csrf } = request;
  const lede = 'Nobody is asked, and nothing is sent, before you open the round.';
  const view = toRoundFormView({ lede, ...form }, choices, { caption: captionOf(scope), csrf });
  const options = roundOptions(view.heading, form.round);
  return replyWith(view, { faults: form.faults, conflict }, options);
}

/** From another round where the address names one. */
async function begin(deps: SetUpDeps, request: SignedInRequest): Promise<Reply> {
  const choices = await outside(deps, request);
  const { from } = request.query;
  const round = undefined;
  if (from === undefined) {
    return formReply(request, choices, { round, values: fromScratch(choices), faults: [] });
  }
  const last = await findRound(deps.db, request.scope, from);
  if (!last) throw notFound();
  const lede = `Filled in from ${last.name}: look at what differs this time. Nothing is sent before you open the round.`;
  return formReply(request, choices, { round, values: fromRound(last, choices), faults: [], lede });
}

function create(deps: SetUpDeps, request: SignedInRequest): Promise<Reply> {
  return changeSetUp(deps, request.scope, async (change) => {
    const choices = await inside(change, request);
    const values = readValues(request.form);
    const { plan, faults } = parseRound(values, choices);
    if (!plan) return formReply(request, choices, { round: undefined, values, faults });
    const { trx, scope, newId, record } = change;
    const id = newId();
    const slug = newSlug(plan.name, 'round', slugsOf(choices.rounds));
    await insertDraft(trx, scope, { id, slug, plan });
    const details = { name: plan.name };
    await record({ act: 'round.created', subjectType: 'round', subjectId: id, details });
    return redirect(`${paths.setUp.round(slug)}?done=created`);
  });
}

async function edit(deps: SetUpDeps, request: SignedInRequest): Promise<Reply> {
  const round = await getRound(deps.db, request.scope, request);
  if (!roundAllows('edit', round.status)) return redirect(paths.setUp.round(round.slug));
  const choices = await outside(deps, request);
  return formReply(request, choices, { round, values: ofDraft(round), faults: [] });
}

function save(deps: SetUpDeps, request: SignedInRequest): Promise<Reply> {
  return changeSetUp(deps, request.scope, async (change) => {
    const { round } = await holdRound(change, request);
    const values = readValues(request.form);
    if (!roundAllows('edit', round.status)) throw changed();
    const choices = await inside(change, request);
    const { plan, faults } = parseRound(values, choices, round);
    if (!plan) return formReply(request, choices, { round, values, faults });
    const differing = differences(round, plan, choices);
    if (revisionOf(request.form) !== round.revision && differing.length > 0) {
      const last = await findLastChange(change.trx, request.scope, 'round', round.id);
      const conflict = toConflict('round', last, differing);
      return formReply(request, choices, { round, values, faults: [] }, conflict);
    }
    if (differing.length > 0) {
      await updateDraft(change.trx, change.scope, round, plan);
      const details = { name: plan.name, changed: differing.map(({ what }) => what).join(', ') };
      await change.record({
        act: 'round.changed',
        subjectType: 'round',
        subjectId: round.id,
        details,
      });
    }
    return redirect(`${paths.setUp.round(round.slug)}?done=saved`);
  });
}

async function askDelete(deps: SetUpDeps, request: SignedInRequest): Promise<Reply> {
  const { scope, csrf } = request;
  const round = await getRound(deps.db, scope, request);
  if (!roundAllows('delete', round.status)) return redirect(paths.setUp.round(round.slug));
  const view: ConfirmView = {
    caption: captionOf(scope),
    heading: `Delete ${round.name}?`,
    lede: 'This can’t be taken back.',
    points: ['The draft and its choices are deleted. Nobody has answered anything in it.'],
    action: paths.setUp.deleteRound(round.slug),
    csrf,
    fields: [],
    button: 'Delete the draft',
    warning: true,
    keepHref: paths.setUp.round(round.slug),
    keepText: 'Keep it',
  };
  return page(confirmPage, view, roundOptions(view.heading, round));
}

async function remove(deps: SetUpDeps, request: SignedInRequest): Promise<Reply> {
  refuseOthers(request.form);
  await changeSetUp(deps, request.scope, async (change) => {
    const { round } = await holdRound(change, request);
    if (!roundAllows('delete', round.status)) {
      throw new AppError(
        'conflict',
        'Only a draft can be deleted, and this round has been opened.',
      );
    }
    await deleteDraft(change.trx, change.scope, round.id);
    const details = { name: round.name };
    await change.record({
      act: 'round.deleted',
      subjectType: 'round',
      subjectId: round.id,
      details,
    });
  });
  return redirect(`${paths.setUp.rounds()}?deleted=yes`);
}

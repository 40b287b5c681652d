/** Reminders by hand: first the question, then the deed, in one transaction with the letters and the audit line. */
import { listReminders } from '../../db/reminders.queries.ts';
import { transact } from '../../db/transact.ts';
import { restMs } from '../../domain/round/remind.ts';
import { paths } from '../../web/paths.ts';
import { page, redirect, type PageOptions, type Reply } from '../../web/reply.ts';
import type { SignedInRequest } from '../../web/route.ts';
import { toQuery } from './filter.ts';
import { loadProgress, loadWaited, type Progress, type ProgressDeps } from './progress.load.ts';
import { chooseFirst, crumbOf } from './progress.reply.ts';
import { takesReminders } from './progress.view.ts';
import { readChosen, readSent, type SentForm } from './remind.form.ts';
import { holdForReminders } from './remind.queries.ts';
import { remindPage, toRemindView, type Question } from './remind.view.ts';
import { reachOf, type Reach } from './reminded.ts';
import type { ProgressRound } from './round.queries.ts';
import { sendReminders } from './send-reminders.ts';

export async function askToRemind(
  deps: ProgressDeps,
  request: SignedInRequest,
  round: ProgressRound,
): Promise<Reply> {
  const progress = await loadProgress(deps, round);
  const { chosen, filter } = readChosen(request.form, progress);
  const now = deps.now();
  if (!takesReminders(progress, now)) return redirect(paths.progress(round.slug, toQuery(filter)));
  if (chosen.length === 0) return chooseFirst(deps, request, { progress, filter });
  const reach = reachOf(chosen, { now, rest: restMs });
  const asked = { progress, filter, reach, key: deps.newId() };
  return questionReply(request, now, { ...asked, typed: '', fault: '', refused: '' });
}

function questionReply(request: SignedInRequest, now: Date, question: Question): Reply {
  const view = toRemindView(question, { now, csrf: request.csrf });
  const crumbs = [
    crumbOf(question.progress.round),
    { text: 'Who has answered', href: view.backHref },
  ];
  return page(remindPage, view, { ...outcomeOf(question, view.heading), crumbs });
}

function outcomeOf({ fault, refused }: Question, title: string): PageOptions {
  if (fault !== '') return { title: `Error: ${title}`, status: 422 };
  return refused === '' ? { title } : { title: `Not sent: ${title}`, status: 409 };
}

export async function remind(
  deps: ProgressDeps,
  request: SignedInRequest,
  round: ProgressRound,
): Promise<Reply> {
  const progress = await loadProgress(deps, round);
  const sent = readSent(request.form, progress);
  const { chosen, filter, key, typed, fault } = sent;
  if (chosen.length === 0) return chooseFirst(deps, request, { progress, filter });
  const now = deps.now();
  const again = (reach: Reach, refused: string): Reply =>
    questionReply(request, now, { progress, filter, reach, key, typed, fault, refused });
  if (fault !== '') return again(reachOf(chosen, { now, rest: restMs }), '');
  const outcome = await send(deps, request, { progress, sent, now });
  return outcome.kind === 'sent'
    ? redirect(paths.progress(round.slug, { ...toQuery(filter), reminded: key }))
    : again(outcome.reach, outcome.why);
}

type Outcome =
  | { readonly kind: 'sent' }
  | { readonly kind: 'refused'; readonly reach: Reach; readonly why: string };

interface Sending {
  readonly progress: Progress;
  readonly sent: SentForm;
  readonly now: Date;
}

/** Who is waited for is asked again here, so that it holds for what is stored now. */
function send(
  { db }: ProgressDeps,
  { scope }: SignedInRequest,
  { progress, sent, now }: Sending,
): Promise<Outcome> {
  const { round, definitions } = progress;
  const { key, word, chosen } = sent;
  return transact(db, async (trx): Promise<Outcome> => {
    const held = await holdForReminders(trx, round);
    // Sent twice, the second finds what the first has done.
    if ((await listReminders(trx, scope, round.roundId, key)).length > 0) return { kind: 'sent' };
    const ids = chosen.map(({ agency }) => agency.id);
    const waited = (await loadWaited(trx, round)).filter(({ agency }) => ids.includes(agency.id));
    const reach = reachOf(waited, { now, rest: restMs });
    const closesAt = held?.closesAt;
    if (!closesAt || !takesReminders({ round: { ...round, ...held } }, now)) {
      return { kind: 'refused', reach: { reminded: [], left: reach.left }, why: closed };
    }
    if (reach.reminded.length === 0) return { kind: 'refused', reach, why: nobodyLeft };
    const own = word === '' ? {} : { word: { from: scope.personName, text: word } };
    const sending = { id: key, dueOn: null, sentAt: now, sentBy: scope.personId };
    await sendReminders(trx, reach.reminded, { ...sending, round, closesAt, definitions, ...own });
    return { kind: 'sent' };
  });
}

const closed = 'The round takes no answers any more';
const nobodyLeft = 'Nobody is waited for any more, or everybody was reminded meanwhile';

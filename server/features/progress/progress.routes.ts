/** Progress of a round: all agencies for coordinators, their own for those who submit for one. */
import { isId } from '../../db/responses.queries.ts';
import { listReminders, type SentReminder } from '../../db/reminders.queries.ts';
import { mayForAgency } from '../../domain/access/may.ts';
import { hasRole, type Scope } from '../../domain/access/scope.ts';
import { notFound } from '../../domain/errors.ts';
import { counted } from '../../web/english.ts';
import { paths } from '../../web/paths.ts';
import { page, redirect, type Reply } from '../../web/reply.ts';
import { get, param, post, type Route, type SignedInRequest } from '../../web/route.ts';
import { loadAgency } from './agency.load.ts';
import { agencyPage, toAgencyView } from './agency.view.ts';
import { readFilter } from './filter.ts';
import { loadProgress, type ProgressDeps } from './progress.load.ts';
import { crumbOf, listReply } from './progress.reply.ts';
import { askToRemind, remind } from './remind.ts';
import { findCurrentSlug, findRound, type ProgressRound } from './round.queries.ts';

export function progressRoutes(deps: ProgressDeps): Route[] {
  return [
    get(paths.progressNow(), 'progress', async ({ scope }) => {
      const slug = await findCurrentSlug(deps.db, scope);
      return redirect(slug === undefined ? paths.setUp.rounds() : paths.progress(slug));
    }),
    get('/rounds/:round/progress', 'progress', (request) => showAll(deps, request)),
    get('/rounds/:round/progress/:agency', 'progress.agency', (request) =>
      showAgency(deps, request),
    ),
    post('/rounds/:round/remind', 'progress', async (request) =>
      askToRemind(deps, request, await getRound(deps, request)),
    ),
    post('/rounds/:round/reminders', 'progress', async (request) =>
      remind(deps, request, await getRound(deps, request)),
    ),
  ];
}

async function getRound(
  { db }: Pick<ProgressDeps, 'db'>,
  request: SignedInRequest,
): Promise<ProgressRound> {
  const round = await findRound(db, request.scope, param(request, 'round'));
  if (!round) throw notFound();
  return round;
}

async function showAll(deps: ProgressDeps, request: SignedInRequest): Promise<Reply> {
  const round = await getRound(deps, request);
  if (round.status === 'draft') return redirect(paths.setUp.round(round.slug));
  const { query, scope } = request;
  const [progress, done] = await Promise.all([
    loadProgress(deps, round),
    doneWords(deps, scope, round, query['reminded'] ?? ''),
  ]);
  const filter = readFilter((name) => query[name] ?? '', progress);
  return listReply(deps, request, { progress, filter, done });
}

/** What came of the reminder that the address names; '' where it names none of this round. */
async function doneWords(
  { db }: ProgressDeps,
  scope: Scope,
  { roundId }: ProgressRound,
  id: string,
): Promise<string> {
  if (!isId(id)) return '';
  const [sent] = await listReminders(db, scope, roundId, id);
  return sent ? sentWords(sent) : '';
}

function sentWords({ messages, agencies, failed }: SentReminder): string {
  const people = counted(messages, 'reminder is', 'reminders are');
  const lost = failed === 0 ? '' : ` ${counted(failed, 'has', 'have')} not arrived.`;
  return `${people} on the way, to ${counted(agencies, 'agency', 'agencies')}.${lost}`;
}

async function showAgency(deps: ProgressDeps, request: SignedInRequest): Promise<Reply> {
  const { scope } = request;
  const round = await getRound(deps, request);
  const coordinates = hasRole(scope, 'coordinator');
  const facts = await loadAgency(
    deps,
    round,
    param(request, 'agency'),
    (agencyId) => coordinates || mayForAgency(scope, 'progress.agency', agencyId),
  );
  const view = toAgencyView(facts, { coordinates, now: deps.now() });
  const above = { text: 'Who has answered', href: paths.progress(round.slug) };
  return page(agencyPage, view, {
    title: `${view.heading}, ${round.name}`,
    crumbs: coordinates ? [crumbOf(round), above] : [{ text: 'Your work', href: paths.home() }],
  });
}

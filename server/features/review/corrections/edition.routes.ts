/** The corrections that wait in a round, for its coordinator: read, and published together as a new edition. */
import { readNote } from '../../../domain/set-up/text.ts';
import type { VisibleRound } from '../../../results/load.ts';
import { refuseOthers } from '../../../web/form.ts';
import { paths } from '../../../web/paths.ts';
import { page, redirect, type Crumb, type Reply } from '../../../web/reply.ts';
import { get, post, type Route, type SignedInRequest } from '../../../web/route.ts';
import type { ReviewDeps } from '../review.load.ts';
import { correctionsPage, publishPage, toCorrectionsView, toPublishView } from './edition.view.ts';
import { openRound, type OpenedRound } from './pending.load.ts';
import { publishEdition, type Published } from './publish.ts';

const corrections = '/rounds/:round/corrections';

export function editionRoutes(deps: ReviewDeps): Route[] {
  return [
    get(corrections, 'editions', (request) => list(deps, request)),
    get(`${corrections}/publish`, 'editions', (request) => ask(deps, request)),
    post(`${corrections}/publish`, 'editions', (request) => publish(deps, request)),
  ];
}

const crumbsOf = ({ round }: VisibleRound): Crumb[] => [
  { text: 'Results', href: paths.rounds() },
  { text: round.name, href: paths.systemReport(round.slug) },
];

async function list(deps: ReviewDeps, request: SignedInRequest): Promise<Reply> {
  const opened = await openRound(deps, request);
  const view = toCorrectionsView(opened, request.query.done ?? '');
  return page(correctionsPage, view, { title: view.heading, crumbs: crumbsOf(opened) });
}

/** Where nothing can be published the list says why. */
async function ask(deps: ReviewDeps, request: SignedInRequest): Promise<Reply> {
  const opened = await openRound(deps, request);
  if (opened.pending.ready.length === 0) return redirect(paths.corrections(opened.round.slug));
  return question(opened, request, { note: '', fault: '', changed: '' });
}

interface Asked {
  readonly note: string;
  readonly fault: string;
  readonly changed: string;
}

function question(opened: OpenedRound, { csrf }: SignedInRequest, asked: Asked): Reply {
  const view = toPublishView(opened, { ...asked, csrf });
  const { text, href } = { text: 'Corrections', href: paths.corrections(opened.round.slug) };
  return page(publishPage, view, {
    title: asked.fault === '' ? view.heading : `Error: ${view.heading}`,
    status: statusOf(asked),
    crumbs: [...crumbsOf(opened), { text, href }],
  });
}

function statusOf({ fault, changed }: Asked): number {
  if (changed !== '') return 409;
  return fault === '' ? 200 : 422;
}

async function publish(deps: ReviewDeps, request: SignedInRequest): Promise<Reply> {
  const { form, scope } = request;
  refuseOthers(form, ['edition', 'seen', 'note']);
  const opened = await openRound(deps, request);
  const { value: note, fault } = readNote(form.text('note'));
  if (fault !== '') return question(opened, request, { note, fault, changed: '' });
  const number = readNumber(form.text('edition'));
  const seen = form.text('seen');
  const outcome = await publishEdition(deps, scope, { ...opened, number, seen, note });
  if (outcome === 'published') {
    return redirect(paths.corrections(opened.round.slug, String(number)));
  }
  return refused(await openRound(deps, request), request, { number, note, outcome });
}

const readNumber = (text: string): number => (/^\d{1,6}$/.test(text) ? Number(text) : 0);

/** Nothing was done: sent twice by the same person it leads to what was published, else the page says what happened. */
function refused(
  opened: OpenedRound,
  request: SignedInRequest,
  asked: {
    readonly number: number;
    readonly note: string;
    readonly outcome: Exclude<Published, 'published'>;
  },
): Reply {
  const { number, note, outcome } = asked;
  const { last } = opened.pending;
  if (outcome === 'taken' && last?.number === number) {
    if (last.publishedById === request.scope.personId) {
      return redirect(paths.corrections(opened.round.slug, String(number)));
    }
    const changed = `${last.publishedBy} published edition ${number} while you had this page open, and nothing was published twice.`;
    return question(opened, request, { note, fault: '', changed });
  }
  const changed =
    'What waits has changed since you opened this page, so nothing was published. Look again.';
  return question(opened, request, { note, fault: '', changed });
}

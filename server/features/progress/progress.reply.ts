/** The list of agencies as an answer: as it was asked for, or again where nobody was chosen from it. */
import { paths } from '../../web/paths.ts';
import { page, type Crumb, type Reply } from '../../web/reply.ts';
import type { SignedInRequest } from '../../web/route.ts';
import type { Filter } from './filter.ts';
import type { Progress, ProgressDeps } from './progress.load.ts';
import { progressPage, toProgressView } from './progress.view.ts';
import type { ProgressRound } from './round.queries.ts';

interface Shown {
  readonly progress: Progress;
  readonly filter: Filter;
}

/** @param shown `done`: what came of the reminder that was just sent; '' where none was */
export function listReply(
  deps: ProgressDeps,
  request: SignedInRequest,
  shown: Shown & { readonly done: string },
): Reply {
  return reply(deps, request, { ...shown, nobodyChosen: false });
}

/** The list again: nobody was chosen. */
export function chooseFirst(deps: ProgressDeps, request: SignedInRequest, shown: Shown): Reply {
  return reply(deps, request, { ...shown, done: '', nobodyChosen: true });
}

interface Parts extends Shown {
  readonly done: string;
  readonly nobodyChosen: boolean;
}

function reply(deps: ProgressDeps, { csrf }: SignedInRequest, parts: Parts): Reply {
  const { progress, nobodyChosen } = parts;
  const view = toProgressView(progress, { ...parts, csrf, now: deps.now() });
  const title = `Who has answered, ${progress.round.name}`;
  return page(progressPage, view, {
    title: nobodyChosen ? `Error: ${title}` : title,
    ...(nobodyChosen ? { status: 422 } : {}),
    crumbs: [crumbOf(progress.round)],
  });
}

/** To the round, which stands above its progress. */
export const crumbOf = ({ slug, name }: ProgressRound): Crumb => ({
  text: name,
  href: paths.setUp.round(slug),
});

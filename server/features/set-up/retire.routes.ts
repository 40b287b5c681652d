/** Places and agencies leave new rounds, and come back. */
import { notFound } from '../../domain/errors.ts';
import type { Scope } from '../../domain/access/scope.ts';
import { andList } from '../../web/english.ts';
import { refuseOthers } from '../../web/form.ts';
import { paths } from '../../web/paths.ts';
import { page, redirect, type Reply } from '../../web/reply.ts';
import { get, param, post, type Route, type SignedInRequest } from '../../web/route.ts';
import { changeSetUp, type SetUpDeps } from './change.ts';
import { confirmPage, type ConfirmView } from './confirm.view.ts';
import { listRoundsOf, type RoundOf } from './history.queries.ts';
import { loadSystem, type StoredSystem } from './known.queries.ts';
import { bringBack, retire } from './things.write.ts';
import { captionOf, formOptions } from './words.ts';

type List = 'places' | 'agencies';
type Thing = StoredSystem[List][number];

export function retireRoutes(deps: SetUpDeps): Route[] {
  return (['places', 'agencies'] as const).flatMap((list) => [
    get(`/set-up/${list}/:thing/retire`, 'set-up', (request) => ask(deps, request, list)),
    post(`/set-up/${list}/:thing/retire`, 'set-up', (request) =>
      settle(deps, request, list, 'retired'),
    ),
    post(`/set-up/${list}/:thing/restore`, 'set-up', (request) =>
      settle(deps, request, list, 'restored'),
    ),
  ]);
}

/** Of the own system; anything else does not exist. */
export function thingOf<T extends { readonly slug: string }>(
  things: readonly T[],
  request: SignedInRequest,
): T {
  const thing = things.find(({ slug }) => slug === param(request, 'thing'));
  if (!thing) throw notFound();
  return thing;
}

async function ask(deps: SetUpDeps, request: SignedInRequest, list: List): Promise<Reply> {
  const { scope, csrf } = request;
  const system = await loadSystem(deps, scope);
  const thing = thingOf<Thing>(system[list], request);
  if (thing.retired) return redirect(paths.setUp.list(list));
  const rounds = await listRoundsOf(deps.db, scope, list, thing.id);
  const view = toView(scope, { list, thing, system, rounds }, csrf);
  const above = [{ text: thing.name, href: paths.setUp.thing(list, thing.slug) }];
  return page(confirmPage, view, formOptions(view.heading, list, above));
}

async function settle(
  deps: SetUpDeps,
  request: SignedInRequest,
  list: List,
  deed: 'retired' | 'restored',
): Promise<Reply> {
  refuseOthers(request.form);
  const slug = await changeSetUp(deps, request.scope, async (change) => {
    const thing = thingOf<Thing>(change.system[list], request);
    await (deed === 'retired' ? retire : bringBack)(change, list, thing);
    return thing.slug;
  });
  return redirect(`${paths.setUp.list(list)}?${deed}=${slug}`);
}

interface Question {
  readonly list: List;
  readonly thing: Thing;
  readonly system: StoredSystem;
  readonly rounds: readonly RoundOf[];
}

function toView(scope: Scope, question: Question, csrf: string): ConfirmView {
  const { list, thing } = question;
  return {
    caption: captionOf(scope, list),
    heading: `Retire “${thing.name}”?`,
    lede: 'It is left out of new rounds and of every list to choose from. You can bring it back at any time.',
    points: [roundWords(question.rounds), peopleWords(question)].filter((point) => point !== ''),
    action: paths.setUp.retire(list, thing.slug),
    csrf,
    fields: [],
    button: list === 'places' ? 'Retire this Place' : 'Retire this agency',
    warning: true,
    keepHref: paths.setUp.thing(list, thing.slug),
    keepText: 'Keep it in use',
  };
}

function roundWords(rounds: readonly RoundOf[]): string {
  if (rounds.length === 0) return 'It has been in no round yet.';
  const running = rounds.filter(({ isOver }) => !isOver).map(({ name }) => name);
  const past = rounds.filter(({ isOver }) => isOver).map(({ name }) => name);
  const parts = [
    past.length > 0 ? `Its results stay in ${andList(past)}.` : '',
    running.length > 0
      ? `It stays in ${andList(running)}, which ${running.length === 1 ? 'is' : 'are'} not over.`
      : '',
  ];
  return parts.filter(Boolean).join(' ');
}

/** Whoever answers for the agency keeps the role: they may still have a round to finish. */
function peopleWords({ list, thing, system }: Question): string {
  if (list === 'places') return '';
  const names = system.members
    .filter(({ roles }) => roles.some(({ agencyId }) => agencyId === thing.id))
    .map(({ name }) => name);
  return names.length === 0 ? '' : `${andList(names)} can still open what it has answered.`;
}

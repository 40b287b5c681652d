/** Choosing the system to work in, at sign-in and later. */
import { AppError } from '../../domain/errors.ts';
import { ownPath, paths } from '../../web/paths.ts';
import { page, redirect, type Reply } from '../../web/reply.ts';
import { publicGet, publicPost, type AnyRequest, type Route } from '../../web/route.ts';
import { choosePage, toChooseView } from './choose.view.ts';
import type { EnterDeps } from './enter.ts';
import { listEntrances } from './entrances.queries.ts';

export function chooseRoutes(deps: EnterDeps): Route[] {
  return [
    publicGet(paths.chooseSystem(), (request) => show(deps, request)),
    publicPost(paths.chooseSystem(), (request) => choose(deps, request)),
  ];
}

/** Whoever has shown all that is asked of them; the code comes before the choice. */
function personOf({ session }: AnyRequest): string | null {
  const { person } = session;
  return person && person.stage !== 'code' ? person.personId : null;
}

async function show({ db }: EnterDeps, request: AnyRequest): Promise<Reply> {
  const personId = personOf(request);
  if (personId === null) return redirect(paths.signIn());
  const { csrf, query } = request;
  const view = toChooseView(await listEntrances(db, personId), {
    csrf,
    returnTo: ownPath(query['returnTo'] ?? ''),
  });
  return page(choosePage, view, { title: 'Choose where to work' });
}

async function choose({ db }: EnterDeps, request: AnyRequest): Promise<Reply> {
  const personId = personOf(request);
  if (personId === null) return redirect(paths.signIn());
  const { form, session } = request;
  const chosen = (await listEntrances(db, personId)).find(
    ({ systemId }) => (systemId ?? '') === form.text('system'),
  );
  if (!chosen) throw new AppError('forbidden', 'You have no role there now. Choose again.');
  await session.move(chosen.systemId);
  return redirect(ownPath(form.text('returnTo')));
}

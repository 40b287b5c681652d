/** Sign-in by choosing a persona (demonstration only), and sign-out. */
import type { Knex } from 'knex';
import { notFound } from '../../domain/errors.ts';
import { ownPath, paths } from '../../web/paths.ts';
import { page, redirect } from '../../web/reply.ts';
import { publicGet, publicPost, type Route } from '../../web/route.ts';
import { accountRoutes } from './account.routes.ts';
import { hasAnybody } from './anybody.queries.ts';
import { chooseRoutes } from './choose.routes.ts';
import { identityRoutes, type IdentityDeps } from './identity.routes.ts';
import { providerRoutes } from './provider.routes.ts';
import { codeRoutes, type CodeDeps } from './code.routes.ts';
import { linkRoutes, type LinkDeps } from './link.routes.ts';
import { askPage, toAskView } from './link.view.ts';
import { listAdministrators, listPersonas } from './sign-in.queries.ts';
import { signInPage, toSignInView } from './sign-in.view.ts';

export interface SignInDeps extends LinkDeps, CodeDeps, IdentityDeps {
  readonly demo: boolean;
}

export function signInRoutes(deps: SignInDeps): Route[] {
  const { db, demo, provider } = deps;
  const routes = [
    ...linkRoutes(deps),
    ...codeRoutes(deps),
    ...providerRoutes(deps),
    ...identityRoutes(deps),
    ...chooseRoutes(deps),
    ...accountRoutes(deps),
    publicGet(paths.signIn(), async ({ csrf, query }) => {
      const returnTo = ownPath(query['returnTo'] ?? '');
      if (!demo) {
        const waiting = !(await hasAnybody(db));
        const organisation = provider !== null;
        const view = toAskView({ csrf, returnTo, organisation, waiting });
        return page(askPage, view, { title: 'Sign in' });
      }
      const view = toSignInView(await listPersonas(db), await listAdministrators(db), {
        csrf,
        returnTo,
      });
      return page(signInPage, view, { title: 'Sign in' });
    }),
    publicPost(paths.signOut(), async ({ session }) => {
      await session.signOut();
      return redirect(paths.signIn());
    }),
  ];
  if (!demo) return routes;
  return [
    ...routes,
    publicPost(paths.demoSignIn(), async ({ form, session }) => {
      const persona = await chosenPersona(db, form.text('persona'));
      await session.signIn({ ...persona, stage: null });
      return redirect(ownPath(form.text('returnTo')));
    }),
  ];
}

/** A role in a system, or the administration. */
async function chosenPersona(
  db: Knex,
  chosen: string,
): Promise<{ readonly personId: string; readonly systemId: string | null }> {
  const member = (await listPersonas(db)).find(({ membershipId }) => membershipId === chosen);
  if (member) return { personId: member.personId, systemId: member.systemId };
  const isKnown = (await listAdministrators(db)).some(({ personId }) => personId === chosen);
  if (!isKnown) throw notFound();
  return { personId: chosen, systemId: null };
}

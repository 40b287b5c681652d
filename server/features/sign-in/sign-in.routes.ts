/** Sign-in by choosing a persona (demonstration only), and sign-out. */
import type { Knex } from 'knex';
import { notFound } from '../../domain/errors.ts';
import { ownPath, paths } from '../../web/paths.ts';
import { page, redirect } from '../../web/reply.ts';
import { publicGet, publicPost, type Route } from '../../web/route.ts';
import { listPersonas } from './sign-in.queries.ts';
import { signInPage, toSignInView } from './sign-in.view.ts';

export interface SignInDeps {
  readonly db: Knex;
  readonly demo: boolean;
}

export function signInRoutes({ db, demo }: SignInDeps): Route[] {
  const routes = [
    publicGet(paths.signIn(), async ({ csrf, query }) => {
      const personas = demo ? await listPersonas(db) : [];
      const returnTo = ownPath(query.returnTo ?? paths.home());
      return page(signInPage, toSignInView(personas, { demo, csrf, returnTo }), {
        title: 'Sign in',
      });
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
      const chosen = form.text('persona');
      const persona = (await listPersonas(db)).find(({ membershipId }) => membershipId === chosen);
      if (!persona) throw notFound();
      await session.signIn(persona);
      return redirect(ownPath(form.text('returnTo')));
    }),
  ];
}

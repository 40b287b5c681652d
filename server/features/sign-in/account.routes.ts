/** A person's own sign-in: where they may go, and signing out everywhere. */
import { may } from '../../domain/access/may.ts';
import { paths } from '../../web/paths.ts';
import { page, redirect } from '../../web/reply.ts';
import { publicGet, publicPost, type Route } from '../../web/route.ts';
import { endSessions, getOwnAccount } from './account.queries.ts';
import { accountPage, toAccountView } from './account.view.ts';
import { listEntrances } from './entrances.queries.ts';
import { listIdentities } from './identity.queries.ts';
import { issuerOf, type ProviderDeps } from './provider.routes.ts';

export function accountRoutes(deps: ProviderDeps): Route[] {
  const { db } = deps;
  return [
    publicGet(paths.account(), async ({ csrf, scope, administrator }) => {
      const personId = (scope ?? administrator)?.personId;
      if (personId === undefined) return redirect(paths.signIn(paths.account()));
      const [account, entrances, identities] = await Promise.all([
        getOwnAccount(db, personId),
        listEntrances(db, personId),
        listIdentities(db, personId),
      ]);
      const hasTools = scope !== null && may(scope, 'results.export');
      const facts = { csrf, issuer: issuerOf(deps), hasTools };
      const view = toAccountView({ ...account, entrances, identities }, facts);
      return page(accountPage, view, { title: 'Your sign-in' });
    }),
    publicPost(paths.signOutEverywhere(), async ({ session }) => {
      if (session.person) await endSessions(db, session.person.personId);
      await session.signOut();
      return redirect(paths.signIn());
    }),
  ];
}

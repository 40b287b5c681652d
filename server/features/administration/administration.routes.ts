/** What an administrator does: systems and accounts, no content. */
import { isId } from '../../db/responses.queries.ts';
import { AppError, notFound } from '../../domain/errors.ts';
import { transact } from '../../db/transact.ts';
import { paths } from '../../web/paths.ts';
import { page, redirect } from '../../web/reply.ts';
import {
  administrationGet,
  administrationPost,
  param,
  recently,
  type AdministratorRoute,
  type Route,
} from '../../web/route.ts';
import {
  deactivate,
  listAccountEvents,
  listAccounts,
  reactivate,
  removeAuthenticator,
  unlinkOrganisation,
} from './accounts.queries.ts';
import { accountsPage, toAccountsView } from './accounts.view.ts';
import { firstRunRoutes, type FirstRunDeps } from './first-run.routes.ts';

type Deed = typeof deactivate;

export function administrationRoutes(deps: FirstRunDeps): Route[] {
  const { db } = deps;
  return [
    ...firstRunRoutes(deps),
    administrationGet(paths.accounts(), async ({ csrf, query, administrator }) => {
      const search = (query['search'] ?? '').trim();
      const [accounts, events] = await Promise.all([
        listAccounts(db, search),
        listAccountEvents(db),
      ]);
      const facts = { csrf, search, oneself: administrator.personId };
      return page(accountsPage, toAccountsView(accounts, events, facts), { title: 'Accounts' });
    }),
    deedRoute(deps, 'deactivate', deactivate),
    deedRoute(deps, 'reactivate', reactivate),
    deedRoute(deps, 'remove-authenticator', removeAuthenticator),
    deedRoute(deps, 'unlink-organisation', unlinkOrganisation),
  ];
}

function deedRoute({ db, now }: FirstRunDeps, name: string, deed: Deed): AdministratorRoute {
  const address = `${paths.accounts()}/:account/${name}`;
  return recently(
    administrationPost(address, async (request) => {
      const subjectId = param(request, 'account');
      const byPersonId = request.administrator.personId;
      if (!isId(subjectId)) throw notFound();
      if (subjectId === byPersonId) {
        throw new AppError('forbidden', 'Another administrator can do this for you.');
      }
      await transact(db, (trx) => deed(trx, { subjectId, byPersonId, now: now() }));
      return redirect(paths.accounts());
    }),
  );
}

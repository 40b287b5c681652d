/** Pages open to everybody. */
import type { Knex } from 'knex';
import { glossary, toolkitCredit } from '../../domain/glossary/glossary.ts';
import { paths } from '../../web/paths.ts';
import { page } from '../../web/reply.ts';
import { publicGet, type Route } from '../../web/route.ts';
import { toHelpView, helpPage } from './help.view.ts';
import { findGlossary, listCoordinators } from './pages.queries.ts';
import { accessibilityPage, cookiesPage, glossaryPage, privacyPage } from './pages.view.ts';

export function pageRoutes({ db }: { readonly db: Knex }): Route[] {
  return [
    publicGet(paths.help(), async ({ scope }) => {
      const coordinators = scope ? await listCoordinators(db, scope) : [];
      return page(helpPage, toHelpView(scope, coordinators), { title: 'Help' });
    }),
    publicGet(paths.glossary(), async () => {
      const { terms, credits } = await findGlossary(db);
      return page(
        glossaryPage,
        { groups: glossary(terms) },
        { title: 'Glossary', credits: [...new Set([toolkitCredit, ...credits])] },
      );
    }),
    publicGet(paths.accessibility(), () => page(accessibilityPage, {}, { title: 'Accessibility' })),
    publicGet(paths.privacy(), () => page(privacyPage, {}, { title: 'Privacy' })),
    publicGet(paths.cookies(), () => page(cookiesPage, {}, { title: 'Cookies' })),
  ];
}

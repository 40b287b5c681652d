/** Set-up by the coordinator: Places, agencies, people and their roles. */
import { page } from '../../web/reply.ts';
import { get, type Route } from '../../web/route.ts';
import { agencyRoutes } from './agencies.routes.ts';
import type { SetUpDeps } from './change.ts';
import { colleagueRoutes } from './colleagues/colleagues.routes.ts';
import { importRoutes } from './import/import.routes.ts';
import { listRoutes } from './import/lists.routes.ts';
import { loadSystem } from './known.queries.ts';
import { needRoutes } from './need/need.routes.ts';
import { removeNeedRoutes } from './need/remove.routes.ts';
import { overviewPage, toOverviewView } from './overview.view.ts';
import { peopleRoutes } from './people.routes.ts';
import { placeRoutes } from './places.routes.ts';
import { retireRoutes } from './retire.routes.ts';
import { roleRemovalRoutes } from './role-removal.routes.ts';
import { roleRoutes } from './roles.routes.ts';
import { deadlineRoutes } from './rounds/deadline.routes.ts';
import { reminderRoutes } from './rounds/reminders.routes.ts';
import { draftRoutes } from './rounds/drafts.routes.ts';
import { moreAgenciesRoutes } from './rounds/more-agencies.routes.ts';
import { stepRoutes } from './rounds/step.routes.ts';
import { withdrawRoutes } from './rounds/withdraw.routes.ts';
import { captionOf } from './words.ts';

export function setUpRoutes(deps: SetUpDeps): Route[] {
  return [
    get('/set-up', 'set-up', async ({ scope }) => {
      const view = toOverviewView(await loadSystem(deps, scope), captionOf(scope));
      return page(overviewPage, view, { title: 'Set-up' });
    }),
    ...importRoutes(deps),
    ...listRoutes(deps),
    ...placeRoutes(deps),
    ...needRoutes(deps),
    ...removeNeedRoutes(deps),
    ...agencyRoutes(deps),
    ...retireRoutes(deps),
    ...peopleRoutes(deps),
    ...roleRoutes(deps),
    ...roleRemovalRoutes(deps),
    ...draftRoutes(deps),
    ...stepRoutes(deps),
    ...deadlineRoutes(deps),
    ...reminderRoutes(deps),
    ...moreAgenciesRoutes(deps),
    ...withdrawRoutes(deps),
    ...colleagueRoutes(deps),
  ];
}

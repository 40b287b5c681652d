/** Answering as an agency: the start page, the list of sections, each section, checking and submitting. */
import type { Route } from '../../web/route.ts';
import { copyToKeepRoutes } from './copy-to-keep/answers.routes.ts';
import { carryRoutes } from './carry/carry.routes.ts';
import { historyRoutes } from './history.routes.ts';
import { homeRoutes, type HomeDeps } from './home.routes.ts';
import { partsRoutes } from './parts.routes.ts';
import { returnRoutes } from './return.routes.ts';
import { sectionRoutes } from './section.routes.ts';
import { submitRoutes } from './submit.routes.ts';
import { taskListRoutes } from './task-list.routes.ts';

export function responseRoutes(deps: HomeDeps): Route[] {
  return [
    ...homeRoutes(deps),
    ...taskListRoutes(deps),
    ...partsRoutes(deps),
    ...carryRoutes(deps),
    ...sectionRoutes(deps),
    ...historyRoutes(deps),
    ...submitRoutes(deps),
    ...copyToKeepRoutes(deps),
    ...returnRoutes(deps),
  ];
}

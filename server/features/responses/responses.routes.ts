/** Answering as an agency: the start page, the list of sections, each section, checking and submitting. */
import { definitionStore } from '../../db/definitions.queries.ts';
import type { Route } from '../../web/route.ts';
import { homeRoutes, type HomeDeps } from './home.routes.ts';
import { sectionRoutes } from './section.routes.ts';
import { submitRoutes } from './submit.routes.ts';
import { taskListRoutes } from './task-list.routes.ts';

export function responseRoutes({
  db,
  now,
  outlook,
}: Pick<HomeDeps, 'db' | 'now' | 'outlook'>): Route[] {
  const deps = { db, now, definitions: definitionStore(db) };
  return [
    ...homeRoutes({ ...deps, outlook }),
    ...taskListRoutes(deps),
    ...sectionRoutes(deps),
    ...submitRoutes(deps),
  ];
}

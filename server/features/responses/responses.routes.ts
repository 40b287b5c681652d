/** Answering as an agency: the start page, the list of sections, each section, checking and submitting. */
import type { Knex } from 'knex';
import { definitionStore } from '../../db/definitions.queries.ts';
import type { Route } from '../../web/route.ts';
import { homeRoutes } from './home.routes.ts';
import { sectionRoutes } from './section.routes.ts';
import { submitRoutes } from './submit.routes.ts';
import { taskListRoutes } from './task-list.routes.ts';

export function responseRoutes({
  db,
  now,
}: {
  readonly db: Knex;
  readonly now: () => Date;
}): Route[] {
  const deps = { db, now, definitions: definitionStore(db) };
  return [
    ...homeRoutes(deps),
    ...taskListRoutes(deps),
    ...sectionRoutes(deps),
    ...submitRoutes(deps),
  ];
}

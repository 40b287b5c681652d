/** Who did what, when: read by reviewers and the coordinator for the system, by agencies for themselves. */
import type { Knex } from 'knex';
import { auditAgencies } from '../../domain/access/may.ts';
import { paths } from '../../web/paths.ts';
import { page } from '../../web/reply.ts';
import { get, type Route } from '../../web/route.ts';
import { readAsked, toFilter } from './audit.form.ts';
import { listAudit, listDoers } from './audit.queries.ts';
import { auditPage, toAuditView } from './audit.view.ts';

const limit = 100;

export function auditRoutes({ db }: { readonly db: Knex }): Route[] {
  return [
    get(paths.audit(), 'audit.read', async ({ scope, query }) => {
      const agencyIds = auditAgencies(scope);
      const doers = await listDoers(db, scope, agencyIds);
      const asked = readAsked(query, doers);
      const lines = await listAudit(db, scope, toFilter(asked), { agencyIds, limit: limit + 1 });
      const view = toAuditView({ lines, limit, doers, asked, isWhole: agencyIds === null });
      return page(auditPage, view, { title: 'Audit trail' });
    }),
  ];
}
